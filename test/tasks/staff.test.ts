// Accounts kept at the terminal: the real command over a real file, and what it leaves for those who sign in.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '#access.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { findAccount, hasAdministrator } from '#store/accounts.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { listEvents } from '#store/events.ts'
import { createProject, type Project } from '#store/projects.ts'
import { events, grants, sessions, staff } from '#store/schema.ts'
import { findSessionStaff, startSession } from '#store/sessions.ts'
import { addStaff, authenticate, hashPassword } from '#store/staff.ts'
import { ask } from '../../src/tasks/asking.ts'
import { openWorkshop, runTask } from './commands.ts'

const password = 'granris och tallkottar'
const passwordHash = await hashPassword(password)
const admin = 'astrid@bygden.example'
const other = 'petra@bygden.example'
const sv = phrasesIn('sv').keeping
const en = phrasesIn('en').keeping

const workshop = openWorkshop()
let db: Database
let project: Project
vi.setConfig({ testTimeout: 120_000 })
beforeAll(() => {
  db = openDatabase(workshop.databaseFile)
  project = createProject(
    db,
    {
      programme: { id: 'service', nameSv: 'Service', nameEn: 'Services' },
      slug: 'service',
      nameSv: 'Service',
      nameEn: 'Services',
      organisation: 'Bygden',
      contactEmail: 'kontakt@bygden.example',
      municipalities: [{ code: '0482', name: 'Flen', countyCode: '04' }],
    },
    'system',
    Date.now(),
  )
})
afterAll(() => {
  db.$client.close()
  workshop.close()
})
beforeEach(() => {
  for (const table of [sessions, grants, staff]) db.delete(table).run()
})

const run = (words: readonly string[], input = '', folder = workshop.folder) => runTask('staff', words, folder, input)

function add(email: string, role: Role, projectId: string) {
  const account = { email, name: 'Någon', passwordHash, language: 'sv' as const }
  addStaff(db, { ...account, grants: [{ role, projectId, municipalityCode: '*' }] }, 'system', Date.now())
}

const accountOf = (email: string) => {
  const account = findAccount(db, email)
  if (!account) throw new Error(`no account ${email}`)
  return account
}

/** A session of the account, from before what follows. */
function signIn(email: string): () => boolean {
  const token = startSession(db, accountOf(email).id, Date.now())
  return () => findSessionStaff(db, token, Date.now()) !== undefined
}

const actionsOn = (email: string) => listEvents(db, `staff:${accountOf(email).id}`).map(({ action }) => action)

describe('a new account', () => {
  test('is asked for piece by piece, and signs in with what was typed', async () => {
    const typed = ['Petra Processledare', 'Petra@Bygden.example', 'process_leader', 'service', '0482', password]
    const { code, out, error } = run(['add'], `${typed.join('\n')}\n`)
    expect({ code, out }).toEqual({ code: 0, out: `${sv.staff.added('Petra@Bygden.example')}\n` })
    expect(error).toContain(sv.staff.ask_municipality('all, 0482'))
    expect(error).not.toContain(password)
    const account = await authenticate(db, other, password)
    expect(account).toMatchObject({
      name: 'Petra Processledare',
      email: other,
      grants: [{ role: 'process_leader', projectId: project.id, municipalityCode: '0482' }],
    })
    expect(actionsOn(other)).toEqual(['staff.added'])
  })

  test('can be given a password that is made up, and shown once', async () => {
    const words = ['add', '--name', 'Astrid', '--email', admin, '--role', 'admin', '--project', 'all', '--generate']
    const { code, out } = run([...words, '--en'])
    expect(code).toBe(0)
    const [, generated = ''] = /shown only now: (\S+)/.exec(out) ?? []
    expect(generated).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
    expect(await authenticate(db, admin, generated)).toMatchObject({ email: admin })
    expect(hasAdministrator(db)).toBe(true)
  })

  test('is refused in words while something is wrong with it, and nothing is kept', () => {
    add(admin, 'admin', '*')
    const right = { name: 'Ny', email: 'ny@bygden.example', role: 'economist', project: 'service', municipality: 'all' }
    const { wrong } = phrasesIn('sv').staff
    const cases: [Partial<typeof right>, string, string][] = [
      [{ name: ' ' }, password, wrong.name],
      [{ email: 'ny' }, password, wrong.email],
      [{ email: 'Astrid@bygden.example' }, password, sv.staff.account_taken('Astrid@bygden.example')],
      [{ role: 'boss' }, password, '--role boss'],
      [{ municipality: '9999' }, password, sv.staff.no_municipality('9999', '0482')],
      [{ role: 'admin', municipality: '0482' }, password, sv.staff.admin_is_whole],
      [{}, 'kort', wrong.passwordShort(4)],
      [{}, 'ny@bygden.example', wrong.passwordCommon],
    ]
    for (const [change, typed, said] of cases) {
      const options = Object.entries({ ...right, ...change }).flatMap(([name, value]) => [`--${name}`, value])
      expect(run(['add', ...options], `${typed}\n`)).toMatchObject({ code: 1, error: expect.stringContaining(said) })
    }
    // The input ends where the password should come.
    const cutOff = Object.entries(right).flatMap(([name, value]) => [`--${name}`, value])
    expect(run(['add', ...cutOff])).toMatchObject({ code: 1, error: expect.stringContaining(sv.stopped) })
    expect(db.select().from(staff).all()).toHaveLength(1)
  })
})

