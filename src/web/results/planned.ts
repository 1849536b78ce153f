// Nobody asks for a table of their own: an address that names a filter outside the table plan is refused.
import type { FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { type OutletName, unplannedChoices } from '#indicators/table-plan.ts'

/** @throws Problem 'bad_request' where the address asks the outlet for what the plan does not have */
export function requirePlanned(request: FastifyRequest, outlet: OutletName): void {
  const [name] = unplannedChoices(outlet, request.query as Readonly<Record<string, unknown>>)
  if (name !== undefined) throw new Problem('bad_request', { filter: name })
}
