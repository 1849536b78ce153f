// Typst as reports use it: our own font and no other, nothing read from disk, and PDF/UA-1 or nothing at all.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { resolve } = createRequire(import.meta.url)
const fonts = [
  '400Regular/SourceSans3_400Regular',
  '400Regular_Italic/SourceSans3_400Regular_Italic',
  '600SemiBold/SourceSans3_600SemiBold',
]
/** The folder that files are laid in for Typst; none of them is on disk. */
const workspace = path.join(import.meta.dirname, 'typst')

/** Lays a file for Typst. @returns its address, for `image()` */
export type Lay = (name: string, bytes: Uint8Array) => string

/**
 * Tagged PDF with bookmarks, title and language. The same source and inputs give the same bytes.
 * @param inputsOf lays the files that the source asks for, and says what stands in `sys.inputs`
 * @param madeAt UTC milliseconds
 * @throws Error where Typst refuses it
 */
export function typeset(source: string, inputsOf: (lay: Lay) => Record<string, string>, madeAt: number): Buffer {
  const fontBlobs = fonts.map((name) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`)))
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
  const inputs = inputsOf((name, bytes) => {
    compiler.mapShadow(path.join(workspace, name), Buffer.from(bytes))
    return `/${name}`
  })
  const compiled = compiler.compile({ mainFileContent: source, inputs })
  if (!compiled.result) throw new Error(`Typst: ${faultsOf(compiler, compiled)}`)
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt / 1000) })
}

function faultsOf(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeDiagnostics()
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no result'
}
