// The release level: what may leave the house for good. Its promise is that of the published tables (indicators/
// disclosure.ts), kept by the same decisions: where a figure is hidden, the people who make it are not in the file.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import type { PanelPerson } from '#store/panel.ts'
import type { Item, Questionnaire, Text } from '#survey/questionnaire.ts'
import type { ResearchWave } from '../reading.ts'
import { groupsOf, type Place, type Selection } from '../selection.ts'
import { columnsToTell, type Told } from './anonymity.ts'
import { answeredWaves, type CensusRules, isDelivering, takeCensus } from './census.ts'
import { standingOfGroups, standingOfMunicipalities } from './hidden.ts'
import { chooseStaying, mayTellGroups, type Staying, stays } from './staying.ts'

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

/** @returns undefined where no municipality may stay */
export function planRelease({ waves, editions, municipalities, people }: ReleaseInput): Release | undefined {
  // So many share what could tell who they are: the largest of what the editions ask for.
  const fewest = Math.max(...editions.map(({ threshold }) => threshold))
  const rules: CensusRules = {
    waves,
    delivering: new Set(editions.flatMap(({ match }) => match.excluded.groups)),
    background: [...new Set(waves.flatMap(({ questionnaire }) => backgroundOf(questionnaire)))],
  }
  const { classes, leftOutDelivering } = takeCensus(people, rules)
  const inFile = (id: string) => waves.every(({ questionnaire }) => isWhole(questionnaire, id, isOpinion))
  const staying = chooseStaying(classes, standingOfMunicipalities(editions, inFile), fewest)
  const left = classes.filter((some) => stays(some, staying))
  if (left.length === 0) return undefined
  const told = columnsToTell(
    left,
    {
      actorGroup: mayTellGroups(classes, standingOfGroups(editions, inFile), staying, fewest),
      background: rules.background.length > 0,
    },
    fewest,
  )
  const groups = new Set(left.map(({ actorGroup }) => actorGroup))
  return {
    selection: {
      level: 'release',
      waves,
      municipality: {
        codeOf: ({ municipality }) => municipality,
        values: municipalities
          .filter(({ code }) => staying.municipalities.has(code))
          .map(({ code, name }) => ({ code, label: { sv: name, en: name } })),
      },
      actorGroup: told.actorGroup
        ? {
            codeOf: ({ actorGroup }) => actorGroup,
            values: groupsOf(waves).filter(({ code }) => groups.has(code)),
          }
        : null,
      tellsCircumstances: false,
      keepsItem: (item) => isOpinion(item) || (told.background && rules.background.includes(item.id)),
      keepsIndicator: ({ id }) => inFile(id),
      keepsPerson: (person) => keeps(person, rules, staying),
    },
    steps: stepsOf({ waves, leftOutDelivering, staying, told, background: rules.background, fewest }),
  }
}

function keeps(person: PanelPerson, rules: CensusRules, staying: Staying): boolean {
  const answered = answeredWaves(person, rules)
  const { municipality } = person
  const isComplete = answered === rules.waves.length
  return answered > 0 && !isDelivering(person, rules) && stays({ municipality, isComplete }, staying)
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

interface Done {
  waves: readonly ResearchWave[]
  leftOutDelivering: boolean
  staying: Staying
  told: Told
  background: readonly string[]
  fewest: number
}

const stepsOf = (done: Done): Text[] => {
  const [sv, en] = [stepsIn(done, 'sv'), stepsIn(done, 'en')]
  return sv.map((step, at) => ({ sv: step, en: en[at] ?? step }))
}

function stepsIn(done: Done, language: Language): string[] {
  const { waves, leftOutDelivering, staying, told, background, fewest } = done
  const { research, common } = phrasesIn(language)
  const words = research.release
  const conditional = waves.flatMap(({ questionnaire }) => questionnaire.items.filter(isConditional))
  const columns = [
    research.municipality,
    ...(told.actorGroup ? [research.actor_group] : []),
    ...(told.background ? background : []),
  ]
  return [
    words.waves(waves.map(({ kind }) => common.waveKind[kind]).join(', ')),
    words.leftOut,
    words.howMany,
    ...(leftOutDelivering ? [words.delivering] : []),
    staying.oneWave ? words.silent : words.oneWave,
    words.columns,
    ...(told.background ? [words.background(background.join(', '))] : []),
    ...(conditional.length > 0 ? [words.conditional([...new Set(conditional.map(({ id }) => id))].join(', '))] : []),
    ...(told.actorGroup ? [] : [words.noGroups]),
    words.anonymity(formatCount(fewest, language), columns.join(' × ')),
  ]
}

const isConditional = (item: Item): boolean => item.type === 'rating' && item.showIf !== undefined
