// The Word file as another program sets it: LibreOffice Writer makes pages of it, and their texts are read. Skips, and
// says so, where Writer or pdftotext is not on the machine.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeReport } from '#reporting.ts'
import { runProgram } from '../support/programs.ts'
import { openFrozenDemo } from './frozen-demo.ts'

const now = Date.UTC(2027, 2, 1, 8)

test('LibreOffice Writer sets the report: contents, chapters, a municipality with figures on one page, numbered captions, footers', {
  timeout: 180_000,
}, async (context) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-word-'))
  context.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'report.docx'), await finalReport())
  const set = runProgram(
    context,
    'soffice',
    ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf', 'report.docx'],
    folder,
  )
  if (!existsSync(path.join(folder, 'report.pdf')) && /no export filter|could not be loaded/i.test(set.out + set.error))
    context.skip('LibreOffice is here without Writer')
  expect([set.status, existsSync(path.join(folder, 'report.pdf'))]).toEqual([0, true])
  const read = runProgram(context, 'pdftotext', ['-layout', 'report.pdf', '-'], folder)
  const pages = read.out.split('\f').slice(0, -1)

  expect(pages[0]).toMatch(/Slutrapport\s+Service i samverkan/)
  expect(pages[1]).toMatch(/^\s*Innehåll\n\s*1 Sammanfattning\.*\s*3\n/)
  // Where Word's own letters are not installed the pages break a little elsewhere than the contents say.
  const contents = [...(pages[1] ?? '').matchAll(/^(\d+ [^.\n]+?)\.{3,}\s*(\d+)$/gm)]
  expect(contents.length).toBeGreaterThan(5)
  for (const [, title = '', said] of contents) {
    const found = pages.findIndex((page, at) => at > 1 && new RegExp(`^\\s*${title}$`, 'm').test(page)) + 1
    expect([title, found > 0, Math.abs(found - Number(said)) <= 3]).toEqual([title, true, true])
  }
  const flen = pages.filter((page) => /^\s*5\.\d+ Flen$/m.test(page))
  expect(flen).toHaveLength(1)
  expect(flen[0]).toMatch(/Figur \d+\. Flen: kommunens egna tal före och efter/)
  expect(flen[0]).toMatch(/Tabell \d+\. Flen: förändring per mått/)
  const counted = (word: string) =>
    [...pages.join('\n').matchAll(new RegExp(`^ *${word} (\\d+)\\. `, 'gm'))].map(([, n]) => Number(n))
  for (const word of ['Tabell', 'Figur'])
    expect([word, counted(word)]).toEqual([word, counted(word).map((_, at) => at + 1)])
  expect(counted('Figur').length).toBeGreaterThan(8)
  for (const [at, page] of pages.entries())
    if (at > 0) expect(page).toMatch(new RegExp(`Slutrapport: Service i samverkan\\s+${at + 1} \\(${pages.length}\\)`))
  expect(read.out).not.toMatch(/undefined|NaN|\[object|Error!|[\ue000-\ue002]/)
})

async function finalReport(): Promise<Uint8Array> {
  const { db, project, begin } = await openFrozenDemo(now)
  try {
    const choice = { language: 'sv', format: 'docx' } as const
    const options = { baseUrl: 'https://enkat.example', judgements: new Map(), now }
    return (await makeReport(db, project, begin('final'), choice, options)).bytes
  } finally {
    db.$client.close()
  }
}
