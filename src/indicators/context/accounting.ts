// Who was asked and what came back, for the whole project, by municipality and by actor group: read before any result.
import type { Text } from '#survey/questionnaire.ts'
import { type CountTable, crossCounts, tellsFew } from '../margins.ts'
import type { ProjectResults } from '../model.ts'
import { deliveringGroups, hasBoth, type Person } from '../people.ts'
import { smallestFirst } from '../pooling.ts'
import { shown, withheld } from '../published.ts'
import { hiddenRows } from './disclosure.ts'
import { countDispositions, dispositionOf, responseRates } from './dispositions.ts'
import { funnelOf, type Invitation, notedStages } from './funnel.ts'
import { shareOf } from './group-change.ts'
import type { Groups } from './groups.ts'
import type {
  AccountRow,
  AnswerMode,
  ContextInput,
  Membership,
  ResponseAccount,
  Stages,
  Turnover,
  WaveAccount,
} from './model.ts'
import { countModes, type ShownRows } from './modes.ts'
import { countRespondents } from './respondents.ts'

type Account = Pick<ResponseAccount, 'from' | 'to' | 'retention' | 'turnover'>
type AccountOf = (people: readonly Person[], members: readonly Membership[]) => Account

export interface Accounting {
  responses: ResponseAccount
  /** Actor groups whose counts are hidden here, and so everywhere. */
  hiddenGroups: ReadonlySet<string>
}

/** @param people those whose answers make the results */
export function accountResponses(
  people: readonly Person[],
  input: ContextInput,
  groups: Groups,
  results: ProjectResults,
): Accounting {
  const accountOf = accountant(input)
  const delivering = new Set(deliveringGroups(input))
  const members = (input.memberships ?? []).filter(({ actorGroup }) => !delivering.has(actorGroup))
  const municipalities = input.municipalities.map(({ code, name }) => ({
    code,
    name: { sv: name, en: name },
    account: accountOf(
      people.filter(({ municipality }) => municipality === code),
      members.filter(({ municipality }) => municipality === code),
    ),
  }))
  const unlisted = [...groups.unlisted].map((code) => ({ code, title: { sv: code, en: code } }))
  const actorGroups = [...groups.listed, ...unlisted].map(({ code, title }) => ({
    code,
    name: title,
    account: accountOf(
      people.filter(({ actorGroup }) => actorGroup === code),
      members.filter(({ actorGroup }) => actorGroup === code),
    ),
  }))
  const matchHides = results.match.byMunicipality.filter(({ counts }) => !counts.shown).map(({ code }) => code)
  const hiddenMunicipalities = hiddenFunnels(municipalities, results.threshold, funnelCounts, matchHides)
  const hiddenGroups = hideUntilUntold(
    hiddenFunnels(actorGroups, results.threshold, funnelCountsOfGroup, groups.unlisted),
    actorGroups,
    (hidden) => countTables(people, input, results, hidden),
    results.threshold,
  )
  const beside = shownRows(people, input, results, hiddenGroups)
  return {
    responses: {
      ...accountOf(people, members),
      modes: accountModes(people, input, beside, results.threshold),
      respondents: countRespondents(
        people,
        input,
        [toldRows(people, results, hiddenGroups), beside],
        results.threshold,
      ),
      byMunicipality: publishRows(municipalities, hiddenMunicipalities, results.threshold),
      byActorGroup: publishRows(actorGroups, hiddenGroups, results.threshold).slice(0, groups.listed.length),
    },
    hiddenGroups,
  }
}

/** Groups are hidden, fewest people first, until no hidden count of few follows from the municipalities beside them. */
function hideUntilUntold(
  alreadyHidden: ReadonlySet<string>,
  groups: readonly Row[],
  tablesWith: (hidden: ReadonlySet<string>) => readonly CountTable[],
  threshold: number,
): ReadonlySet<string> {
  const hidden = new Set(alreadyHidden)
  const order = smallestFirst(groups.map(({ code, account }) => [code, account.from.funnel.both]))
  for (const group of order) {
    if (!tellsFew(tablesWith(hidden), threshold)) return hidden
    hidden.add(group)
  }
  return hidden
}

