// Finding things in a questionnaire by name, worked out once per questionnaire: a published version never changes.
import {
  type Choice,
  type Item,
  type Language,
  type Page,
  type Questionnaire,
  type Text,
  type WaveKind,
  waveKinds,
} from './questionnaire.ts'

interface Lookup {
  items: ReadonlyMap<string, Item>
  pages: ReadonlyMap<string, Page>
}
const lookups = new WeakMap<Questionnaire, Lookup>()

function lookupOf(questionnaire: Questionnaire): Lookup {
  let lookup = lookups.get(questionnaire)
  if (!lookup) {
    lookup = {
      items: new Map(questionnaire.items.map((item) => [item.id, item])),
      pages: new Map(questionnaire.pages.flatMap((page) => page.items.map((item) => [item, page] as const))),
    }
    lookups.set(questionnaire, lookup)
  }
  return lookup
}

export const findItem = (questionnaire: Questionnaire, id: string): Item | undefined =>
  lookupOf(questionnaire).items.get(id)

/** The question that a row of a grid belongs to; undefined where an item stands by itself. */
export const findGridText = ({ grids }: Questionnaire, item: Item): Text | undefined =>
  item.type === 'rating' && item.grid ? grids[item.grid]?.text : undefined

/** As it is read: a row of a grid is no question without the grid's own, which may break off with dots where the row goes on. */
export function questionText(questionnaire: Questionnaire, item: Item, language: Language): string {
  const grid = findGridText(questionnaire, item)
  return grid ? `${withoutDots(grid[language])} ${item.text[language]}` : item.text[language]
}

export const withoutDots = (text: string): string => text.replace(/\s*(?:…|\.\.\.)$/, '')

/** A point of a scale, or a choice. A point without a label is shown by its code. */
interface AnswerOption {
  code: Choice['code']
  label?: Text | undefined
}

/** What is chosen between, in the order of the file, without missing answers; none where it is written. */
export function optionsIn({ responseScales }: Questionnaire, item: Item): readonly AnswerOption[] {
  if (item.type === 'rating') return responseScales[item.responseScale]?.points ?? []
  return 'choices' in item ? item.choices : []
}

/** The page an item stands on. */
export const findPageOf = (questionnaire: Questionnaire, item: string): Page | undefined =>
  lookupOf(questionnaire).pages.get(item)

/** Kinds of wave in which the item can be asked: its own and its page's. */
export function wavesOf(questionnaire: Questionnaire, item: Item): readonly WaveKind[] {
  const page = findPageOf(questionnaire, item.id)
  return waveKinds.filter((wave) => isInWave(item, wave) && (!page || isInWave(page, wave)))
}

/** Whether anybody is asked the item in the wave. @param item id, also of one that the questionnaire does not have */
export function isAskedIn(
  { kind, questionnaire }: { kind: WaveKind; questionnaire: Questionnaire },
  item: string,
): boolean {
  const found = findItem(questionnaire, item)
  return found !== undefined && wavesOf(questionnaire, found).includes(kind)
}

export const isInWave = (part: Pick<Item | Page, 'waves'>, wave: WaveKind): boolean =>
  part.waves === undefined || part.waves.includes(wave)
