// Refusals and bugs as pages. A refusal says what to do; a bug says nothing of itself but a code to quote.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemCode } from '#errors.ts'
import { showTrouble } from '../answering/trouble.ts'
import { isForParticipants } from '../behind-link.ts'
import type { Dependencies } from '../dependencies.ts'
import { holdForm } from '../held-form.ts'
import { sendPage } from '../page.ts'
import { plugin } from '../plugin.ts'

/** `wave` is the id of the wave that it is about. */
type Shown = { code: ProblemCode | 'internal'; status: number; wave?: string }

export const errorPages = plugin(async (app: FastifyInstance, { db }: Dependencies) => {
  const answer = (request: FastifyRequest, reply: FastifyReply, shown: Shown) =>
    isForParticipants(request.url)
      ? showTrouble(request, reply.code(shown.status), db, shown.code)
      : show(request, reply, shown)
  app.setErrorHandler((error, request, reply) => answer(request, reply, classify(error, request)))
  app.setNotFoundHandler((request, reply) => answer(request, reply, { code: 'not_found', status: 404 }))
})

function classify(error: unknown, request: FastifyRequest): Shown {
  if (error instanceof Problem) {
    const { code, status, details } = error
    return typeof details.wave === 'string' ? { code, status, wave: details.wave } : { code, status }
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 429) return { code: 'too_many_tries', status: 429 }
  if (statusCode === 413) return { code: 'too_large', status: 413 }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { code: 'bad_request', status: statusCode }
  request.log.error(error)
  if (code?.startsWith('SQLITE_')) return { code: 'storage_failed', status: 503 }
  return { code: 'internal', status: 500 }
}

function show(request: FastifyRequest, reply: FastifyReply, { code, status, wave }: Shown) {
  if (code === 'signed_out' && request.method === 'GET') return reply.redirect('/session', 303)
  reply.code(status)
  return sendPage(reply, 'problems/show', {
    code,
    requestId: code === 'internal' ? request.id : null,
    wave: wave ?? null,
    held: code === 'signed_out' || code === 'storage_failed' ? holdForm(request) : null,
  })
}
