// Addresses of published figures, for whoever wants to link to one.
import { findLatestCut } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'

/** The page of a cut, or of a figure or group of figures in it. */
export const cutAddress = (slug: string, code: string, path: readonly string[] = []): string =>
  [`/projects/${slug}/cuts/${code}`, ...path.map(encodeURIComponent)].join('/')

/** The latest cut of a project with its address; undefined before the first. */
export function findLatestCutLink(
  db: Database,
  project: Project,
): { code: string; address: string; madeAt: number } | undefined {
  const cut = findLatestCut(db, project.id)
  return cut && { code: cut.code, address: cutAddress(project.slug, cut.code), madeAt: cut.madeAt }
}
