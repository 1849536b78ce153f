// How small a release would become, for whoever is about to ask for one: by the rules that make it, without its files.
import { randomBytes } from 'node:crypto'
import { Problem } from '#errors.ts'
import type { Database } from '#store/database.ts'
import { countPanelRows } from '#store/panel.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import { gatherPeople } from './gathering.ts'
import { planExport } from './planning.ts'

export type ForeseenRelease =
  | { kind: 'size'; people: number; municipalities: number; of: number }
  | { kind: 'refused'; why: 'nothing_to_release' | 'answers_changed' }
  /** So many have been asked that finding out would keep others waiting. */
  | { kind: 'unknown' }

/** People times waves: their release is planned in a blink. */
const mostRows = 2_000

/** null where nothing was compared: there is no release to tell of. */
export async function foreseeRelease(db: Database, project: Project, now: number): Promise<ForeseenRelease | null> {
  if (countPanelRows(db, project.id) > mostRows) return { kind: 'unknown' }
  const panel = await gatherPeople(db, project, randomBytes(32))
  try {
    const { selection } = await planExport(db, project, panel, { level: 'release', now })
    return {
      kind: 'size',
      people: [...panel.read()].filter((person) => selection.keepsPerson(person)).length,
      municipalities: selection.municipality?.values.length ?? 0,
      of: listMunicipalities(db, project.id).length,
    }
  } catch (error) {
    return whyNone(error)
  } finally {
    panel.close()
  }
}

function whyNone(error: unknown): ForeseenRelease | null {
  const code = error instanceof Problem ? error.code : undefined
  if (code === 'nothing_to_release' || code === 'answers_changed') return { kind: 'refused', why: code }
  if (code === 'not_found' || code === 'wave_not_open') return null
  throw error
}
