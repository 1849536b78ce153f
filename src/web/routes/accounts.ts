// The accounts of this instance, for those who administer all of it: who has one, how the letter to them stands, and an
// invitation to somebody new. Rights are changed at the server's terminal.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Grant, type Role, roles } from '#access.ts'
import { Problem } from '#errors.ts'
import { type Language, languages, phrasesIn } from '#i18n/phrases.ts'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { findAccount, hasPassword, listAccounts } from '#store/accounts.ts'
import type { MessageState } from '#store/messages.ts'
import { listMunicipalities, listProjects } from '#store/projects.ts'
import { inviteAgain, inviteStaff, lastStaffLetters } from '#store/staff-letters.ts'
import { listKnownUnits } from '#store/units.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { requireForAll } from '../staff/for-all.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf } from '../staff/here.ts'
import { checkName } from '../staff/project-texts.ts'

const fields = ['name', 'email', 'role', 'project', 'municipality', 'language'] as const
type Form = Record<(typeof fields)[number], string>

declare module '../page.ts' {
  interface Pages {
    'accounts/list': {
      accounts: {
        id: string
        name: string
        email: string
        rights: { role: Role; project: string | null; municipality: string | null }[]
        deactivatedAt: number | null
        hasPassword: boolean
        letter: { state: MessageState; changedAt: number; outcome: string } | null
      }[]
      roles: readonly Role[]
      projects: { slug: string; name: string }[]
      municipalities: { code: string; name: string }[]
      languages: readonly Language[]
      values: Form
      errors: readonly FieldError[]
      failed: boolean
      done: string | null
    }
  }
}

const everything = '*'
const longestName = 200

export async function accounts(app: FastifyInstance, dependencies: Dependencies): Promise<void> {
  const { db, config: settings, now, wakeSender } = dependencies
  const config = { access: 'staff:invite' as const }
  const sender = settings.mailFrom ?? ''

  app.get('/accounts', { config }, (request: FastifyRequest, reply) => {
    requireForAll(request.staff, 'staff:invite')
    return show(request, reply, { ...readFields({}, fields), language: request.language, project: everything }, [])
  })

  app.post('/accounts', { config }, (request: FastifyRequest, reply) => {
    const staff = requireForAll(request.staff, 'staff:invite')
    const form = readFields(request.body, fields)
    const { grant, errors } = check(form, request.language)
    if (!grant) return show(request, reply.code(422), form, errors)
    const language = languages.find((one) => one === form.language) ?? request.language
    const account = { email: form.email, name: form.name.trim(), language, grants: [grant] }
    inviteStaff(db, account, sender, actorOf(staff), now())
    wakeSender()
    return reply.redirect(doneAt('/accounts', 'account_invited'), 303)
  })

  app.post('/accounts/:id/letters', { config }, (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
    const staff = requireForAll(request.staff, 'staff:invite')
    const account = listAccounts(db).find(({ id }) => id === request.params.id)
    if (!account || account.deactivatedAt !== null || hasPassword(db, account.id)) throw new Problem('not_found')
    const isSent = inviteAgain(db, account.id, sender, actorOf(staff), now())
    if (isSent) wakeSender()
    return reply.redirect(doneAt('/accounts', isSent ? 'account_invited' : 'account_has_letters'), 303)
  })

  function check(form: Form, language: Language): { grant?: Grant; errors: FieldError[] } {
    const { staff, accounts: words } = phrasesIn(language)
    const role = roles.find((one) => one === form.role)
    const project = listProjects(db, 'all').find(({ slug }) => slug === form.project)
    const isWhole = role !== 'process_leader'
    const units = project ? listMunicipalities(db, project.id) : listKnownUnits(db)
    const isKnown = units.some(({ code }) => code === form.municipality)
    const address = checkAddress(form.email)
    const wrong: (FieldError | null)[] = [
      fault('name', checkName(form.name, staff.wrong.name, staff.wrong, longestName)),
      fault('email', address.ok ? (findAccount(db, form.email) ? words.wrong.taken : null) : staff.wrong.email),
      fault('role', role ? null : words.wrong.role),
      fault('project', project || form.project === everything ? null : words.wrong.project),
      fault('municipality', isWhole || isKnown ? null : words.wrong.municipality),
    ]
    const errors = wrong.filter((one) => one !== null)
    if (errors.length > 0 || !role) return { errors }
    const projectId = project?.id ?? everything
    return { grant: { role, projectId, municipalityCode: isWhole ? everything : form.municipality }, errors: [] }
  }

  function show(request: FastifyRequest, reply: FastifyReply, values: Form, errors: readonly FieldError[]) {
    const projects = listProjects(db, 'all').map((project) => ({
      id: project.id,
      slug: project.slug,
      name: nameOf(project, request.language),
    }))
    const units = listKnownUnits(db)
    const letters = lastStaffLetters(db)
    return sendPage(reply, 'accounts/list', {
      accounts: listAccounts(db).map(({ id, name, email, deactivatedAt, grants }) => ({
        id,
        name,
        email,
        deactivatedAt,
        hasPassword: hasPassword(db, id),
        letter: letters.get(id) ?? null,
        rights: grants.map(({ role, projectId, municipalityCode }) => ({
          role,
          project: projects.find((one) => one.id === projectId)?.name ?? null,
          municipality: units.find(({ code }) => code === municipalityCode)?.name ?? null,
        })),
      })),
      roles,
      projects,
      municipalities: units,
      languages,
      values: { ...values, email: inOwnLetters(values.email) },
      errors,
      failed: errors.length > 0,
      done: doneIn(request),
    })
  }
}

const fault = (field: string, message: string | null): FieldError | null =>
  message === null ? null : { field, message }
