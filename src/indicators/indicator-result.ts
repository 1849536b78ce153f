// One indicator's figures: of everybody, of each municipality and of each actor group. Only what may be shown is
// computed: a withheld figure does not exist.
import { areSame, joinTallies, type Tally } from '#stats/tally.ts'
import type { Indicator } from '#survey/questionnaire.ts'
import type { ActorGroup } from './actor-groups.ts'
import { type ChangeRule, changeOfAll, changeOfPairs, estimateOf } from './change.ts'
import { type Cohort, type Cohorts, nobody } from './cohort.ts'
import type { IndicatorComparison } from './comparison.ts'
import type { Disclosure, Verdict, Verdicts } from './disclosure.ts'
import type { Level, Levels, Test, WaveLevels } from './figures.ts'
import type { HiddenGroups } from './group-disclosure.ts'
import { type EndsRule, levelOf } from './level.ts'
import type {
  ActorGroupResult,
  ChangeEstimate,
  IndicatorResult,
  MunicipalityResult,
  PairedChange,
  ResultsRules,
} from './model.ts'
import { correctMunicipalities } from './multiplicity.ts'
import {
  type ModelledMunicipalities,
  modelMunicipalities,
  testUnits,
  type Unit,
  withoutModel,
} from './municipality-model.ts'
import { type Figure, noVariation, type Published, shown, withheld } from './published.ts'

export interface DisclosedIndicator {
  comparison: IndicatorComparison
  cohorts: Cohorts
  disclosure: Disclosure
  actorGroups: readonly ActorGroup[]
  hiddenGroups: HiddenGroups
}

/** What may be said of some people on one indicator. */
interface CohortVerdicts {
  paired: Verdict
  all: Verdict
  levels: Record<'from' | 'to', Record<'core' | 'own', Verdict>>
}

export function resultOf(one: DisclosedIndicator, input: ResultsRules): IndicatorResult {
  const { indicator, core } = one.comparison
  const everybodyRule: ChangeRule = {
    noticeableChange: input.noticeableChange,
    direction: indicator.direction,
    methods: input,
  }
  // A bootstrap of every row would take minutes, and few rows have people enough for one.
  const { bootstrapSeed: _, ...methods } = input
  const rule = { ...everybodyRule, methods }
  const verdicts = verdictsOf(one, ({ total }) => total)
  const overall = estimateChange(one.cohorts.everybody, verdicts, everybodyRule)
  const units = overall.paired.shown ? unitsOf(one) : []
  const modelled = overall.paired.shown
    ? modelMunicipalities(units, input)
    : withoutModel(withheld(overall.paired.reason))
  return {
    indicator,
    core,
    overall,
    levels: levelsOf(one.cohorts.everybody, verdicts, {
      threshold: input.threshold,
      isOneItem: core.items.length === 1,
    }),
    test: testOf(indicator, overall.paired, modelled),
    model: modelled.model,
    byMunicipality: municipalitiesOf(one, input, rule, units, modelled),
    byActorGroup: actorGroupsOf(one, rule),
  }
}

function municipalitiesOf(
  one: DisclosedIndicator,
  { municipalities }: ResultsRules,
  rule: ChangeRule,
  units: readonly Unit[],
  { model, shrunken }: ModelledMunicipalities,
): MunicipalityResult[] {
  const tests = new Map(testUnits(units).map((test, at) => [units[at]?.code, test]))
  const results = municipalities.map(({ code, name }): MunicipalityResult => {
    const cohort = one.cohorts.byMunicipality.get(code) ?? nobody
    const verdicts = verdictsOf(one, ({ byMunicipality }) => byMunicipality.get(code) ?? 'too_few')
    const change = estimateChange(cohort, verdicts, rule)
    return {
      code,
      name,
      change,
      levels: levelsOf(cohort, verdicts, null),
      test: withPairs(change.paired, () => {
        const test = tests.get(code)
        return test ? shown({ ...test, family: 'descriptive', of: 'municipality', adjusted: null }) : noVariation
      }),
      shrunken: withPairs(change.paired, () => {
        const own = shrunken.get(code)
        return own ? shown(own) : model.shown ? withheld('too_few') : model
      }),
    }
  })
  return one.comparison.indicator.role === 'primary' ? correctMunicipalities(results) : results
}

