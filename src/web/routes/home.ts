// The front door: what Samverka is, and the ways in that stand open right now.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hasAdministrator } from '#store/accounts.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { type DemoRole, demoRoles, enterDemo, stageOf } from '../staff/demo-door.ts'
import { doneIn } from '../staff/done.ts'
import { readFields } from '../staff/form.ts'
import { signIn } from '../staff/session.ts'

declare module '../page.ts' {
  interface Pages {
    'home/show': {
      /** Which ways in are open. */
      offers: { demo: boolean; setup: boolean; signIn: boolean }
      /** Roles that the demonstration can be seen in, besides the administrator's. */
      roles: readonly DemoRole[]
      /** Somebody came to choose one. */
      isChoosing: boolean
      done: string | null
    }
  }
}

export async function home(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db } = dependencies
  const config = { access: 'public' as const }

  app.get('/', { config }, (request: FastifyRequest, reply) => {
    const stage = stageOf(db)
    const isChoosing = stage === 'demo' && Object.hasOwn(request.query as object, 'roles')
    if (request.staff && !isChoosing) return reply.redirect('/projects', 303)
    const isSetUp = hasAdministrator(db)
    return sendPage(reply, 'home/show', {
      offers: {
        demo: stage !== 'in_use',
        setup: stage !== 'in_use' && !isSetUp,
        signIn: stage === 'in_use' || isSetUp,
      },
      roles: stage === 'demo' ? demoRoles.filter((role) => role !== 'admin') : [],
      isChoosing,
      done: doneIn(request),
    })
  })

  app.post(
    '/demo',
    { config: { ...config, rateLimit: { max: 20, timeWindow: 60_000 } } },
    (request: FastifyRequest, reply) => {
      const { role: asked } = readFields(request.body, ['role'])
      const role = demoRoles.find((known) => known === asked) ?? 'admin'
      const staff = enterDemo(dependencies, role)
      signIn(reply, dependencies, staff.id)
      return reply.redirect('/projects/demo', 303)
    },
  )
}
