// What is known about a published figure by its name: its unit, and who described the formula. The words stand in
// i18n/…/figures.ts under the same name.
import type { Phrases } from '#i18n/phrases.ts'

export type FieldName = keyof Phrases['figures']['field']
export type Unit = keyof Phrases['figures']['unit']

export interface Field {
  unit: Unit
  /** Where the formula is described; left out where it only counts. */
  source?: string
}

const pomp =
  'Cohen, Cohen, Aiken & West (1999), The problem of units and the circumstance for POMP, Multivariate Behavioral Research 34(3)'
const student = 'Student (1908), The probable error of a mean, Biometrika 6(1)'
const welch = 'Welch (1947), The generalization of Student’s problem, Biometrika 34(1–2)'
const hodgesLehmann =
  'Hodges & Lehmann (1963), Estimates of location based on rank tests, Annals of Mathematical Statistics 34(2)'
const bonett =
  'Bonett (2008), Confidence intervals for standardized linear contrasts of means, Psychological Methods 13(2)'
const hedges = 'Hedges (1981), Distribution theory for Glass’s estimator, Journal of Educational Statistics 6(2)'
const wilcoxon =
  'Wilcoxon (1945), Biometrics Bulletin 1(6); Pratt (1959), Journal of the American Statistical Association 54'
const kerby = 'Kerby (2014), The simple difference formula, Comprehensive Psychology 3'
const wilson = 'Wilson (1927), Journal of the American Statistical Association 22'
const bootstrap = 'Efron (1979), Bootstrap methods, Annals of Statistics 7(1)'
const bca = 'Efron (1987), Better bootstrap confidence intervals, Journal of the American Statistical Association 82'
const terwee =
  'Terwee and others (2007), Quality criteria for measurement properties, Journal of Clinical Epidemiology 60(1)'
const holm =
  'Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2)'
const randomEffects = 'DerSimonian & Laird (1986), Meta-analysis in clinical trials, Controlled Clinical Trials 7(3)'
const hartungKnapp = 'Hartung & Knapp (2001), Statistics in Medicine 20'
const betweenVariance =
  'Paule & Mandel (1982), Journal of Research of the National Bureau of Standards 87(5); R: metafor::rma'
const viechtbauer = 'Viechtbauer (2007), Statistics in Medicine 26'
const higgins = 'Higgins & Thompson (2002), Statistics in Medicine 21'
const higgins2009 = 'Higgins, Thompson & Spiegelhalter (2009), Journal of the Royal Statistical Society A 172'
const cliff = 'Cliff (1993), Dominance statistics, Psychological Bulletin 114(3)'
const kish = 'Kish (1965), Survey Sampling; weighting classes as in R: survey::svymean'
const cohen = 'Cohen (1988), Statistical Power Analysis; R: power.t.test'
const network = 'Wasserman & Faust (1994), Social Network Analysis, 4.5'
const reciprocity = 'Squartini and others (2013), Reciprocity of weighted networks, Scientific Reports 3'
const links = 'Garlaschelli & Loffredo (2004), Patterns of link reciprocity, Physical Review Letters 93'
const mcnemar = 'McNemar (1947), Psychometrika 12; R: binom.test'
const cronbach = 'Cronbach (1951), Coefficient alpha, Psychometrika 16'
const feldt = 'Feldt (1965), Psychometrika 30'
const mcdonald = 'McDonald (1999), Test Theory'
const aapor = 'AAPOR (2016), Standard Definitions'

