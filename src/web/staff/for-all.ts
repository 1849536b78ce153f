// Mail, accounts and the list of projects are one for all: what concerns them is for those who may act in every project.
import { type Action, can, type Grant } from '#access.ts'
import { Problem } from '#errors.ts'
import type { Database } from '#store/database.ts'
import { listProjects } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'

/** No project has the empty id, so only a grant for every one reaches it. */
export const mayForAll = (grants: readonly Grant[], action: Action): boolean => can(grants, action, { projectId: '' })

/** @throws Problem 'forbidden' for who may do this in some projects only */
export function requireForAll(staff: Staff | null, action: Action): Staff {
  if (!staff || !mayForAll(staff.grants, action)) throw new Problem('forbidden')
  return staff
}

/**
 * Whether somebody may change how the server sends mail, which is one for all projects: whoever runs a real project in
 * all its municipalities. A grant for one municipality reaches too little, and one in a demonstration is anybody's.
 */
export function mayTuneMail(db: Database, grants: readonly Grant[]): boolean {
  const held = grants.filter((grant) => can([grant], 'mail:tune'))
  const isForAll = held.some(({ projectId }) => projectId === '*')
  const ids = held.map(({ projectId }) => projectId)
  return isForAll || listProjects(db, ids).some(({ isDemo }) => !isDemo)
}

/** @throws Problem 'forbidden' for who may not change how the server sends mail */
export function requireMailTuner(db: Database, staff: Staff | null): Staff {
  if (!staff || !mayTuneMail(db, staff.grants)) throw new Problem('forbidden')
  return staff
}
