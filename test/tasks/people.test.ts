// A participant's rights at the terminal: the real command over real files, which are then searched byte by byte.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { phrasesIn } from '#i18n/phrases.ts'
import { createFolderTransport } from '#mail/folder-transport.ts'
import { startSender } from '#mail/sender.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { saveDraft } from '#store/drafts.ts'
import { type Identity, readIdentity } from '#store/identity.ts'
import { openByMail } from '#store/opening.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject, type Project } from '#store/projects.ts'
import { recordResponse } from '#store/responses.ts'
import {
  correctAddress,
  findRightsHolder,
  listWavesAsked,
  type RightsHolder,
  withdrawParticipant,
} from '#store/rights.ts'
import { events, invitations, personAddresses, persons } from '#store/schema.ts'
import { checkIdentity } from '#store/settings.ts'
import { closeWave, createWave } from '#store/waves.ts'
import { openWorkshop, runTask, type Workshop } from './commands.ts'

vi.setConfig({ testTimeout: 120_000 })

const root = path.join(import.meta.dirname, '../..')
const sv = phrasesIn('sv').keeping.people
const en = phrasesIn('en').keeping.people

const name = 'Ingrid Åkerblad-Testsson'
const address = 'ingrid.akerblad@bygden.example'
const newAddress = 'ingrid.ny@bygden.example'
const sentIn = 'Vi delar lada och bagarstuga sedan i våras'
const begun = 'Halvfärdig tanke om mjölkbilen'
const place = { municipalityCode: '0482', actorGroup: 'LUG', language: 'sv' as const, seat: '' }

let workshop: Workshop
let db: Database
let identity: Identity
let project: Project
let person: RightsHolder

beforeEach(() => {
  workshop = openWorkshop()
  identity = readIdentity(path.join(workshop.folder, 'keys/identity.key'), false)
  db = openDatabase(workshop.databaseFile)
  checkIdentity(db, identity)
  for (const { file, text } of readQuestionnaireFiles(path.join(root, 'surveys')))
    publishQuestionnaire(db, file, text, 0)
  project = addProject('service')
  const neighbours = Array.from({ length: 60 }, (_, at) => ({
    ...place,
    name: `Granne ${at}`,
    email: `granne${at}@bygden.example`,
  }))
  const list = [...neighbours.slice(0, 30), { ...place, name, email: address }, ...neighbours.slice(30)]
  registerParticipants(db, identity, project.id, list, 'system', Date.now())
  person = find(address)
})
afterEach(() => {
  db.$client.close()
  workshop.close()
})

function addProject(slug: string): Project {
  const programme = { id: 'service', nameSv: 'Service', nameEn: 'Services' }
  const municipalities = [{ code: '0482', name: 'Flen', countyCode: '04' }]
  const about = { nameSv: slug, nameEn: slug, organisation: 'Bygden', contactEmail: 'kontakt@bygden.example' }
  return createProject(db, { programme, slug, ...about, municipalities }, 'system', Date.now())
}

function find(who: string, projectId = project.id): RightsHolder {
  const found = findRightsHolder(db, identity, projectId, who)
  if (!found) throw new Error(`${who} is not there`)
  return found
}

/** While the test holds the database open as a server does. */
const run = (words: readonly string[], input = '', folder = workshop.folder) => runTask('people', words, folder, input)

const about = (command: string, who: string, ...rest: string[]) => [command, who, '--project', 'service', ...rest]

/** Opens a wave by mail; without `sent` its letters wait. */
function openWave(kind: 'baseline' | 'endline', version: number, now = Date.now()) {
  const days = { opensOn: '2020-01-01', closesOn: '2999-12-31' }
  const questionnaire = { questionnaireId: 'samverkan', questionnaireVersion: version }
  const wave = createWave(db, { projectId: project.id, kind, ...questionnaire, ...days }, 'system', now)
  openByMail(db, wave, 'system', now)
  return wave
}

