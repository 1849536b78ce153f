// The accessibility statement that Swedish law asks for, linked from the foot of every page.
import type { FastifyInstance } from 'fastify'
import { listContacts } from '#store/projects.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'

/** When somebody last held the words of the statement against the pages. */
const reviewedOn = '2026-11-22'

declare module '../page.ts' {
  interface Pages {
    'accessibility/show': {
      /** Whom to write to, one per organisation and address. */
      contacts: { organisation: string; email: string }[]
      reviewedOn: string
    }
  }
}

export async function accessibility(app: FastifyInstance, { db }: Dependencies): Promise<void> {
  app.get('/tillganglighet', { config: { access: 'public' } }, (_request, reply) =>
    sendPage(reply, 'accessibility/show', { contacts: listContacts(db), reviewedOn }),
  )
}
