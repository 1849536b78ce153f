// What the comparison page shows is in its address alone: every state is a link that can be mailed. What an address
// says that the table plan does not have is told, never guessed at.

import { outlets, unplannedChoices } from '#indicators/table-plan.ts'

export const views = ['municipalities', 'groups', 'whole', 'programmes'] as const
export type View = (typeof views)[number]

export type Dimension = (typeof outlets)[View]['choices'][number]
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
  const { view: _view, ...chosen } = query
  for (const name of unplannedChoices(view, chosen)) faults.push({ kind: 'unknown', name })
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
  for (const name of outlets[view].choices) {
    const value = chosen[name]
    if (value !== undefined) query.set(name, value)
  }
  return `/projects/${slug}/compare?${query}`
}
