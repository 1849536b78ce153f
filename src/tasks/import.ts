// `npm run import`: participants, earlier responses, questionnaires, and a project for a trial.
import { existsSync } from 'node:fs'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress } from '#intake/address.ts'
import { readParticipantList } from '#intake/participants.ts'
import { readResponses } from '#intake/responses.ts'
import { listUnits, readRoster } from '#intake/roster.ts'
import { actorGroupsOf } from '#store/actor-groups.ts'
import { findQuestionnaire, getQuestionnaire, listQuestionnaires, publishQuestionnaire } from '#store/catalogue.ts'
import { type Database, immediately, joinDatabase, openDatabase } from '#store/database.ts'
import { type Identity, readIdentity } from '#store/identity.ts'
import { foreseeImport, type ImportPreview, importResponses } from '#store/imports.ts'
import {
  countProspects,
  foreseeRegistration,
  listAbsent,
  listKept,
  listReaddressed,
  type Prospect,
  registerParticipants,
} from '#store/participants.ts'
import { createProject, findProject, listMunicipalities, type Project } from '#store/projects.ts'
import { checkIdentity } from '#store/settings.ts'
import { closeWave, createWave, findWaveByKind, listWaves, type Wave } from '#store/waves.ts'
import { type Questionnaire, WaveKind, waveKinds } from '#survey/questionnaire.ts'
import { type Call, heedRemarks, needOption, needProject, readNamedFile, runTask, TaskError } from './terminal.ts'

const texts = [
  'project',
  'wave',
  'participants',
  'slug',
  'name',
  'name-en',
  'organisation',
  'contact',
  'questionnaire',
  'waves',
]

const namedAtMost = 50

const commands: Readonly<Record<string, (db: Database, identity: Identity, call: Call) => void>> = {
  participants: importParticipants,
  responses: importEarlierResponses,
  questionnaire: importQuestionnaire,
  project: importProject,
}

/** Commands that a new database can begin with; the others need a project that is there. */
const beginners = new Set(['project', 'questionnaire'])

await runTask(
  (words) => words.usage_import,
  { texts, switches: ['preview', 'close'] },
  (call) => {
    const run = commands[call.command]
    if (!run) throw new TaskError(call.words.unknown_command(call.command), { usage: true })
    const { databaseFile, identityKeyFile } = call.config
    const isThere = existsSync(databaseFile)
    if (!isThere && !beginners.has(call.command)) throw new TaskError(call.words.no_database(databaseFile))
    const identity = readIdentity(identityKeyFile, isThere)
    const db = isThere ? joinDatabase(databaseFile) : openDatabase(databaseFile)
    try {
      checkIdentity(db, identity)
      run(db, identity, call)
    } finally {
      db.$client.close()
    }
  },
)

function importParticipants(db: Database, identity: Identity, call: Call): void {
  const { words } = call
  const bytes = readNamedFile(call.file, words)
  const project = needProject(db, call)
  const list = readParticipantList(bytes, {
    municipalities: listMunicipalities(db, project.id),
    actorGroups: actorGroupsOf(db, project.id),
    defaultLanguage: 'sv',
  })
  heedRemarks(call, list)
  const foreseen = foreseeRegistration(db, identity, project.id, list.entries)
  if (call.options.preview) console.log(words.preview)
  const { added, updated, unchanged } = call.options.preview
    ? countProspects(foreseen)
    : registerParticipants(db, identity, project.id, list.entries, 'system', Date.now())
  console.log(words.registered(added, updated, unchanged))
  tellExceptions(foreseen, call)
}

/** Of whom the list is not followed: who is left out, and who keeps the name and language registered before. */
function tellExceptions(prospects: readonly Prospect[], { language, words }: Call): void {
  const { absentRow, leftReturns } = phrasesIn(language).staff.participants
  const tell = (heading: (count: number) => string, lines: readonly string[]) => {
    if (lines.length === 0) return
    console.log(heading(lines.length))
    for (const line of lines.slice(0, namedAtMost)) console.log(`  ${line}`)
    if (lines.length > namedAtMost) console.log(`  ${words.more(lines.length - namedAtMost)}`)
  }
  const absent = listAbsent(prospects)
  tell(
    words.absent,
    absent.map(({ name, why }) => absentRow[why](name)),
  )
  if (absent.some(({ why }) => why === 'left')) console.log(leftReturns)
  tell(words.kept, listKept(prospects))
  tell(words.readdressed, listReaddressed(prospects))
}

