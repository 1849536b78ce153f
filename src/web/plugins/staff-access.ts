// Who is asking, and whether they may: every route declares its access, or the server refuses to start.
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { type Action, can, canIn, canSomewhere } from '#access.ts'
import { Problem } from '#errors.ts'
import { findSessionStaff } from '#store/sessions.ts'
import type { Staff } from '#store/staff.ts'
import type { Dependencies } from '../dependencies.ts'
import { isPlainForm } from '../held-form.ts'
import { plugin } from '../plugin.ts'

/** public: anybody. participant: whoever holds the link. Else the action that a member of staff must be allowed. */
export type Access = 'public' | 'participant' | Action

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    staff: Staff | null
  }
}

export const staffAccess = plugin(async (app: FastifyInstance, { db, now, config }: Dependencies) => {
  const cookie = sessionCookie(config)
  app.addHook('onRoute', (route: RouteOptions) => {
    if (!route.config?.access) throw new Error(`${String(route.method)} ${route.url} declares no access`)
  })
  app.decorateRequest('staff', null)
  app.addHook('onRequest', (request, _reply, done) => {
    const token = request.cookies[cookie.name]
    if (token) request.staff = findSessionStaff(db, token, now()) ?? null
    const refusal = refusalOf(request)
    // Whoever was signed out while typing gets it back: so it is read first.
    done(refusal?.code === 'signed_out' && isPlainForm(request) ? undefined : refusal)
  })
  app.addHook('preValidation', (request, _reply, done) => done(refusalOf(request)))
})

/** Where the action happens is known to the route; whether this person may do it anywhere is asked first. */
function refusalOf({ routeOptions, staff }: FastifyRequest): Problem | undefined {
  const { access } = routeOptions.config
  if (access === undefined || access === 'public' || access === 'participant') return undefined
  if (!staff) return new Problem('signed_out')
  return canSomewhere(staff.grants, access) ? undefined : new Problem('forbidden')
}

/** The cookie that signs staff in; locked to host and TLS wherever the site has TLS. */
export function sessionCookie(config: Pick<Dependencies['config'], 'baseUrl'>) {
  const secure = config.baseUrl?.startsWith('https:') ?? false
  return {
    name: secure ? '__Host-session' : 'session',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure } as const,
  }
}

/**
 * Throws unless the signed-in person may do this route's action in the project. A project that is not theirs looks like one
 * that does not exist.
 */
export function requireHere(request: FastifyRequest, projectId: string): Staff {
  const access = request.routeOptions.config.access as Action
  const staff = requireStaff(request)
  if (!can(staff.grants, 'project:read', { projectId })) throw new Problem('not_found')
  if (!canIn(staff.grants, access, projectId)) throw new Problem('forbidden')
  return staff
}

/** Who is signed in: somebody, wherever the route's access is an action. @throws Problem 'signed_out' */
export function requireStaff({ staff }: FastifyRequest): Staff {
  if (!staff) throw new Problem('signed_out')
  return staff
}

export const signOut = (reply: FastifyReply, config: Dependencies['config']): FastifyReply => {
  const { name, options } = sessionCookie(config)
  return reply.clearCookie(name, options)
}
