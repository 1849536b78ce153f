// Writes the tables of docs/demo.md anew after the plan or the model has changed:
//   node bin/run.mjs src/demo/published-tables.ts
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readQuestionnaireFiles } from '#store/catalogue.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { demoSeed } from './demo.ts'
import { laterPlans, plans } from './plan.ts'
import { changeTable, peopleTable } from './plan-tables.ts'
import { simulateChange } from './simulation.ts'
import { demoQuestionnaire } from './stage.ts'

const peoplePerMunicipality = 200_000
const root = path.join(import.meta.dirname, '../..')
const document = path.join(root, 'docs/demo.md')

const [first, second] = [readVersion(1), readVersion(2)]
const changes = (places: typeof plans, versions: { baseline: Questionnaire; endline: Questionnaire }): string =>
  changeTable(places, (place) => simulateChange(place, versions, peoplePerMunicipality, demoSeed))
const tables = {
  change: changes(plans, { baseline: first, endline: second }),
  people: peopleTable(plans),
  'later change': changes(laterPlans, { baseline: second, endline: second }),
  'later people': peopleTable(laterPlans),
}
const before = readFileSync(document, 'utf8')
writeFileSync(
  document,
  Object.entries(tables).reduce((text, [name, table]) => putTable(text, name, table), before),
)

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
