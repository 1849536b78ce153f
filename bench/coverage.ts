// `npm run bench:coverage`: how often the intervals that Samverka prints hold the truth, when the truth is known.
// Municipalities with planted true changes, people with a planted spread, answers in steps as a four-item scale gives
// them. Prints the tables of docs/coverage.md; nothing here is shared with the demonstration.
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { bootstrapMean } from '#stats/bootstrap.ts'
import { estimateGroups } from '#stats/group-estimates.ts'
import { mean } from '#stats/mean.ts'
import { mersenneTwister, type RandomNumbers } from '#stats/mersenne-twister.ts'
import { normalCdf, normalQuantile } from '#stats/normal.ts'
import { pairedT } from '#stats/paired-t.ts'
import { randomEffects } from '#stats/random-effects.ts'
import { sampleSd } from '#stats/sample-variance.ts'

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '2017' } },
})
const runs = Number(options.runs)
const random = mersenneTwister(Number(options.seed))

/** Points of 100: the spread of one person's change, the mean over municipalities, and two spreads between them. */
const withinSd = 18
const meanChange = 7
const betweenSds = [0, 8]
/** A four-item scale of five points moves in sixteenths. */
const step = 6.25

const perMunicipality = [5, 8, 12, 30]
const municipalities = [5, 11, 23]

const draw = ({ uniform }: RandomNumbers, centre: number, sd: number): number => centre + sd * normalQuantile(uniform())
const inSteps = (value: number): number => Math.max(-100, Math.min(100, Math.round(value / step) * step))

/** The mean of answers in steps whose unrounded changes have this centre: the truth that an interval should hold. */
function trueMean(centre: number): number {
  let total = 0
  for (let value = -100; value <= 100; value += step) {
    const low = value === -100 ? 0 : normalCdf((value - step / 2 - centre) / withinSd)
    const high = value === 100 ? 1 : normalCdf((value + step / 2 - centre) / withinSd)
    total += value * (high - low)
  }
  return total
}

const people = (n: number, centre: number): number[] =>
  Array.from({ length: n }, () => inSteps(draw(random, centre, withinSd)))
const holds = ([low, high]: readonly [number, number], truth: number): boolean => low <= truth && truth <= high

const bar = new SingleBar({ format: '{bar} {value}/{total}' })
bar.start(perMunicipality.length * (1 + municipalities.length * betweenSds.length), 0)

/** One municipality alone. */
const alone = perMunicipality.map((n) => {
  const counts = { t: 0, plain: 0, percentile: 0, bca: 0, width: 0 }
  for (let run = 0; run < runs; run += 1) {
    const changes = people(n, meanChange)
    const truth = trueMean(meanChange)
    const { interval } = pairedT(changes)
    if (interval && holds(interval, truth)) counts.t += 1
    if (interval) counts.width += (interval[1] - interval[0]) / 2
    const reach = (1.959964 * sampleSd(changes)) / Math.sqrt(n)
    if (holds([mean(changes) - reach, mean(changes) + reach], truth)) counts.plain += 1
    const { percentile, bca } = bootstrapMean(changes, run + 1, 999)
    if (holds(percentile, truth)) counts.percentile += 1
    if (bca && holds(bca.interval, truth)) counts.bca += 1
  }
  bar.increment()
  return { n, ...counts }
})

/** Several municipalities together. */
const together = betweenSds.flatMap((betweenSd) =>
  municipalities.flatMap((k) =>
    perMunicipality.map((n) => {
      const counts = { runs: 0, mean: 0, prediction: 0, shrunken: 0, raw: 0 }
      for (let run = 0; run < runs; run += 1) {
        const centres = Array.from({ length: k }, () => draw(random, meanChange, betweenSd))
        const groups = centres.map((centre) => people(n, centre))
        const estimates = estimateGroups(groups).filter((estimate) => estimate !== null)
        if (estimates.length < k) continue
        const model = randomEffects(estimates)
        counts.runs += 1
        if (holds(model.interval, trueMean(meanChange))) counts.mean += 1
        if (holds(model.predictionInterval, trueMean(draw(random, meanChange, betweenSd)))) counts.prediction += 1
        for (const [at, { interval }] of model.shrunken.entries())
          if (holds(interval, trueMean(centres[at] ?? 0))) counts.shrunken += 1 / k
        for (const [at, changes] of groups.entries()) {
          const { interval } = pairedT(changes)
          if (interval && holds(interval, trueMean(centres[at] ?? 0))) counts.raw += 1 / k
        }
      }
      bar.increment()
      return { betweenSd, k, n, ...counts }
    }),
  ),
)
bar.stop()

const percent = (count: number, of: number): string => ((100 * count) / of).toFixed(1)
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`

console.log(
  `${runs} runs, seed ${options.seed}. Monte Carlo error of a share near 95 %: ±${(196 * Math.sqrt((0.95 * 0.05) / runs)).toFixed(1)} points.\n`,
)
console.log(row('pairs', 't interval', '±1.96 SE', 'percentile bootstrap', 'BCa bootstrap', 'half-width of t, points'))
console.log(row('---:', '---:', '---:', '---:', '---:', '---:'))
for (const { n, t, plain, percentile, bca, width } of alone)
  console.log(
    row(
      n,
      percent(t, runs),
      percent(plain, runs),
      percent(percentile, runs),
      percent(bca, runs),
      (width / runs).toFixed(1),
    ),
  )
console.log(
  `\n${row('SD between', 'municipalities', 'pairs in each', 'mean over municipalities', 'prediction', 'shrunken estimate', 't interval of each')}`,
)
console.log(row('---:', '---:', '---:', '---:', '---:', '---:', '---:'))
for (const { betweenSd, k, n, ...counts } of together)
  console.log(
    row(
      betweenSd,
      k,
      n,
      percent(counts.mean, counts.runs),
      percent(counts.prediction, counts.runs),
      percent(counts.shrunken, counts.runs),
      percent(counts.raw, counts.runs),
    ),
  )
