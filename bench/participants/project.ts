// A project with so many people invited to an open wave, in the folder of a server that is about to start.
import path from 'node:path'
import { readConfig } from '#config.ts'
import { getQuestionnaire, publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { openDatabase } from '#store/database.ts'
import { readIdentity } from '#store/identity.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject } from '#store/projects.ts'
import { invitations } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { createWave, openWave } from '#store/waves.ts'
import type { Item } from '#survey/questionnaire.ts'
import { pagesAsked } from '#survey/visibility.ts'

const flen = { code: '0482', name: 'Flen', countyCode: '04' }
const actorGroup = 'LUG'
const days = 24 * 3_600_000
const dayOf = (when: number): string => new Date(when).toISOString().slice(0, 10)

interface Built {
  tokens: string[]
  forms: string[]
  /** Ids of the items that the register has filled in. */
  registered: string[]
}

/** Their links, and the forms of the pages that each of them fills in. */
export function buildProject(dataDir: string, people: number): Built {
  const config = readConfig({ DATA_DIR: dataDir })
  const identity = readIdentity(config.identityKeyFile, false)
  const db = openDatabase(config.databaseFile)
  const now = Date.now()
  for (const { file, text } of readQuestionnaireFiles(path.join(import.meta.dirname, '../../surveys')))
    publishQuestionnaire(db, file, text, now)
  const project = createProject(
    db,
    {
      programme: { id: 'bench', nameSv: 'Mätning', nameEn: 'Measurement' },
      slug: 'bench',
      nameSv: 'Service på landsbygden',
      nameEn: 'Services in the countryside',
      organisation: 'Hela bygden',
      contactEmail: 'bench@example.org',
      municipalities: [flen],
    },
    'system',
    now,
  )
  const entries = Array.from({ length: people }, (_, at) => ({
    name: `Deltagare ${at}`,
    email: `deltagare${at}@kommun.example`,
    municipalityCode: flen.code,
    actorGroup,
    language: 'sv' as const,
    seat: '',
  }))
  registerParticipants(db, identity, project.id, entries, 'system', now)
  const about = {
    projectId: project.id,
    kind: 'baseline',
    questionnaireId: 'samverkan',
    questionnaireVersion: 1,
  } as const
  const wave = createWave(
    db,
    { ...about, opensOn: dayOf(now - 7 * days), closesOn: dayOf(now + 30 * days) },
    'system',
    now,
  )
  openWave(db, wave, 'system', now)
  const tokens = db.transaction(() =>
    db
      .select({ id: invitations.id })
      .from(invitations)
      .all()
      .map(({ id }) => issueTokens(db, id, now).answer),
  )
  const pages = pagesAsked(getQuestionnaire(db, 'samverkan', 1), wave.kind, {}, { actor_group: actorGroup })
  const forms = pages.map(({ page, items }) =>
    new URLSearchParams([
      ['_page', page.id],
      ['_go', 'next'],
      ...items.map((item) => [item.id, answerTo(item)]),
    ]).toString(),
  )
  db.$client.close()
  const registered = pages.flatMap(({ items }) => items.flatMap((one) => (isRegistered(one) ? [one.id] : [])))
  return { tokens, forms, registered }
}

const isRegistered = (item: Item): boolean => item.type === 'choice' && item.knownFrom !== undefined

function answerTo(item: Item): string {
  if (isRegistered(item)) return actorGroup
  if (item.type === 'choice') return String(item.choices[0]?.code)
  return item.type === 'text' ? 'Mer tid för möten i byarna.' : '3'
}
