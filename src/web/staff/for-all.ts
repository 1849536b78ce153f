// Mail and accounts are one for all projects: what concerns all of them is for those who may act in every one.
import { type Action, can } from '#access.ts'
import { Problem } from '#errors.ts'
import type { Staff } from '#store/staff.ts'

/** No project has the empty id, so only a grant for every one reaches it. */
export const mayForAll = ({ grants }: Staff, action: Action): boolean => can(grants, action, { projectId: '' })

/** @throws Problem 'forbidden' for who may do this in some projects only */
export function requireForAll(staff: Staff | null, action: Action): Staff {
  if (!staff || !mayForAll(staff, action)) throw new Problem('forbidden')
  return staff
}
