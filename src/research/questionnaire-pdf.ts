// A version of a questionnaire as a PDF form for paper: what stood before the person who answered. Tagged after PDF/UA-1,
// so that a screen reader finds title, headings and order; Typst refuses to write it where that fails.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { drawableJson } from '#report/drawable.ts'
import { codebook } from '#survey/codebook.ts'
import type { PaperAnswer } from '#survey/items/kind.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { findItem } from '#survey/lookup.ts'
import type { Item, Page, Questionnaire } from '#survey/questionnaire.ts'
import { conditionInWords } from './condition-words.ts'

interface PaperForm {
  language: Language
  title: string
  about: string
  author: string
  edition: string
  pages: readonly { title: string; preamble: string | null; items: readonly PaperItem[] }[]
}

interface PaperItem {
  number: number
  text: string
  help: string | null
  kind: PaperAnswer['form']
  options: readonly string[]
  lines: number
  /** Behind a box: the unit, or how a day is written. */
  after: string | null
}

const template = path.join(import.meta.dirname, 'questionnaire.typ')
const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'))
const fontFiles = ['400Regular/SourceSans3_400Regular.ttf', '700Bold/SourceSans3_700Bold.ttf']

/**
 * The same questionnaire gives the same bytes on every day. A sign that the font has no letter for stands as □.
 * @param author who asks
 * @throws Error with the compiler's words where the form cannot be set
 */
export function questionnairePdf(questionnaire: Questionnaire, language: Language, author: string): Buffer {
  const compiler = NodeCompiler.create({
    workspace: path.dirname(template),
    fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(path.join(fonts, file))) }],
  })
  const inputs = { form: drawableJson(paperForm(questionnaire, language, author)) }
  const outcome = compiler.compile({ mainFilePath: template, inputs })
  if (!outcome.result) {
    const fault = outcome.takeDiagnostics()
    throw new Error(`the form was not set: ${JSON.stringify(fault?.shortDiagnostics ?? [])}`)
  }
  return compiler.pdf(outcome.result, { pdfStandard: 'ua-1', creationTimestamp: 0 })
}

/** Every page and item of the version, whatever wave or person it is for: conditions are told in words. */
function paperForm(questionnaire: Questionnaire, language: Language, author: string): PaperForm {
  const texts = new Map(codebook(questionnaire).map((row) => [row.item, row.about ? undefined : row.text[language]]))
  let number = 0
  return {
    language,
    title: questionnaire.title[language],
    about: questionnaire.about[language],
    author,
    edition: `${questionnaire.id} ${questionnaire.version}`,
    pages: questionnaire.pages.map((page) => ({
      title: page.title[language],
      preamble: page.preamble ? (questionnaire.preambles[page.preamble]?.[language] ?? null) : null,
      items: page.items.flatMap((id) => {
        const item = findItem(questionnaire, id)
        if (!item) return []
        number += 1
        const text = texts.get(id) ?? item.text[language]
        return [
          {
            number,
            text,
            help: helpOf(questionnaire, page, item, language),
            ...answerOf(questionnaire, item, language),
          },
        ]
      }),
    })),
  }
}

/** The item's own help, and for whom it is. */
function helpOf(questionnaire: Questionnaire, page: Page, item: Item, language: Language): string | null {
  const words = phrasesIn(language)
  const waves = item.waves ?? page.waves
  const parts = [
    ...(item.help ? [item.help[language]] : []),
    ...(waves ? [words.research.paper.waves(waves.map((kind) => words.common.waveKind[kind]).join(', '))] : []),
    ...(item.showIf ? [conditionInWords(questionnaire, item.showIf, language)] : []),
  ]
  return parts.length > 0 ? parts.join(' ') : null
}

function answerOf(questionnaire: Questionnaire, item: Item, language: Language) {
  const { form, options, alone = [], missing, lines, after } = kindOf(item).paper(questionnaire, item, language)
  return {
    kind: form,
    options: [...options, ...alone, ...missing],
    lines,
    after: form === 'date' ? phrasesIn(language).paper.date : after,
  }
}
