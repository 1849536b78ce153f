// A wave's mailing while it goes: its progress as it happens, and the brake that people have.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { pauseWaveMail } from '#store/mail-pause.ts'
import type { Dependencies } from '../dependencies.ts'
import { doneAt } from '../staff/done.ts'
import { actorOf, waveHere } from '../staff/here.ts'
import { createMailWatch } from '../staff/mail-watch.ts'

type OfWave = FastifyRequest<{ Params: { id: string } }>

export async function mailing(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const watch = createMailWatch(db, now)
  // A server that stops would else wait for pages that nobody closes.
  app.addHook('preClose', async () => watch.close())

  app.get('/waves/:id/mail-progress', { config: { access: 'mail:read' } }, (request: OfWave, reply) => {
    const { wave } = waveHere(db, request)
    const stream = watch.watch(wave.id, request.language)
    if (!stream) throw new Problem('too_many_tries')
    return reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream)
  })

  app.post('/waves/:id/mail-pause', { config: { access: 'waves:run' } }, (request: OfWave, reply) => {
    const { wave, staff } = waveHere(db, request)
    pauseWaveMail(db, wave.id, actorOf(staff), now())
    return reply.redirect(doneAt(`/waves/${wave.id}`, 'mail_paused'), 303)
  })
}
