// datapackage.json: what the CSV files hold, for programs that read the Data Package standard, version 2
// (datapackage.org).
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Study } from '../study.ts'
import type { Column } from '../variable.ts'

export interface PackagedTable {
  name: string
  path: string
  columns: readonly Column<never>[]
  primaryKey: readonly string[]
  bytes: number
  sha256: string
}

export function dataPackage(study: Study, tables: readonly PackagedTable[], language: Language): string {
  const words = phrasesIn(language).research
  return `${JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: study.slug,
      title: study.title[language],
      ...(study.about[language] === '' ? {} : { description: study.about[language] }),
      version: study.madeOn,
      created: `${study.madeOn}T00:00:00Z`,
      contributors: [{ title: study.organisation, email: study.contactEmail, roles: ['contact'] }],
      keywords: words.files.keywords,
      resources: tables.map((table) => resource(table, language)),
    },
    null,
    2,
  )}\n`
}

function resource({ name, path, columns, primaryKey, bytes, sha256 }: PackagedTable, language: Language) {
  return {
    name,
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => field(column, language)),
      primaryKey,
      missingValues: [''],
    },
  }
}

function field(column: Column<never>, language: Language) {
  const { name, label, meaning, values, missing, type } = column
  const categories = values.map(({ code, label: text }) => ({
    value: column.storage === 'number' ? Number(code) : String(code),
    ...(text ? { label: text[language] } : {}),
  }))
  return {
    name,
    title: label[language],
    description: meaning[language],
    type: fieldType(column, type),
    ...(categories.length > 0 ? { categories } : {}),
    ...(missing.length > 0
      ? {
          missingValues: [
            { value: '', label: phrasesIn(language).research.files.emptyCell },
            ...missing.map(({ code, label: text }) => ({ value: String(code), label: text[language] })),
          ],
        }
      : {}),
  }
}

function fieldType(column: Column<never>, type: Column<never>['type']): string {
  if (type === 'date') return 'date'
  if (column.storage !== 'number') return 'string'
  return column.decimals === undefined ? 'integer' : 'number'
}
