// The look before a mailing: what stands in its way, what it would do. The page asks nobody outside; the button does.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { type Area, areas, type Check } from '#mail/preflight/check.ts'
import { vouchFor } from '#mail/preflight/last-look.ts'
import { senderDomainOf } from '#mail/preflight/look.ts'
import { realOutside } from '#mail/preflight/outside.ts'
import { lookAgain, type Preflight, readPreflight } from '#mail/preflight/preflight.ts'
import { waveState } from '#store/waves.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { mayTuneMail } from '../staff/for-all.ts'
import { actorOf, waveHere } from '../staff/here.ts'
import { type WaveFrame, waveFrame } from '../staff/wave-frame.ts'

declare module '../page.ts' {
  interface Pages {
    'waves/preflight': Omit<Preflight, 'checks'> &
      WaveFrame & {
        areas: { area: Area; checks: Check[] }[]
        /** Whether somebody may say that the mail server signs. */
        mayVouch: boolean
        mayTuneMail: boolean
        done: string | null
      }
  }
}

type OfWave = FastifyRequest<{ Params: { id: string } }>

export async function preflight(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db, config, now, outside = realOutside() } = dependencies
  const run = { config: { access: 'waves:run' as const } }
  /** Looks cost other people's servers something. */
  const seldom = { config: { ...run.config, rateLimit: { max: 20, timeWindow: 60_000 } } }

  app.get('/waves/:id/preflight', run, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const { project, wave } = here
    if (waveState(wave) === 'closed') return reply.redirect(`/waves/${wave.id}`, 303)
    const { checks, ...rest } = readPreflight(dependencies, project, wave, now())
    return sendPage(reply, 'waves/preflight', {
      ...rest,
      ...waveFrame(request, here),
      areas: areas
        .map((area) => ({ area, checks: checks.filter((check) => check.area === area) }))
        .filter((group) => group.checks.length > 0),
      mayVouch: checks.some(({ code }) => code === 'dmarc_unproven'),
      mayTuneMail: mayTuneMail(db, here.staff.grants),
      done: doneIn(request),
    })
  })

  app.post('/waves/:id/preflight', seldom, async (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    await lookAgain({ db, config }, project, outside, actorOf(staff), now)
    return reply.redirect(doneAt(`/waves/${wave.id}/preflight`, 'preflight_done'), 303)
  })

  app.post('/waves/:id/preflight/vouching', seldom, async (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    const domain = senderDomainOf(config, project)
    if (domain === undefined) throw new Problem('bad_request')
    vouchFor(db, domain, actorOf(staff), now())
    await lookAgain({ db, config }, project, outside, actorOf(staff), now)
    return reply.redirect(doneAt(`/waves/${wave.id}/preflight`, 'preflight_done'), 303)
  })
}
