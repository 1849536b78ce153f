// Every published figure under an address of its own: `indicators/D/byMunicipality/0482/paired/meanChange`. The tree is
// walked as it stands, so that a figure added to the results has an address from the first day.
import type { Json } from './canonical-json.ts'

export type Fields = { readonly [key: string]: Json }

export interface Figure {
  /** From the root of the results; a member of a list goes by its id or code. */
  path: readonly string[]
  /** null: not computable, as an interval where everybody changed equally much. Lists of words stand as one text. */
  value: number | string | boolean | null
  /** The value is the reason for which a figure, or a group of them, is not shown. */
  withheld: boolean
  /** The objects that hold it, nearest first: where its number of people and its interval stand. */
  holders: readonly Fields[]
}

export const pathText = (path: readonly string[]): string => path.join('/')

/** All figures in the order of the tree: keys as written, lists as they stand. */
export const listFigures = (tree: Json): Figure[] => [...walk(tree, [], [])]

function* walk(node: Json, path: readonly string[], holders: readonly Fields[]): Generator<Figure> {
  if (isList(node)) yield* walkList(node, path, holders)
  else if (!isFields(node)) yield { path, value: node, withheld: false, holders }
  else if (node.shown === false) yield { path, value: String(node.reason), withheld: true, holders }
  else if (node.shown === true) yield* walk(node.value ?? null, path, holders)
  else
    for (const [name, field] of Object.entries(node)) {
      if (isDescription(name, field)) continue
      yield* walk(field, isWrapper(name, field) ? path : [...path, name], [node, ...holders])
    }
}

function* walkList(list: readonly Json[], path: readonly string[], holders: readonly Fields[]): Generator<Figure> {
  const [first, second] = list
  if (list.length === 0) return
  if (list.every((word) => typeof word === 'string') || path.at(-1) === 'codes') {
    yield { path, value: list.join(', '), withheld: false, holders }
  } else if (list.length === 2 && isInterval(path.at(-1) ?? '') && first !== undefined && second !== undefined) {
    yield* walk(first, [...path, 'low'], holders)
    yield* walk(second, [...path, 'high'], holders)
  } else {
    for (const { key, member } of nameMembers(list)) yield* walk(member, [...path, key], holders)
  }
}

const isInterval = (name: string): boolean => /interval$|^percentile$|^bca$/i.test(name)

/** Members by what tells all of them apart: an id, two names together, or else their place, from 1. */
function nameMembers(list: readonly Json[]): { key: string; member: Json }[] {
  const apart = (keys: readonly (string | undefined)[]): keys is readonly string[] =>
    keys.every((key) => key !== undefined) && new Set(keys).size === keys.length
  const ids = list.map(idOf)
  if (apart(ids)) return list.map((member, at) => ({ key: ids[at] ?? '', member: withoutKey(member) }))
  const couples = list.map(coupleOf)
  return list.map((member, at) => ({ key: (apart(couples) ? couples[at] : undefined) ?? String(at + 1), member }))
}

const keyNames = ['id', 'code', 'item', 'indicator', 'group'] as const

function idOf(member: Json): string | undefined {
  if (!isFields(member)) return undefined
  const { indicator } = member
  if (isFields(indicator) && typeof indicator.id === 'string') return indicator.id
  const name = keyNames.find((one) => isKey(member[one]))
  return name === undefined ? undefined : String(member[name] ?? 'none')
}

/** Codes of answers are numbers, and null stands for those who gave none. */
const isKey = (value: Json | undefined): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number'

/** What only two names together tell apart: an edge, a way to combine groups, a measure in a wave or under a question. */
function coupleOf(member: Json): string | undefined {
  if (!isFields(member)) return undefined
  const couple = (
    [
      ['from', 'to'],
      ['method', 'spread'],
      ['indicator', 'wave'],
      ['item', 'indicator'],
    ] as const
  ).find((names) => names.every((name) => typeof member[name] === 'string'))
  return couple?.map((name) => String(member[name])).join('-')
}

/** The name of a member is its address already. */
function withoutKey(member: Json): Json {
  if (!isFields(member)) return member
  const name = keyNames.find((one) => isKey(member[one]))
  return Object.fromEntries(Object.entries(member).filter(([field]) => field !== name))
}

const labels: ReadonlySet<string> = new Set(['name', 'title', 'label', 'description', 'text'])

/** Labels, and the definition of an indicator: what is measured, not a figure. */
const isDescription = (name: string, field: Json): boolean =>
  labels.has(name) || (name === 'indicator' && isFields(field))

/** A municipality's change is its row: the address goes straight on to paired or all. */
const isWrapper = (name: string, field: Json): boolean => name === 'change' && isFields(field) && 'paired' in field

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

export const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
