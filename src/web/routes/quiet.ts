// "No more reminders": a page that asks, and a POST that does it, also as the one-click of RFC 8058. A link scanner
// that follows the link changes nothing.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Dependencies } from '#app.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation, silenceReminders } from '#store/invitations.ts'
import { mendToken } from '../answering/door.ts'
import { sendPage } from '../page.ts'

declare module '../page.ts' {
  interface Pages {
    'answering/quiet': { heading: string; action: string; done: boolean }
  }
}

type Request = FastifyRequest<{ Params: { token: string } }>

export async function quiet(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'participant' as const }
  const find = (request: Request) => findInvitation(db, hashToken(mendToken(request.params.token)), 'quiet')

  app.get('/quiet/:token', { config }, (request: Request, reply) => {
    const invitation = find(request)
    if (!invitation) return reply.callNotFound()
    return sendPage(
      reply,
      'answering/quiet',
      { ...facts(invitation), action: `/quiet/${mendToken(request.params.token)}`, done: invitation.quietAt !== null },
      invitation.language,
    )
  })

  app.post('/quiet/:token', { config }, (request: Request, reply) => {
    const invitation = find(request)
    if (!invitation) return reply.callNotFound()
    silenceReminders(db, invitation.id, now())
    return sendPage(reply, 'answering/quiet', { ...facts(invitation), action: '', done: true }, invitation.language)
  })
}

const facts = (invitation: NonNullable<ReturnType<typeof findInvitation>>) => ({
  heading: invitation.language === 'sv' ? invitation.project.nameSv : invitation.project.nameEn,
})
