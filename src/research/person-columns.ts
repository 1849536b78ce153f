// Who a row is about, as far as the export tells.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { PanelPerson } from '#store/panel.ts'
import type { Selection, Told } from './selection.ts'
import { type Column, inBoth, type Variable } from './variable.ts'

export function personColumns<Row>(selection: Selection, personOf: (row: Row) => PanelPerson): Column<Row>[] {
  const place = (name: 'municipality' | 'actor_group', told: Told | null): Column<Row>[] =>
    told
      ? [
          {
            ...circumstance(name, 'code'),
            values: told.values,
            storage: 'code',
            value: (row) => told.codeOf(personOf(row)),
          },
        ]
      : []
  return [
    { ...circumstance('participant', 'code'), storage: 'code', value: (row) => personOf(row).name },
    ...place('municipality', selection.municipality),
    ...place('actor_group', selection.actorGroup),
  ]
}

type Noted = keyof ReturnType<typeof wordsIn>['noted']
const wordsIn = (language: Language) => phrasesIn(language).research

/** A column that is not a question: its heading and meaning stand among the phrases. */
export const circumstance = (name: Noted, type: 'code' | 'number' | 'date'): Variable => ({
  name,
  label: inBoth((language) => wordsIn(language)[name]),
  meaning: inBoth((language) => wordsIn(language).noted[name]),
  type,
  source: '',
  values: [],
  missing: [],
  waves: [],
  scores: [],
})
