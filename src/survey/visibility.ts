// Which pages and items a person sees, given the wave, what has been answered so far and what the register knows.
import { type Answers, type Code, isMissing } from './answer.ts'
import { type PlacedRequirement, requirementsOf } from './conditions.ts'
import { findItem, isInWave } from './lookup.ts'
import type { Item, Page, Questionnaire, Requirement, WaveKind } from './questionnaire.ts'

/** What the register knows about the participant. An answer to an item that is `knownFrom` it comes first. */
export interface Known {
  actor_group?: string | undefined
}

export interface AskedPage {
  page: Page
  /** Those of the page's items that are asked, in order; never empty. */
  items: readonly Item[]
}

/** What can be asked in a wave. */
interface Wave {
  pages: readonly AskedPage[]
  /** Those of the pages that not everybody sees whole. */
  conditional: ReadonlySet<AskedPage>
  /** Ids of all their items. */
  items: ReadonlySet<string>
}

/** Worked out once per questionnaire: a published version never changes. */
const waves = new WeakMap<Questionnaire, Partial<Record<WaveKind, Wave>>>()

function waveOf(questionnaire: Questionnaire, kind: WaveKind): Wave {
  const known = waves.get(questionnaire) ?? {}
  waves.set(questionnaire, known)
  known[kind] ??= readWave(questionnaire, kind)
  return known[kind]
}

function readWave(questionnaire: Questionnaire, kind: WaveKind): Wave {
  const pages = questionnaire.pages
    .filter((page) => isInWave(page, kind))
    .map((page) => ({
      page,
      items: page.items.flatMap((id) => {
        const item = findItem(questionnaire, id)
        return item && isInWave(item, kind) ? [item] : []
      }),
    }))
    .filter(({ items }) => items.length > 0)
  return {
    pages,
    conditional: new Set(pages.filter(({ items }) => items.some(({ showIf }) => showIf))),
    items: new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))),
  }
}

/** Every page and item of the wave, whoever is asked, in order; a page without any is left out. */
export const pagesInWave = (questionnaire: Questionnaire, wave: WaveKind): readonly AskedPage[] =>
  waveOf(questionnaire, wave).pages

/** The pages asked, in order. A page whose items are all hidden is left out. */
export function pagesAsked(
  questionnaire: Questionnaire,
  wave: WaveKind,
  answers: Answers,
  known: Known = {},
): AskedPage[] {
  const whole = waveOf(questionnaire, wave)
  const hidden = new Set<string>()
  // A condition looks at earlier items alone: whether those are hidden is known by now.
  const isAsked = (item: string) => whole.items.has(item) && !hidden.has(item)
  const isShown = (item: Item) => {
    if (meetsCondition(questionnaire, item, isAsked, answers, known)) return true
    hidden.add(item.id)
    return false
  }
  return whole.pages
    .map((asked) => (whole.conditional.has(asked) ? { ...asked, items: asked.items.filter(isShown) } : asked))
    .filter(({ items }) => items.length > 0)
}

/** The items asked, in reading order. */
export function itemsAsked(questionnaire: Questionnaire, wave: WaveKind, answers: Answers, known: Known = {}): Item[] {
  return pagesAsked(questionnaire, wave, answers, known).flatMap(({ items }) => items)
}

function meetsCondition(
  questionnaire: Questionnaire,
  { showIf }: Item,
  isAsked: (item: string) => boolean,
  answers: Answers,
  known: Known,
): boolean {
  if (!showIf) return true
  const { join, requirements } = requirementsOf(showIf)
  const holds = ({ requirement }: PlacedRequirement) =>
    meets(requirement, codesTold(questionnaire, requirement, isAsked, answers, known))
  return join === 'any' ? requirements.some(holds) : requirements.every(holds)
}

/** Nobody is excluded by what we do not know: without a code `notIn` holds, and the others do not. */
function meets(requirement: Requirement, told: readonly Code[]): boolean {
  if (requirement.notIn) return !told.some((code) => requirement.notIn?.includes(code))
  if (requirement.in) return told.some((code) => requirement.in?.includes(code))
  if ('known' in requirement) return false
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = requirement
  return told.some((code) => typeof code === 'number' && code >= from && code <= to)
}

/** What is known to the point. An answer left from before its own item was hidden no longer counts. */
function codesTold(
  questionnaire: Questionnaire,
  requirement: Requirement,
  isAsked: (item: string) => boolean,
  answers: Answers,
  known: Known,
): readonly Code[] {
  const register = (key: keyof Known): Code[] => (known[key] === undefined ? [] : [known[key]])
  if ('known' in requirement) return register(requirement.known)
  const { item } = requirement
  const answer = isAsked(item) ? answers[item] : undefined
  if (answer !== undefined && !isMissing(answer)) return typeof answer === 'object' ? answer : [answer]
  const target = findItem(questionnaire, item)
  return target?.type === 'choice' && target.knownFrom ? register(target.knownFrom) : []
}
