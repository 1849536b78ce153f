// How answers come in while a wave goes: for those who write to its people, and for nobody else.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import type { Language } from '#i18n/phrases.ts'
import {
  type AskedPerson,
  accountProgress,
  type Progress,
  type ResponseBoard,
} from '#indicators/context/response-board.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { readContacts } from '#store/contacts-made.ts'
import type { Database } from '#store/database.ts'
import { getSmallestGroup } from '#store/projects.ts'
import { readAsked } from '#store/responses.ts'
import { countTurnoutByMunicipality } from '#store/turnout.ts'
import { type Wave, waveState } from '#store/waves.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { waveHere } from '../staff/here.ts'
import { type WaveFrame, waveFrame } from '../staff/wave-frame.ts'

interface ShownRow extends Progress {
  name: string
}

declare module '../page.ts' {
  interface Pages {
    'waves/progress': WaveFrame & {
      total: Progress
      municipalities: (ShownRow & { groups: ShownRow[] })[]
      threshold: number
    }
  }
}

type OfWave = FastifyRequest<{ Params: { id: string } }>

export async function waveProgress(app: FastifyInstance, { db }: Dependencies): Promise<void> {
  app.get('/waves/:id/progress', { config: { access: 'waves:run' } }, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const { project, wave } = here
    if (waveState(wave) === 'planned') throw new Problem('not_found')
    const threshold = getSmallestGroup(db, project.id)
    const board = accountProgress(readPeople(db, wave), wave.kind, threshold)
    return sendPage(reply, 'waves/progress', {
      ...waveFrame(request, here),
      total: board.total,
      municipalities: named(db, wave, board, request.language),
      threshold,
    })
  })
}

function readPeople(db: Database, wave: Wave): AskedPerson[] {
  const contacts = new Map(readContacts(db, wave).map((contact) => [contact.participant, contact]))
  return [...readAsked(db, wave.id)].map(({ pseudonym, municipality, actorGroup, response }) => ({
    municipality,
    actorGroup,
    contact: contacts.get(pseudonym),
    response: response && {
      questionnaire: getQuestionnaire(db, wave.questionnaireId, response.version),
      answers: response.answers,
    },
  }))
}

/** Municipalities by name, groups as the questionnaire calls them. */
function named(db: Database, wave: Wave, { municipalities }: ResponseBoard, language: Language) {
  const names = new Map(countTurnoutByMunicipality(db, wave.id).map(({ code, name }) => [code, name]))
  const { actorGroups } = getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  const titles = new Map(actorGroups.map(({ code, label }) => [code, label[language]]))
  return municipalities
    .map((row) => ({
      ...row,
      name: names.get(row.code) ?? row.code,
      groups: row.groups.map((group) => ({ ...group, name: titles.get(group.code) ?? group.code })),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}
