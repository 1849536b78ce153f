// What the comparison page shows is in its address alone: every state is a link that can be mailed. What an address
// says that the page does not know is told, never guessed at.

export const views = ['municipalities', 'groups', 'whole', 'programmes'] as const
export type View = (typeof views)[number]

/**
 * The dimensions of each view: the tables that may be asked for, and no others. A municipality and an actor group are
 * values of one dimension, `of`, so they cannot be crossed.
 */
export const dimensions = {
  municipalities: ['indicator', 'cut'],
  groups: ['indicator', 'cut'],
  whole: ['of', 'cut'],
  programmes: ['indicator', 'cut', 'with', 'withCut'],
} as const satisfies Record<View, readonly string[]>

export type Dimension = (typeof dimensions)[View][number]
export type Chosen = Readonly<Partial<Record<Dimension, string>>>

/** Something in the address that cannot be shown. */
export type StateFault =
  /** The value is none of those that can be chosen, or the name is none that the view has. */
  | { kind: 'unknown'; name: string }
  /** Two places or groups at once. */
  | { kind: 'crossed' }

export interface Reading {
  view: View
  faults: StateFault[]
  /** The chosen value where it is one of those allowed, else the fallback and a fault. */
  choose(name: Dimension, allowed: readonly string[], fallback: string): string
  /** As choose, where nothing chosen is a choice of its own. */
  chooseOrNone(name: Dimension, allowed: readonly string[]): string | null
}

export function readState(query: Readonly<Record<string, unknown>>): Reading {
  const faults: StateFault[] = []
  const asked = query.view
  const view = views.find((one) => one === asked) ?? 'municipalities'
  if (asked !== undefined && asked !== '' && asked !== view) faults.push({ kind: 'unknown', name: 'view' })
  const known: readonly string[] = ['view', 'lang', ...dimensions[view]]
  for (const name of Object.keys(query)) if (!known.includes(name)) faults.push({ kind: 'unknown', name })
  const chooseOrNone = (name: Dimension, allowed: readonly string[]): string | null => {
    const value = query[name]
    if (value === undefined || value === '') return null
    if (typeof value === 'string' && allowed.includes(value)) return value
    faults.push(name === 'of' && Array.isArray(value) ? { kind: 'crossed' } : { kind: 'unknown', name })
    return null
  }
  return { view, faults, chooseOrNone, choose: (name, allowed, fallback) => chooseOrNone(name, allowed) ?? fallback }
}

/** The one address of a state: the same choices give the same text, in the same order. */
export function addressOf(slug: string, view: View, chosen: Chosen): string {
  const query = new URLSearchParams({ view })
  for (const name of dimensions[view]) {
    const value = chosen[name]
    if (value !== undefined) query.set(name, value)
  }
  return `/projects/${slug}/compare?${query}`
}
