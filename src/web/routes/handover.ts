// "I have taken over from …": whoever holds the link tells who has the seat now, reads it once more, and confirms.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { handOver } from '#store/handovers.ts'
import type { Invitation } from '#store/invitations.ts'
import { type Door, openDoor } from '../answering/door.ts'
import { type Frame, frameIn } from '../answering/frame.ts'
import { languageOf } from '../answering/language.ts'
import { base, onwardFrom, type LinkRequest as Request } from '../answering/visit.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { checkName } from '../staff/project-texts.ts'

type Form = Record<'name' | 'email', string>

declare module '../page.ts' {
  interface Pages {
    'answering/handover': Frame & {
      step: 'ask' | 'confirm' | 'done'
      values: Form
      action: string
      back: string
      errors: readonly FieldError[]
      unsaved: boolean
      failed: boolean
    }
  }
}

export async function handover(app: FastifyInstance, { db, identity, now, wakeSender }: Dependencies): Promise<void> {
  const config = { access: 'participant' as const }
  app.get('/s/:token/handover', { config }, (request: Request, reply) => {
    const invitation = holderOf(openDoor(db, request.params.token, now()))
    if (!invitation) return reply.redirect(onwardFrom(request, ''), 303)
    return show(request, reply, invitation, 'ask', readFields(request.body, ['name', 'email']))
  })

  app.post('/s/:token/handover', { config }, (request: Request, reply) => {
    const invitation = holderOf(openDoor(db, request.params.token, now()))
    if (!invitation) return reply.redirect(onwardFrom(request, ''), 303)
    const values = readFields(request.body, ['name', 'email'])
    const words = phrasesIn(languageOf(request, invitation))
    const { handover: said } = words.participation
    const address = checkAddress(values.email)
    const nameWrong = checkName(values.name, said.nameWrong, words.staff.wrong)
    const errors = [
      ...(nameWrong === null ? [] : [{ field: 'name', message: nameWrong }]),
      ...(address.ok ? [] : [{ field: 'email', message: said.emailWrong }]),
    ]
    if (!address.ok || errors.length > 0) return show(request, reply.code(422), invitation, 'ask', values, { errors })
    const newcomer = { name: values.name.trim(), email: address.address }
    const shown = { ...newcomer, email: inOwnLetters(address.address) }
    if (request.body?.confirm !== 'yes')
      return show(request, reply, invitation, request.body?.confirm === 'no' ? 'ask' : 'confirm', shown)
    try {
      if (handOver(db, identity, invitation, newcomer, now()) === 'taken') {
        const message = said.refused(invitation.project.contactEmail)
        return show(request, reply.code(422), invitation, 'ask', shown, { errors: [{ field: 'email', message }] })
      }
    } catch (error) {
      request.log.error(error)
      return show(request, reply.code(503), invitation, 'confirm', shown, { unsaved: true })
    }
    wakeSender()
    return show(request, reply, invitation, 'done', shown)
  })
}

/** Whoever still has a seat to hand over. */
const holderOf = (door: Door): Invitation | undefined =>
  door.state === 'open' || door.state === 'answered' || door.state === 'planned' || door.state === 'closed'
    ? door.invitation
    : undefined

function show(
  request: Request,
  reply: FastifyReply,
  invitation: Invitation,
  step: 'ask' | 'confirm' | 'done',
  values: Form,
  { errors = [], unsaved = false }: { errors?: readonly FieldError[]; unsaved?: boolean } = {},
) {
  const language = languageOf(request, invitation)
  const model = {
    ...frameIn(language, invitation),
    step,
    values,
    action: `${base(request)}/handover?lang=${language}`,
    back: `${base(request)}/choices?lang=${language}`,
    errors,
    unsaved,
    failed: unsaved || errors.length > 0,
  }
  return sendPage(reply, 'answering/handover', model, language)
}
