// What the participant may decide: no more reminders, no more part in the project, no more answers kept. Three acts,
// never mixed; each has a page that asks, and only a POST does it. The reminders' is also the one-click of RFC 8058.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { removeLetters } from '#mail/remove-letters.ts'
import { maskedAddressOf } from '#store/contacts.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation, type Invitation, silenceReminders } from '#store/invitations.ts'
import { eraseAnswers, sweepDatabase, withdrawParticipant } from '#store/rights.ts'
import { openDoor } from '../answering/door.ts'
import { type Frame, frameIn } from '../answering/frame.ts'
import { languageOf } from '../answering/language.ts'
import { showShut } from '../answering/shut-page.ts'
import { onwardFrom, type LinkRequest as Request } from '../answering/visit.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { mendToken } from '../token.ts'

type Act = 'quiet' | 'withdraw' | 'erase'

/** The link to the questionnaire, or the one that stops reminders. */
type Road = 's' | 'quiet'

declare module '../page.ts' {
  interface Pages {
    'answering/act': Frame & {
      act: Act
      action: string
      /** Where one goes on without doing it; null where there is nothing to go back to. */
      back: string | null
      done: boolean
      /** No reminder would come anyway, asked for or not: there is nothing to say of it but that. */
      isOver: boolean
      /** Whom it concerned, masked: told only to somebody who has acted, not to whoever opens a link. */
      address: string | null
    }
    'answering/choices': Frame & {
      acts: { act: Act | 'handover'; link: string }[]
      /** To the questionnaire; null where it takes no answers. */
      back: string | null
    }
  }
}

export async function ownChoices(app: FastifyInstance, { db, identity, config, now }: Dependencies): Promise<void> {
  const open = { config: { access: 'participant' as const } }
  /** Called back or not; undefined for a link that is not of this purpose. */
  const find = (request: Request, road: Road): Invitation | undefined =>
    findInvitation(db, hashToken(mendToken(request.params.token)), road === 's' ? 'answer' : 'quiet')
  const invitationOf = (request: Request, road: Road): Invitation | undefined => {
    const invitation = find(request, road)
    return invitation?.revokedAt === null ? invitation : undefined
  }

  /** The page that says what has become of the link. */
  const refuse = (request: Request, reply: FastifyReply, road: Road) => {
    if (road === 's') return reply.redirect(onwardFrom(request, ''), 303)
    return showShut(request, reply, { state: find(request, road) ? 'erased' : 'unknown' }, false)
  }

  app.get('/s/:token/choices', open, (request: Request, reply) => {
    const invitation = invitationOf(request, 's')
    if (!invitation) return refuse(request, reply, 's')
    const language = languageOf(request, invitation)
    const at = linkOf(request, 's')
    const isGone = invitation.withdrawnAt !== null || invitation.handedOverAt !== null
    const isReminded = invitation.quietAt === null && mayBeReminded(invitation, now())
    const acts = isGone
      ? (['erase'] as const)
      : isReminded
        ? (['quiet', 'withdraw', 'erase', 'handover'] as const)
        : (['withdraw', 'erase', 'handover'] as const)
    return sendPage(
      reply,
      'answering/choices',
      {
        ...frameIn(language, invitation),
        acts: acts.map((act) => ({ act, link: `${at}/${act}?lang=${language}` })),
        back: openDoor(db, request.params.token, now()).state === 'open' ? `${at}?lang=${language}` : null,
      },
      language,
    )
  })

  const isDone: Record<Act, (invitation: Invitation) => boolean> = {
    quiet: ({ quietAt }) => quietAt !== null,
    withdraw: ({ withdrawnAt }) => withdrawnAt !== null,
    erase: () => false,
  }
  const perform: Record<Act, (invitation: Invitation, reply: FastifyReply) => void> = {
    quiet: ({ id }) => silenceReminders(db, id, now()),
    withdraw: ({ participantId }) => {
      withdrawParticipant(db, participantId, 'participant', now())
    },
    erase({ participantId }, reply) {
      const erasure = eraseAnswers(db, identity, participantId, 'participant', now())
      removeLetters(config.outboxDir, erasure.letters)
      // Writing every page anew takes a while in a large file: the page that says it is done need not wait.
      reply.raw.once('finish', () => {
        if (!sweepDatabase(db)) reply.log.warn('erased rows may have left traces in the file: run npm run people')
      })
    },
  }

  for (const act of ['quiet', 'withdraw', 'erase'] as const) {
    app.get(`/s/:token/${act}`, open, (request: Request, reply) => ask(request, reply, 's', act))
    app.post(`/s/:token/${act}`, open, (request: Request, reply) => doIt(request, reply, 's', act))
  }
  app.get('/quiet/:token', open, (request: Request, reply) => ask(request, reply, 'quiet', 'quiet'))
  app.post('/quiet/:token', open, (request: Request, reply) => doIt(request, reply, 'quiet', 'quiet'))

  function ask(request: Request, reply: FastifyReply, road: Road, act: Act) {
    const invitation = invitationOf(request, road)
    return invitation ? show(request, reply, road, act, invitation, null) : refuse(request, reply, road)
  }

  function doIt(request: Request, reply: FastifyReply, road: Road, act: Act) {
    const invitation = invitationOf(request, road)
    if (!invitation) return refuse(request, reply, road)
    const address = maskedAddressOf(db, identity, invitation.participantId)
    perform[act](invitation, reply)
    return show(request, reply, road, act, invitation, address)
  }

  /** @param address masked, where it has just been done; null where it is asked */
  function show(
    request: Request,
    reply: FastifyReply,
    road: Road,
    act: Act,
    invitation: Invitation,
    address: string | null,
  ) {
    const language = languageOf(request, invitation)
    const isOver = act === 'quiet' && !mayBeReminded(invitation, now())
    const own = road === 's' ? `${linkOf(request, 's')}/${act}` : linkOf(request, 'quiet')
    const model = {
      ...frameIn(language, invitation),
      act,
      action: `${own}?lang=${language}`,
      back: road === 's' ? `${linkOf(request, 's')}/choices?lang=${language}` : null,
      done: isOver || address !== null || isDone[act](invitation),
      isOver,
      address,
    }
    return sendPage(reply, 'answering/act', model, language)
  }
}

/** Whoever can still answer; one who has answered, is no longer with us or came too late is not reminded. */
const mayBeReminded = ({ submittedAt, withdrawnAt, handedOverAt, closesAt }: Invitation, now: number): boolean =>
  submittedAt === null && withdrawnAt === null && handedOverAt === null && now < closesAt

const linkOf = (request: Request, road: Road): string => `/${road}/${mendToken(request.params.token)}`
