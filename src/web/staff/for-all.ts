// Mail, accounts and the list of projects are one for all: what concerns them is for those who may act in every project.
import { type Action, can, type Grant } from '#access.ts'
import { Problem } from '#errors.ts'
import type { Staff } from '#store/staff.ts'

/** No project has the empty id, so only a grant for every one reaches it. */
export const mayForAll = (grants: readonly Grant[], action: Action): boolean => can(grants, action, { projectId: '' })

/** @throws Problem 'forbidden' for who may do this in some projects only */
export function requireForAll(staff: Staff | null, action: Action): Staff {
  if (!staff || !mayForAll(staff.grants, action)) throw new Problem('forbidden')
  return staff
}