function importEarlierResponses(db: Database, identity: Identity, call: Call): void {
  const { words, options } = call
  const bytes = readNamedFile(call.file, words)
  const project = needProject(db, call)
  const wave = needWave(db, project, call)
  const questionnaire = getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  const municipalities = listMunicipalities(db, project.id)
  const places = { municipalities, actorGroups: questionnaire.actorGroups, defaultLanguage: 'sv' } as const
  const roster = options.participants ? readRoster(readNamedFile(options.participants, words), places) : undefined
  if (roster) heedRemarks(call, roster)
  const file = readResponses(bytes, {
    ...places,
    questionnaire,
    wave: wave.kind,
    ...(roster ? { roster: roster.entries } : {}),
  })
  heedRemarks(call, file)
  if (file.otherWaves > 0) console.error(words.other_waves(file.otherWaves))

  if (options.preview) console.log(words.preview)
  const outcome = options.preview
    ? foreseeImport(db, identity, wave, file.rows)
    : importResponses(db, identity, wave, file.rows, 'system', Date.now())
  refuseUnmatched(outcome, call)
  console.log(words.people(outcome.matched, outcome.added, outcome.withdrawn))
  console.log(words.responses(outcome.recorded, outcome.kept, outcome.blank))
  if (options.close && !options.preview) {
    closeWave(db, wave.id, 'system', Date.now())
    console.log(words.wave_closed)
  }
}

function refuseUnmatched({ unmatched }: ImportPreview, { words }: Call): void {
  if (unmatched.length === 0) return
  const lines = unmatched
    .slice(0, namedAtMost)
    .map(({ row, id, reason }) => words.unmatched_row(row, id, words.why[reason]))
  throw new TaskError([...lines, words.unmatched(unmatched.length)].join('\n'))
}

function importQuestionnaire(db: Database, _identity: Identity, call: Call): void {
  const text = readNamedFile(call.file, call.words).toString('utf8')
  const { id, version } = publishQuestionnaire(db, call.file ?? '', text, Date.now())
  console.log(call.words.published(id, version))
}

function importProject(db: Database, _identity: Identity, call: Call): void {
  const { words, options } = call
  const { units, faults } = listUnits(readNamedFile(call.file, words))
  heedRemarks(call, { faults })
  const slug = needOption(call, 'slug')
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(slug)) throw new TaskError(words.slug_invalid(slug))
  if (findProject(db, slug)) throw new TaskError(words.slug_taken(slug))
  const questionnaire = needQuestionnaire(db, call)
  const named = (options.waves ?? 'baseline,endline').split(',').map((kind) => readWaveKind(kind, 'waves', call))
  const kinds = [...new Set(named)]
  const name = needOption(call, 'name')
  const now = Date.now()
  const organisation = needOption(call, 'organisation')
  const contactEmail = needOption(call, 'contact')
  if (!checkAddress(contactEmail).ok) throw new TaskError(`--contact: ${phrasesIn(call.language).staff.wrong.email}`)
  const nameEn = options['name-en'] ?? name
  immediately(db, () => {
    const project = createProject(
      db,
      {
        programme: { id: slug, nameSv: name, nameEn },
        slug,
        nameSv: name,
        nameEn,
        organisation,
        contactEmail,
        municipalities: units.map((unit) => ({ ...unit, countyCode: '' })),
      },
      'system',
      now,
    )
    for (const kind of kinds) planWave(db, project, questionnaire, kind, now)
  })
  console.log(words.project_created(slug, units.length, kinds.join(', ')))
}

/** The days of a wave that lies in the past are not known here: the day of the import stands for them. */
function planWave(db: Database, project: Project, questionnaire: Questionnaire, kind: WaveKind, now: number): void {
  const day = localDay(now)
  createWave(
    db,
    {
      projectId: project.id,
      kind,
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      opensOn: day,
      closesOn: day,
    },
    'system',
    now,
  )
}

function needWave(db: Database, project: Project, call: Call): Wave {
  const kind = readWaveKind(needOption(call, 'wave'), 'wave', call)
  const wave = findWaveByKind(db, project.id, kind)
  if (wave) return wave
  const known = listWaves(db, project.id).map((one) => one.kind)
  throw new TaskError(call.words.no_wave(kind, known.join(', ') || '–'))
}

function readWaveKind(text: string, option: string, { words }: Call): WaveKind {
  const kind = WaveKind.safeParse(text.trim())
  if (kind.success) return kind.data
  throw new TaskError(words.option_unknown(option, text, waveKinds.join(', ')), { usage: true })
}

function needQuestionnaire(db: Database, call: Call): Questionnaire {
  const name = needOption(call, 'questionnaire')
  const [id = '', version = ''] = name.split('@')
  const found = findQuestionnaire(db, id, Number(version))
  if (found) return found
  const known = listQuestionnaires(db).map((one) => `${one.id}@${one.version}`)
  throw new TaskError(call.words.no_questionnaire(name, known.join(', ') || '–'))
}
