// The views of one project: municipalities on a measure, actor groups on a measure, and all measures of somebody.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import type { Cut } from '#store/cuts.ts'
import type { View as Picturing } from '#survey/views.ts'
import { type ForestPicture, showForest } from './chart.ts'
import { buildFairness, type Fairness } from './fairness.ts'
import { buildPictures, type Picture } from './pictures.ts'
import { everybodyRow, groupRows, measureRows, municipalityRows, type Row, selectablesOf } from './rows.ts'
import { type Select, selectCut, selectIndicator, selectWho } from './selects.ts'
import { type Source, waveDays } from './source.ts'
import type { Chosen, Reading } from './state.ts'

export interface MunicipalitiesBody {
  kind: 'municipalities'
  measure: string
  fairness: Fairness
  picture: ForestPicture
  rows: readonly Row[]
  everybody: Row
  hidden: string | null
  /** Whether there is a model to draw the measured figures towards. */
  hasShrunken: boolean
}
export interface GroupsBody {
  kind: 'groups'
  measure: string
  rows: readonly Row[]
  everybody: Row
  hidden: string | null
}
export interface WholeBody {
  kind: 'whole'
  name: string
  pictures: readonly Picture[]
  rows: readonly Row[]
  hasShrunken: boolean
}

/** What a view shows, what was chosen to get there, and what else can be chosen. */
export interface Shown<Body> {
  body: Body
  chosen: Chosen
  selects: readonly Select[]
}

export interface Asking {
  source: Source
  reading: Reading
  /** Newest first. */
  cuts: readonly Cut[]
  /** Whether the answers as they are now may be shown. */
  hasNow: boolean
  slug: string
  projectName: string
  pictures: readonly Picturing[]
  language: Language
}

/** @throws RangeError where the results have no indicator at all */
export function showMunicipalities(asking: Asking): Shown<MunicipalitiesBody> {
  const { source, language, slug, projectName } = asking
  const result = chooseIndicator(source.results, asking.reading)
  const rows = municipalityRows(result, language)
  const dates = waveDays(source, language)
  return {
    body: {
      kind: 'municipalities',
      measure: result.indicator.title[language],
      fairness: buildFairness(result, language),
      picture: showForest(source, slug, result.indicator.id, { language, projectName, dates }),
      rows,
      everybody: everybodyRow(result, language),
      hidden: hiddenMunicipalities(result, source.results.threshold, language),
      hasShrunken: result.model.shown,
    },
    ...withIndicator(asking, result),
  }
}

export function showGroups(asking: Asking): Shown<GroupsBody> {
  const { source, language } = asking
  const result = chooseIndicator(source.results, asking.reading)
  const few = result.byActorGroup.filter(({ change: { paired } }) => !paired.shown && isFew(paired.reason))
  const names = few.map(({ title }) => title[language]).join(', ')
  return {
    body: {
      kind: 'groups',
      measure: result.indicator.title[language],
      rows: groupRows(result, language),
      everybody: everybodyRow(result, language),
      hidden: names === '' ? null : withCounted(phrasesIn(language).compare.groupsHidden(names), result, language),
    },
    ...withIndicator(asking, result),
  }
}

export function showWhole(asking: Asking): Shown<WholeBody> {
  const { source, reading, language, pictures } = asking
  const selectables = selectablesOf(source.results, language)
  const value = reading.chooseOrNone(
    'of',
    selectables.map((one) => one.value),
  )
  const of = selectables.find((one) => one.value === value) ?? null
  const rows = measureRows(source.results, of, language)
  return {
    body: {
      kind: 'whole',
      name: of?.name ?? phrasesIn(language).compare.everybody,
      pictures: buildPictures(pictures, source.results, of, language),
      rows,
      hasShrunken: of?.kind === 'municipality',
    },
    chosen: { ...(value === null ? {} : { of: value }), ...cutOf(source) },
    selects: [selectWho(selectables, value, language), ...cutSelects(asking)],
  }
}

/** The one asked for, else the primary one, else the first. */
export function chooseIndicator({ indicators }: ProjectResults, reading: Reading): IndicatorResult {
  const usual = indicators.find(({ indicator }) => indicator.role === 'primary') ?? indicators[0]
  if (!usual) throw new RangeError('the results have no indicator')
  const id = reading.choose(
    'indicator',
    indicators.map(({ indicator }) => indicator.id),
    usual.indicator.id,
  )
  return indicators.find(({ indicator }) => indicator.id === id) ?? usual
}

const withIndicator = (asking: Asking, { indicator }: IndicatorResult): Omit<Shown<never>, 'body'> => ({
  chosen: { indicator: indicator.id, ...cutOf(asking.source) },
  selects: [selectIndicator(asking.source.results, indicator.id, asking.language), ...cutSelects(asking)],
})

const cutOf = ({ cut }: Source): Chosen => (cut ? { cut: cut.code } : {})

const cutSelects = ({ cuts, source, language, hasNow }: Asking): Select[] =>
  cuts.length === 0 ? [] : [selectCut(cuts, source.cut?.code ?? null, language, { orNow: hasNow })]

function hiddenMunicipalities(result: IndicatorResult, threshold: number, language: Language) {
  const few = result.byMunicipality.filter(({ change: { paired } }) => !paired.shown && isFew(paired.reason))
  const names = few.map(({ name }) => name).join(', ')
  if (names === '') return null
  return withCounted(phrasesIn(language).compare.hidden(names, formatCount(threshold, language)), result, language)
}

/** That the hidden ones are in everybody's figure, where there is one. */
const withCounted = (told: string, { overall }: IndicatorResult, language: Language): string =>
  overall.paired.shown ? `${told} ${phrasesIn(language).compare.counted}` : told

/** Hidden for the sake of those who answered, not because there is nothing to compare. */
const isFew = (reason: string): boolean => reason === 'too_few' || reason === 'suppressed'
