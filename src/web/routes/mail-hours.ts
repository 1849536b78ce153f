// When mail may leave, and how fast: one setting for all projects.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findMailPace, setMailPace } from '#store/mail-pace.ts'
import { findSendingHours, setSendingHours } from '#store/sending-hours.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { requireMailTuner } from '../staff/for-all.ts'
import type { FieldError } from '../staff/form.ts'
import { actorOf } from '../staff/here.ts'
import {
  checkHours,
  type HoursForm,
  type HoursInWords,
  hoursInWords,
  hoursToForm,
  readHoursForm,
} from '../staff/sending-hours.ts'

declare module '../page.ts' {
  interface Pages {
    'mail/hours': {
      values: HoursForm
      /** As they are set; null = at any time. */
      hours: HoursInWords | null
      errors: readonly FieldError[]
      failed: boolean
      done: string | null
    }
  }
}

export async function mailHours(app: FastifyInstance, { db, now, wakeSender }: Dependencies): Promise<void> {
  const config = { access: 'mail:tune' as const }

  app.get('/mail/hours', { config }, (request: FastifyRequest, reply) => {
    requireMailTuner(db, request.staff)
    return showForm(request, reply, hoursToForm(findSendingHours(db), findMailPace(db)), [])
  })

  app.post('/mail/hours', { config }, (request: FastifyRequest, reply) => {
    const actor = actorOf(requireMailTuner(db, request.staff))
    const form = readHoursForm(request.body)
    const checked = checkHours(form, request.language)
    if (checked.errors) return showForm(request, reply.code(422), form, checked.errors)
    setSendingHours(db, checked.hours, actor, now())
    setMailPace(db, checked.pace, actor, now())
    wakeSender()
    return reply.redirect(doneAt('/mail/hours', 'hours_saved'), 303)
  })

  function showForm(request: FastifyRequest, reply: FastifyReply, values: HoursForm, errors: readonly FieldError[]) {
    const hours = findSendingHours(db)
    return sendPage(reply, 'mail/hours', {
      values,
      hours: hours ? hoursInWords(hours, request.language) : null,
      errors,
      failed: errors.length > 0,
      done: doneIn(request),
    })
  }
}
