// Signing in: a new session each time, and the old one of the same browser ended.
import type { FastifyReply } from 'fastify'
import { endSession, startSession } from '#store/sessions.ts'
import type { Dependencies } from '../dependencies.ts'
import { sessionCookie } from '../plugins/staff-access.ts'

export function signIn(
  reply: FastifyReply,
  { db, config, now }: Pick<Dependencies, 'db' | 'config' | 'now'>,
  staffId: string,
): void {
  const { name, options } = sessionCookie(config)
  const before = reply.request.cookies[name]
  if (before) endSession(db, before)
  reply.setCookie(name, startSession(db, staffId, now()), options)
}
