// For whoever has lost the link: an address is typed, and the answer is the same whether anybody has it or not, in words
// and in time. What follows happens after the answer has been given.
import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress, withoutWrapping } from '#intake/address.ts'
import { maskedAddressOf } from '#store/contacts.ts'
import { hasOtherOpen } from '#store/invitations.ts'
import { requestLinks, requestLinksOf } from '#store/lost-links.ts'
import { openDoor } from '../answering/door.ts'
import { type Frame, frameIn } from '../answering/frame.ts'
import { languageOf } from '../answering/language.ts'
import { type LinkRequest, onwardFrom } from '../answering/visit.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { type FieldError, readFields } from '../staff/form.ts'

declare module '../page.ts' {
  interface Pages {
    'answering/lost-link': Frame & { address: string; errors: readonly FieldError[]; failed: boolean; done: boolean }
    'answering/other': Frame & { address: string }
  }
}

/** A whole municipality may come from one address of the network. */
const askedPerTenMinutes = 30

export async function lostLink(app: FastifyInstance, { db, identity, now, wakeSender }: Dependencies): Promise<void> {
  const open = { config: { access: 'public' as const } }
  // Whoever asks is counted for ten minutes, under a name that nobody can turn back into an address of the network.
  const key = randomBytes(32)
  const nameOf = ({ ip }: FastifyRequest) => createHmac('sha256', key).update(ip).digest('base64url')
  const limit = app.createRateLimit({ max: askedPerTenMinutes, timeWindow: '10 minutes', keyGenerator: nameOf })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow')
  })

  app.get('/lost-link', open, (request, reply) => show(request, reply, { address: '', done: false }))

  app.post('/lost-link', open, async (request, reply) => {
    const tries = await limit(request)
    if (!tries.isAllowed && tries.isExceeded) throw new Problem('too_many_tries')
    const { address } = readFields(request.body, ['address'])
    const checked = checkAddress(withoutWrapping(address))
    if (!checked.ok) return show(request, reply.code(422), { address, done: false, isWrong: true })
    reply.raw.once('finish', () => afterwards(request, () => requestLinks(db, identity, checked.address, now())))
    return show(request, reply, { address: '', done: true })
  })

  app.post('/s/:token/other', { config: { access: 'participant' } }, (request: LinkRequest, reply) => {
    const door = openDoor(db, request.params.token, now())
    const isShut = door.state === 'closed' || door.state === 'answered'
    if (!isShut || !hasOtherOpen(db, door.invitation, now())) return reply.redirect(onwardFrom(request, ''), 303)
    const { invitation } = door
    const language = languageOf(request, invitation)
    if (requestLinksOf(db, invitation.personId, now())) wakeSender()
    return sendPage(
      reply,
      'answering/other',
      {
        ...frameIn(language, invitation),
        address: maskedAddressOf(db, identity, invitation.participantId),
      },
      language,
    )
  })

  function afterwards(request: FastifyRequest, work: () => boolean): void {
    try {
      if (work()) wakeSender()
    } catch (error) {
      request.log.error(error)
    }
  }
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { address, done, isWrong = false }: { address: string; done: boolean; isWrong?: boolean },
) {
  const language = languageOf(request)
  const { lost } = phrasesIn(language).participation
  const model = {
    ...frameIn(language),
    address,
    errors: isWrong ? [{ field: 'address', message: lost.wrong }] : [],
    failed: isWrong,
    done,
  }
  return sendPage(reply, 'answering/lost-link', model, language)
}
