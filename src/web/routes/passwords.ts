// A forgotten password, and the link that lets staff choose one. Whether an address has an account is told to nobody,
// in words or in time: what follows happens after the answer has been given. Opening a link changes nothing.
import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress } from '#intake/address.ts'
import { hashPassword } from '#store/staff.ts'
import { requestReset } from '#store/staff-letters.ts'
import { findStaffByToken, redeemStaffToken } from '#store/staff-tokens.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { checkPassword } from '../staff/new-password.ts'
import { signIn } from '../staff/session.ts'
import { mendToken } from '../token.ts'

interface Form {
  errors: readonly FieldError[]
  failed: boolean
}

declare module '../page.ts' {
  interface Pages {
    'passwords/forgotten': Form & { email: string; sent: boolean }
    'passwords/choose': Form & { token: string; email: string }
    'passwords/dead': Record<never, never>
  }
}

type OfLink = FastifyRequest<{ Params: { token: string } }>

/** Of whoever shares an address of the network. */
const askedPerTenMinutes = 10
const triedPerMinute = 10

export async function passwords(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db, config: settings, now, wakeSender } = dependencies
  const open = { config: { access: 'public' as const } }
  // Counted under a name that nobody can turn back into an address of the network.
  const key = randomBytes(32)
  const keyGenerator = ({ ip }: FastifyRequest) => createHmac('sha256', key).update(ip).digest('base64url')
  const limit = app.createRateLimit({ max: askedPerTenMinutes, timeWindow: '10 minutes', keyGenerator })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-robots-tag', 'noindex, nofollow')
  })

  app.get('/password', open, (_request, reply) => showForgotten(reply, { email: '', sent: false }))

  app.post('/password', open, async (request, reply) => {
    const tries = await limit(request)
    if (!tries.isAllowed && tries.isExceeded) throw new Problem('too_many_tries')
    const { email } = readFields(request.body, ['email'])
    if (!checkAddress(email).ok) {
      const message = phrasesIn(request.language).staff.wrong.email
      return showForgotten(reply.code(422), { email, sent: false }, [{ field: 'email', message }])
    }
    reply.raw.once('finish', () => afterwards(request, () => requestReset(db, email, settings.mailFrom ?? '', now())))
    return showForgotten(reply, { email: '', sent: true })
  })

  app.get('/password/:token', open, (request: OfLink, reply) => showChoice(request, reply, []))

  app.post(
    '/password/:token',
    { config: { access: 'public', rateLimit: { max: triedPerMinute, timeWindow: 60_000 } } },
    async (request: OfLink, reply) => {
      const token = mendToken(request.params.token)
      const account = findStaffByToken(db, token, now())
      if (!account) return showChoice(request, reply, [])
      const { password } = readFields(request.body, ['password'])
      const fault = checkPassword(password, [account.email, account.name], phrasesIn(request.language).staff.wrong)
      if (fault !== null) return showChoice(request, reply.code(422), [{ field: 'password', message: fault }])
      // The link may be used elsewhere while the password is hashed: whoever is first has it.
      const redeemed = redeemStaffToken(db, token, await hashPassword(password), now())
      if (!redeemed) return showChoice(request, reply, [])
      signIn(reply, dependencies, redeemed.id)
      return reply.redirect(doneAt('/projects', 'password_chosen'), 303)
    },
  )

  function showChoice(request: OfLink, reply: FastifyReply, errors: readonly FieldError[]) {
    const token = mendToken(request.params.token)
    const account = findStaffByToken(db, token, now())
    if (!account) return sendPage(reply.code(410), 'passwords/dead', {})
    return sendPage(reply, 'passwords/choose', { token, email: account.email, errors, failed: errors.length > 0 })
  }

  function afterwards(request: FastifyRequest, work: () => boolean): void {
    try {
      if (work()) wakeSender()
    } catch (error) {
      request.log.error(error)
    }
  }
}

const showForgotten = (
  reply: FastifyReply,
  model: { email: string; sent: boolean },
  errors: readonly FieldError[] = [],
): FastifyReply => sendPage(reply, 'passwords/forgotten', { ...model, errors, failed: errors.length > 0 })
