// How the indicators of a questionnaire belong together in a picture that participants know: a formula, or the pieces
// of a puzzle. A picture arranges figures that are published anyway; it makes no new ones. Declared beside the versions
// of the questionnaire, surveys/<id>/views.json, and free to change: what is measured stands in the versions.
import { z } from 'zod'
import { Text } from './questionnaire.ts'
import { parseFile, placeOf, QuestionnaireError, type QuestionnaireFault } from './questionnaire-file.ts'
import { type Sentence, toMessage } from './sentence.ts'

/** An indicator's place in the picture; without a name of its own it is called what the indicator is called. */
const Part = z.strictObject({ indicator: z.string().min(1), name: Text.optional() })
export type ViewPart = z.output<typeof Part>

const viewBase = {
  id: z.string().regex(
    /^[a-z][a-z0-9-]{0,30}$/,
    toMessage({
      sv: 'ett id är 1–31 små bokstäver a–z, siffror eller bindestreck, och börjar med en bokstav',
      en: 'an id is 1–31 small letters a–z, digits or hyphens, and starts with a letter',
    }),
  ),
  title: Text,
  about: Text,
}

/** One thing after another, and what they are hoped to lead to. */
const Formula = z.strictObject({
  ...viewBase,
  form: z.literal('formula'),
  terms: z.array(Part).min(2).max(6),
  leadsTo: Part,
})
/** Pieces side by side, and what holds them together. */
const Puzzle = z.strictObject({
  ...viewBase,
  form: z.literal('puzzle'),
  pieces: z.array(Part).min(2).max(6),
  heldTogetherBy: Part.optional(),
})
export const View = z.discriminatedUnion('form', [Formula, Puzzle])
export type View = z.output<typeof View>

const File = z.strictObject({ format: z.literal(1), views: z.array(View).max(12) })

/** Everything a picture shows, in reading order. */
export const partsOf = (view: View): readonly ViewPart[] =>
  view.form === 'formula'
    ? [...view.terms, view.leadsTo]
    : [...view.pieces, ...(view.heldTogetherBy ? [view.heldTogetherBy] : [])]

/**
 * Reads the text of a views file.
 * @param known ids of the indicators of every version of the questionnaire
 * @throws QuestionnaireError naming the file, the path in it and the remedy, for all faults at once
 */
export function parseViews(text: string, file: string, known: ReadonlySet<string>): readonly View[] {
  const { views } = parseFile(text, file, File)
  const faults = findFaults(views, known)
  if (faults.length > 0) throw new QuestionnaireError(file, faults)
  return views
}

function findFaults(views: readonly View[], known: ReadonlySet<string>): QuestionnaireFault[] {
  const seen = new Set<string>()
  return views.flatMap((view, at) => {
    const fault = (path: string[], message: Sentence): QuestionnaireFault => ({
      path: placeOf({ views }, ['views', at, ...path]),
      message,
    })
    const indicators = partsOf(view).map(({ indicator }) => indicator)
    const isTwice = seen.has(view.id)
    seen.add(view.id)
    return [
      ...(isTwice ? [fault(['id'], sharedId(view.id))] : []),
      ...(new Set(indicators).size < indicators.length ? [fault([], shownTwice(view.id))] : []),
      ...indicators.filter((id) => !known.has(id)).map((id) => fault([], unknownIndicator(id, [...known].join(', ')))),
    ]
  })
}

const sharedId = (id: string): Sentence => ({
  sv: `två bilder heter ${id}; ge den ena ett annat id`,
  en: `two views are called ${id}; give one another id`,
})
const shownTwice = (id: string): Sentence => ({
  sv: `${id} visar ett mått två gånger; behåll ett`,
  en: `${id} shows an indicator twice; keep one`,
})
const unknownIndicator = (id: string, known: string): Sentence => ({
  sv: `${id} är inget mått i någon version av enkäten; ange ett av ${known}`,
  en: `${id} is not an indicator of any version of the questionnaire; name one of ${known}`,
})
