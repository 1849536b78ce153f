// What stands in the archive, in order: data, then what describes them. Each entry says how it is written, none how it
// is put into the ZIP. Large libraries are loaded when their file's turn has come: who wants one table waits for none.
import Papa from 'papaparse'
import { type Language, languages } from '#i18n/phrases.ts'
import { type CsvProfile, csvChunks } from '#report/csv.ts'
import { resultsCsv } from '#report/results-files.ts'
import type { ResearchExport } from './export.ts'
import { codebookCsv } from './formats/codebook-csv.ts'
import { codebookHtml } from './formats/codebook-html.ts'
import { dataPackage } from './formats/data-package.ts'
import { jsonRows } from './formats/json.ts'
import { mainTableCsv } from './formats/main-table-csv.ts'
import { mainTableScript } from './formats/main-table-script.ts'
import { modelledMeasures } from './formats/model-script.ts'
import { rScript } from './formats/r-script.ts'
import { type Described, readme } from './formats/readme.ts'
import { stataScript } from './formats/stata-script.ts'
import { mostWorkbookRows, writeWorkbook } from './formats/workbook.ts'
import type { Entry } from './manifest.ts'
import { writeSav } from './sav/sav.ts'
import type { Table } from './tables.ts'
import { type Column, csvColumn } from './variable.ts'
import type { Member } from './zip.ts'

interface Progress {
  /** Files written so far. */
  entries: readonly Entry[]
  /** Told of rows as they are written. */
  tick: (rows: number) => void
}

type Listed = Member & Pick<Described, 'what'>
type SizedMember = Listed & Required<Pick<Member, 'size'>>

export function membersOf(made: ResearchExport, language: Language, progress: Progress): Member[] {
  const listed = [
    ...dataMembers(made, language, progress),
    ...descriptionMembers(made, language, progress),
    ...scriptMembers(made, language),
    ...questionnaireMembers(made),
  ]
  const described = [
    ...listed,
    { name: 'SHA256SUMS', what: 'manifest' },
    { name: 'manifest.csv', what: 'manifest' },
  ] as const
  const facts = { files: described, rows: made.longRows, published: made.comparison?.published ?? null }
  const readmes = languages.map(
    (spoken): Member => ({ name: `README.${spoken}.md`, content: () => [readme(made.study, facts, spoken)] }),
  )
  return [...readmes, ...listed]
}

function dataMembers(made: ResearchExport, language: Language, { tick }: Progress): Listed[] {
  const { long, wide, panel, study, longRows } = made
  const table = <Row>(
    name: string,
    what: Described['what'],
    { columns, rows }: Table<Row>,
    write: (columns: readonly Column<Row>[], rows: Iterable<Row>) => ReturnType<Member['content']>,
  ): SizedMember => {
    let written = 0
    function* counted(): Generator<Row> {
      for (const row of rows(panel.read())) {
        yield row
        written += 1
        if (written % 1000 === 0) tick(1000)
      }
      tick(written % 1000)
    }
    return {
      name,
      what,
      size: () => ({ rows: written, columns: columns.length }),
      content: () => write(columns, counted()),
    }
  }
  const csv =
    (profile: CsvProfile) =>
    <Row>(columns: readonly Column<Row>[], rows: Iterable<Row>) =>
      csvChunks(
        profile,
        columns.map((column) => csvColumn(column, language)),
        rows,
      )
  const sav =
    (rowCount: number) =>
    <Row>(columns: readonly Column<Row>[], rows: Iterable<Row>) =>
      writeSav(columns, rows, { label: study.title[language], rows: rowCount, language, at: Date.parse(study.madeOn) })
  return [
    table('data/long.csv', 'long', long, csv('research')),
    table('data/wide.csv', 'wide', wide, csv('research')),
    table('data/long-excel.csv', 'longExcel', long, csv('excel')),
    table('data/wide-excel.csv', 'wideExcel', wide, csv('excel')),
    savMember(table('data/long.sav', 'sav', long, sav(longRows)), long),
    table('data/long.json', 'json', long, jsonRows),
    ...(longRows > mostWorkbookRows
      ? []
      : [
          table('data/research.xlsx', 'workbook', long, async (columns, rows) => [
            await writeWorkbook(columns, rows, language),
          ]),
        ]),
  ]
}