function actorGroupsOf(one: DisclosedIndicator, rule: ChangeRule): ActorGroupResult[] {
  const { protection } = one.disclosure
  return one.actorGroups.map(({ code, title }) => {
    const cohort = one.cohorts.byActorGroup.get(code) ?? nobody
    const obstacle = one.comparison.obstacle
    const isShown = {
      paired: protection.paired.totalShown && !one.hiddenGroups.paired.has(code),
      all: protection.all.totalShown && !one.hiddenGroups.all.has(code),
    }
    const verdict = (column: 'paired' | 'all', isComputable: boolean): Verdict =>
      isComputable ? (isShown[column] ? 'shown' : 'suppressed') : 'too_few'
    const { pairs, from, to, ownFrom, ownTo } = cohort
    const verdicts: CohortVerdicts = {
      paired: obstacle ?? verdict('paired', pairs.changes.n > 0),
      all: obstacle ?? verdict('all', from.n > 0 && to.n > 0),
      levels: {
        from: { core: obstacle ?? verdict('all', from.n > 0), own: verdict('all', ownFrom.n > 0) },
        to: { core: obstacle ?? verdict('all', to.n > 0), own: verdict('all', ownTo.n > 0) },
      },
    }
    return { code, title, change: estimateChange(cohort, verdicts, rule), levels: levelsOf(cohort, verdicts, null) }
  })
}

function verdictsOf(
  { comparison: { obstacle }, disclosure: { paired, all, levels } }: DisclosedIndicator,
  pick: (verdicts: Verdicts) => Verdict,
): CohortVerdicts {
  return {
    paired: obstacle ?? pick(paired),
    all: obstacle ?? pick(all),
    levels: {
      from: { core: obstacle ?? pick(levels.from.core), own: pick(levels.from.own) },
      to: { core: obstacle ?? pick(levels.to.core), own: pick(levels.to.own) },
    },
  }
}

function estimateChange(cohort: Cohort, verdicts: CohortVerdicts, rule: ChangeRule): ChangeEstimate {
  return estimateOf(
    verdicts.paired === 'shown' ? shown(changeOfPairs(cohort.pairs, rule)) : withheld(verdicts.paired),
    verdicts.all === 'shown' ? shown(changeOfAll(cohort.from, cohort.to)) : withheld(verdicts.all),
  )
}

/** @param ends of the total; null = of a row */
function levelsOf(cohort: Cohort, { levels }: CohortVerdicts, ends: EndsRule | null): Levels {
  return {
    from: waveLevelsOf(cohort.from, cohort.ownFrom, levels.from, ends),
    to: waveLevelsOf(cohort.to, cohort.ownTo, levels.to, ends),
  }
}

function waveLevelsOf(
  core: Tally,
  own: Tally,
  verdicts: Record<'core' | 'own', Verdict>,
  ends: EndsRule | null,
): WaveLevels {
  const levelIn = (scores: Tally, verdict: Verdict): Published<Level> =>
    verdict === 'shown' ? shown(levelOf(scores, ends)) : withheld(verdict)
  const level = levelIn(core, verdicts.core)
  // Where the core is all that the wave asked, the two are one.
  if (verdicts.own === verdicts.core && areSame(own, core)) return { core: level, own: level }
  // In a row, the one less the other would be those who answered what the core leaves out: often all but few.
  const isTelling = ends === null && level.shown && verdicts.own === 'shown'
  return { core: level, own: levelIn(own, isTelling ? 'suppressed' : verdicts.own) }
}

/** The visible municipalities with a pair, by code so that sums are the same however people came, and the others together. */
function unitsOf({ cohorts, disclosure }: DisclosedIndicator): Unit[] {
  const { hidden } = disclosure.protection.paired
  const units = [...cohorts.byMunicipality]
    .map(([code, { pairs }]) => ({ code, changes: pairs.changes }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  const visible = units.filter(({ code, changes }) => !hidden.has(code) && changes.n > 0)
  const others = joinTallies(units.filter(({ code }) => hidden.has(code)).map(({ changes }) => changes))
  return others.n > 0 ? [...visible, { code: null, changes: others }] : visible
}

/** The primary claim is that of the average municipality, and of the average participant where there is no such. */
function testOf({ role }: Indicator, paired: Published<PairedChange>, modelled: ModelledMunicipalities): Figure<Test> {
  if (role === 'primary' && modelled.test.shown) return modelled.test
  return withPairs(paired, ({ n, t, p }) => {
    if (t === null || p === null) return noVariation
    const isPrimary = role === 'primary'
    const family = isPrimary ? 'primary' : role === 'scale' ? 'scale' : 'descriptive'
    return shown({ family, of: 'average_participant', t, df: n - 1, p, adjusted: isPrimary ? p : null })
  })
}

const withPairs = <T>(paired: Published<PairedChange>, make: (value: PairedChange) => Figure<T>): Figure<T> =>
  paired.shown ? make(paired.value) : withheld(paired.reason)
