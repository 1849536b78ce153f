// Counts of the people of a release by everything that could tell who they are: municipality × actor group × background.
import type { PanelPerson } from '#store/panel.ts'
import type { StoredResponse } from '#store/responses.ts'
import { findItem } from '#survey/lookup.ts'
import type { Indicator, Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { itemValue } from '#survey/scoring.ts'
import type { ResearchWave } from '../reading.ts'
import { levelKey } from './hidden.ts'

/** People who share a combination. */
export interface Class {
  municipality: string
  actorGroup: string
  /** Answered both waves. */
  isComplete: boolean
  /** Answers to the background questions that may stay, of both waves, as one text. */
  background: string
  people: number
  /** Levels, as levelKey, that somebody of them counts in whatever part of the items they are made of. */
  levels: ReadonlySet<string>
}

export interface Census {
  /** Of everybody who answered, without those who deliver the project. */
  classes: readonly Class[]
  /** Whether anybody was left out because they deliver the project. */
  leftOutDelivering: boolean
}

export interface CensusRules {
  waves: readonly ResearchWave[]
  delivering: ReadonlySet<string>
  /** Ids of items. */
  background: readonly string[]
}

export const isDelivering = ({ waves }: PanelPerson, rules: CensusRules): boolean =>
  waves.some(({ kind, actorGroup }) => isTold(kind, rules) && rules.delivering.has(actorGroup))

/** How many of the waves somebody answered. */
export const answeredWaves = ({ waves }: PanelPerson, rules: CensusRules): number =>
  waves.filter(({ kind, response }) => isTold(kind, rules) && response !== null).length

const isTold = (kind: WaveKind, { waves }: CensusRules): boolean => waves.some((wave) => wave.kind === kind)

/** Reads everybody once; memory holds the combinations there are. */
export function takeCensus(people: Iterable<PanelPerson>, rules: CensusRules): Census {
  const classes = new Map<string, Class & { levels: Set<string> }>()
  let leftOutDelivering = false
  for (const person of people) {
    const answered = answeredWaves(person, rules)
    if (isDelivering(person, rules)) leftOutDelivering = true
    else if (answered > 0) {
      const isComplete = answered === rules.waves.length
      const { municipality, actorGroup } = person
      const background = backgroundOf(person, rules)
      const key = JSON.stringify([municipality, actorGroup, isComplete, background])
      const nobody = { municipality, actorGroup, isComplete, background, people: 0, levels: new Set<string>() }
      const known = classes.get(key) ?? nobody
      known.people += 1
      for (const level of levelsOf(person, rules)) known.levels.add(level)
      classes.set(key, known)
    }
  }
  return { classes: [...classes.values()], leftOutDelivering }
}

const backgroundOf = ({ waves }: PanelPerson, { waves: told, background }: CensusRules): string =>
  JSON.stringify(
    told.map(({ kind }) =>
      background.map((item) => waves.find((wave) => wave.kind === kind)?.response?.answers[item] ?? null),
    ),
  )

/** Those of which the person has answered every item. */
function levelsOf({ waves }: PanelPerson, { waves: told }: CensusRules): string[] {
  return told.flatMap(({ kind, questionnaire }) => {
    const response = waves.find((wave) => wave.kind === kind)?.response
    if (!response) return []
    return questionnaire.indicators
      .filter((indicator) => answersAll(questionnaire, indicator, response))
      .map(({ id }) => levelKey(kind, id))
  })
}

function answersAll(questionnaire: Questionnaire, indicator: Indicator, response: StoredResponse): boolean {
  if (indicator.kind === 'scale')
    return indicator.items.every(({ item: id }) => {
      const item = findItem(questionnaire, id)
      return item !== undefined && itemValue(questionnaire, item, response.answers[id]) !== undefined
    })
  return indicator.of.every((part) => {
    const found = questionnaire.indicators.find(({ id }) => id === part)
    return found !== undefined && answersAll(questionnaire, found, response)
  })
}