/** Without the columns of free text. */
const savMember = <Row>({ size, ...member }: SizedMember, { columns }: Table<Row>): Listed => ({
  ...member,
  size: () => ({ rows: size().rows, columns: columns.filter(({ storage }) => storage !== 'text').length }),
})

/** A small file of comma-separated values, whose headings are plain names. */
function csvMember(name: string, what: Described['what'], make: () => string): Listed {
  const size = { rows: 0, columns: 0 }
  return {
    name,
    what,
    size: () => size,
    content: () => {
      const text = make()
      const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true })
      size.rows = data.length - 1
      size.columns = data[0]?.length ?? 0
      return [text]
    },
  }
}

function descriptionMembers(
  { study, long, wide, longRows }: ResearchExport,
  language: Language,
  { entries }: Progress,
) {
  const tables = [
    { name: 'long', path: 'data/long.csv', columns: long.columns, primaryKey: ['participant', 'wave'] },
    { name: 'wide', path: 'data/wide.csv', columns: wide.columns, primaryKey: ['participant'] },
  ]
  const written = (path: string): Pick<Entry, 'bytes' | 'sha256'> => {
    const entry = entries.find(({ name }) => name === path)
    if (!entry) throw new Error(`${path} is described before it is written`)
    return { bytes: entry.bytes, sha256: entry.sha256 }
  }
  return [
    ...languages.map(
      (spoken): Listed => ({
        name: `codebook/codebook.${spoken}.html`,
        what: 'codebook',
        content: () => [codebookHtml(long.columns, study, spoken)],
      }),
    ),
    csvMember('codebook/codebook.csv', 'codebook', () => codebookCsv(long.columns, 'research', language)),
    {
      name: 'codebook/ddi.xml',
      what: 'ddi',
      async content() {
        const { ddiCodebook } = await import('./formats/ddi.ts')
        return [
          ddiCodebook(study, [
            { id: 'F1', name: 'long.csv', rows: longRows, columns: long.columns },
            { id: 'F2', name: 'wide.csv', rows: study.people, columns: wide.columns },
          ]),
        ]
      },
    },
    {
      name: 'datapackage.json',
      what: 'package',
      content: () => [
        dataPackage(
          study,
          tables.map((table) => ({ ...table, ...written(table.path) })),
          language,
        ),
      ],
    },
  ] satisfies Listed[]
}

function scriptMembers({ long, comparison, selection, study }: ResearchExport, language: Language): Listed[] {
  const scripts: Listed[] = [
    { name: 'scripts/read.R', what: 'read', content: () => [rScript(long.columns, language)] },
    { name: 'scripts/read.do', what: 'stata', content: () => [stataScript(long.columns, language)] },
  ]
  if (!comparison) return scripts
  const { results, published, fromWave, toWave } = comparison
  const present = new Set(long.columns.map(({ name }) => name))
  return [
    csvMember('results/main-table.csv', 'published', () => mainTableCsv(results, language)),
    csvMember('results/figures.csv', 'figures', () => resultsCsv(results, 'research', language)),
    ...scripts,
    {
      name: 'scripts/main-table.R',
      what: 'mainTable',
      content: () => [
        mainTableScript(
          { from: fromWave, to: toWave },
          present,
          {
            delivering: results.match.excluded.groups,
            threshold: results.threshold,
            hasEverybody: selection.level === 'restricted',
          },
          { published, madeOn: study.madeOn, modelled: modelledMeasures(results.indicators) },
          language,
        ),
      ],
    },
  ]
}

/** Each version once, in both languages, whatever waves asked it. */
function questionnaireMembers({ study, selection }: ResearchExport): Listed[] {
  const versions = new Map(
    selection.waves.map(({ questionnaire }) => [`${questionnaire.id}-v${questionnaire.version}`, questionnaire]),
  )
  return [...versions].flatMap(([name, questionnaire]) =>
    languages.map(
      (language): Listed => ({
        name: `questionnaires/${name}.${language}.pdf`,
        what: 'questionnaire',
        async content() {
          const { questionnairePdf } = await import('./questionnaire-pdf.ts')
          return [questionnairePdf(questionnaire, language, study.organisation)]
        },
      }),
    ),
  )
}
