// `npm run staff`: accounts, their passwords and their rights, for whoever can read the server's disk.
import { type Grant, type Role, roles } from '#access.ts'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress } from '#intake/address.ts'
import {
  type AccountChange,
  addGrant,
  changePassword,
  deactivateAccount,
  findAccount,
  listAccounts,
  removeGrant,
} from '#store/accounts.ts'
import type { Database } from '#store/database.ts'
import { newReadableCode } from '#store/ids.ts'
import { passwordFault } from '#store/password.ts'
import { findProject, listMunicipalities, listProjects } from '#store/projects.ts'
import { addStaff, hashPassword, type Staff } from '#store/staff.ts'
import { listKnownUnits } from '#store/units.ts'
import { type Asking, ask } from './asking.ts'
import { type Call, chooseOption, needOption, openExisting, runTask, TaskError } from './terminal.ts'

const phrases = phrasesIn(process.argv.includes('--en') ? 'en' : 'sv')
const words = phrases.keeping.staff
const { stopped, everything } = phrases.keeping
const { wrong } = phrases.staff

const all = 'all'
const longestName = 200

const commands: Readonly<Record<string, (db: Database, call: Call) => Promise<void> | void>> = {
  list: showAccounts,
  add: addAccount,
  password: renewPassword,
  grant: (db, call) => changeRights(db, call, addGrant, words.granted, words.granted_already),
  revoke: (db, call) => changeRights(db, call, removeGrant, words.revoked, words.revoked_already),
  deactivate: closeAccount,
}

await runTask(
  () => words.usage,
  { texts: ['name', 'email', 'role', 'project', 'municipality', 'language'], switches: ['generate'] },
  async (call) => {
    const run = commands[call.command]
    if (!run) throw new TaskError(call.words.unknown_command(call.command), { usage: true })
    const db = openExisting(call)
    try {
      await run(db, call)
    } finally {
      db.$client.close()
    }
  },
)

function showAccounts(db: Database): void {
  const slugs = new Map(listProjects(db, 'all').map((project) => [project.id, project.slug]))
  const projectOf = ({ projectId }: Grant) => (projectId === '*' ? everything : (slugs.get(projectId) ?? projectId))
  const accounts = listAccounts(db)
  if (accounts.length === 0) console.log(words.none)
  for (const { email, name, deactivatedAt, grants } of accounts) {
    const closed = deactivatedAt === null ? '' : `  (${words.closed_on(localDay(deactivatedAt))})`
    console.log(`${email}  ${onOneLine(name)}${closed}`)
    for (const grant of grants) {
      const municipality = grant.municipalityCode === '*' ? everything : grant.municipalityCode
      console.log(`    ${words.right(grant.role, projectOf(grant), municipality)}`)
    }
    if (grants.length === 0) console.log(`    ${words.no_rights}`)
  }
}

/** A name from a form could hold what moves the cursor. */
function onOneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
}

async function addAccount(db: Database, call: Call): Promise<void> {
  const language = chooseOption(call, 'language', ['sv', 'en'])
  await ask(async (asking) => {
    const given = async (option: string, prompt: string) => call.options[option] ?? heard(await asking.line(prompt))
    const name = (await given('name', words.ask_name)).trim()
    if (name === '') throw new TaskError(wrong.name)
    if (name.length > longestName) throw new TaskError(wrong.tooLong(longestName))
    const email = (await given('email', words.ask_email)).trim()
    if (!checkAddress(email).ok) throw new TaskError(wrong.email)
    const holder = findAccount(db, email)
    if (holder) throw new TaskError(holder.deactivatedAt === null ? words.account_taken(email) : closed(holder))
    const role = await given('role', words.ask_role(roles.join(', ')))
    const slugs = listProjects(db, 'all').map((project) => project.slug)
    const project = await given('project', words.ask_project([all, ...slugs].join(', ')))
    const municipality =
      role === 'admin'
        ? (call.options.municipality ?? all)
        : await given('municipality', words.ask_municipality([all, ...codesOf(db, project, call)].join(', ')))
    const grant = readGrant(db, { role, project, municipality }, call)
    const password = await newPassword(asking, call, [name, email])
    const account = { name, email, language, passwordHash: await hashPassword(password.text), grants: [grant] }
    addStaff(db, account, 'system', Date.now())
    console.log(words.added(email))
    if (password.generated) console.log(words.generated(password.text))
  })
}