const fields: Readonly<Record<FieldName, Field>> = {
  n: { unit: 'people' },
  fromMean: { unit: 'points', source: pomp },
  toMean: { unit: 'points', source: pomp },
  fromSd: { unit: 'points' },
  toSd: { unit: 'points' },
  meanChange: { unit: 'change', source: student },
  sdChange: { unit: 'points' },
  interval: { unit: 'change', source: student },
  t: { unit: 'ratio', source: student },
  p: { unit: 'probability', source: student },
  improved: { unit: 'people' },
  unchanged: { unit: 'people' },
  declined: { unit: 'people' },
  finding: { unit: 'word' },
  compositionWarning: { unit: 'word' },
  status: { unit: 'word' },
  correlation: { unit: 'ratio' },
  typical_fromMedian: { unit: 'points' },
  typical_toMedian: { unit: 'points' },
  typical_medianChange: { unit: 'change' },
  typical_hodgesLehmann: { unit: 'change', source: hodgesLehmann },
  effect_dz: { unit: 'ratio', source: bonett },
  effect_gz: { unit: 'ratio', source: hedges },
  effect_dAv: { unit: 'ratio', source: bonett },
  effect_gAv: { unit: 'ratio', source: hedges },
  effect_standardError: { unit: 'ratio', source: bonett },
  effect_interval: { unit: 'ratio', source: bonett },
  ranks_zeros: { unit: 'word', source: wilcoxon },
  ranks_nonZero: { unit: 'people' },
  ranks_positiveRanks: { unit: 'number', source: wilcoxon },
  ranks_negativeRanks: { unit: 'number', source: wilcoxon },
  ranks_p: { unit: 'probability', source: wilcoxon },
  ranks_method: { unit: 'word', source: wilcoxon },
  ranks_rankBiserial: { unit: 'ratio', source: kerby },
  ranks_rankBiserialInterval: { unit: 'ratio', source: kerby },
  shares_share: { unit: 'share' },
  shares_interval: { unit: 'share', source: wilson },
  shares_net: { unit: 'ratio' },
  bootstrap_seed: { unit: 'identifier' },
  bootstrap_replicates: { unit: 'number' },
  bootstrap_percentile: { unit: 'change', source: bootstrap },
  bootstrap_bca: { unit: 'change', source: bca },
  levels_n: { unit: 'people' },
  levels_mean: { unit: 'points', source: pomp },
  levels_sd: { unit: 'points' },
  levels_median: { unit: 'points' },
  ends_share: { unit: 'share' },
  ends_interval: { unit: 'share', source: wilson },
  ends_floorFlag: { unit: 'word', source: terwee },
  ends_ceilingFlag: { unit: 'word', source: terwee },
  test_family: { unit: 'word' },
  test_of: { unit: 'word' },
  test_t: { unit: 'ratio' },
  test_df: { unit: 'number' },
  test_p: { unit: 'probability', source: student },
  test_adjusted: { unit: 'probability', source: holm },
  shrunken_estimate: { unit: 'change', source: randomEffects },
  shrunken_ownWeight: { unit: 'ratio', source: randomEffects },
  shrunken_standardError: { unit: 'points', source: randomEffects },
  shrunken_interval: { unit: 'change', source: randomEffects },
  model_method: { unit: 'word', source: betweenVariance },
  model_spread: { unit: 'word' },
  model_units: { unit: 'number' },
  averageParticipant_mean: { unit: 'change' },
  averageParticipant_standardError: { unit: 'points', source: student },
  averageParticipant_interval: { unit: 'change', source: student },
  model_mean: { unit: 'change', source: randomEffects },
  model_standardError: { unit: 'points', source: hartungKnapp },
  model_interval: { unit: 'change', source: hartungKnapp },
  model_tau2: { unit: 'ratio', source: betweenVariance },
  model_tau2Interval: { unit: 'ratio', source: viechtbauer },
  model_q: { unit: 'ratio', source: higgins },
  model_qDf: { unit: 'number' },
  model_qP: { unit: 'probability', source: higgins },
  model_iSquared: { unit: 'part', source: higgins },
  model_predictionInterval: { unit: 'change', source: higgins2009 },
  all_fromN: { unit: 'people' },
  all_toN: { unit: 'people' },
  all_fromMean: { unit: 'points', source: pomp },
  all_toMean: { unit: 'points', source: pomp },
  all_meanChange: { unit: 'change', source: welch },
  all_interval: { unit: 'change', source: welch },
  invitedFrom: { unit: 'people' },
  invitedTo: { unit: 'people' },
  answeredFrom: { unit: 'people' },
  answeredTo: { unit: 'people' },
  both: { unit: 'people' },
  onlyFrom: { unit: 'people' },
  onlyTo: { unit: 'people' },
  comparable: { unit: 'questions' },
  core_items: { unit: 'word' },
  core_total: { unit: 'questions' },
  left_reason: { unit: 'word' },
  threshold: { unit: 'people' },
  noticeableChange: { unit: 'points' },
  kind: { unit: 'word' },
  version: { unit: 'number' },
  groups: { unit: 'word' },
  stayers: { unit: 'people' },
  leavers: { unit: 'people' },
  shareOfStayers: { unit: 'share' },
  shareOfLeavers: { unit: 'share' },
  stayers_n: { unit: 'people' },
  stayers_mean: { unit: 'points', source: pomp },
  stayers_sd: { unit: 'points' },
  leavers_n: { unit: 'people' },
  leavers_mean: { unit: 'points', source: pomp },
  leavers_sd: { unit: 'points' },
  estimate_difference: { unit: 'change', source: welch },
  estimate_interval: { unit: 'change', source: welch },
  hedgesG: { unit: 'ratio', source: hedges },
  cliffsDelta: { unit: 'ratio', source: cliff },
  noteworthy: { unit: 'word' },
  unweighted_meanChange: { unit: 'change', source: student },
  unweighted_interval: { unit: 'change', source: student },
  weighted_meanChange: { unit: 'change', source: kish },
  weighted_standardError: { unit: 'points', source: kish },
  weighted_interval: { unit: 'change', source: kish },
  designEffect: { unit: 'ratio', source: kish },
  classes: { unit: 'word' },
  worstCase: { unit: 'change' },
  assumedSdChange: { unit: 'points' },
  power: { unit: 'ratio', source: cohen },
  detectable_change: { unit: 'points', source: cohen },
  detectable_n: { unit: 'people' },
  wanted_change: { unit: 'points' },
  pairs: { unit: 'people', source: cohen },
  grouped: { unit: 'word' },
  codes: { unit: 'word' },
  distributions_n: { unit: 'people' },
  groups_from: { unit: 'people' },
  groups_to: { unit: 'people' },
  unsure_from: { unit: 'people' },
  unsure_to: { unit: 'people' },
  indicator: { unit: 'word' },
  wave: { unit: 'word' },
  grid: { unit: 'word' },
  about_groups: { unit: 'word' },
  rows_groups: { unit: 'word' },
  strongest: { unit: 'number' },
  cells_n: { unit: 'people' },
  cells_fromMean: { unit: 'steps' },
  cells_toMean: { unit: 'steps' },
  density: { unit: 'ratio', source: network },
  reciprocity: { unit: 'ratio', source: reciprocity },
  grids_correlation: { unit: 'ratio', source: links },
  items_n: { unit: 'people' },
  items_fromMean: { unit: 'steps' },
  items_toMean: { unit: 'steps' },
  items_meanChange: { unit: 'stepChange', source: student },
  items_sdChange: { unit: 'steps' },
  items_interval: { unit: 'stepChange', source: student },
  items_indicators: { unit: 'word' },
  reversed: { unit: 'word' },
  topTwo_count: { unit: 'people' },
  topTwo_share: { unit: 'share' },
  topTwo_extreme: { unit: 'word' },
  topTwo_p: { unit: 'probability', source: mcnemar },
  perceived_n: { unit: 'people' },
  points_n: { unit: 'people' },
  points_share: { unit: 'share' },
  extremes_n: { unit: 'people' },
  extremes_floor: { unit: 'share', source: terwee },
  extremes_ceiling: { unit: 'share', source: terwee },
  flagged: { unit: 'word', source: terwee },
  reliability_n: { unit: 'people' },
  alpha_value: { unit: 'ratio', source: cronbach },
  alpha_interval: { unit: 'ratio', source: feldt },
  omega: { unit: 'ratio', source: mcdonald },
  itemRest: { unit: 'ratio' },
  alphaWithout: { unit: 'ratio', source: cronbach },
  weak: { unit: 'word' },
  looksBackOn: { unit: 'word' },
  responseShift_n: { unit: 'people' },
  recalibration_mean: { unit: 'stepChange', source: student },
  adjusted_mean: { unit: 'stepChange', source: student },
  prospective_mean: { unit: 'stepChange', source: student },
  responseShift_interval: { unit: 'stepChange', source: student },
  possibleShift: { unit: 'word' },
  invited: { unit: 'people', source: aapor },
  delivered: { unit: 'people', source: aapor },
  opened: { unit: 'people', source: aapor },
  started: { unit: 'people', source: aapor },
  answered: { unit: 'people', source: aapor },
  modes_count: { unit: 'people' },
  respondents_item: { unit: 'word' },
  respondents_either: { unit: 'people' },
  respondents_from: { unit: 'people' },
  respondents_to: { unit: 'people' },
  respondents_both: { unit: 'people' },
  shareOfEither: { unit: 'share' },
  shareOfFrom: { unit: 'share' },
  shareOfTo: { unit: 'share' },
  shareOfBoth: { unit: 'share' },
  usable: { unit: 'people', source: aapor },
  retention: { unit: 'share' },
  complete: { unit: 'people', source: aapor },
  partial: { unit: 'people', source: aapor },
  breakOff: { unit: 'people', source: aapor },
  refusal: { unit: 'people', source: aapor },
  nonContact: { unit: 'people', source: aapor },
  notEligible: { unit: 'people', source: aapor },
  rr1: { unit: 'share', source: aapor },
  rr2: { unit: 'share', source: aapor },
  replacedSeats: { unit: 'number' },
  turnover_left: { unit: 'people' },
  withdrawn: { unit: 'people' },
  target: { unit: 'points' },
  targets_n: { unit: 'people' },
  targets_mean: { unit: 'points', source: pomp },
  targets_interval: { unit: 'points', source: student },
  standing: { unit: 'word' },
  minimalImportantChange: { unit: 'points' },
  importance_n: { unit: 'people' },
  importance_meanChange: { unit: 'change', source: student },
  importance_interval: { unit: 'change', source: student },
  importance: { unit: 'word' },
}

