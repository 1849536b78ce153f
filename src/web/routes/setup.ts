// The first account, made once by whoever can read the server's terminal.
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Phrases, phrasesIn } from '#i18n/phrases.ts'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { hasAdministrator } from '#store/accounts.ts'
import type { Database } from '#store/database.ts'
import { hashToken } from '#store/ids.ts'
import { clearSetting, findSetting } from '#store/settings.ts'
import { addStaff, hashPassword } from '#store/staff.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { checkPassword } from '../staff/new-password.ts'
import { checkName } from '../staff/project-texts.ts'
import { signIn } from '../staff/session.ts'

const fields = ['code', 'name', 'email', 'password'] as const
type Fields = Record<(typeof fields)[number], string>

declare module '../page.ts' {
  interface Pages {
    'setup/new': { values: Fields; errors: readonly FieldError[]; failed: boolean }
    'setup/done': Record<never, never>
  }
}

const longestName = 200
const codeSetting = 'setup_code_hash'

export async function setup(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db, now } = dependencies
  const config = { access: 'public' as const }

  app.get('/setup', { config }, (_request: FastifyRequest, reply) => {
    if (hasAdministrator(db)) return sendPage(reply, 'setup/done', {})
    return showForm(reply, readFields({}, fields), [])
  })

  app.post(
    '/setup',
    { config: { ...config, rateLimit: { max: 10, timeWindow: 60_000 } } },
    async (request: FastifyRequest, reply) => {
      if (hasAdministrator(db)) return sendPage(reply.code(409), 'setup/done', {})
      const values = readFields(request.body, fields)
      const errors = check(db, values, phrasesIn(request.language).staff)
      if (errors.length > 0) return showForm(reply.code(422), values, errors)
      const passwordHash = await hashPassword(values.password)
      // Somebody else may have been quicker while the password was hashed; from here on nobody can be.
      if (hasAdministrator(db)) return sendPage(reply.code(409), 'setup/done', {})
      const staff = addStaff(
        db,
        {
          email: values.email,
          name: values.name.trim(),
          passwordHash,
          language: request.language,
          grants: [{ role: 'admin', projectId: '*', municipalityCode: '*' }],
        },
        'system',
        now(),
      )
      clearSetting(db, codeSetting)
      signIn(reply, dependencies, staff.id)
      return reply.redirect(doneAt('/projects', 'set_up'), 303)
    },
  )
}

/** The password is never sent back: it is typed anew. */
const showForm = (reply: FastifyReply, values: Fields, errors: readonly FieldError[]) =>
  sendPage(reply, 'setup/new', {
    values: { ...values, email: inOwnLetters(values.email), password: '' },
    errors,
    failed: errors.length > 0,
  })

function check(db: Database, { code, name, email, password }: Fields, t: Phrases['staff']): FieldError[] {
  const errors: FieldError[] = []
  const wrong = (field: keyof Fields, message: string) => errors.push({ field, message })
  if (!isSetupCode(db, code)) wrong('code', t.wrong.code)
  const wrongName = checkName(name, t.wrong.name, t.wrong, longestName)
  if (wrongName) wrong('name', wrongName)
  if (!checkAddress(email).ok) wrong('email', t.wrong.email)
  const fault = checkPassword(password, [email, name], t.wrong)
  if (fault !== null) wrong('password', fault)
  return errors
}

/** Read from a terminal and typed by hand: case, spaces and hyphens do not matter. */
function isSetupCode(db: Database, typed: string): boolean {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const code = letters.replace(/^(.{4})(.{4})(.+)$/, '$1-$2-$3')
  const expected = Buffer.from(findSetting(db, codeSetting) ?? '', 'hex')
  const found = Buffer.from(hashToken(code), 'hex')
  return expected.length === found.length && timingSafeEqual(expected, found)
}
