// An attacker who knows how many people every figure rests on, and adds and subtracts what is published; and random
// projects to attack. Sizes are counted here anew, not taken from the code under test.
import type { ProjectResults, ResultsInput } from '#indicators/model.ts'
import { type Sum, spanOf } from './linear-span.ts'
import { inputOf, type PersonDraft, questionnaireOf } from './project.ts'

const parts = ['D', 'E', 'F']
const whole = 'INDEX'
const other = 'T'
const indicators = [...parts, whole, other]
const fields = ['invitedFrom', 'invitedTo', 'answeredFrom', 'answeredTo', 'both'] as const
const waves = ['from', 'to'] as const
type Wave = (typeof waves)[number]
type Group = 'paired' | 'unpaired'

export interface RandomProject {
  input: ResultsInput
  codes: readonly string[]
  /** People by `INDICATOR municipality wave group`. */
  size: (indicator: string, code: string, wave: Wave, group: Group) => number
  count: (code: string, field: (typeof fields)[number]) => number
  /** Municipalities where everybody who answered answered everything. */
  complete: ReadonlySet<string>
  /** Everybody with both waves could be scored. */
  everybodyCounts: (indicator: string) => boolean
}

/** Which totals (code null) and rows are published. */
export interface Publication {
  shows: (column: 'paired' | 'all', indicator: string, code: string | null) => boolean
  showsCounts: (code: string) => boolean
  /** Withheld for disclosure, not because there is nothing to show. */
  hides: (column: 'paired' | 'all', indicator: string, code: string) => boolean
  hiddenRows: number
  visibleRows: number
}

export function publicationOf(project: RandomProject, results: ProjectResults): Publication {
  const estimate = (indicator: string, code: string | null) => {
    const result = results.indicators.find((one) => one.indicator.id === indicator)
    const row = code === null ? result?.overall : result?.byMunicipality.find((one) => one.code === code)?.change
    if (!row) throw new Error(`no result for ${indicator} ${code}`)
    return row
  }
  const rows = project.codes.flatMap((code) => indicators.map((indicator) => estimate(indicator, code).paired))
  return {
    shows: (column, indicator, code) => estimate(indicator, code)[column].shown,
    hides: (column, indicator, code) => {
      const figure = estimate(indicator, code)[column]
      return !figure.shown && figure.reason === 'suppressed'
    },
    showsCounts: (code) => results.match.byMunicipality.find((one) => one.code === code)?.counts.shown === true,
    hiddenRows: rows.filter((figure) => !figure.shown && figure.reason === 'suppressed').length,
    visibleRows: rows.filter((figure) => figure.shown).length,
  }
}

/** What a tool without covers would publish: every figure of five and more people. */
export function naivePublication(project: RandomProject): Publication {
  const people = (indicator: string, code: string | null, wave: Wave, group: Group) =>
    (code === null ? project.codes : [code]).reduce((n, one) => n + project.size(indicator, one, wave, group), 0)
  const everybody = (indicator: string, code: string | null, wave: Wave) =>
    people(indicator, code, wave, 'paired') + people(indicator, code, wave, 'unpaired')
  const shows: Publication['shows'] = (column, indicator, code) =>
    column === 'paired'
      ? people(indicator, code, 'from', 'paired') >= 5
      : waves.every((wave) => everybody(indicator, code, wave) >= 5)
  return {
    shows,
    hides: (column, indicator, code) =>
      !shows(column, indicator, code) && everybody(indicator, code, 'from') + everybody(indicator, code, 'to') > 0,
    showsCounts: (code) => fields.every((field) => project.count(code, field) === 0 || project.count(code, field) >= 5),
    hiddenRows: 0,
    visibleRows: 0,
  }
}

/** What can be computed although it is hidden, in words; nothing where the publication holds. */
export function attack(project: RandomProject, publication: Publication): string[] {
  return [...attackMeans(project, publication), ...attackCounts(project, publication)]
}

