// `npm run people`: what a participant may ask for, done by whoever can read the server's disk. Answers are not shown.
import { existsSync } from 'node:fs'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress } from '#intake/address.ts'
import { removeLetters } from '#mail/remove-letters.ts'
import { copyOf, type Database } from '#store/database.ts'
import { type Identity, readIdentity } from '#store/identity.ts'
import type { Project } from '#store/projects.ts'
import {
  correctAddress,
  countWritten,
  erasePerson,
  findRightsHolder,
  listParticipations,
  listWavesAsked,
  type RightsHolder,
  sweepDatabase,
  withdrawParticipant,
} from '#store/rights.ts'
import { checkIdentity } from '#store/settings.ts'
import { ask } from './asking.ts'
import { type Call, needOption, needProject, openExisting, runTask, TaskError } from './terminal.ts'

/** Whom a command is about, and what it needs to act. */
interface Case {
  db: Database
  identity: Identity
  project: Project
  person: RightsHolder
}

const phrases = phrasesIn(process.argv.includes('--en') ? 'en' : 'sv')
const words = phrases.keeping.people

const commands: Readonly<Record<string, (about: Case, call: Call) => Promise<void> | void>> = {
  find: showPerson,
  address: changeAddress,
  withdraw,
  erase,
}

await runTask(
  () => words.usage,
  { texts: ['project', 'to'], switches: ['yes'] },
  async (call) => {
    const run = commands[call.command]
    if (!run) throw new TaskError(call.words.unknown_command(call.command), { usage: true })
    const db = openExisting(call)
    try {
      const identity = readIdentity(call.config.identityKeyFile, true)
      checkIdentity(db, identity)
      await run(needCase(db, identity, call), call)
    } finally {
      db.$client.close()
    }
  },
)

function needCase(db: Database, identity: Identity, call: Call): Case {
  if (call.file === undefined) throw new TaskError(words.who_missing, { usage: true })
  const project = needProject(db, call)
  const person = findRightsHolder(db, identity, project.id, call.file)
  if (!person) throw new TaskError(words.nobody(call.file, project.slug))
  return { db, identity, project, person }
}

function showPerson({ db, project, person }: Case): void {
  console.log(`${words.pseudonym}: ${person.pseudonym}`)
  console.log(`${words.municipality}: ${person.municipalityCode} ${person.municipality}`)
  console.log(`${words.group}: ${person.actorGroup}`)
  const elsewhere = listParticipations(db, person.personId).filter((one) => one.project !== project.slug)
  if (elsewhere.length > 0) console.log(`${words.also_in}: ${elsewhere.map((one) => one.project).join(', ')}`)
  const asked = listWavesAsked(db, person.participantId)
  console.log(`${words.waves}:${asked.length === 0 ? ` ${words.no_waves}` : ''}`)
  for (const { kind, askedAt, answeredAt } of asked) {
    const outcome = answeredAt === null ? words.not_answered : words.answered(localDay(answeredAt))
    console.log(`    ${kind}: ${words.asked(localDay(askedAt))}, ${outcome}`)
  }
  if (person.erasedAt !== null) console.log(words.erased_on(localDay(person.erasedAt)))
  else if (person.withdrawnAt !== null) console.log(words.withdrawn_on(localDay(person.withdrawnAt)))
}

function changeAddress({ db, identity, person }: Case, call: Call): void {
  const typed = needOption(call, 'to')
  const checked = checkAddress(typed)
  if (!checked.ok) throw new TaskError(words.address_invalid(typed))
  if (person.erasedAt !== null) throw new TaskError(words.is_erased(person.pseudonym))
  const change = correctAddress(db, identity, person.personId, checked.address, 'system', Date.now())
  if (change === 'taken') throw new TaskError(words.address_taken)
  console.log(change === 'changed' ? words.address_changed(person.pseudonym) : words.address_same(person.pseudonym))
}

function withdraw({ db, person }: Case): void {
  const letters = withdrawParticipant(db, person.participantId, 'system', Date.now())
  const { pseudonym } = person
  console.log(letters === null ? words.withdrawn_already(pseudonym) : words.withdrawn(pseudonym, letters))
}

/** The table first, then letters and file: cut off in between, the same command finishes what is left. */
async function erase(about: Case, call: Call): Promise<void> {
  const { db, identity, person } = about
  const isAgain = person.erasedAt !== null
  if (!isAgain && call.options.yes === undefined) await confirm(about)
  const erasure = erasePerson(db, identity, person.personId, 'system', Date.now())
  const filed = removeLetters(call.config.outboxDir, erasure.letters)
  const isSwept = sweepDatabase(db)
  const { pseudonym } = person
  console.log(
    isAgain ? words.erased_already(pseudonym) : words.erased(pseudonym, erasure.responses, erasure.drafts, filed),
  )
  const copy = copyOf(call.config.databaseFile)
  if (existsSync(copy)) console.log(words.copy_remains(copy))
  console.log(words.elsewhere)
  if (erasure.inTheAir > 0) throw new TaskError(words.letter_in_the_air)
  if (!isSwept) throw new TaskError(words.file_not_swept)
}

/** @throws TaskError where anything but the pseudonym is typed */
async function confirm({ db, person }: Case): Promise<void> {
  const { pseudonym, personId } = person
  const written = countWritten(db, personId)
  console.error(words.erase_what(pseudonym, written.responses, written.drafts))
  const places = listParticipations(db, personId).map((one) => `${one.project} (${one.pseudonym})`)
  console.error(words.erase_everywhere(places.join(', ')))
  console.error(words.erase_final)
  const typed = await ask((asking) => asking.line(words.erase_ask))
  if (typed?.toUpperCase() !== pseudonym.toUpperCase()) throw new TaskError(words.erase_not_confirmed)
}
