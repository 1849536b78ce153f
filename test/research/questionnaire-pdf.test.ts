// The questionnaire as a form in the archive: one sign that the font has no letter for must not cost the whole archive.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import { languages } from '#i18n/phrases.ts'
import { questionnairePdf } from '#research/questionnaire-pdf.ts'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { runProgram } from '../support/programs.ts'
import { text } from '../survey/every-type.ts'

/** An emoji, one of two signs, Thai, and the bullet of Word’s symbol font. */
const pasted = '\u{1f600} \u{1f44d}\u{1f3fd} ไท \uf0b7'

/** Titles, headings, questions, help, options and labels, each with the signs behind it. */
const withSigns = text.replaceAll(/("(?:sv|en)": ")([^"]+)"/g, (_text, key, words) => `${key}${words} ${pasted}"`)

test.each(languages)('signs that the font lacks, in any text, leave the form an accessible PDF (%s)', (language) => {
  const questionnaire = parseQuestionnaire(withSigns, 'every-type/v1.json')
  expect(questionnaire.pages.every(({ title }) => title[language].endsWith(pasted))).toBe(true)
  const pdf = questionnairePdf(questionnaire, language, `Bygden ${pasted}`)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1')).toMatch(/pdfuaid:part>1</)
})

test('what the font lacks stands as □, and a bullet of Word’s as a bullet (where pdftotext is to be had)', (context) => {
  const words = wordsOf(context, questionnairePdf(parseQuestionnaire(withSigns, 'every-type/v1.json'), 'sv', 'Bygden'))
  for (const asked of ['Varje sorts fråga', 'Era möten', 'Kommunal tjänsteperson', 'Stämmer inte alls'])
    expect(words.replaceAll(/\s+/g, ' ')).toContain(`${asked} □ □ □□ •`)
})

function wordsOf(context: TestContext, pdf: Uint8Array): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-form-'))
  context.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'form.pdf'), pdf)
  return runProgram(context, 'pdftotext', ['form.pdf', '-'], folder).out
}
