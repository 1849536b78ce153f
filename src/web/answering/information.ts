// What somebody is told on the first page of how their answers are handled: the project's own text, or the standard one.
import { phrasesIn } from '#i18n/phrases.ts'
import type { Database } from '#store/database.ts'
import { printOf } from '#store/drafts.ts'
import {
  findInformation,
  type InformationEdition,
  type InformationText,
  type LegalBasis,
  saysSame,
} from '#store/information.ts'
import type { Project } from '#store/projects.ts'

/** What the standard text says of a project. */
type Told = Pick<Project, 'organisation' | 'contactEmail' | 'smallestGroup'>

interface Current extends InformationText {
  /** A few letters that tell the text from any other. */
  print: string
  /** Of the edition that says the same; null where none does yet. */
  version: number | null
}

/** By the project as it was read, with the edition that it was read beside. */
const known = new WeakMap<object, { last: InformationEdition | undefined; current: Current }>()

/** The text as it reads now. The standard one follows what the project is called and whom it names. */
export function currentInformation(db: Database, project: Told & Pick<Project, 'id'>): Current {
  const last = findInformation(db, project.id)
  const before = known.get(project)
  if (before && before.last === last) return before.current
  const text = last?.origin === 'own' ? last : standardInformation(project, last?.legalBasis ?? 'legitimate_interest')
  const version = last && saysSame(last, text) ? last.version : null
  const current = { ...text, print: printOf(text.bodySv + text.bodyEn), version }
  known.set(project, { last, current })
  return current
}

/**
 * Whether somebody has been told before their answers are sent in: of any edition, and where the ground is consent of the
 * very one that holds now, which is what they have agreed to.
 */
export const hasBeenTold = <Draft extends { informationVersion: number | null }>(
  current: Current,
  draft: Draft | null,
): draft is Draft =>
  draft !== null &&
  draft.informationVersion !== null &&
  (current.legalBasis !== 'consent' || draft.informationVersion === current.version)

export function standardInformation(project: Told, legalBasis: LegalBasis): InformationText {
  const body = (language: 'sv' | 'en') =>
    phrasesIn(language).information.standard(
      legalBasis,
      project.organisation,
      project.contactEmail,
      project.smallestGroup,
    )
  return { origin: 'standard', legalBasis, bodySv: body('sv'), bodyEn: body('en') }
}

export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
