// The pictures that participants know, with the figures that are published for everybody, a municipality or an actor
// group. Which pictures there are, and what they show, is the questionnaire's to say.
import type { Language } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { partsOf, type View, type ViewPart } from '#survey/views.ts'
import { estimateOf, type Selection, type Told, tell } from './rows.ts'

export interface Piece extends Told {
  name: string
}

interface PictureBase {
  id: string
  title: string
  about: string
}
export type Picture = PictureBase &
  (
    | { form: 'formula'; terms: readonly Piece[]; leadsTo: Piece }
    | { form: 'puzzle'; pieces: readonly Piece[]; heldTogetherBy: Piece | null }
  )

/** Those pictures whose parts are all among the results. */
export function buildPictures(
  views: readonly View[],
  results: ProjectResults,
  of: Selection | null,
  language: Language,
): Picture[] {
  const pieceOf = ({ indicator, name }: ViewPart): Piece | undefined => {
    const result = results.indicators.find(({ indicator: { id } }) => id === indicator)
    const found = result && estimateOf(result, of)
    return found && { name: (name ?? result.indicator.title)[language], ...tell(found, language) }
  }
  return views.flatMap((view): Picture[] => {
    const pieces = partsOf(view).flatMap((part) => pieceOf(part) ?? [])
    if (pieces.length < partsOf(view).length) return []
    const base = { id: view.id, title: view.title[language], about: view.about[language] }
    const last = pieces.at(-1)
    if (view.form === 'formula')
      return last ? [{ ...base, form: 'formula', terms: pieces.slice(0, -1), leadsTo: last }] : []
    const count = view.pieces.length
    return [{ ...base, form: 'puzzle', pieces: pieces.slice(0, count), heldTogetherBy: pieces[count] ?? null }]
  })
}
