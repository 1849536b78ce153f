// What keeps a mailing from being begun, as far as is known without asking anybody.
import type { Database } from '#store/database.ts'
import { listProjects } from '#store/projects.ts'
import type { Wave } from '#store/waves.ts'
import { type Check, isBlocking } from './check.ts'
import { findLastLook } from './last-look.ts'
import { checkLetters } from './letters.ts'
import { areFiled, checkSettings, type MailSettings, type Sending } from './settings.ts'

/** Quick: reads a few rows. Empty where nothing is known to be in the way. */
export function findBlocking(db: Database, settings: MailSettings, project: Sending & { id: string }): Check[] {
  const found = areFiled(settings, project) ? [] : (findLastLook(db, settings, project)?.checks ?? [])
  return [...checkSettings(settings, project), ...checkLetters(db, project.id), ...found].filter(isBlocking)
}

export const isBlocked = (db: Database, settings: MailSettings, { projectId }: Wave): boolean =>
  listProjects(db, [projectId]).some((project) => findBlocking(db, settings, project).length > 0)
