// English words: what each published figure is and how it is computed, by its name in the results. A name in a group of
// its own (all_…) is looked for before the plain one.
import type sv from '../sv/figures.ts'
import type { Words } from '../words.ts'

const points =
  'A person’s score is the mean of the questions answered, each rescaled to 0–100 over its own scale: (answer − lowest) · 100 / (highest − lowest). Reversed questions are turned back.'
const sd = 'The square root of the sum of squared deviations from the mean, divided by n − 1.'

export default {
  field: {
    n: { name: 'Pairs', formula: 'The number of people with a score in both waves.' },
    fromMean: {
      name: 'Mean, first wave',
      formula: `The mean of people’s scores in the first wave, among those with a score in both. ${points}`,
    },
    toMean: {
      name: 'Mean, second wave',
      formula: `The mean of the same people’s scores in the second wave. ${points}`,
    },
    fromSd: { name: 'Standard deviation, first wave', formula: sd },
    toSd: { name: 'Standard deviation, second wave', formula: sd },
    meanChange: {
      name: 'Change',
      formula: 'The mean of each person’s difference: the score in the second wave minus the score in the first.',
    },
    sdChange: { name: 'Standard deviation of the change', formula: `People’s differences: ${sd.toLowerCase()}` },
    interval: {
      name: '95% confidence interval',
      formula:
        'The mean difference ± t · s / √n, where s is the standard deviation of the differences and t the 97.5th percentile of Student’s t distribution with n − 1 degrees of freedom.',
    },
    t: {
      name: 't',
      formula: 'The mean difference divided by s / √n, s being the standard deviation of the differences.',
    },
    p: {
      name: 'p',
      formula:
        'The probability of a t at least as large, in either direction, if the true change were zero: Student’s t distribution with n − 1 degrees of freedom.',
    },
    improved: {
      name: 'Improved',
      formula: 'The number of people whose score moved by more than the limit in the direction that is better.',
    },
    unchanged: { name: 'Unchanged', formula: 'The number of people whose score moved by no more than the limit.' },
    declined: {
      name: 'Declined',
      formula: 'The number of people whose score moved by more than the limit in the direction that is worse.',
    },
    finding: {
      name: 'What the interval says',
      formula:
        'With the whole interval above zero the measure has increased, below zero decreased. Otherwise the change cannot be told from none.',
    },
    compositionWarning: {
      name: 'Different composition',
      formula:
        'Yes where the change among those who answered both times and among everybody go in different directions, or differ by more than 5 points.',
    },
    status: {
      name: 'Status',
      formula: 'No variation: everybody changed equally much, so there is no interval and no p.',
    },
    correlation: {
      name: 'Correlation between the waves',
      formula: 'Pearson’s correlation between people’s scores in the first and the second wave.',
    },
    typical_fromMedian: {
      name: 'Median, first wave',
      formula: 'The middle value among those with a score in both waves.',
    },
    typical_toMedian: { name: 'Median, second wave', formula: 'The middle value among the same people.' },
    typical_medianChange: { name: 'Median change', formula: 'The middle value of people’s differences.' },
    typical_hodgesLehmann: {
      name: 'Typical change',
      formula: 'The median of the means of all pairs of differences, each with itself included.',
    },
    effect_dz: {
      name: 'Change in standard deviations of the differences',
      formula: 'The mean difference divided by the standard deviation of the differences.',
    },
    effect_gz: {
      name: 'The same, corrected for few people',
      formula:
        'The mean difference divided by the standard deviation of the differences, times Hedges’ factor J(n − 1).',
    },
    effect_dAv: {
      name: 'Change in standard deviations',
      formula: 'The mean difference divided by √((s₁² + s₂²)/2), s being the standard deviations of the waves.',
    },
    effect_gAv: {
      name: 'The same, corrected for few people',
      formula: 'The change in standard deviations times Hedges’ factor J(n − 1).',
    },
    effect_standardError: {
      name: 'Standard error',
      formula: 'Bonett’s standard error of the change in standard deviations.',
    },
    effect_interval: {
      name: '95% confidence interval',
      formula: 'The change in standard deviations ± 1.96 standard errors, times Hedges’ factor.',
    },
    ranks_zeros: {
      name: 'Unchanged people',
      formula: 'Wilcoxon: they are dropped before ranking. Pratt: they are ranked first.',
    },
    ranks_nonZero: { name: 'People who changed', formula: 'The number of people whose difference is not zero.' },
    ranks_positiveRanks: {
      name: 'Rank sum, rises',
      formula: 'The sum of the ranks of differences above zero, ranked by size; equal ones share their rank.',
    },
    ranks_negativeRanks: { name: 'Rank sum, falls', formula: 'The sum of the ranks of differences below zero.' },
    ranks_p: {
      name: 'p, signed ranks',
      formula:
        'The probability of rank sums at least as uneven if every difference could as well have had the other sign.',
    },
    ranks_method: {
      name: 'Method',
      formula: 'Exact: all signs are counted. Normal: the normal distribution, for many people.',
    },
    ranks_rankBiserial: {
      name: 'Rank-biserial correlation',
      formula: '(T₊ − T₋)/(T₊ + T₋), from −1 (all fell) to 1 (all rose).',
    },
    ranks_rankBiserialInterval: {
      name: '95% confidence interval',
      formula:
        'On Fisher’s scale, with the standard error √((2m³ + 3m² + m)/6) / ((m² + m)/2), m being the number who changed.',
    },
    shares_share: { name: 'Share', formula: 'The number divided by the number of pairs.' },
    shares_interval: { name: '95% confidence interval', formula: 'Wilson’s score interval of a share.' },
    shares_net: { name: 'Net', formula: 'The share improved minus the share declined, from −1 to 1.' },
    bootstrap_seed: { name: 'Seed', formula: 'The number that the random numbers start from.' },
    bootstrap_replicates: {
      name: 'Replicates',
      formula: 'The number of times that as many people were drawn, with replacement.',
    },
    bootstrap_percentile: {
      name: 'Percentile interval, 95%',
      formula: 'The 2.5th and 97.5th percentiles of the mean differences of the replicates.',
    },
    bootstrap_bca: {
      name: 'Corrected percentile interval, 95%',
      formula: 'Percentiles corrected for bias and skewness; replicates equal to the mean count half.',
    },
    levels_n: { name: 'People', formula: 'The number of people with a score in the wave.' },
    levels_mean: { name: 'Mean', formula: points },
    levels_sd: { name: 'Standard deviation', formula: sd },
    levels_median: {
      name: 'Median',
      formula: 'The middle value. Shown from ten people: of fewer it is somebody’s own.',
    },
    ends_share: {
      name: 'Share at the end of the scale',
      formula: 'The share of people whose score is the lowest possible (floor) or the highest (ceiling).',
    },
    ends_interval: { name: '95% confidence interval', formula: 'Wilson’s score interval of a share.' },
    ends_floorFlag: {
      name: 'Floor',
      formula: 'Yes where at least 15% stand at the lowest score, so that a fall cannot show.',
    },
    ends_ceilingFlag: {
      name: 'Ceiling',
      formula: 'Yes where at least 15% stand at the highest score, so that a rise cannot show.',
    },
    test_family: {
      name: 'What the test is for',
      formula:
        'The one claim made beforehand is not corrected; measures and municipalities are corrected within their family; the rest is descriptive.',
    },
    test_of: {
      name: 'Whose change',
      formula: 'That of the average participant, the average municipality, or one municipality.',
    },
    test_t: { name: 't', formula: 'The change divided by its standard error.' },
    test_df: { name: 'Degrees of freedom', formula: 'The degrees of freedom of Student’s t distribution.' },
    test_p: {
      name: 'p',
      formula: 'The probability of a t at least as large, in either direction, if the true change were zero.',
    },
    test_adjusted: {
      name: 'p, corrected',
      formula: 'p corrected by Holm, since several tests of one family raise the risk of a false alarm.',
    },
    shrunken_estimate: {
      name: 'Weighed change',
      formula:
        'The municipality’s own mean, drawn towards that of the average municipality: w · own + (1 − w) · average, with w = τ²/(τ² + standard error²).',
    },
    shrunken_ownWeight: {
      name: 'Weight of the municipality’s own mean',
      formula: 'w = τ²/(τ² + standard error²), from 0 to 1.',
    },
    shrunken_standardError: { name: 'Standard error', formula: 'The standard error of the weighed change.' },
    shrunken_interval: {
      name: '95% interval',
      formula:
        'The weighed change ± t · its standard error. Slightly too narrow, since the uncertainty of τ² is left out.',
    },
    model_method: {
      name: 'Way of estimating τ²',
      formula: 'How much municipalities differ beyond chance is estimated this way.',
    },
    model_spread: { name: 'Spread within a municipality', formula: 'One for all, or each its own.' },
    model_units: {
      name: 'Units',
      formula: 'Visible municipalities, and one unit more where hidden ones count together.',
    },
    averageParticipant_mean: {
      name: 'The average participant',
      formula: 'The mean of all people’s differences: every person weighs the same.',
    },
    averageParticipant_standardError: {
      name: 'Standard error',
      formula: 's / √n, s being the standard deviation of the differences.',
    },
    averageParticipant_interval: { name: '95% confidence interval', formula: 'The mean difference ± t · s / √n.' },
    model_mean: {
      name: 'The average municipality',
      formula: 'The means of the municipalities weighted by 1/(standard error² + τ²).',
    },
    model_standardError: {
      name: 'Standard error',
      formula: 'By Hartung and Knapp, and never smaller than without their correction.',
    },
    model_interval: {
      name: '95% confidence interval',
      formula: 'The average ± t · its standard error, with one degree of freedom less than there are units.',
    },
    model_tau2: { name: 'τ²', formula: 'The variance between the true changes of municipalities, in squared points.' },
    model_tau2Interval: {
      name: '95% confidence interval of τ²',
      formula: 'All τ² for which the weighted squares are as expected of χ² (the Q profile).',
    },
    model_q: {
      name: 'Q',
      formula: 'Weighted squares of municipalities’ deviations from the mean, with weights 1/standard error².',
    },
    model_qDf: { name: 'Degrees of freedom of Q', formula: 'The number of units less one.' },
    model_qP: {
      name: 'p of Q',
      formula: 'The probability of a Q at least as large if municipalities differed by chance alone.',
    },
    model_iSquared: {
      name: 'I²',
      formula: 'The share of the variation between municipalities that is not chance: max(0, (Q − df)/Q).',
    },
    model_predictionInterval: {
      name: '95% prediction interval',
      formula: 'Where the true change of a new municipality is expected: the average ± t · √(τ² + standard error²).',
    },
    all_fromN: { name: 'People, first wave', formula: 'The number of people with a score in the first wave.' },
    all_toN: { name: 'People, second wave', formula: 'The number of people with a score in the second wave.' },
    all_fromMean: {
      name: 'Mean, first wave',
      formula: `The mean among everybody with a score in the first wave. ${points}`,
    },
    all_toMean: {
      name: 'Mean, second wave',
      formula: `The mean among everybody with a score in the second wave. ${points}`,
    },
    all_meanChange: {
      name: 'Change among everybody',
      formula: 'The mean of the second wave minus that of the first, whether the people are the same or not.',
    },
    all_interval: {
      name: '95% confidence interval',
      formula:
        'The difference ± t · √(s₁²/n₁ + s₂²/n₂), t being the 97.5th percentile of the t distribution with Welch’s degrees of freedom. Too wide where many answered both times.',
    },
    invitedFrom: { name: 'Invited, first wave', formula: 'The number of people asked.' },
    invitedTo: { name: 'Invited, second wave', formula: 'The number of people asked.' },
    answeredFrom: { name: 'Answered, first wave', formula: 'The number of people whose response was sent in.' },
    answeredTo: { name: 'Answered, second wave', formula: 'The number of people whose response was sent in.' },
    both: { name: 'Answered both times', formula: 'The number of people with a response in both waves.' },
    onlyFrom: {
      name: 'The first time only',
      formula: 'The number of people with a response in the first wave and none in the second.',
    },
    onlyTo: {
      name: 'The second time only',
      formula: 'The number of people with a response in the second wave and none in the first.',
    },
    comparable: {
      name: 'Comparable questions',
      formula:
        'Questions that measure the same in both versions: the same revision, or one whose comparability somebody has judged and signed.',
    },
    core_items: { name: 'The core', formula: 'The questions of the measure that measure the same in both versions.' },
    core_total: {
      name: 'Questions of the measure',
      formula: 'The number of questions in the first version’s definition.',
    },
    left_reason: {
      name: 'Why the question is left out',
      formula: 'The signed judgement in the questionnaire, word for word.',
    },
    threshold: { name: 'Smallest group', formula: 'Groups of fewer people are never shown. Set in the program.' },
    noticeableChange: {
      name: 'Limit of a noticeable change',
      formula: 'Points that a person’s difference must exceed to count as improved or declined.',
    },
    kind: { name: 'Wave', formula: 'Which wave is compared.' },
    version: { name: 'Version', formula: 'The version of the questionnaire that the wave used.' },
    groups: {
      name: 'Groups that deliver the project',
      formula: 'The groups that the questionnaire leaves out of the results.',
    },
  },
  group: {
    paired: 'Change among those who answered both times',
    all: 'Change among everybody who answered',
    own: 'Level, on the wave’s own questions',
    median: 'Median',
    ends: 'Floor and ceiling',
    typical: 'Typical change',
    effect: 'Change in standard deviations',
    ranks: 'Signed ranks',
    shares: 'Shares',
    bootstrap: 'Bootstrap',
    test: 'Test',
    model: 'Municipalities together',
    shrunken: 'Weighed change',
    takenTogether: 'Hidden municipalities together',
    counts: 'Who answered',
    sensitivity: 'Other ways to combine',
    overall: 'Everybody',
    byMunicipality: 'By municipality',
    byActorGroup: 'By actor group',
    indicators: 'Measures',
    match: 'Who answered',
    core: 'Comparable questions',
    left: 'Questions left out',
    from: 'First wave',
    to: 'Second wave',
    levels: 'Levels',
    levels_core: 'Level, on the comparable questions',
    excluded: 'Groups that deliver the project',
    averageParticipant: 'The average participant',
    averageMunicipality: 'The average municipality',
    floor: 'Lowest score',
    ceiling: 'Highest score',
    shares_improved: 'Improved',
    shares_unchanged: 'Unchanged',
    shares_declined: 'Declined',
  },
  groupFormula: 'A group of figures that belong together. Where the group is not shown, none of them is computed.',
  unknown: 'The figure is not yet explained in words here. It is computed by the version of the code named below.',
  end: { low: 'lower limit', high: 'upper limit' },
  unit: {
    points: 'points, 0–100',
    change: 'points, on a scale from 0 to 100',
    people: 'people',
    questions: 'questions',
    probability: 'probability, 0–1',
    share: 'share of the people',
    ratio: 'number without a unit',
    word: 'word',
    number: 'number',
  },
  word: {
    yes: 'yes',
    no: 'no',
    increased: 'has increased',
    decreased: 'has decreased',
    indistinguishable: 'cannot be told from no change',
    too_few: 'too few',
    not_comparable: 'too few questions in common',
    not_asked: 'not asked in both waves',
    no_variation: 'no variation',
    ok: 'as expected',
    exact: 'exact',
    normal: 'normal distribution',
    pooled: 'one for all',
    primary: 'the claim made beforehand',
    scale: 'the measures',
    municipality: 'the municipalities',
    descriptive: 'descriptive',
    average_participant: 'the average participant',
    average_municipality: 'the average municipality',
    paule_mandel: 'Paule and Mandel',
    dersimonian_laird: 'DerSimonian and Laird',
    reml: 'REML',
    wilcoxon: 'Wilcoxon',
    pratt: 'Pratt',
    notComputed: 'not computed',
  },
} satisfies Words<typeof sv>