/**
 * Who was asked, answered and answered twice, in both divisions, with every row that any table of the results shows. And
 * who did the one and not the other: where all of the others did both, the one number tells the other, and what is left
 * is a row in which nobody did. In other rows that difference may be small.
 */
function countTables(
  people: readonly Person[],
  input: ContextInput,
  results: ProjectResults,
  hiddenGroups: ReadonlySet<string>,
): CountTable[] {
  const shown = shownRows(people, input, results, hiddenGroups)
  const tableOf = (counted: readonly Person[]): CountTable => ({ counts: countCells(counted), ...shown })
  const sides = (['from', 'to'] as const).map((side) => {
    const asked = people.filter((person) => person[side].invited)
    return { asked, answered: asked.filter((person) => person[side].response !== null) }
  })
  const both = people.filter(hasBoth)
  const nested = sides.flatMap(({ asked, answered }) => [
    [asked, answered] as const,
    [asked, both] as const,
    [answered, both] as const,
  ])
  return [
    ...sides.flatMap(({ asked, answered }) => [tableOf(asked), tableOf(answered)]),
    tableOf(both),
    ...nested.map(([outer, inner]) => {
      const without = new Set(outer).difference(new Set(inner))
      return { ...tableOf([...without]), guarded: rowsOf(outer).difference(rowsOf(inner)) }
    }),
  ]
}

const rowsOf = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(people.flatMap(({ municipality, actorGroup }) => [municipality, actorGroup]))

/** Rows of which it is told how many were asked and answered. */
const toldRows = (people: readonly Person[], { match }: ProjectResults, hidden: ReadonlySet<string>): ShownRows => ({
  municipalities: new Set(match.byMunicipality.flatMap(({ code, counts }) => (counts.shown ? code : []))),
  groups: new Set(people.map(({ actorGroup }) => actorGroup)).difference(hidden),
})

/** Every row that any table of the results shows. */
function shownRows(
  people: readonly Person[],
  { municipalities }: ContextInput,
  { match, indicators }: ProjectResults,
  hiddenGroups: ReadonlySet<string>,
): ShownRows {
  const shownIn = (rows: 'byMunicipality' | 'byActorGroup', code: string) =>
    indicators.some((one) =>
      one[rows].some(({ code: own, change }) => own === code && (change.paired.shown || change.all.shown)),
    )
  return {
    municipalities: new Set([
      ...match.byMunicipality.flatMap(({ code, counts }) => (counts.shown ? code : [])),
      ...municipalities.map(({ code }) => code).filter((code) => shownIn('byMunicipality', code)),
    ]),
    groups: new Set(
      people
        .map(({ actorGroup }) => actorGroup)
        .filter((group) => !hiddenGroups.has(group) || shownIn('byActorGroup', group)),
    ),
  }
}

function accountModes(
  people: readonly Person[],
  { from, to, contacts = [] }: ContextInput,
  beside: ShownRows,
  threshold: number,
): NonNullable<ResponseAccount['modes']> {
  const countIn = (side: 'from' | 'to', wave: ContextInput['from']['kind']) => {
    const noted = contacts.filter((contact) => contact.wave === wave)
    const modeOf = new Map(
      noted.flatMap(({ participant, mode }): [string, AnswerMode][] => (mode ? [[participant, mode]] : [])),
    )
    const answered = people.filter((person) => person[side].response !== null)
    return countModes(answered, modeOf, beside, threshold)
  }
  return { from: countIn('from', from.kind), to: countIn('to', to.kind) }
}

const countCells = (people: readonly Person[]): CountTable['counts'] =>
  crossCounts(
    people,
    ({ municipality }) => municipality,
    ({ actorGroup }) => actorGroup,
  )