async function sendLetters(): Promise<void> {
  const folder = createFolderTransport(outbox())
  const sender = startSender({
    db,
    identity,
    transports: { real: folder, demo: folder },
    baseUrl: 'https://enkat.example',
    mailFrom: undefined,
    now: Date.now,
    log: { info: () => undefined, warn: () => undefined },
  })
  await sender.settled()
  await sender.stop()
}

const outbox = () => path.join(workshop.folder, 'outbox')

function invitationsOf({ participantId }: RightsHolder): string[] {
  return db
    .select()
    .from(invitations)
    .all()
    .filter((row) => row.participantId === participantId)
    .map((row) => row.id)
}

function answer(invitationId: string, text: string): void {
  recordResponse(
    db,
    {
      invitationId,
      questionnaireId: 'samverkan',
      questionnaireVersion: 1,
      language: 'sv',
      mode: 'web',
      answers: { F1: text },
    },
    Date.now(),
  )
}

/** Every file of the data folder but the key, in which one of these byte strings stands. */
function filesWith(traces: readonly (string | Buffer)[]): string[] {
  return readdirSync(workshop.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'identity.key')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return traces.some((trace) => bytes.includes(trace))
    })
    .map((file) => path.relative(workshop.folder, file))
    .sort()
}

/** What stands in files of a person, in any form: sealed, as a key, in a letter, as an answer. */
function tracesOf({ personId }: RightsHolder) {
  const addresses = db
    .select()
    .from(personAddresses)
    .all()
    .filter((row) => row.personId === personId)
  const { nameSealed } = db
    .select()
    .from(persons)
    .all()
    .find((row) => row.id === personId) ?? { nameSealed: Buffer.alloc(28) }
  return {
    plain: [
      name,
      'Ingrid',
      address,
      newAddress,
      ...[name, address].map((text) => Buffer.from(text).toString('base64')),
    ],
    sealed: [nameSealed, ...addresses.map((row) => row.addressSealed)],
    keys: addresses.map((row) => row.addressKey),
    answers: [sentIn, begun],
  }
}

test('finding shows the waves and no answer', async () => {
  const wave = openWave('baseline', 1)
  const [invitationId = ''] = invitationsOf(person)
  answer(invitationId, sentIn)
  closeWave(db, wave.id, 'system', Date.now())
  openWave('endline', 2)
  const other = addProject('annat')
  registerParticipants(db, identity, other.id, [{ ...place, name, email: address }], 'system', Date.now())
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(Date.now())
  const { code, out } = run(about('find', address.toUpperCase(), '--en'))
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    `Pseudonym: ${person.pseudonym}`,
    'Municipality: 0482 Flen',
    'Actor group: LUG',
    'Is also in: annat',
    'Waves:',
    `    baseline: asked ${day}, answered ${day}`,
    `    endline: asked ${day}, has not answered`,
    '',
  ])
  expect(run(about('find', person.pseudonym)).out).toContain(`${sv.pseudonym}: ${person.pseudonym}`)
})

test('an address is corrected once, belongs to one person, and must be one', () => {
  const correct = (to: string) => run(about('address', person.pseudonym, '--to', to))
  expect(correct('granne1@bygden.example')).toMatchObject({ code: 1, error: `${sv.address_taken}\n` })
  expect(correct('ingrid')).toMatchObject({ code: 1, error: `${sv.address_invalid('ingrid')}\n` })
  expect(correct(newAddress)).toMatchObject({ code: 0, out: `${sv.address_changed(person.pseudonym)}\n` })
  expect(correct(newAddress)).toMatchObject({ code: 0, out: `${sv.address_same(person.pseudonym)}\n` })
  expect(find(newAddress).participantId).toBe(person.participantId)
  expect(run(about('find', address))).toMatchObject({ code: 1, error: `${sv.nobody(address, 'service')}\n` })
})

test('withdrawing says what it stopped, and once more that it is done', () => {
  openWave('baseline', 1)
  expect(run(about('withdraw', address))).toMatchObject({ code: 0, out: `${sv.withdrawn(person.pseudonym, 1)}\n` })
  expect(run(about('withdraw', address))).toMatchObject({ code: 0, out: `${sv.withdrawn_already(person.pseudonym)}\n` })
  expect(run(about('find', address, '--en')).out).toContain('Has withdrawn since ')
})

