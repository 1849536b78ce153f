// Finding things in a questionnaire by name, worked out once per questionnaire: a published version never changes.
import { type Item, type Page, type Questionnaire, type WaveKind, waveKinds } from './questionnaire.ts'

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

/** The page an item stands on. */
export const findPageOf = (questionnaire: Questionnaire, item: string): Page | undefined =>
  lookupOf(questionnaire).pages.get(item)

/** Kinds of wave in which the item can be asked: its own and its page's. */
export function wavesOf(questionnaire: Questionnaire, item: Item): readonly WaveKind[] {
  const page = findPageOf(questionnaire, item.id)
  return waveKinds.filter((wave) => isInWave(item, wave) && (!page || isInWave(page, wave)))
}

export const isInWave = (part: Pick<Item | Page, 'waves'>, wave: WaveKind): boolean =>
  part.waves === undefined || part.waves.includes(wave)