/** Counts people with what the input knows of their invitations. */
function accountant({ from, to, contacts = [], memberships }: ContextInput): AccountOf {
  const noted = new Map(contacts.map((contact) => [`${contact.wave} ${contact.participant}`, contact]))
  const stages = { from: notedStages(contacts, from.kind), to: notedStages(contacts, to.kind) }
  const accountWave = (people: readonly Person[], side: 'from' | 'to'): WaveAccount => {
    const { kind } = side === 'from' ? from : to
    const invitations = people.flatMap((person): Invitation[] => {
      const contact = noted.get(`${kind} ${person.participant}`)
      if (!person[side].invited) return []
      const disposition = dispositionOf(person[side], kind, person.actorGroup, contact)
      return [{ contact, disposition, answered: person[side].response !== null, answeredBoth: hasBoth(person) }]
    })
    const dispositions = countDispositions(invitations.map(({ disposition }) => disposition))
    return { funnel: funnelOf(invitations, stages[side]), dispositions, rates: responseRates(dispositions) }
  }
  return (people, members) => {
    const accounts = { from: accountWave(people, 'from'), to: accountWave(people, 'to') }
    const { both, answered } = accounts.from.funnel
    return {
      ...accounts,
      retention: shareOf(both, answered),
      turnover: memberships === undefined ? null : turnoverOf(members),
    }
  }
}

function turnoverOf(members: readonly Membership[]): Turnover {
  const holders = Map.groupBy(members, ({ seat }) => seat).values()
  return {
    replacedSeats: [...holders].filter((own) => new Set(own.map(({ participant }) => participant)).size > 1).length,
    left: members.filter(({ left }) => left).length,
    withdrawn: members.filter(({ withdrawn }) => withdrawn).length,
  }
}

interface Row {
  code: string
  name: Text
  account: Account
}

/** Stages are hidden by their size; those without an answer are the difference of two stages, and known to be no answer. */
function funnelCounts({ from, to }: Account): number[] {
  return [stagesOf(from), stagesOf(to)].flatMap(({ both, ...stages }) => [
    both,
    ...Object.values(stages).flatMap((count) => count ?? []),
  ])
}

const stagesOf = ({ funnel: { usable: _usable, ...stages } }: WaveAccount): Stages => stages

/** By actor group, those who left are counted in a table of their own, and are kept here as well. */
function funnelCountsOfGroup(account: Account): number[] {
  const { answered, both } = account.from.funnel
  return [...funnelCounts(account), answered - both]
}

/** Covers are taken as in the results: fewest with both waves first. */
function hiddenFunnels(
  rows: readonly Row[],
  threshold: number,
  countsOf: (account: Account) => number[],
  alsoHidden: Iterable<string>,
): ReadonlySet<string> {
  return hiddenRows(new Map(rows.map(({ code, account }) => [code, countsOf(account)])), threshold, { alsoHidden })
}

function publishRows(rows: readonly Row[], hidden: ReadonlySet<string>, threshold: number): AccountRow[] {
  const order = smallestFirst(rows.map(({ code, account }) => [code, account.from.funnel.both]))
  const hiddenIn = (countsOf: (account: Account) => number[]) =>
    hiddenRows(new Map(rows.map(({ code, account }) => [code, countsOf(account)])), threshold, {
      order,
      alsoHidden: hidden,
    })
  const withoutDispositions = hiddenIn(({ from, to }) =>
    [from, to].flatMap(({ dispositions }) => Object.values(dispositions)),
  )
  const withoutTurnover = hiddenIn(({ turnover }) => Object.values(turnover ?? {}))
  return rows.map(({ code, name, account: { from, to, retention, turnover } }) => ({
    code,
    name,
    funnel: hidden.has(code) ? withheld('suppressed') : shown({ from: stagesOf(from), to: stagesOf(to), retention }),
    dispositions: withoutDispositions.has(code)
      ? withheld('suppressed')
      : shown({
          from: { dispositions: from.dispositions, rates: from.rates },
          to: { dispositions: to.dispositions, rates: to.rates },
        }),
    turnover:
      turnover === null ? withheld('not_asked') : withoutTurnover.has(code) ? withheld('suppressed') : shown(turnover),
  }))
}
