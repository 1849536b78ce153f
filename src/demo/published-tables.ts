// Writes the tables of docs/demo.md anew after the plan or the model has changed:
//   node bin/run.mjs src/demo/published-tables.ts
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readQuestionnaireFiles } from '#store/catalogue.ts'
import { demoQuestionnaire, demoSeed } from './demo.ts'
import { changeTable, peopleTable } from './plan-tables.ts'
import { simulateChange } from './simulation.ts'

const peoplePerMunicipality = 200_000
const root = path.join(import.meta.dirname, '../..')
const document = path.join(root, 'docs/demo.md')

const versions = { baseline: readVersion(1), endline: readVersion(2) }
const change = changeTable((place) => simulateChange(place, versions, peoplePerMunicipality, demoSeed))
const before = readFileSync(document, 'utf8')
writeFileSync(document, putTable(putTable(before, 'change', change), 'people', peopleTable()))

function readVersion(version: number) {
  const found = readQuestionnaireFiles(path.join(root, 'surveys')).find(
    ({ questionnaire }) => questionnaire.id === demoQuestionnaire && questionnaire.version === version,
  )
  if (!found) throw new Error(`surveys/${demoQuestionnaire}/v${version}.json is missing`)
  return found.questionnaire
}

function putTable(text: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
  const [head, rest] = text.split(start)
  const tail = rest?.split(end)[1]
  if (tail === undefined) throw new Error(`docs/demo.md has no place for the table "${name}"`)
  return `${head}${start}\n${table}\n${end}${tail}`
}
