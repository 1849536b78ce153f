// "No more reminders": a page that asks, and a POST that does it, also as the one-click of RFC 8058. A link scanner
// that follows the link changes nothing.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hashToken } from '#store/ids.ts'
import { findInvitation, type Invitation, silenceReminders } from '#store/invitations.ts'
import { mendToken } from '../answering/door.ts'
import { headingOf, languageOf } from '../answering/language.ts'
import type { Dependencies } from '../dependencies.ts'
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
    return show(request, reply, invitation, invitation.quietAt !== null)
  })

  app.post('/quiet/:token', { config }, (request: Request, reply) => {
    const invitation = find(request)
    if (!invitation) return reply.callNotFound()
    silenceReminders(db, invitation.id, now())
    return show(request, reply, invitation, true)
  })
}

function show(request: Request, reply: FastifyReply, invitation: Invitation, done: boolean) {
  const language = languageOf(request, invitation)
  const action = `/quiet/${mendToken(request.params.token)}?lang=${language}`
  return sendPage(reply, 'answering/quiet', { heading: headingOf(invitation, language), action, done }, language)
}
