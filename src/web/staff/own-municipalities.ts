// The municipalities that a reader is kept to, named: somebody may have two of a project.
import { type Grant, municipalitiesFor } from '#access.ts'
import { formatList } from '#i18n/format.ts'
import type { Language } from '#i18n/phrases.ts'
import type { Database } from '#store/database.ts'
import { listMunicipalities } from '#store/projects.ts'

/** "Flen och Ljungby"; null for readers of the whole project, and for those who may know of no participants. */
export function ownMunicipalities(
  db: Database,
  grants: readonly Grant[],
  projectId: string,
  language: Language,
): string | null {
  const own = municipalitiesFor(grants, 'participants:read', projectId)
  if (own === 'all' || own.length === 0) return null
  const names = listMunicipalities(db, projectId)
    .filter(({ code }) => own.includes(code))
    .map(({ name }) => name)
  return formatList(names, language)
}