describe('an address with å, ä or ö in its domain', () => {
  test.each(['ulla@malmö.example', 'ulla@xn--malm-8qa.example'])(
    'is found and shown in its own letters where a browser had it kept as %s',
    async (kept) => {
      add(other, 'economist', project.id)
      db.update(staff).set({ email: kept }).run()
      for (const typed of ['ulla@malmö.example', 'ulla@xn--malm-8qa.example']) {
        const words = ['add', '--name', 'Ulla', '--email', typed, '--role', 'admin', '--project', 'all', '--generate']
        expect(run(words)).toMatchObject({ code: 1, error: expect.stringContaining(sv.staff.account_taken(typed)) })
        const { out } = run(['password', typed], `${password}\n`)
        expect(out).toBe(`${sv.staff.password_changed('ulla@malmö.example')}\n`)
        expect(await authenticate(db, typed, password)).toMatchObject({ email: 'ulla@malmö.example' })
      }
      expect(run(['list']).out).toContain('ulla@malmö.example')
    },
  )
})

describe('what changes an account', () => {
  test('a new password ends what was signed in with the old one', async () => {
    add(other, 'economist', project.id)
    const isSignedIn = signIn(other)
    expect(run(['password', other], 'kort\n')).toMatchObject({ code: 1 })
    expect(isSignedIn()).toBe(true)
    const changed = run(['password', ` ${other.toUpperCase()}`], 'ett annat långt lösenord\n')
    expect(changed).toMatchObject({ code: 0, out: `${sv.staff.password_changed(other)}\n` })
    expect(isSignedIn()).toBe(false)
    expect(await authenticate(db, other, password)).toBeUndefined()
    expect(await authenticate(db, other, 'ett annat långt lösenord')).toMatchObject({ email: other })
    expect(actionsOn(other)).toEqual(['staff.password_changed', 'staff.added'])
  })

  test('a right is given and taken back, each once, and each signs the account out', () => {
    add(other, 'economist', project.id)
    const right = ['--role', 'evaluator', '--project', 'all']
    const held = () => accountOf(other).grants.filter(({ role }) => role === 'evaluator')

    let isSignedIn = signIn(other)
    expect(run(['grant', other, ...right]).out).toBe(`${sv.staff.granted(other)}\n`)
    expect(held()).toEqual([{ role: 'evaluator', projectId: '*', municipalityCode: '*' }])
    expect(isSignedIn()).toBe(false)

    isSignedIn = signIn(other)
    expect(run(['grant', other, ...right])).toMatchObject({ code: 0, out: `${sv.staff.granted_already(other)}\n` })
    expect(isSignedIn()).toBe(true)

    expect(run(['revoke', other, ...right]).out).toBe(`${sv.staff.revoked(other)}\n`)
    expect(held()).toEqual([])
    expect(isSignedIn()).toBe(false)
    expect(run(['revoke', other, ...right])).toMatchObject({ code: 0, out: `${sv.staff.revoked_already(other)}\n` })
    expect(actionsOn(other)).toEqual(['staff.revoked', 'staff.granted', 'staff.added'])
  })

  test('a closed account signs in no more, is closed once, and changes no more', async () => {
    add(other, 'economist', project.id)
    const isSignedIn = signIn(other)
    expect(run(['deactivate', other]).out).toBe(`${sv.staff.deactivated(other)}\n`)
    expect(isSignedIn()).toBe(false)
    expect(await authenticate(db, other, password)).toBeUndefined()
    expect(run(['deactivate', other])).toMatchObject({ code: 0, out: `${sv.staff.deactivated_already(other)}\n` })
    const closed = { code: 1, error: `${sv.staff.account_closed(other)}\n` }
    expect(run(['password', other, '--generate'])).toMatchObject(closed)
    expect(run(['add', '--name', 'Ny', '--email', other])).toMatchObject(closed)
    expect(actionsOn(other)).toEqual(['staff.deactivated', 'staff.added'])
    expect(run(['list']).out).toContain('Någon  (stängt ')
  })

  test('the last who administers everything stays, until somebody else does', () => {
    add(admin, 'admin', '*')
    add(other, 'admin', project.id)
    const right = ['--role', 'admin', '--project', 'all']
    const isSignedIn = signIn(admin)
    const refused = { code: 1, error: `${en.staff.last_administrator}\n` }
    expect(run(['deactivate', admin, '--en'])).toMatchObject(refused)
    expect(run(['revoke', admin, ...right, '--en'])).toMatchObject(refused)
    expect(isSignedIn()).toBe(true)
    expect(accountOf(admin).deactivatedAt).toBeNull()

    // Whoever is closed does not count, and can be closed while another stays.
    run(['grant', other, ...right])
    expect(run(['deactivate', other]).code).toBe(0)
    expect(run(['revoke', admin, ...right, '--en'])).toMatchObject(refused)
    expect(hasAdministrator(db)).toBe(true)
  })
})

