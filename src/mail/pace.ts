// Spreads letters over time: servers count what comes within a minute, and turn away whom they find in a hurry.

export interface Limits {
  /** Letters a minute in all, and to one domain; null = no limit. */
  perMinute: number | null
  perDomain: number | null
}

export interface Pace {
  /** Other limits from now on. */
  limit(limits: Limits): void
  /** Milliseconds until the next letter may begin, to whomever it goes; never more than one interval. */
  untilNext(now: number): number
  /** Begins a letter to the domain: undefined, or the time at which its turn comes. Each letter is given one turn. */
  take(letter: string, domain: string, now: number): number | undefined
}

const minute = 60_000

/** Milliseconds between two letters. */
const intervalOf = (perMinute: number | null): number => (perMinute === null ? 0 : minute / perMinute)

export function createPace(limits: Limits): Pace {
  let interval = intervalOf(limits.perMinute)
  let domainInterval = intervalOf(limits.perDomain)
  let last = Number.NEGATIVE_INFINITY
  const lastOf = new Map<string, number>()
  /** Letters that were given a turn and have not taken it. */
  const turns = new Map<string, number>()

  return {
    limit({ perMinute, perDomain }) {
      interval = intervalOf(perMinute)
      domainInterval = intervalOf(perDomain)
    },
    // A clock that steps back must not stop the mail for as long as it stepped.
    untilNext: (now) => Math.min(Math.max(0, last + interval - now), interval),
    take(letter, domain, now) {
      const given = turns.get(letter)
      const turn = given ?? Math.max(now, (lastOf.get(domain) ?? Number.NEGATIVE_INFINITY) + domainInterval)
      if (given === undefined && domainInterval > 0) lastOf.set(domain, turn)
      if (turn > now) {
        turns.set(letter, turn)
        return turn
      }
      turns.delete(letter)
      last = now
      return undefined
    },
  }
}
