// The real app over a database in memory, a stopped clock, and one named member of staff per role. Nothing is faked
// but time: what a test sees is what a visitor would.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Grant, Role } from '#access.ts'
import { buildApp } from '#app.ts'
import { type Config, readConfig } from '#config.ts'
import { createSendNow } from '#mail/direct.ts'
import type { Outside } from '#mail/preflight/outside.ts'
import { openTransports } from '#mail/transports.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { type Identity, identityFrom } from '#store/identity.ts'
import { readJudgementFiles } from '#store/judgement-files.ts'
import { type ParticipantEntry, registerParticipants } from '#store/participants.ts'
import { createProject, type Project } from '#store/projects.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff, hashPassword, type Staff } from '#store/staff.ts'
import { createWave, type Wave } from '#store/waves.ts'
import type { WaveKind } from '#survey/questionnaire.ts'

/** 1 March 2027, nine in the morning in Stockholm: a working day within every planned wave of the world. */
export const morning = Date.UTC(2027, 2, 1, 8)

export const password = 'granris och tallkottar'
const passwordHash = await hashPassword(password)

/** In the project: Flen and Ljungby. Elsewhere: Motala. */
export const flen = { code: '0482', name: 'Flen', countyCode: '04' }
export const ljungby = { code: '0781', name: 'Ljungby', countyCode: '07' }
export const motala = { code: '0583', name: 'Motala', countyCode: '05' }

/** `stranger` coordinates another project. The process leader's municipality is Flen. */
export const people = {
  admin: 'Astrid Admin',
  coordinator: 'Cecilia Samordnare',
  process_leader: 'Petra Processledare',
  economist: 'Emil Ekonom',
  evaluator: 'Ulla Utvärderare',
  researcher: 'Rut Forskare',
  stranger: 'Sten Främling',
} as const
export type Person = keyof typeof people

export interface Asked {
  /** Signed in already: asking by itself writes nothing to the database. */
  as?: Person
  /** Fields of a form, sent as a browser sends them. */
  form?: Readonly<Record<string, string | readonly string[]>>
  /** Fields of a form with files, in place of `form`. */
  multipart?: Readonly<Record<string, string | { name: string; bytes: Buffer | string }>>
  headers?: Readonly<Record<string, string>>
}

export interface World {
  app: FastifyInstance
  db: Database
  identity: Identity
  config: Config
  /** The clock of the app; set it to move time. */
  clock: { now: number }
  /** How often the app has woken the sender. */
  woken: () => number
  project: Project
  otherProject: Project
  staff: Readonly<Record<Person, Staff>>
  /** A new session; returns the Cookie header. */
  signIn(person: Person): string
  get(url: string, asked?: Asked): Promise<LightMyRequestResponse>
  post(url: string, asked?: Asked): Promise<LightMyRequestResponse>
  /** A wave from today to the end of May, with version 1 of "samverkan". */
  planWave(kind?: WaveKind, version?: number): Wave
  /** Registers invented people of the municipality, numbered from where it left off. */
  addPeople(count: number, municipality?: { code: string; name: string }, actorGroup?: string): ParticipantEntry[]
  close(): Promise<void>
}

export interface WorldOptions {
  /** Settings as in the environment, besides the folder. */
  settings?: Readonly<Record<string, string>>
  /** Mail servers, DNS and the web; left out = nobody answers. */
  outside?: Outside
  /** The database in a file, flushed to disk as a server does it; left out = in memory. */
  inFile?: boolean
}

const noAnswer = () => Promise.reject(Object.assign(new Error('no answer'), { code: 'ETIMEOUT' }))

const nobody: Outside = {
  resolve: noAnswer,
  greet: async () => ({ met: 'silent', words: '' }),
  visit: noAnswer,
}