test('the list shows who may do what and where, and no secret', () => {
  expect(run(['list']).out).toBe(`${sv.staff.none}\n`)
  add(admin, 'admin', '*')
  add(other, 'economist', project.id)
  run(['grant', other, '--role', 'process_leader', '--project', 'service', '--municipality', '0482'])
  expect(run(['list', '--en']).out.split('\n')).toEqual([
    `${admin}  Någon`,
    '    admin  project: all  municipality: all',
    `${other}  Någon`,
    '    economist  project: service  municipality: all',
    '    process_leader  project: service  municipality: 0482',
    '',
  ])
  expect(JSON.stringify(db.select().from(events).all())).not.toMatch(/Någon|bygden\.example|argon2id/)
})

test('words not understood are answered with the usage, a wrong folder with nothing made', () => {
  for (const words of [['remove'], ['password'], ['add', '--nonsense']])
    expect(run(words)).toMatchObject({ code: 2, error: expect.stringContaining('npm run staff -- list') })
  expect(run(['deactivate', admin])).toMatchObject({ code: 1, error: `${sv.staff.no_account(admin)}\n` })
  expect(run(['--help', '--en'])).toMatchObject({ code: 0, out: `${en.staff.usage}\n` })
  const nowhere = path.join(workshop.folder, 'nowhere')
  expect(run(['list'], '', nowhere)).toMatchObject({ code: 1, error: expect.stringContaining('nowhere') })
  expect(existsSync(nowhere)).toBe(false)
})

describe('a secret typed at a terminal', () => {
  function terminal() {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
    let seen = ''
    const output = new PassThrough()
    output.on('data', (chunk) => (seen += chunk))
    return { input, output, seen: () => seen }
  }

  test('is shown nowhere, not by the arrow upwards either; what else is typed is', async () => {
    const { input, output, seen } = terminal()
    const heard = ask(async (asking) => [await asking.secret('Secret: '), await asking.line('Name: ')], {
      input,
      output,
    })
    input.write(' tallkottar \r')
    await new Promise((resolve) => setTimeout(resolve, 20))
    input.write('\u001b[A Petra\r')
    expect(await heard).toEqual([' tallkottar ', 'Petra'])
    expect(seen()).toContain('Secret: ')
    expect(seen()).toContain('Name: ')
    expect(seen()).toContain('Petra')
    expect(seen()).not.toContain('tall')
  })

  test('is broken off by Ctrl-C, as a pipe is by its end', async () => {
    const { input, output } = terminal()
    const heard = ask((asking) => asking.secret('Secret: '), { input, output })
    input.write('tall\u0003')
    expect(await heard).toBeUndefined()
  })
})
