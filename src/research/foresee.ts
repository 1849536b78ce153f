// How small a release would become, for whoever is about to ask for one: by the rules that make it, without its files.
import { randomBytes } from 'node:crypto'
import { Problem } from '#errors.ts'
import type { Database } from '#store/database.ts'
import { countPanelRows } from '#store/panel.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import { describeExport } from './export.ts'
import { gatherPeople } from './gathering.ts'

export type ForeseenRelease =
  | { kind: 'size'; people: number; municipalities: number; of: number }
  | { kind: 'refused'; why: 'nothing_to_release' | 'answers_changed' }
  /** So many have been asked that finding out would keep others waiting. */
  | { kind: 'unknown' }

/** People times waves: their release is planned in a blink. */
const mostRows = 2_000

export async function foreseeRelease(db: Database, project: Project, now: number): Promise<ForeseenRelease> {
  if (countPanelRows(db, project.id) > mostRows) return { kind: 'unknown' }
  const panel = await gatherPeople(db, project, randomBytes(32))
  try {
    const { study } = await describeExport(db, project, panel, { level: 'release', now })
    const { people, municipalities } = study
    return { kind: 'size', people, municipalities, of: listMunicipalities(db, project.id).length }
  } catch (error) {
    if (error instanceof Problem && (error.code === 'nothing_to_release' || error.code === 'answers_changed'))
      return { kind: 'refused', why: error.code }
    throw error
  } finally {
    panel.close()
  }
}
