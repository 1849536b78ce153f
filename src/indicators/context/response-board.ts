// How a wave goes, municipality by municipality and group by group, while it goes: counted as the accounting of the
// results counts (dispositions.ts, funnel.ts). For those who write to these people. Who took part they may know; how
// much of it somebody answered is told of no fewer than the threshold, nor can it be found by taking rows from a total.
import type { WaveKind } from '#survey/questionnaire.ts'
import type { Response } from '../people.ts'
import { isFew } from '../pooling.ts'
import { hiddenRows } from './disclosure.ts'
import { countDispositions, type Disposition, dispositionOf, responseRates } from './dispositions.ts'
import { funnelOf, type NotedStages, notedStages } from './funnel.ts'
import type { Contact, Dispositions, ResponseRates } from './model.ts'

export interface AskedPerson {
  municipality: string
  actorGroup: string
  response: Response | null
  contact: Contact | undefined
}

export interface Progress {
  invited: number
  /** null where no letter was written; who answered was reached. */
  delivered: number | null
  /** null where answers came as a file. */
  started: number | null
  answered: number
  /** How much was answered; null where few have. */
  completeness: { dispositions: Dispositions; rates: ResponseRates } | null
}

export interface RowProgress extends Progress {
  code: string
}

export interface ResponseBoard {
  total: Progress
  /** By code; groups by code within each. */
  municipalities: (RowProgress & { groups: RowProgress[] })[]
}

interface Counted extends AskedPerson {
  disposition: Disposition
}

/** @param asked everybody asked in the wave, once */
export function accountProgress(asked: readonly AskedPerson[], wave: WaveKind, threshold: number): ResponseBoard {
  const noted = notedStages(
    asked.flatMap(({ contact }) => contact ?? []),
    wave,
  )
  const people = asked.map((person): Counted => {
    const standing = { invited: true, response: person.response }
    return { ...person, disposition: dispositionOf(standing, wave, person.actorGroup, person.contact) }
  })
  const byMunicipality = divide(people, ({ municipality }) => municipality)
  const hidden = hiddenIn(byMunicipality, threshold)
  return {
    total: progressOf(people, noted, isFew(countAnswered(people), threshold)),
    municipalities: byMunicipality.map(([code, own]) => {
      const groups = divide(own, ({ actorGroup }) => actorGroup)
      // Where the sum is hidden, its parts are: together they would tell it.
      const hiddenGroups = hidden.has(code) ? new Set(groups.map(([group]) => group)) : hiddenIn(groups, threshold)
      return {
        code,
        ...progressOf(own, noted, hidden.has(code)),
        groups: groups.map(([group, some]) => ({
          code: group,
          ...progressOf(some, noted, hiddenGroups.has(group)),
        })),
      }
    }),
  }
}

type Divided = (readonly [code: string, people: readonly Counted[]])[]

function divide(people: readonly Counted[], keyOf: (person: Counted) => string): Divided {
  return [...Map.groupBy(people, keyOf)].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Rows in which few have answered, and what has to be hidden with them. Nobody is not few: nothing is told of them. */
function hiddenIn(rows: Divided, threshold: number): ReadonlySet<string> {
  return hiddenRows(new Map(rows.map(([code, people]) => [code, [countAnswered(people)]])), threshold)
}

const countAnswered = (people: readonly Counted[]): number => people.filter(({ response }) => response !== null).length

function progressOf(people: readonly Counted[], noted: NotedStages, isHidden: boolean): Progress {
  const invitations = people.map(({ contact, disposition, response }) => ({
    contact,
    disposition,
    answered: response !== null,
    answeredBoth: false,
  }))
  const { invited, delivered, started, answered } = funnelOf(invitations, noted)
  const dispositions = countDispositions(people.map(({ disposition }) => disposition))
  const completeness = isHidden ? null : { dispositions, rates: responseRates(dispositions) }
  return { invited, delivered, started, answered, completeness }
}
