// What somebody is told on the first page of how their answers are handled: the project's own text, or the standard one.
import { phrasesIn } from '#i18n/phrases.ts'
import type { Database } from '#store/database.ts'
import { printOf } from '#store/drafts.ts'
import { findInformation, type InformationText, type LegalBasis } from '#store/information.ts'
import type { Project } from '#store/projects.ts'

/** What the standard text says of a project. */
type Told = Pick<Project, 'organisation' | 'contactEmail' | 'smallestGroup'>

/** A text, and a few letters that tell it from any other. */
type Current = InformationText & { print: string }

/** By the project as it was read, with the edition that it was read beside. */
const known = new WeakMap<object, { last: InformationText | undefined; current: Current }>()

/** The text as it reads now. The standard one follows what the project is called and whom it names. */
export function currentInformation(db: Database, project: Told & Pick<Project, 'id'>): Current {
  const last = findInformation(db, project.id)
  const before = known.get(project)
  if (before && before.last === last) return before.current
  const text = last?.origin === 'own' ? last : standardInformation(project, last?.legalBasis ?? 'legitimate_interest')
  const current = { ...text, print: printOf(text.bodySv + text.bodyEn) }
  known.set(project, { last, current })
  return current
}

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
