// Signing in and out.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { inOwnLetters } from '#intake/address.ts'
import { passwordLength } from '#store/password.ts'
import { endSession } from '#store/sessions.ts'
import { authenticate } from '#store/staff.ts'
import { keptAddress } from '#store/staff-address.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { sessionCookie, signOut } from '../plugins/staff-access.ts'
import { doneAt } from '../staff/done.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { signIn } from '../staff/session.ts'

declare module '../page.ts' {
  interface Pages {
    'sessions/new': { values: { email: string; password: string }; errors: readonly FieldError[]; failed: boolean }
  }
}

/** Within a minute, from one address of the network. */
const triesPerNetwork = 60

export async function sessions(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db, config: settings } = dependencies
  const config = { access: 'public' as const }
  const rateLimit = {
    max: 10,
    timeWindow: 60_000,
    // After the body has been read: a guesser of one password is stopped, the others behind the same address are not.
    hook: 'preHandler' as const,
    keyGenerator: (request: FastifyRequest) => `${request.ip} ${keptAddress(typed(request).email)}`,
  }

  // Whoever tries one password at ever new addresses. A town hall may sign in from one address of the network.
  const fromNetwork = app.createRateLimit({ max: triesPerNetwork, timeWindow: 60_000 })

  app.get('/session', { config }, (request: FastifyRequest, reply) =>
    request.staff ? reply.redirect('/projects', 303) : showForm(reply, '', []),
  )

  app.post('/session', { config: { ...config, rateLimit } }, async (request: FastifyRequest, reply) => {
    const { email, password } = typed(request)
    const tries = await fromNetwork(request)
    if (!tries.isAllowed && tries.isExceeded) throw new Problem('too_many_tries')
    // No account has a longer one, and hashing costs as much as is sent.
    const staff = password.length > 4 * passwordLength.most ? undefined : await authenticate(db, email, password)
    if (!staff) {
      const message = phrasesIn(request.language).staff.session.wrong
      return showForm(reply.code(422), email, [{ field: 'email', message }])
    }
    signIn(reply, dependencies, staff.id)
    return reply.redirect('/projects', 303)
  })

  app.post('/session/end', { config }, (request: FastifyRequest, reply) => {
    const token = request.cookies[sessionCookie(settings).name]
    if (token) endSession(db, token)
    return signOut(reply, settings).redirect(doneAt('/', 'signed_out'), 303)
  })
}

const typed = (request: FastifyRequest) => readFields(request.body, ['email', 'password'])

const showForm = (reply: FastifyReply, email: string, errors: readonly FieldError[]) =>
  sendPage(reply, 'sessions/new', {
    values: { email: inOwnLetters(email), password: '' },
    errors,
    failed: errors.length > 0,
  })