/** The ends of an interval go by its own name. */
const ends: readonly string[] = ['low', 'high']

/** Hidden municipalities taken together are estimated as one that is shown; the rules name the seed by what it is for. */
const sameAs: Readonly<Record<string, string>> = { takenTogether: 'shrunken', bootstrapSeed: 'bootstrap_seed' }

/** A member of a list that has no name of its own. */
const isPlace = (part: string): boolean => /^\d+$/.test(part)

/** The name under which a figure is described: as a field of its group (`all_meanChange`), or by itself. */
export const findFieldName = (path: readonly string[]): FieldName | undefined =>
  findName(
    path.filter((part) => !ends.includes(part)),
    fields,
  )

/** The last part of a path among the names given: of its nearest group that has one of its own, or plain. */
export function findName<T extends object>(path: readonly string[], names: T): (keyof T & string) | undefined {
  const named = isPlace(path.at(-1) ?? '') ? path.slice(0, -1) : path
  const parts = named.map((part) => sameAs[part] ?? part)
  const last = parts.at(-1) ?? ''
  const candidates = parts.slice(0, -1).map((group) => `${group}_${last}`)
  // A group that is described like another may still be called otherwise.
  return [...candidates.reverse(), named.at(-1) ?? '', last].find((name): name is keyof T & string =>
    Object.hasOwn(names, name),
  )
}

export const fieldOf = (name: FieldName): Field => fields[name]