function attackMeans(project: RandomProject, { shows, hides }: Publication): string[] {
  const { codes, size, complete } = project
  const name = (indicator: string, code: string, wave: Wave, group: Group) => `${indicator} ${code} ${wave} ${group}`
  const sizes = new Map<string, number>()
  /** Sum over the groups that have people; the attacker knows where there is nobody. */
  const sumOf = (indicator: string, inCodes: readonly string[], wave: Wave, groups: readonly Group[]): Sum =>
    new Map(
      inCodes.flatMap((code) =>
        groups.flatMap((group) => {
          const people = size(indicator, code, wave, group)
          sizes.set(name(indicator, code, wave, group), people)
          return people > 0 ? [[name(indicator, code, wave, group), 1] as const] : []
        }),
      ),
    )
  const known: Sum[] = []
  for (const indicator of indicators)
    for (const wave of waves)
      for (const code of [null, ...codes]) {
        const inCodes = code === null ? codes : [code]
        if (shows('paired', indicator, code)) known.push(sumOf(indicator, inCodes, wave, ['paired']))
        if (shows('all', indicator, code)) known.push(sumOf(indicator, inCodes, wave, ['paired', 'unpaired']))
      }
  const published = spanOf(known)
  const smallGroups = published.reduced.flatMap((sum) => {
    const people = [...sum.keys()].reduce((total, one) => total + (sizes.get(one) ?? 0), 0)
    return [...sum.values()].every((value) => value === 1) && people < 5 ? [`${[...sum.keys()].join(' + ')}`] : []
  })
  // Where everybody answered everything, the index is the mean of its parts.
  const linked = [...complete].flatMap((code) =>
    waves.flatMap((wave) =>
      (['paired', 'unpaired'] as const).map(
        (group): Sum =>
          new Map(
            [...parts.map((part) => [part, 1] as const), [whole, -parts.length] as const].flatMap(([one, times]) =>
              [...sumOf(one, [code], wave, [group])].map(([unknown]) => [unknown, times] as const),
            ),
          ),
      ),
    ),
  )
  const span = spanOf([...known, ...linked])
  const targets = indicators.flatMap((indicator) =>
    codes.flatMap((code) =>
      waves.flatMap((wave) => {
        const pairs = sumOf(indicator, [code], wave, ['paired'])
        const rest = sumOf(indicator, [code], wave, ['unpaired'])
        const everybody = sumOf(indicator, [code], wave, ['paired', 'unpaired'])
        return [
          ...(hides('paired', indicator, code) && pairs.size > 0 ? [pairs] : []),
          ...(hides('all', indicator, code) && rest.size > 0 ? [rest, everybody] : []),
        ]
      }),
    ),
  )
  return [
    ...smallGroups,
    ...targets.filter((target) => span.determines(target)).map((target) => [...target.keys()].join(' + ')),
  ]
}

function attackCounts(project: RandomProject, { shows, hides, showsCounts }: Publication): string[] {
  const { codes, size, count, everybodyCounts } = project
  const some = (entries: readonly (readonly [string, number])[]): Sum =>
    new Map(entries.flatMap(([unknown, people]) => (people > 0 ? [[unknown, 1] as const] : [])))
  const pairs = (indicator: string, code: string) =>
    [
      // Where all were scored, the number of pairs is the number of people with both waves.
      everybodyCounts(indicator) ? `both ${code}` : `pairs ${indicator} ${code}`,
      size(indicator, code, 'from', 'paired'),
    ] as const
  const counted = (field: (typeof fields)[number], code: string) => [`${field} ${code}`, count(code, field)] as const
  const known: Sum[] = [
    ...fields.map((field) => some(codes.map((code) => counted(field, code)))),
    ...codes.filter(showsCounts).flatMap((code) => fields.map((field) => some([counted(field, code)]))),
  ]
  for (const indicator of indicators) {
    if (shows('paired', indicator, null)) known.push(some(codes.map((code) => pairs(indicator, code))))
    for (const code of codes) if (shows('paired', indicator, code)) known.push(some([pairs(indicator, code)]))
  }
  const span = spanOf(known)
  const small = (people: number) => people > 0 && people < 5
  const hidden = codes.flatMap((code) => [
    ...indicators.filter((indicator) => hides('paired', indicator, code)).map((indicator) => pairs(indicator, code)),
    ...(showsCounts(code) ? [] : fields.map((field) => counted(field, code))),
  ])
  // The counts of the whole project are always published. Where they are those of one municipality, or under five,
  // nothing can be done for them.
  const beyondHelp = new Set(
    fields.flatMap((field) => {
      const sizes = codes.map((code) => count(code, field)).filter((people) => people > 0)
      return sizes.length < 2 || small(sizes.reduce((a, b) => a + b, 0)) ? codes.map((code) => `${field} ${code}`) : []
    }),
  )
  return hidden
    .filter(
      ([unknown, people]) => small(people) && !beyondHelp.has(unknown) && span.determines(some([[unknown, people]])),
    )
    .map(([unknown]) => `count of ${unknown}`)
}

