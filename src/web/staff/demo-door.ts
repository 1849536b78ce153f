// The open door to the demonstration. It stands open while the database holds nothing but the demonstration: nobody
// needs a password for what is invented, and an account of the demonstration may do nothing outside it.

import { createDemo, createLaterDemo, demoSeed } from '#demo/demo.ts'
import { demoStaff } from '#demo/staff.ts'
import { Problem } from '#errors.ts'
import { findStaffByEmail } from '#store/accounts.ts'
import type { Database } from '#store/database.ts'
import { listProjects } from '#store/projects.ts'
import { addStaff, countStaff, noPassword, type Staff } from '#store/staff.ts'
import type { Dependencies } from '../dependencies.ts'

export type DemoRole = (typeof demoStaff)[number]['role']
export const demoRoles: readonly DemoRole[] = demoStaff.map(({ role }) => role)

export type Stage =
  /** Neither project nor staff: the first visit. */
  | 'empty'
  /** Demonstrations and nothing else. */
  | 'demo'
  | 'in_use'

export function stageOf(db: Database): Stage {
  const projects = listProjects(db, 'all')
  if (projects.length === 0) return countStaff(db) === 0 ? 'empty' : 'in_use'
  return projects.every((project) => project.isDemo) ? 'demo' : 'in_use'
}

/** Somebody invented, who came in by the open door and may become somebody else. */
export const isInvented = ({ email, grants }: Staff): boolean =>
  demoStaff.some((account) => account.email === email) && grants.every(({ projectId }) => projectId !== '*')

/**
 * The demonstration's account in that role; its two projects and its accounts are made where they are missing. No
 * password opens the accounts: the door is the only way in.
 * @throws Problem 'forbidden' where the database is in use for something else
 */
export function enterDemo({ db, identity, now }: Pick<Dependencies, 'db' | 'identity' | 'now'>, role: DemoRole): Staff {
  if (stageOf(db) === 'in_use') throw new Problem('forbidden')
  const demo = createDemo(db, identity, { now: now(), seed: demoSeed })
  const later = createLaterDemo(db, identity, { seed: demoSeed })
  const accounts = demoStaff.map(({ role, municipalityCode, ...account }) => {
    const projects = municipalityCode === '*' ? [demo, later] : [demo]
    const grants = projects.map(({ id }) => ({ role, projectId: id, municipalityCode }))
    return (
      findStaffByEmail(db, account.email) ??
      addStaff(db, { ...account, passwordHash: noPassword, grants }, 'system', now())
    )
  })
  // Somebody real may have one of these addresses: nobody comes in as them.
  const own = new Set([demo.id, later.id])
  const invented = accounts.filter(({ grants }) => grants.every(({ projectId }) => own.has(projectId)))
  const found = invented.find(({ grants }) => grants.some((grant) => grant.role === role))
  if (!found) throw new Problem('forbidden')
  return found
}
