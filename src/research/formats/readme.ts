// README.<language>.md: what the files are, how they were made, and how to see that none is missing a part.
import { formatCount, formatDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type PublishedFigures, publishedText } from '../published.ts'
import type { Study } from '../study.ts'
import { mostWorkbookRows } from './workbook.ts'

export interface Described {
  name: string
  what: keyof ReturnType<typeof readmeWords>['file']
}

const readmeWords = (language: Language) => phrasesIn(language).research.readme

export interface ReadmeFacts {
  files: readonly Described[]
  /** Rows of the long table. */
  rows: number
  /** null where nothing is published. */
  published: PublishedFigures | null
}

export function readme(study: Study, { files, rows, published }: ReadmeFacts, language: Language): string {
  const words = readmeWords(language)
  const count = (value: number) => formatCount(value, language)
  const section = (title: string, ...lines: readonly string[]) => [`## ${title}`, ...lines]
  const blocks = [
    `# ${words.title(study.title[language])}`,
    ...(study.isDemo ? [`**${words.demo}**`] : []),
    `${words.made(formatDay(study.madeOn, language), study.organisation)} ${study.contactEmail}`,
    words.level[study.level],
    words.pseudonyms,
    ...section(words.contents, files.map(({ name, what }) => `- \`${name}\`: ${words.file[what]}`).join('\n')),
    ...(rows > mostWorkbookRows ? [words.noWorkbook(count(rows), count(mostWorkbookRows))] : []),
    ...section(words.whole, words.wholeHow),
    ...section(words.missing, words.missingHow),
    words.guard,
    words.codes,
    ...section(
      words.waves,
      study.waves
        .map(({ title, questionnaire, version, opensOn, closesOn, answered }) => {
          const days = [opensOn, closesOn].map((day) => formatDay(day, language)) as [string, string]
          const name = `${questionnaire} ${version}`
          return `- ${words.wave(title[language], name, ...days, count(answered))}`
        })
        .join('\n'),
    ),
    ...(study.modes.length > 0
      ? [words.modes(study.modes.map((mode) => phrasesIn(language).research.ddi.collMode[mode].toLowerCase()))]
      : []),
    ...(study.steps.length > 0
      ? [
          ...section(words.steps, study.steps.map((step) => `- ${step[language]}`).join('\n')),
          ...section(words.protectionTitle, words.protection, words.limit),
        ]
      : []),
    ...(published ? section(words.published, publishedText(published, study.madeOn, language)) : []),
    ...section(words.method, words.methodHow, published ? words.reproduce : words.noResults),
  ]
  return `${blocks.join('\n\n')}\n`
}
