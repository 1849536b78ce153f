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
      formula:
        'Computed: there is an interval and a p. No variation: everybody changed equally much, so there is no interval and no p.',
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
      formula:
        'The share of everybody whose score is the lowest possible (floor) or the highest (ceiling). Shown where neither they nor the others are too few.',
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
    stayers: { name: 'Answered again', formula: 'People who answered the first time and the second.' },
    leavers: { name: 'Did not answer again', formula: 'People who answered the first time and not the second.' },
    shareOfStayers: {
      name: 'Share of those who answered again',
      formula: 'The group’s number divided by all who answered again. Shown from ten people.',
    },
    shareOfLeavers: {
      name: 'Share of those who did not answer again',
      formula: 'The group’s number divided by all who did not answer again. Shown from ten people.',
    },
    stayers_n: { name: 'People', formula: 'People with a score in both waves.' },
    stayers_mean: {
      name: 'Mean, first wave',
      formula: 'Mean of their scores in the first wave, on all they answered then.',
    },
    stayers_sd: { name: 'Standard deviation, first wave', formula: sd },
    leavers_n: { name: 'People', formula: 'People with a score in the first wave and not in both.' },
    leavers_mean: { name: 'Mean, first wave', formula: 'Mean of their scores in the first wave.' },
    leavers_sd: { name: 'Standard deviation, first wave', formula: sd },
    estimate_difference: {
      name: 'Difference at the start',
      formula:
        'Mean in the first wave of those with a score both times, less that of those with a score the first time only.',
    },
    estimate_interval: {
      name: '95 % confidence interval',
      formula: 'The difference ± t · √(s₁²/n₁ + s₂²/n₂), with Welch’s degrees of freedom.',
    },
    hedgesG: {
      name: 'Difference in standard deviations',
      formula: 'The difference divided by the groups’ pooled standard deviation, times Hedges’ factor.',
    },
    cliffsDelta: {
      name: 'Cliff’s delta',
      formula: 'How much more often somebody of one group scores higher than somebody of the other, −1 to 1.',
    },
    noteworthy: { name: 'To be reckoned with', formula: 'Yes where Hedges’ g is beyond 0.25 either way.' },
    unweighted_meanChange: {
      name: 'Change, unweighted',
      formula: 'Mean of the changes of those with a score in both waves.',
    },
    unweighted_interval: { name: '95 % confidence interval', formula: 'Mean change ± t · s / √n.' },
    weighted_meanChange: {
      name: 'Change, weighted',
      formula:
        'As if an equal part of each class of actor groups had a score in both waves: the weight is the class’s number at first divided by those who have.',
    },
    weighted_standardError: {
      name: 'Standard error',
      formula: '√(n/(n − 1) · Σ(w(d − d̄)/Σw)²), where w is the weight.',
    },
    weighted_interval: { name: '95 % confidence interval', formula: 'The weighted change ± t · its standard error.' },
    designEffect: {
      name: 'Price of weighting',
      formula: 'How many times the unequal weights inflate the variance: n · Σw² / (Σw)².',
    },
    classes: {
      name: 'Weighting class',
      formula: 'Actor groups weighted together: at least five with a score in both waves in each class.',
    },
    worstCase: {
      name: 'If nobody with a score the first time only had changed',
      formula:
        'The sum of the changes divided by all who had a score at first: those with a score the first time only count as unchanged.',
    },
    assumedSdChange: {
      name: 'Assumed standard deviation',
      formula: 'An assumption of how much the change differs between people, made before the answers.',
    },
    power: { name: 'Power', formula: 'The probability that the change would show, if it were as large.' },
    detectable_change: {
      name: 'Smallest change that shows',
      formula:
        'The smallest change that a paired t test at 5 % finds with the power given, at the assumed standard deviation.',
    },
    detectable_n: { name: 'Pairs', formula: 'The number of pairs the calculation is for.' },
    wanted_change: {
      name: 'Change that matters',
      formula: 'The smallest change that the questionnaire says would matter; else the bound of a noticeable change.',
    },
    pairs: { name: 'Pairs needed', formula: 'The pairs needed to find that change with the power given.' },
    grouped: {
      name: 'Answers counted together',
      formula:
        'Yes where the answers on each side of the middle are counted together, since single ones would be of too few.',
    },
    codes: { name: 'Answers', formula: 'The answers that are counted together, by their codes.' },
    distributions_n: { name: 'Pairs', formula: 'People who answered the question both times.' },
    groups_from: { name: 'First wave', formula: 'How many of them chose the answer the first time.' },
    groups_to: { name: 'Second wave', formula: 'How many of the same people chose the answer the second time.' },
    unsure_from: {
      name: 'Don’t know, first wave',
      formula: 'People who answered both waves and ticked “don’t know” the first time.',
    },
    unsure_to: {
      name: 'Don’t know, second wave',
      formula: 'People who answered both waves and ticked “don’t know” the second time.',
    },
    indicator: { name: 'Measure', formula: 'The measure’s code in the questionnaire.' },
    wave: { name: 'Wave', formula: 'The wave the figure is of.' },
    grid: { name: 'Grid', formula: 'The grid’s code in the questionnaire.' },
    about_groups: { name: 'About whom', formula: 'The actor groups that the column asks about.' },
    rows_groups: { name: 'Who answers', formula: 'The actor groups whose answers the row gathers.' },
    strongest: { name: 'Closest contact', formula: 'The highest step of the scale, from 0.' },
    cells_n: { name: 'People', formula: 'People of the group who answered the row both times.' },
    cells_fromMean: { name: 'Contact, first wave', formula: 'Mean of their answers the first time, from 0.' },
    cells_toMean: {
      name: 'Contact, second wave',
      formula: 'Mean of the same people’s answers the second time, from 0.',
    },
    density: {
      name: 'Density',
      formula: 'Mean of the cells shown between different groups, as a share of the closest contact: 0–1.',
    },
    reciprocity: {
      name: 'Reciprocity',
      formula:
        'Share of all contact that both sides see: Σ min(A→B, B→A) / Σ A→B, over pairs where both have answered.',
    },
    grids_correlation: {
      name: 'Reciprocity as a correlation',
      formula: 'Correlation of A→B with B→A over pairs where both have answered: 0 is no more than chance.',
    },
    items_n: { name: 'Pairs', formula: 'People who answered the question both times.' },
    items_fromMean: {
      name: 'Mean, first wave',
      formula: 'Mean of the answers the first time, on the question’s own scale and as it is worded.',
    },
    items_toMean: {
      name: 'Mean, second wave',
      formula: 'Mean of the same people’s answers the second time, on the question’s own scale.',
    },
    items_meanChange: {
      name: 'Change',
      formula: 'Mean of each person’s change, in steps of the question’s own scale.',
    },
    items_sdChange: { name: 'Standard deviation of the change', formula: sd },
    items_interval: { name: '95 % confidence interval', formula: 'Mean change ± t · s / √n, in steps.' },
    items_indicators: {
      name: 'Measures that count the question',
      formula: 'Codes of the measures the question belongs to.',
    },
    reversed: {
      name: 'Reversed',
      formula: 'Yes where the measures count the question the other way round: a lower answer is then better.',
    },
    topTwo_count: {
      name: 'Number on the two highest steps',
      formula: 'People who chose one of the question’s two highest steps.',
    },
    topTwo_share: {
      name: 'Share on the two highest steps',
      formula: 'Number on the two highest steps divided by the number of pairs. Shown from ten people.',
    },
    topTwo_extreme: {
      name: 'Nearly none or nearly all',
      formula:
        'In place of a number where nobody or too few, or all but too few, chose those steps: it would tell what somebody answered.',
    },
    topTwo_p: {
      name: 'p, McNemar’s exact test',
      formula:
        'Probability of moves to and from the two highest steps at least as uneven, if both were equally likely.',
    },
    perceived_n: { name: 'People', formula: 'People who answered the question.' },
    points_n: { name: 'People', formula: 'People who chose the answer.' },
    points_share: {
      name: 'Share',
      formula: 'People who chose the answer divided by all who answered the question. Shown from ten people.',
    },
    extremes_n: { name: 'People', formula: 'People with a score in the wave.' },
    extremes_floor: {
      name: 'Share at the lowest score',
      formula: 'Number at the lowest possible score divided by all with a score.',
    },
    extremes_ceiling: {
      name: 'Share at the highest score',
      formula: 'Number at the highest possible score divided by all with a score.',
    },
    flagged: {
      name: 'Floor or ceiling',
      formula: 'The end at which 15 % or more stand, so that change towards it cannot show.',
    },
    reliability_n: { name: 'People', formula: 'People who answered every question of the measure.' },
    alpha_value: {
      name: 'Cronbach’s alpha',
      formula: 'k/(k − 1) · (1 − Σsᵢ²/s²), where sᵢ are the questions’ standard deviations and s that of the sum.',
    },
    alpha_interval: {
      name: '95 % confidence interval',
      formula: 'Feldt’s: 1 − (1 − alpha) · F, with percentiles of the F distribution.',
    },
    omega: { name: 'Omega', formula: '(Σλ)² / ((Σλ)² + Σ(1 − λ²)), with the loadings λ of one factor.' },
    itemRest: {
      name: 'Correlation with the other questions',
      formula: 'Correlation of the question with the sum of the measure’s other questions.',
    },
    alphaWithout: { name: 'Alpha without the question', formula: 'Cronbach’s alpha of the measure’s other questions.' },
    weak: { name: 'Weak question', formula: 'Yes where the correlation with the other questions is under 0.2.' },
    looksBackOn: { name: 'Looks back on', formula: 'The question that was asked before.' },
    responseShift_n: { name: 'People', formula: 'People who answered the questions.' },
    recalibration_mean: {
      name: 'Then, seen today, less then',
      formula: 'Mean of each person’s difference between how it was, seen today, and how they said it was then.',
    },
    adjusted_mean: {
      name: 'Today less then, seen today',
      formula: 'Mean of each person’s difference between today and then, both seen today.',
    },
    prospective_mean: {
      name: 'Today less then',
      formula: 'Mean of each person’s difference between the answers of the two waves.',
    },
    responseShift_interval: { name: '95 % confidence interval', formula: 'Mean difference ± t · s / √n, in steps.' },
    possibleShift: {
      name: 'The yardstick may have changed',
      formula: 'Yes where the difference is more than one step.',
    },
    invited: { name: 'Invited', formula: 'People who were asked.' },
    delivered: {
      name: 'Letter sent',
      formula: 'People whose letter the mail server took before the wave closed, and those who answered anyway.',
    },
    opened: { name: 'Opened', formula: 'People who began the questionnaire, even without writing anything.' },
    started: { name: 'Began to answer', formula: 'People who answered at least one question, sent in or not.' },
    answered: { name: 'Answered', formula: 'People whose response was sent in.' },
    modes_count: { name: 'Answered this way', formula: 'The number of people whose answer came in this way.' },
    respondents_item: { name: 'Question', formula: 'The question whose answers are counted.' },
    respondents_either: {
      name: 'Answered at least once',
      formula:
        'People who answered one of the waves or both and gave this answer to the question. Whoever answered both times counts by their first answer to it.',
    },
    respondents_from: {
      name: 'Answered the first time',
      formula:
        'People who answered the first wave and gave this answer to the question: then, or in the second wave where they had skipped it.',
    },
    respondents_to: {
      name: 'Answered the second time',
      formula:
        'People who answered the second wave and gave this answer to the question. Whoever answered both times counts by their first answer to it.',
    },
    respondents_both: {
      name: 'Answered both times',
      formula: 'People who answered both waves and gave this answer the first time that they answered the question.',
    },
    shareOfEither: {
      name: 'Share of those who answered at least once',
      formula:
        'People who gave the answer, divided by all who answered at least one of the waves. Shown from ten people.',
    },
    shareOfFrom: {
      name: 'Share of those who answered the first time',
      formula: 'People who gave the answer, divided by all who answered the first wave. Shown from ten people.',
    },
    shareOfTo: {
      name: 'Share of those who answered the second time',
      formula: 'People who gave the answer, divided by all who answered the second wave. Shown from ten people.',
    },
    shareOfBoth: {
      name: 'Share of those who answered both times',
      formula: 'People who gave the answer, divided by all who answered both waves. Shown from ten people.',
    },
    usable: { name: 'Usable responses', formula: 'Complete and partial responses.' },
    retention: {
      name: 'Answered again',
      formula: 'Those who answered both times divided by those who answered the first time. Shown from ten people.',
    },
    complete: {
      name: 'Complete',
      formula: 'Responses in which at least 80 % of the questions that count are answered.',
    },
    partial: { name: 'Partial', formula: 'Responses in which 50–79 % of the questions are answered.' },
    breakOff: { name: 'Broken off', formula: 'Responses sent in with less than half of the questions answered.' },
    refusal: { name: 'Refused', formula: 'Those who did not answer and asked for no more letters, or withdrew.' },
    nonContact: {
      name: 'Not heard from',
      formula: 'Those who did not answer and said nothing, letters that did not arrive included.',
    },
    notEligible: {
      name: 'Not eligible',
      formula: 'Those who, by a note, should not have been asked. They are not counted in the rate.',
    },
    rr1: {
      name: 'Response rate RR1',
      formula: 'Complete responses divided by all who were asked and eligible. Shown from ten people.',
    },
    rr2: {
      name: 'Response rate RR2',
      formula: 'Complete and partial responses divided by all who were asked and eligible. Shown from ten people.',
    },
    replacedSeats: {
      name: 'Seats that changed hands',
      formula: 'Seats that more than one person has held, until the second wave closed.',
    },
    turnover_left: { name: 'Left their seat', formula: 'People who left a seat before the second wave closed.' },
    withdrawn: { name: 'Withdrew', formula: 'People who withdrew from taking part before the second wave closed.' },
    target: {
      name: 'Target',
      formula: 'The level that the project set out to reach, 0–100: written in the questionnaire.',
    },
    targets_n: { name: 'People', formula: 'People with a score in the second wave.' },
    targets_mean: { name: 'Level', formula: 'Mean of everybody in the second wave, on the comparable questions.' },
    targets_interval: { name: '95 % confidence interval', formula: 'Mean ± t · s / √n.' },
    standing: {
      name: 'Standing against the target',
      formula:
        'Reached where the whole interval lies at the target or on its better side, not reached where all of it lies on the worse; otherwise it cannot be said.',
    },
    minimalImportantChange: {
      name: 'Smallest change that matters',
      formula: 'The smallest change that would matter to those concerned: written in the questionnaire.',
    },
    importance_n: { name: 'Pairs', formula: 'People with a score in both waves.' },
    importance_meanChange: { name: 'Change', formula: 'Mean of each person’s change.' },
    importance_interval: { name: '95 % confidence interval', formula: 'Mean change ± t · s / √n.' },
    importance: {
      name: 'Beside the smallest that matters',
      formula:
        'Larger where the whole interval lies beyond the smallest change that matters, smaller where all of it lies within it both ways; otherwise it cannot be said.',
    },
  },
  group: {
    paired: 'Change among those with a score both times',
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
    context: 'Behind the results',
    attrition: 'Those who did not answer again',
    byIndicator: 'Per measure',
    estimate: 'Stayed and gone',
    estimate_stayers: 'Those with a score both times',
    estimate_leavers: 'Those with a score the first time only',
    unweighted: 'Unweighted change',
    weighted: 'Weighted change',
    detectable: 'What could have been seen',
    actual: 'With the pairs there are',
    wanted: 'Pairs needed',
    table: 'Table',
    distributions: 'How answers spread',
    spread: 'Spread',
    spread_groups: 'Answers',
    unsure: 'Don’t know',
    dose: 'By how much one has taken part',
    categories: 'Answers',
    change: 'Change',
    grids: 'Contacts between groups',
    about: 'Columns',
    rows: 'Rows',
    cells: 'Cells',
    items: 'Question by question',
    topTwo: 'The two highest steps',
    perceived: 'Perceived change',
    points: 'Answers',
    count: 'Number',
    quality: 'How the measures hold together',
    extremes: 'Floor and ceiling',
    reliability: 'Reliability',
    alpha: 'Cronbach’s alpha',
    responseShift: 'Now and then',
    recalibration: 'Then, seen today, less then',
    adjusted: 'Today less then, seen today',
    prospective: 'Today less then',
    responses: 'Response rate',
    dispositions: 'What became of the invitations',
    rates: 'Response rates',
    funnel: 'How far each one came',
    turnover: 'Changes of hands',
    modes: 'How answers came in',
    modes_web: 'On the web',
    modes_paper: 'On paper',
    modes_telephone: 'By telephone',
    modes_import: 'From a file',
    respondents: 'Sex and age of those who answered',
    respondents_sex: 'Sex',
    respondents_age: 'Age',
    respondents_rows: 'Answers',
    goals: 'Goals',
    targets: 'Level against target',
    level: 'Level',
    goals_importance: 'Change against the smallest that matters',
  },
  groupFormula: 'A group of figures that belong together. Where the group is not shown, none of them is computed.',
  unknown: 'The figure is not yet explained in words here. It is computed by the version of the code named below.',
  member: { none: 'No answer' },
  combined: (method, spread) => `${method}, spread within municipalities: ${spread}`,
  end: { low: 'lower limit', high: 'upper limit' },
  unit: {
    points: 'points, 0–100',
    change: 'points, on a scale from 0 to 100',
    people: 'people',
    questions: 'questions',
    probability: 'probability, 0–1',
    part: 'share, 0–100%',
    share: 'share of the people',
    steps: 'steps of the question’s own scale',
    stepChange: 'steps of the question’s own scale, up or down',
    ratio: 'number without a unit',
    word: 'word',
    number: 'number',
    identifier: 'number, to be typed as it stands',
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
    ok: 'computed',
    own: 'each municipality its own',
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
    reached: 'reached',
    not_reached: 'not reached',
    unclear: 'cannot be said',
    better: 'larger than that, for the better',
    worse: 'larger than that, for the worse',
    smaller: 'smaller than that',
    nearly_none: 'nearly none',
    nearly_all: 'nearly all',
    floor: 'floor',
    ceiling: 'ceiling',
    notComputed: 'not computed',
  },
} satisfies Words<typeof sv>