/** Three to seven municipalities of up to fourteen people, some complete, some with gaps, sometimes with staff. */
export function randomProject(seed: number): RandomProject {
  const random = generator(seed)
  const questionnaire = questionnaireOf({
    items: [...parts, other].map((id) => ({ id })),
    scales: [...parts, other].map((id) => ({ id, items: [id] })),
    composites: [{ id: whole, of: parts, atLeast: 2 }],
  })
  const codes = Array.from({ length: 3 + Math.floor(random() * 5) }, (_, at) => `m${at}`)
  const staff = random() < 0.3
  const complete = new Set<string>()
  const people: PersonDraft[] = []
  for (const municipality of codes) {
    const gaps = random() < 0.6 ? 0 : 0.25 * random()
    if (gaps === 0) complete.add(municipality)
    const loyal = random() < 0.4 ? 1 : 0.6 + 0.4 * random()
    const size = Math.floor(random() * 15)
    for (let at = 0; at < size; at += 1) {
      const answers = () =>
        Object.fromEntries(
          [...parts, other].flatMap((item) => (random() < gaps ? [] : [[item, 1 + Math.floor(random() * 5)] as const])),
        )
      const from = random() < loyal ? answers() : null
      const to = random() < loyal ? answers() : null
      const group = staff && random() < 0.1 ? 'HSL' : 'LUG'
      people.push({ id: `${municipality}-${at}`, municipality, group, from, to })
    }
  }
  return describeProject(questionnaire, people, codes, complete)
}

function describeProject(
  questionnaire: ReturnType<typeof questionnaireOf>,
  people: readonly PersonDraft[],
  codes: readonly string[],
  complete: ReadonlySet<string>,
): RandomProject {
  const sizes = new Map<string, number>()
  const add = (key: string) => sizes.set(key, (sizes.get(key) ?? 0) + 1)
  const isScored = (indicator: string, answered: (part: string) => boolean) =>
    indicator === whole ? parts.filter(answered).length >= 2 : answered(indicator)
  for (const { municipality, group, from, to } of people) {
    if (group === 'HSL') continue
    add(`invitedFrom ${municipality}`)
    add(`invitedTo ${municipality}`)
    if (from) add(`answeredFrom ${municipality}`)
    if (to) add(`answeredTo ${municipality}`)
    if (from && to) add(`both ${municipality}`)
    for (const indicator of indicators) {
      const before = isScored(indicator, (part) => from?.[part] !== undefined)
      const after = isScored(indicator, (part) => to?.[part] !== undefined)
      const paired = isScored(indicator, (part) => from?.[part] !== undefined && to?.[part] !== undefined)
      if (from && to && !paired) add(`unscored ${indicator}`)
      if (before) add(`${indicator} ${municipality} from ${paired ? 'paired' : 'unpaired'}`)
      if (after) add(`${indicator} ${municipality} to ${paired ? 'paired' : 'unpaired'}`)
    }
  }
  return {
    input: inputOf(questionnaire, questionnaire, people, codes),
    codes,
    complete,
    size: (indicator, code, wave, group) => sizes.get(`${indicator} ${code} ${wave} ${group}`) ?? 0,
    count: (code, field) => sizes.get(`${field} ${code}`) ?? 0,
    everybodyCounts: (indicator) => !sizes.has(`unscored ${indicator}`),
  }
}

/** Mulberry32: the same project for the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