test('a list tells, foreseen and done, who has withdrawn and is left out, and who keeps the registered name', () => {
  withdrawParticipant(db, person.participantId, 'participant', Date.now())
  const list = path.join(workshop.folder, 'list.csv')
  const shared = { ...place, name: 'Granne 2', email: 'granne2@bygden.example' }
  registerParticipants(db, identity, addProject('annat').id, [shared], 'system', Date.now())
  const neighbours = ['Granne 1;granne1@bygden.example;0482;LUG', `Annat Namn;${shared.email};0482;LUG`]
  const rows = [`${name};${address};0482;KTJ`, ...neighbours]
  writeFileSync(list, ['namn;e-post;kommun;aktörsgrupp', ...rows].join('\n'))
  const told = [
    'Personer: 0 nya, 0 ändrade, 2 oförändrade.',
    'En person i filen är inte med längre och lämnas utanför:',
    `  ${name} har dragit sig ur.`,
    'En person i filen är med i fler projekt än ett och behåller det namn och språk som är registrerat sedan tidigare:',
    '  Annat Namn',
    '',
  ].join('\n')
  const words = ['participants', list, '--project', 'service']
  expect(runTask('import', [...words, '--preview'], workshop.folder).out).toContain(told)
  expect(runTask('import', words, workshop.folder)).toMatchObject({ code: 0, out: told })
  expect(find(address)).toMatchObject({ actorGroup: 'LUG', withdrawnAt: expect.any(Number) })
})

