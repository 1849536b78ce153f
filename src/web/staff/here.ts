// The project or wave that an address names, for somebody who may do this route's action there.
import type { FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import type { Language } from '#i18n/phrases.ts'
import type { Database } from '#store/database.ts'
import { findProject, listProjects, type Project } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'
import { findWave, type Wave } from '#store/waves.ts'
import { requireHere } from '../plugins/staff-access.ts'

export interface InProject {
  project: Project
  staff: Staff
}

/** @throws Problem 'not_found' for what is not there or not theirs, 'forbidden' where they may not do this in it */
export function projectHere(db: Database, request: FastifyRequest<{ Params: { slug: string } }>): InProject {
  const project = findProject(db, request.params.slug)
  if (!project) throw new Problem('not_found')
  return { project, staff: requireHere(request, project.id) }
}

/** @throws Problem as projectHere does */
export function waveHere(
  db: Database,
  request: FastifyRequest<{ Params: { id: string; slug?: string } }>,
): InProject & { wave: Wave } {
  const wave = findWave(db, request.params.id)
  const project = wave && listProjects(db, [wave.projectId])[0]
  if (!wave || !project || (request.params.slug ?? project.slug) !== project.slug) throw new Problem('not_found')
  return { project, wave, staff: requireHere(request, project.id) }
}

export const nameOf = (project: Project, language: Language): string =>
  language === 'sv' ? project.nameSv : project.nameEn

export const actorOf = (staff: Staff): `staff:${string}` => `staff:${staff.id}`

/** Letters that lie in the folder may be looked at; what a mail server has taken is its readers' own. */
export const keepsLetters = (project: Project, config: { smtpUrl: string | undefined }): boolean =>
  project.isDemo || config.smtpUrl === undefined
