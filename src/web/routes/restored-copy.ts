// A database that is a copy of another: what that means for its letters, and the administrator's word that it is the
// one that sends from now on.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { confirmCopy, findSilencedCopy } from '#store/mail-pause.ts'
import { countWaiting } from '#store/messages.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { requireForAll } from '../staff/for-all.ts'
import { actorOf } from '../staff/here.ts'

declare module '../page.ts' {
  interface Pages {
    /** `since`: UTC milliseconds; null where this is no copy, or has been confirmed. */
    'mail/restored-copy': { since: number | null; waiting: number }
  }
}

export async function restoredCopy(app: FastifyInstance, { db, now, wakeSender }: Dependencies): Promise<void> {
  const config = { access: 'mail:confirm' as const }

  app.get('/mail/copy', { config }, (request: FastifyRequest, reply) => {
    requireForAll(request.staff, 'mail:confirm')
    return sendPage(reply, 'mail/restored-copy', { since: findSilencedCopy(db) ?? null, waiting: countWaiting(db) })
  })

  app.post('/mail/copy', { config }, (request: FastifyRequest, reply) => {
    const staff = requireForAll(request.staff, 'mail:confirm')
    if (confirmCopy(db, actorOf(staff), now())) wakeSender()
    return reply.redirect('/mail/copy', 303)
  })
}
