// Random projects to attack, with the sizes of all their groups counted anew, not taken from the code under test.
import type { ResultsInput } from '#indicators/model.ts'
import type { Answers } from '#survey/answer.ts'
import { actorGroups, type ItemDraft, inputOf, type PersonDraft, questionnaireOf } from './project.ts'

export const parts = ['D', 'E', 'F']
export const whole = 'INDEX'
export const indicators = [...parts, whole, 'T']
export const waves = ['from', 'to'] as const
export type Wave = (typeof waves)[number]
/** own: scored on all that the wave asked. The first two share nobody. */
export const kinds = ['paired', 'unpaired', 'own'] as const
export type Kind = (typeof kinds)[number]
export const fields = ['invitedFrom', 'invitedTo', 'answeredFrom', 'answeredTo', 'both'] as const
export type Field = (typeof fields)[number]

export interface RandomProject {
  input: ResultsInput
  codes: readonly string[]
  groups: readonly string[]
  /** One item of F was reworded: F and the index have levels of their own, beside those of the core. */
  isReworded: boolean
  size: (indicator: string, code: string, group: string, wave: Wave, kind: Kind) => number
  count: (code: string, field: Field) => number
  /** Municipalities where everybody who answered answered everything. */
  complete: ReadonlySet<string>
  /** Everybody with both waves could be scored. */
  everybodyCounts: (indicator: string) => boolean
}

const itemsOf = (indicator: string) => (indicator === 'F' ? ['F1', 'F2', 'F3'] : [indicator])
const items = [...parts, 'T'].flatMap(itemsOf)

/** Three to seven municipalities of up to fourteen people in four actor groups, some complete, some with gaps. */
export function randomProject(seed: number): RandomProject {
  const random = generator(seed)
  const isReworded = random() < 0.3
  const codes = Array.from({ length: 3 + Math.floor(random() * 5) }, (_, at) => `m${at}`)
  const staff = random() < 0.3
  const loyalGroups = random() < 0.5
  const complete = new Set<string>()
  const people: PersonDraft[] = []
  for (const municipality of codes) {
    const gaps = random() < 0.6 ? 0 : 0.25 * random()
    if (gaps === 0) complete.add(municipality)
    const loyal = random() < 0.4 ? 1 : 0.6 + 0.4 * random()
    const size = Math.floor(random() * 15)
    // Groups that sit in few municipalities are where one division of people tells about the other.
    const usual = Math.floor(random() * actorGroups.length)
    for (let at = 0; at < size; at += 1) {
      const answers = (): Answers =>
        Object.fromEntries(
          items.flatMap((item) => (random() < gaps ? [] : [[item, 1 + Math.floor(random() * 5)] as const])),
        )
      const from = random() < loyal ? answers() : null
      const to = random() < loyal ? answers() : null
      const other = Math.floor(random() * actorGroups.length)
      const group =
        staff && random() < 0.1 ? 'HSL' : (actorGroups[loyalGroups && random() < 0.8 ? usual : other] ?? 'LUG')
      people.push({ id: `${municipality}-${at}`, municipality, group, from, to })
    }
  }
  return describeProject(people, codes, complete, isReworded)
}

function describeProject(
  people: readonly PersonDraft[],
  codes: readonly string[],
  complete: ReadonlySet<string>,
  isReworded: boolean,
): RandomProject {
  const sizes = new Map<string, number>()
  const add = (key: string) => sizes.set(key, (sizes.get(key) ?? 0) + 1)
  for (const { municipality, group = 'LUG', from = null, to = null } of people) {
    if (group === 'HSL') continue
    add(`invitedFrom ${municipality}`)
    add(`invitedTo ${municipality}`)
    if (from) add(`answeredFrom ${municipality}`)
    if (to) add(`answeredTo ${municipality}`)
    if (from && to) add(`both ${municipality}`)
    const core = isReworded ? items.filter((item) => item !== 'F1') : items
    const answeredIn = (answers: Answers | null, among: readonly string[]) =>
      among.filter((item) => answers?.[item] !== undefined)
    for (const indicator of indicators) {
      const before = isScored(indicator, answeredIn(from, core), core)
      const after = isScored(indicator, answeredIn(to, core), core)
      const paired = isScored(indicator, answeredIn(to, answeredIn(from, core)), core)
      const place = `${indicator} ${municipality} ${group}`
      if (from && to && !paired) add(`unscored ${indicator}`)
      if (before) add(`${place} from ${paired ? 'paired' : 'unpaired'}`)
      if (after) add(`${place} to ${paired ? 'paired' : 'unpaired'}`)
      if (isScored(indicator, answeredIn(from, items), items)) add(`${place} from own`)
      if (isScored(indicator, answeredIn(to, items), items)) add(`${place} to own`)
    }
  }
  const questionnaire = (version: number, revision: number) =>
    questionnaireOf({
      version,
      items: items.map((id): ItemDraft => (id === 'F1' ? { id, revision } : { id })),
      scales: [...parts, 'T'].map((id) => ({ id, items: itemsOf(id) })),
      composites: [{ id: whole, of: parts, atLeast: 2 }],
    })
  const earlier = questionnaire(1, 1)
  return {
    input: inputOf(earlier, isReworded ? questionnaire(2, 2) : earlier, people, codes),
    codes,
    groups: actorGroups,
    isReworded,
    complete,
    size: (indicator, code, group, wave, kind) => sizes.get(`${indicator} ${code} ${group} ${wave} ${kind}`) ?? 0,
    count: (code, field) => sizes.get(`${field} ${code}`) ?? 0,
    everybodyCounts: (indicator) => !sizes.has(`unscored ${indicator}`),
  }
}

/** Half of the items that count, and at least one; of the index two parts. */
function isScored(indicator: string, answered: readonly string[], among: readonly string[]): boolean {
  if (indicator === whole) return parts.filter((part) => isScored(part, answered, among)).length >= 2
  const own = itemsOf(indicator).filter((item) => among.includes(item))
  return own.filter((item) => answered.includes(item)).length >= Math.max(1, Math.ceil(own.length / 2))
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
