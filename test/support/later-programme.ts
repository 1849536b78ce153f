// The later programme of 2022–2025 as a project of its own, beside the demonstration: five of its municipalities, three
// of which were in the earlier programme too. Version 2 of the questionnaire both times.
import { fillIn } from '#demo/answering.ts'
import { drawBackground } from '#demo/background.ts'
import { drawOpinions } from '#demo/model.ts'
import { type MunicipalityCode, municipalitiesForServices, municipality } from '#demo/municipalities.ts'
import { type MunicipalityPlan, plannedScales } from '#demo/plan.ts'
import { seededRandom } from '#demo/random.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject, type Project } from '#store/projects.ts'
import { readAsked, recordResponse } from '#store/responses.ts'
import { invitations } from '#store/schema.ts'
import { closeWave, createWave, openWave } from '#store/waves.ts'

const registered = Date.UTC(2022, 0, 10, 8)
const groups = ['LUG', 'KTJ', 'FTG', 'KFV', 'LUG', 'FOR', 'FTG', 'LUG']

/** Älmhult, Ljungby, Mora, Ludvika and, too few to show, Malå. */
const people: Readonly<Partial<Record<MunicipalityCode, number>>> = {
  '0765': 8,
  '0781': 8,
  '2062': 7,
  '2085': 6,
  '2418': 3,
}

/** Everybody asked answers both times. @param began first day of the first wave, where it is to overlap with others */
export function addLaterProgramme(db: Database, identity: Identity, began = '2022-03-01'): Project {
  const { municipalities: _all, ...programme } = municipalitiesForServices
  const codes = Object.keys(people) as MunicipalityCode[]
  const project = createProject(
    db,
    {
      programme,
      slug: 'senare',
      nameSv: 'Kommuner för serviceutveckling',
      nameEn: 'Municipalities for the development of services',
      organisation: 'Hela bygden',
      contactEmail: 'kontakt@bygden.example',
      isDemo: true,
      municipalities: codes.map(municipality),
    },
    'system',
    registered,
  )
  const entries = codes.flatMap((code) =>
    groups.slice(0, people[code] ?? 0).map((actorGroup, at) => ({
      name: `Deltagare ${code} ${at}`,
      email: `senare${code}-${at}@kommun.example`,
      municipalityCode: code,
      actorGroup,
      language: 'sv' as const,
      seat: String(at),
    })),
  )
  registerParticipants(db, identity, project.id, entries, 'system', registered)
  answerWave(db, project, { kind: 'baseline', opensOn: began, closesOn: '2022-03-31' }, Date.UTC(2022, 2, 1, 8))
  answerWave(db, project, { kind: 'endline', opensOn: '2025-02-03', closesOn: '2025-02-28' }, Date.UTC(2025, 1, 3, 8))
  return project
}

type Days = { kind: 'baseline' | 'endline'; opensOn: string; closesOn: string }

function answerWave(db: Database, project: Project, days: Days, at: number): void {
  const version = { questionnaireId: 'samverkan', questionnaireVersion: 2 }
  const questionnaire = getQuestionnaire(db, version.questionnaireId, version.questionnaireVersion)
  const wave = createWave(db, { ...days, ...version, projectId: project.id }, 'system', at)
  openWave(db, wave, 'system', at)
  const asked = [...readAsked(db, wave.id)].sort((one, other) => one.participantId.localeCompare(other.participantId))
  const invited = new Map(
    db
      .select()
      .from(invitations)
      .all()
      .filter((one) => one.waveId === wave.id)
      .map(({ participantId, id }) => [participantId, id]),
  )
  const counted = new Map<string, number>()
  for (const { participantId, municipality: code, actorGroup } of asked) {
    const nth = (counted.get(code) ?? 0) + 1
    counted.set(code, nth)
    const lasting = seededRandom(7, Number(code), nth)
    const place = placeOf(code as MunicipalityCode)
    const respondent = {
      actorGroup,
      language: 'sv' as const,
      background: drawBackground(lasting, actorGroup),
      opinions: drawOpinions(lasting, place),
    }
    const answers = fillIn(
      questionnaire,
      days.kind,
      respondent,
      seededRandom(days.kind === 'baseline' ? 8 : 9, Number(code), nth),
    )
    recordResponse(
      db,
      { ...version, invitationId: invited.get(participantId) ?? '', language: 'sv', mode: 'web', answers },
      at,
    )
  }
  closeWave(db, wave.id, 'system', at)
}

/** Half way up, and ten points higher afterwards, everywhere. */
const placeOf = (code: MunicipalityCode): MunicipalityPlan => ({
  code,
  level: 50,
  change: Object.fromEntries(plannedScales.map((scale) => [scale, 10])) as MunicipalityPlan['change'],
  people: { invited: 8, baseline: 8, both: 8, endlineOnly: 0 },
})
