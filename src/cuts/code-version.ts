// Which code computed a cut: the package's version, the commit where the folder is a checkout, and a sum over the source
// itself, which also tells a change that nobody committed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export interface CodeVersion {
  version: string
  /** null outside a checkout. */
  commit: string | null
  /** SHA-256 over names and contents of all files in src. */
  sourceSha256: string
  /** Arithmetic is the runtime's. */
  node: string
}

const root = path.join(import.meta.dirname, '../..')
let known: CodeVersion | undefined

/** Read once per process: the code that runs is the code that was loaded. */
export function codeVersion(): CodeVersion {
  known ??= {
    version: String((JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version),
    commit: findCommit(path.join(root, '.git')),
    sourceSha256: sumFolder(path.join(root, 'src')),
    node: process.version,
  }
  return known
}

/** The commit that a checkout stands at, read from git's own files. */
function findCommit(folder: string): string | null {
  const head = readText(path.join(folder, 'HEAD'))
  const name = /^ref: (.+)$/.exec(head)?.[1]
  if (name === undefined) return commitIn(head)
  const packed = readText(path.join(folder, 'packed-refs'))
    .split('\n')
    .find((line) => line.endsWith(` ${name}`))
  return commitIn(readText(path.join(folder, name))) ?? commitIn(packed ?? '')
}

const commitIn = (text: string): string | null => /^[0-9a-f]{40,64}\b/.exec(text)?.[0] ?? null

const readText = (file: string): string =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8').trim() : ''

function sumFolder(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll(path.sep, '/'))
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)))
  return hash.digest('hex')
}
