// ddi.xml: the study and every variable in DDI-Codebook 2.5, in both languages; the form in which Researchdata.se (SND)
// takes descriptions.
import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { languages, type Text } from '#survey/questionnaire.ts'
import type { Study } from '../study.ts'
import type { Column, Variable } from '../variable.ts'
import { inBoth } from '../variable.ts'

export interface DescribedFile {
  id: string
  name: string
  rows: number
  columns: readonly Column<never>[]
}

export function ddiCodebook(study: Study, files: readonly DescribedFile[]): string {
  const root = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\ufffd' }).ele(
    'ddi:codebook:2_5',
    'codeBook',
    {
      version: '2.5',
      'xml:lang': 'sv',
    },
  )
  describeStudy(root.ele('stdyDscr'), study)
  for (const file of files) describeFile(root.ele('fileDscr', { ID: file.id }), file)
  const data = root.ele('dataDscr')
  for (const file of files) for (const column of file.columns) describeVariable(data, column, file)
  return root.end({ prettyPrint: true })
}

const wordsOf = (pick: (words: ReturnType<typeof phrasesIn>['research']['ddi']) => string): Text =>
  inBoth((language) => pick(phrasesIn(language).research.ddi))

function describeStudy(parent: XMLBuilder, study: Study): void {
  describeCitation(parent.ele('citation'), study)
  const info = parent.ele('stdyInfo')
  inBothLanguages(info, 'abstract', study.about.sv === '' ? study.title : study.about)
  const summary = info.ele('sumDscr')
  for (const [at, { opensOn, closesOn }] of study.waves.entries()) {
    const cycle = `wave${at + 1}`
    summary.ele('collDate', { date: opensOn, event: 'start', cycle }).txt(opensOn)
    summary.ele('collDate', { date: closesOn, event: 'end', cycle }).txt(closesOn)
  }
  summary.ele('nation', { abbr: 'SE' }).txt('Sverige')
  for (const name of ['anlyUnit', 'universe', 'dataKind'] as const)
    inBothLanguages(
      summary,
      name,
      wordsOf((words) => words[name]),
    )
  const collection = parent.ele('method').ele('dataColl')
  inBothLanguages(
    collection,
    'timeMeth',
    wordsOf((words) => words.timeMeth),
  )
  for (const mode of study.modes)
    inBothLanguages(
      collection,
      'collMode',
      wordsOf((words) => words.collMode[mode]),
    )
  for (const step of study.steps) inBothLanguages(collection, 'cleanOps', step)
  const analysis = collection.up().ele('anlyInfo')
  // A released file leaves out people, so it says nothing of how many answered.
  for (const { title, answered, asked } of study.level === 'restricted' ? study.waves : [])
    inBothLanguages(
      analysis,
      'respRate',
      inBoth((language) => phrasesIn(language).research.ddi.respRate(title[language], answered, asked)),
    )
  // A use statement holds one restriction, so each language has its own.
  for (const language of languages)
    inOneLanguage(
      parent.ele('dataAccs').ele('useStmt'),
      'restrctn',
      language,
      phrasesIn(language).research.ddi.restriction[study.level],
    )
}

function describeCitation(citation: XMLBuilder, study: Study): void {
  const titles = citation.ele('titlStmt')
  titles.ele('titl', { 'xml:lang': 'sv' }).txt(study.title.sv)
  titles.ele('parTitl', { 'xml:lang': 'en' }).txt(study.title.en)
  titles.ele('IDNo').txt(study.slug)
  citation.ele('rspStmt').ele('AuthEnty').txt(study.organisation)
  const production = citation.ele('prodStmt')
  production.ele('producer').txt(study.organisation)
  production.ele('prodDate', { date: study.madeOn }).txt(study.madeOn)
  production.ele('software').txt('Samverka')
  for (const { questionnaire, version } of study.waves)
    citation.ele('verStmt').ele('version', { type: 'questionnaire' }).txt(`${questionnaire} ${version}`)
}

function describeFile(parent: XMLBuilder, { name, rows, columns }: DescribedFile): void {
  const file = parent.ele('fileTxt')
  file.ele('fileName').txt(name)
  const size = file.ele('dimensns')
  size.ele('caseQnty').txt(String(rows))
  size.ele('varQnty').txt(String(columns.length))
  file.ele('fileType', { charset: 'UTF-8' }).txt('text/csv')
}

function describeVariable(parent: XMLBuilder, column: Column<never>, file: DescribedFile): void {
  const { name, label, meaning, source, type, values, missing } = column
  const isQuestion = type === 'rating' || type === 'choice' || type === 'text'
  const variable = parent.ele('var', {
    ID: `${file.id}_${name}`,
    name,
    files: file.id,
    intrvl: column.storage === 'number' && column.decimals !== undefined ? 'contin' : 'discrete',
  })
  inBothLanguages(variable, 'labl', label)
  if (isQuestion) inBothLanguages(variable.ele('qstn'), 'qstnLit', meaning)
  if (missing.length > 0) {
    const invalid = variable.ele('invalrng')
    for (const { code } of missing) invalid.ele('item', { VALUE: String(code) })
  }
  if (!isQuestion) inBothLanguages(variable, 'txt', meaning)
  for (const category of values) describeCode(variable, category, 'N')
  for (const category of missing) describeCode(variable, category, 'Y')
  if (source !== '') variable.ele('verStmt').ele('version').txt(source)
  variable.ele('varFormat', { type: column.storage === 'number' ? 'numeric' : 'character' })
}

function describeCode(parent: XMLBuilder, { code, label }: Variable['values'][number], missing: 'Y' | 'N'): void {
  const category = parent.ele('catgry', { missing })
  category.ele('catValu').txt(String(code))
  if (label) inBothLanguages(category, 'labl', label)
}

function inBothLanguages(parent: XMLBuilder, name: string, text: Text): void {
  for (const language of languages) inOneLanguage(parent, name, language, text[language])
}

function inOneLanguage(parent: XMLBuilder, name: string, language: Language, text: string): void {
  parent.ele(name, { 'xml:lang': language }).txt(text.toWellFormed())
}