describe('erasing', () => {
  /** The person has a past address, a response, a draft, letters sent to both addresses and one that waits. */
  async function live() {
    const first = openWave('baseline', 1)
    await sendLetters()
    const [asked = ''] = invitationsOf(person)
    answer(asked, sentIn)
    closeWave(db, first.id, 'system', Date.now())
    correctAddress(db, identity, person.personId, newAddress, 'system', Date.now())
    openWave('endline', 2)
    const again = invitationsOf(person).find((id) => id !== asked) ?? ''
    saveDraft(db, again, { items: ['F1'], answers: { F1: begun }, language: 'sv' }, Date.now())
    await sendLetters()
    // A letter that a killed sender left half-written.
    const letter =
      readdirSync(outbox()).find((file) => readFileSync(path.join(outbox(), file)).includes(newAddress)) ?? ''
    writeFileSync(path.join(outbox(), `${letter}.4711.tmp`), `To: ${newAddress}`)
  }

  test('leaves no byte of the person in database, log and outbox, also while a server holds the file', async () => {
    await live()
    const { plain, sealed, keys, answers } = tracesOf(person)
    expect({ sealed: sealed.length, keys: keys.length }).toEqual({ sealed: 3, keys: 2 })
    for (const trace of [...sealed, ...keys, ...answers]) expect(filesWith([trace]).join()).toMatch(/^samverka\.db/)
    expect(filesWith(plain)).toHaveLength(3)
    const letters = readdirSync(outbox()).length
    // Reading the file has let go of this process's locks on it (POSIX): held anew, as a server holds it.
    db.$client.close()
    db = openDatabase(workshop.databaseFile)
    find(newAddress)

    expect(run(about('erase', newAddress, '--yes'))).toEqual({
      code: 0,
      out: `${sv.erased(person.pseudonym, 1, 1, 3)}\n${sv.elsewhere}\n`,
      error: '',
    })
    expect(statSync(`${workshop.databaseFile}-wal`).size).toBe(0)
    expect(filesWith([...plain, ...sealed, ...keys, ...answers])).toEqual([])
    // Of the others nothing is gone.
    expect(readdirSync(outbox())).toHaveLength(letters - 3)
    expect(filesWith(['granne59@bygden.example'])).toHaveLength(2)
    expect(db.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(db.$client.pragma('foreign_key_check')).toEqual([])
  })

  test('leaves a stub under the pseudonym, an event without a person, and can be done again', async () => {
    await live()
    expect(run(about('erase', person.pseudonym, '--yes', '--en')).code).toBe(0)
    const stub = find(person.pseudonym)
    expect(stub.erasedAt).not.toBeNull()
    expect(listWavesAsked(db, stub.participantId).map(({ answeredAt }) => answeredAt)).toEqual([null, null])
    const [event] = db.select().from(events).all().slice(-1)
    expect(event).toMatchObject({ action: 'person.erased', subject: `person:${person.personId}`, actor: 'system' })
    expect(event?.details).toBe('{"responses":1,"drafts":1}')

    mkdirSync(outbox(), { recursive: true })
    expect(run(about('erase', person.pseudonym, '--en'))).toEqual({
      code: 0,
      out: `${en.erased_already(person.pseudonym)}\n${en.elsewhere}\n`,
      error: '',
    })
    expect(run(about('find', person.pseudonym, '--en')).out).toContain('Erased ')
    expect(run(about('address', person.pseudonym, '--to', newAddress))).toMatchObject({
      code: 1,
      error: `${sv.is_erased(person.pseudonym)}\n`,
    })
    expect(run(about('find', newAddress)).code).toBe(1)
  })

  test('asks for the pseudonym, says that it is about every project, and names what it cannot reach', () => {
    const other = addProject('annat')
    registerParticipants(db, identity, other.id, [{ ...place, name, email: address }], 'system', Date.now())
    const there = find(address, other.id)
    for (const typed of ['', 'JA\n', `${there.pseudonym}\n`]) {
      const { code, error, out } = run(about('erase', address), typed)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(error).toContain(sv.erase_everywhere(`annat (${there.pseudonym}), service (${person.pseudonym})`))
      expect(error).toContain(sv.erase_not_confirmed)
    }
    expect(find(address).erasedAt).toBeNull()

    const copy = `${workshop.databaseFile}.before-migration`
    writeFileSync(copy, 'an earlier state')
    const done = run(about('erase', address), `${person.pseudonym.toLowerCase()}\n`)
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining(sv.copy_remains(copy)) })
    expect(find(there.pseudonym, other.id).erasedAt).not.toBeNull()
  })

  test('says so when somebody reads and the file cannot be swept, and the same command then finishes', async () => {
    await live()
    const { sealed, keys } = tracesOf(person)
    const reading = openDatabase(workshop.databaseFile)
    reading.$client.exec('begin')
    reading.$client.prepare('select count(*) from persons').get()
    const hindered = run(about('erase', newAddress, '--yes'))
    expect(hindered).toMatchObject({ code: 1, error: `${sv.file_not_swept}\n` })
    expect(find(person.pseudonym).erasedAt).not.toBeNull()
    reading.$client.exec('commit')
    reading.$client.close()
    expect(run(about('erase', person.pseudonym)).code).toBe(0)
    expect(filesWith([...sealed, ...keys, sentIn, begun, newAddress])).toEqual([])
  })
})

test('words not understood are answered with the usage; a wrong folder or key changes and makes nothing', () => {
  for (const words of [['forget', address], ['find'], ['erase', address]])
    expect(run(words)).toMatchObject({ code: 2, error: expect.stringContaining('npm run people -- find') })
  expect(run(['--help', '--en'])).toMatchObject({ code: 0, out: `${en.usage}\n` })
  expect(run(about('erase', 'AAAA-AAAA', '--yes', '--en'))).toMatchObject({
    code: 1,
    error: `${en.nobody('AAAA-AAAA', 'service')}\n`,
  })
  const nowhere = path.join(workshop.folder, 'nowhere')
  expect(run(about('find', address), '', nowhere).code).toBe(1)
  expect(existsSync(nowhere)).toBe(false)

  const key = path.join(workshop.folder, 'keys/identity.key')
  writeFileSync(key, Buffer.alloc(32, 9).toString('base64'))
  const { title } = phrasesIn('sv').common.problem.key_differs
  expect(run(about('erase', person.pseudonym, '--yes'))).toMatchObject({
    code: 1,
    error: expect.stringContaining(title),
  })
  expect(find(address).erasedAt).toBeNull()
})