export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const base = await makeEmptyWorld(options)
  const { db, identity, app, clock } = base
  const programme = { id: 'service', nameSv: 'Service i samverkan', nameEn: 'Services in collaboration' }
  const project = createProject(
    db,
    {
      programme,
      slug: 'service',
      nameSv: 'Service på landsbygden',
      nameEn: 'Services in the countryside',
      aboutSv: 'Elva kommuner utvecklar service tillsammans.',
      aboutEn: 'Eleven municipalities develop services together.',
      organisation: 'Hela bygden',
      contactEmail: 'kontakt@bygden.example',
      municipalities: [flen, ljungby],
    },
    'system',
    morning,
  )
  const otherProject = createProject(
    db,
    {
      programme,
      slug: 'annat',
      nameSv: 'Något annat',
      nameEn: 'Something else',
      organisation: 'Andra bygden',
      contactEmail: 'kontakt@andra.example',
      municipalities: [motala],
    },
    'system',
    morning,
  )
  const grantsOf = (person: Person): Grant[] => {
    if (person === 'admin') return [{ role: 'admin', projectId: '*', municipalityCode: '*' }]
    if (person === 'stranger') return [{ role: 'coordinator', projectId: otherProject.id, municipalityCode: '*' }]
    const municipalityCode = person === 'process_leader' ? flen.code : '*'
    return [{ role: person satisfies Role, projectId: project.id, municipalityCode }]
  }
  const account = (person: Person): Staff => {
    const email = `${person}@bygden.example`
    const details = { email, name: people[person], passwordHash, language: 'sv' as const, grants: grantsOf(person) }
    return addStaff(db, details, 'system', morning)
  }
  const staff = Object.fromEntries(
    (Object.keys(people) as Person[]).map((person) => [person, account(person)]),
  ) as Record<Person, Staff>
  const signIn = (person: Person): string => `session=${startSession(db, staff[person].id, clock.now)}`
  // Signed in beforehand, so that a request by somebody writes nothing but what the request itself does.
  const standing = new Map(
    (Object.keys(people) as Person[]).map((person) => [person, { cookie: signIn(person), at: clock.now }]),
  )
  const standingCookie = (person: Person): string => {
    const known = standing.get(person)
    if (known && clock.now - known.at < 11 * 3_600_000) return known.cookie
    const renewed = { cookie: signIn(person), at: clock.now }
    standing.set(person, renewed)
    return renewed.cookie
  }
  const headersOf = ({ as, headers }: Asked): Record<string, string> => ({
    ...(as ? { cookie: standingCookie(as) } : {}),
    ...headers,
  })
  let registered = 0

  return {
    ...base,
    project,
    otherProject,
    staff,
    signIn,
    get: (url, asked = {}) => app.inject({ method: 'GET', url, headers: headersOf(asked) }),
    post: (url, asked = {}) => {
      const { type, payload } = asked.multipart ? encodeMultipart(asked.multipart) : encodeForm(asked.form ?? {})
      return app.inject({ method: 'POST', url, headers: { 'content-type': type, ...headersOf(asked) }, payload })
    },
    planWave: (kind = 'baseline', version = 1) =>
      createWave(
        db,
        {
          projectId: project.id,
          kind,
          questionnaireId: 'samverkan',
          questionnaireVersion: version,
          opensOn: '2027-03-01',
          closesOn: '2027-05-31',
        },
        'system',
        morning,
      ),
    addPeople(count, municipality = flen, actorGroup = 'LUG') {
      const entries = Array.from({ length: count }, () => {
        registered += 1
        return {
          name: `Deltagare ${registered}`,
          email: `deltagare${registered}@kommun.example`,
          municipalityCode: municipality.code,
          actorGroup,
          language: 'sv' as const,
          seat: '',
        }
      })
      registerParticipants(db, identity, project.id, entries, 'system', clock.now)
      return entries
    },
  }
}

/** As on the first day: questionnaires are published, and there is neither project nor staff. */
export async function makeEmptyWorld({ settings = {}, outside = nobody, inFile = false }: WorldOptions = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-web-'))
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ...settings })
  const db = openDatabase(inFile ? config.databaseFile : ':memory:')
  const identity = identityFrom(Buffer.alloc(32, 7))
  for (const { file, text } of readQuestionnaireFiles(config.surveysDir)) publishQuestionnaire(db, file, text, morning)
  const clock = { now: morning }
  let wakes = 0
  const wakeSender = () => {
    wakes += 1
  }
  const sendNow = createSendNow({ mailFrom: config.mailFrom }, openTransports(config))
  const app = await buildApp({
    db,
    identity,
    config,
    judgements: readJudgementFiles(config.surveysDir),
    outside,
    now: () => clock.now,
    wakeSender,
    sendNow,
    wakeJobs() {},
  })
  await app.ready()
  return {
    app,
    db,
    identity,
    config,
    clock,
    woken: () => wakes,
    async close() {
      await app.close()
      db.$client.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A form as a browser sends it. */
export function encodeForm(form: NonNullable<Asked['form']>) {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(form))
    for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one)
  return { type: 'application/x-www-form-urlencoded', payload: fields.toString() }
}

/** A form with files as a browser sends it. */
function encodeMultipart(form: NonNullable<Asked['multipart']>) {
  const boundary = '----samverka-test'
  const parts = Object.entries(form).map(([name, value]) => {
    const file = typeof value === 'string' ? undefined : value
    const disposition = `content-disposition: form-data; name="${name}"${file ? `; filename="${file.name}"` : ''}`
    const type = file ? 'content-type: text/csv\r\n' : ''
    return Buffer.concat([
      Buffer.from(`--${boundary}\r\n${disposition}\r\n${type}\r\n`),
      Buffer.from(typeof value === 'string' ? value : value.bytes),
      Buffer.from('\r\n'),
    ])
  })
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