async function renewPassword(db: Database, call: Call): Promise<void> {
  const { id, email, name } = needActive(db, call)
  await ask(async (asking) => {
    const password = await newPassword(asking, call, [name, email])
    changePassword(db, id, await hashPassword(password.text), 'system', Date.now())
    console.log(words.password_changed(email))
    if (password.generated) console.log(words.generated(password.text))
  })
}

/** Typed unseen, and twice where somebody types it; or made up: some 79 random bits. */
async function newPassword(asking: Asking, { options }: Call, known: readonly string[]) {
  if (options.generate) return { text: newReadableCode([4, 4, 4, 4]), generated: true }
  const text = heard(await asking.secret(words.ask_password))
  const fault = passwordFault(text, known)
  if (fault === 'short') throw new TaskError(wrong.passwordShort([...text].length))
  if (fault === 'long') throw new TaskError(wrong.passwordLong)
  if (fault === 'common') throw new TaskError(wrong.passwordCommon)
  if (asking.isTerminal && heard(await asking.secret(words.ask_again)) !== text)
    throw new TaskError(words.passwords_differ)
  return { text, generated: false }
}

function heard(answer: string | undefined): string {
  if (answer === undefined) throw new TaskError(stopped)
  return answer
}

function changeRights(
  db: Database,
  call: Call,
  change: (db: Database, staffId: string, grant: Grant, actor: 'system', now: number) => AccountChange,
  done: (email: string) => string,
  already: (email: string) => string,
): void {
  const { id, email } = needActive(db, call)
  const places = { role: needOption(call, 'role'), project: needOption(call, 'project') }
  const grant = readGrant(db, { ...places, municipality: call.options.municipality ?? all }, call)
  report(change(db, id, grant, 'system', Date.now()), done(email), already(email))
}

function closeAccount(db: Database, call: Call): void {
  const { id, email } = needAccount(db, call)
  const change = deactivateAccount(db, id, 'system', Date.now())
  report(change, words.deactivated(email), words.deactivated_already(email))
}

function report(change: AccountChange, done: string, already: string): void {
  if (change === 'last_administrator') throw new TaskError(words.last_administrator)
  console.log(change === 'done' ? done : already)
}

/** @throws TaskError where a word of it is not known here, or an administrator is kept to one municipality */
function readGrant(db: Database, typed: { role: string; project: string; municipality: string }, call: Call): Grant {
  const role = needRole(typed.role, call)
  const projectId = needProjectId(db, typed.project, call)
  if (typed.municipality === all) return { role, projectId, municipalityCode: '*' }
  if (role === 'admin') throw new TaskError(words.admin_is_whole)
  const codes = codesOf(db, typed.project, call)
  if (!codes.includes(typed.municipality))
    throw new TaskError(words.no_municipality(typed.municipality, codes.join(', ') || '–'))
  return { role, projectId, municipalityCode: typed.municipality }
}

function needRole(typed: string, call: Call): Role {
  const role = roles.find((known) => known === typed)
  if (role === undefined) throw new TaskError(call.words.option_unknown('role', typed, roles.join(', ')))
  return role
}

function needProjectId(db: Database, slug: string, call: Call): string {
  if (slug === all) return '*'
  const project = findProject(db, slug)
  if (project) return project.id
  const known = listProjects(db, 'all').map((one) => one.slug)
  throw new TaskError(call.words.no_project(slug, known.join(', ') || '–'))
}

function codesOf(db: Database, slug: string, call: Call): string[] {
  const projectId = needProjectId(db, slug, call)
  const units = projectId === '*' ? listKnownUnits(db) : listMunicipalities(db, projectId)
  return units.map((unit) => unit.code)
}

function needAccount(db: Database, call: Call): Staff {
  if (call.file === undefined) throw new TaskError(words.email_missing, { usage: true })
  const account = findAccount(db, call.file)
  if (!account) throw new TaskError(words.no_account(call.file))
  return account
}

function needActive(db: Database, call: Call): Staff {
  const account = needAccount(db, call)
  if (account.deactivatedAt !== null) throw new TaskError(closed(account))
  return account
}

function closed({ email }: Staff): string {
  return words.account_closed(email)
}
