// The release level: what may leave the house for good. Its promise is that of the published tables (indicators/
// disclosure.ts), kept by the same decisions: where a figure is hidden, the file does not tell who makes it.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import type { PanelPerson } from '#store/panel.ts'
import type { Item, Questionnaire, Text } from '#survey/questionnaire.ts'
import type { ResearchWave } from '../reading.ts'
import { groupsOf, type Place, type Selection, type Told } from '../selection.ts'
import { inBoth } from '../variable.ts'
import { columnsToTell, type Told as ToldColumns } from './anonymity.ts'
import { answeredWaves, type Census, type CensusRules, isDelivering, takeCensus } from './census.ts'
import { type Standing, standingOfGroups, standingOfMunicipalities } from './hidden.ts'
import { type Members, pooledCode, poolOf } from './pool.ts'

/** Background questions that may stay where k people share them: how long somebody has been at it. Never age or gender. */
const mayStay: Readonly<Record<string, readonly string[]>> = { samverkan: ['B4'] }

export interface ReleaseInput {
  /** The two that the results compare. */
  waves: readonly ResearchWave[]
  /** The results as they are now, then every edition that was published. */
  editions: readonly ProjectResults[]
  municipalities: readonly Place[]
  people: Iterable<PanelPerson>
}

export interface Release {
  selection: Selection
  /** What was done, for the README. */
  steps: Text[]
}

/** @returns undefined where fewer people answered than may be shown together */
export function planRelease({ waves, editions, municipalities, people }: ReleaseInput): Release | undefined {
  // So many share what could tell who they are: the largest of what the editions ask for.
  const fewest = Math.max(...editions.map(({ threshold }) => threshold))
  const rules: CensusRules = {
    waves,
    delivering: new Set(editions.flatMap(({ match }) => match.excluded.groups)),
    background: [...new Set(waves.flatMap(({ questionnaire }) => backgroundOf(questionnaire)))],
  }
  const census = takeCensus(people, rules)
  const inFile = (id: string) => waves.every(({ questionnaire }) => isWhole(questionnaire, id, isOpinion))
  const places = pooling(census.municipalities, standingOfMunicipalities(editions, inFile), fewest)
  const groups = pooling(census.actorGroups, standingOfGroups(editions, inFile), fewest)
  const told = columnsToTell(
    census,
    { municipality: places.tell, actorGroup: groups.tell },
    { municipality: places.says, actorGroup: groups.says, background: rules.background.length > 0 },
    fewest,
  )
  if (!told) return undefined
  const isComplete = (person: PanelPerson) => answeredWaves(person, rules) === waves.length
  return {
    selection: {
      level: 'release',
      waves,
      municipality: told.municipality
        ? {
            codeOf: (person) => places.tell(person.municipality, isComplete(person)),
            values: valuesOf(places, namedPlaces(municipalities), 'municipality'),
          }
        : null,
      actorGroup: told.actorGroup
        ? {
            codeOf: (person) => groups.tell(person.actorGroup, isComplete(person)),
            values: valuesOf(groups, groupsOf(waves), 'actor_group'),
          }
        : null,
      tellsCircumstances: false,
      keepsItem: (item) => isOpinion(item) || (told.background && rules.background.includes(item.id)),
      keepsIndicator: ({ id }) => inFile(id),
      keepsPerson: (person) => !isDelivering(person, rules) && answeredWaves(person, rules) > 0,
    },
    steps: stepsOf({ waves, census, places, groups, told, background: rules.background, fewest }),
  }
}

const backgroundOf = ({ id, items }: Questionnaire): string[] =>
  (mayStay[id] ?? []).filter((kept) => items.some((item) => item.id === kept && item.type === 'choice'))

/** A rating that everybody is asked. Where only some are, the gap tells who they are. */
const isOpinion = (item: Item): boolean => item.type === 'rating' && !item.showIf

/** Whether all that the indicator is made of is in the file. */
function isWhole(questionnaire: Questionnaire, id: string, keepsItem: (item: Item) => boolean): boolean {
  const indicator = questionnaire.indicators.find((one) => one.id === id)
  if (!indicator) return true
  if (indicator.kind === 'composite') return indicator.of.every((part) => isWhole(questionnaire, part, keepsItem))
  const own = new Set(indicator.items.map(({ item }) => item))
  return questionnaire.items.every((item) => !own.has(item.id) || keepsItem(item))
}

interface Pooling {
  groups: ReadonlyMap<string, Members>
  pool: ReadonlySet<string>
  /** Whether anything is left to tell. */
  says: boolean
  tell: (code: string, isComplete: boolean) => string
}

function pooling(groups: ReadonlyMap<string, Members>, standing: Standing, fewest: number): Pooling {
  const pool = poolOf(groups, standing, fewest)
  return {
    groups,
    pool,
    says: pool.size < groups.size,
    tell: (code, isComplete) => (isComplete && !pool.has(code) ? code : pooledCode),
  }
}

const namedPlaces = (places: readonly Place[]) =>
  places.map(({ code, name }) => ({ code, label: { sv: name, en: name } }))

/** The codes that stand in the column, the pool's last. */
function valuesOf(
  { groups, pool }: Pooling,
  named: readonly { code: string; label: Text }[],
  column: 'municipality' | 'actor_group',
): Told['values'] {
  const label = inBoth((language) => phrasesIn(language).research.other[column])
  return [...named.filter(({ code }) => groups.has(code) && !pool.has(code)), { code: pooledCode, label }]
}

interface Done {
  waves: readonly ResearchWave[]
  census: Census
  places: Pooling
  groups: Pooling
  told: ToldColumns
  background: readonly string[]
  fewest: number
}

const stepsOf = (done: Done): Text[] => {
  const [sv, en] = [stepsIn(done, 'sv'), stepsIn(done, 'en')]
  return sv.map((step, at) => ({ sv: step, en: en[at] ?? step }))
}

function stepsIn({ waves, census, places, groups, told, background, fewest }: Done, language: Language): string[] {
  const { research, common } = phrasesIn(language)
  const words = research.release
  const count = (value: number) => formatCount(value, language)
  const conditional = waves.flatMap(({ questionnaire }) => questionnaire.items.filter(isConditional))
  const columns = [
    ...(told.municipality ? [research.municipality] : []),
    ...(told.actorGroup ? [research.actor_group] : []),
    ...(told.background ? background : []),
  ]
  return [
    words.waves(waves.map(({ kind }) => common.waveKind[kind]).join(', ')),
    ...(census.leftOutDelivering ? [words.delivering] : []),
    words.silent,
    words.columns,
    ...(told.background ? [words.background(background.join(', '))] : []),
    ...(conditional.length > 0 ? [words.conditional([...new Set(conditional.map(({ id }) => id))].join(', '))] : []),
    ...(told.municipality
      ? [words.oneWave, ...(places.pool.size > 0 ? [words.pooled(count(places.pool.size))] : [])]
      : [words.noMunicipality]),
    ...(told.actorGroup
      ? groups.pool.size > 0
        ? [words.pooledGroups(count(groups.pool.size))]
        : []
      : [words.noGroups]),
    columns.length > 0 ? words.anonymity(count(fewest), columns.join(' × ')) : words.wholeFile(count(fewest)),
  ]
}

const isConditional = (item: Item): boolean => item.type === 'rating' && item.showIf !== undefined
