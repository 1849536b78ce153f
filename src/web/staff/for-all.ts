// Mail is one for all projects: what concerns all of it is for those who may act in every one.
import { type Action, can } from '#access.ts'
import { Problem } from '#errors.ts'
import type { Staff } from '#store/staff.ts'

/** @throws Problem 'forbidden' for who may do this in some projects only */
export function requireForAll(staff: Staff | null, action: Action): Staff {
  if (!staff || !can(staff.grants, action, { projectId: '' })) throw new Problem('forbidden')
  return staff
}
