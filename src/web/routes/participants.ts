// A list of people to invite: read, shown, and only then registered, all of it or nothing. The page that asks for a
// confirmation carries the list itself, so nothing is stored before somebody has said yes.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { municipalitiesFor } from '#access.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { inOwnLetters } from '#intake/address.ts'
import type { Encoding } from '#intake/decode.ts'
import { type ParticipantList, readParticipantList } from '#intake/participants.ts'
import { type CsvColumn, writeCsv } from '#report/csv.ts'
import { actorGroupsOf } from '#store/actor-groups.ts'
import {
  type Absence,
  countProspects,
  foreseeRegistration,
  listAbsent,
  listKept,
  listReaddressed,
  type ParticipantEntry,
  type Prospect,
  type Registration,
  type RegistrationTally,
  registerParticipants,
} from '#store/participants.ts'
import { listMunicipalities, type Municipality, type Project } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'
import { listWaves, waveState } from '#store/waves.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import type { FieldError } from '../staff/form.ts'
import { actorOf, type InProject, nameOf, projectHere } from '../staff/here.ts'
import { type Faults, faultsInWords, type Remarks, remarksInWords } from '../staff/remarks.ts'
import { acceptUploads, readUpload } from '../upload.ts'

interface Frame {
  slug: string
  project: string
  text: string
}

interface PreviewRow extends Omit<ParticipantEntry, 'seat' | 'municipalityCode'> {
  municipality: string
  outcome: Registration
  keepsDetails: boolean
}

/** A list of which the page shows the first. */
interface Shortened<T> {
  count: number
  shown: readonly T[]
  more: number
}

declare module '../page.ts' {
  interface Pages {
    'participants/import': Frame & {
      groups: { code: string; label: string }[]
      municipalities: string[]
      errors: readonly FieldError[]
      faults: Faults | null
      /** People of the list whom this reader may not touch: their names as they stand in the list. */
      elsewhere: ({ own: string } & Shortened<string>) | null
      failed: boolean
    }
    'participants/preview': Frame & {
      encoding: Encoding | null
      counts: RegistrationTally
      /** People of the list who are in the project no longer. */
      absent: Shortened<{ name: string; why: Absence }>
      /** Names of those whose name or language in the list is not what stays registered. */
      kept: Shortened<string>
      /** Names of those who have a newer address than the list. */
      readdressed: Shortened<string>
      rows: PreviewRow[]
      warnings: Remarks
      /** Newcomers are not invited to a wave that is open already. */
      isWaveOpen: boolean
    }
  }
}

type Request = FastifyRequest<{ Params: { slug: string } }>

const rowsShown = 20

export async function participants(app: FastifyInstance, { db, identity, now }: Dependencies): Promise<void> {
  await acceptUploads(app)
  const config = { access: 'participants:import' as const }

  app.get('/projects/:slug/participants/import', { config }, (request: Request, reply) =>
    showForm(request, reply, projectHere(db, request), {}),
  )

  app.get('/projects/:slug/participants/example.csv', { config }, (request: Request, reply) => {
    const here = projectHere(db, request)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="deltagare.csv"')
      .send(exampleFile(importable(here), actorGroupsOf(db, here.project.id), request.language))
  })

  app.post('/projects/:slug/participants/import', { config }, async (request: Request, reply) => {
    const here = projectHere(db, request)
    const { project, staff } = here
    const { input, text, confirmed } = await readUpload(request)
    if (input === null) {
      const message = phrasesIn(request.language).staff.upload.choose
      return showForm(request, reply.code(422), here, { errors: [{ field: 'file', message }] })
    }
    const list = readParticipantList(input, {
      municipalities: listMunicipalities(db, project.id),
      actorGroups: actorGroupsOf(db, project.id),
      defaultLanguage: 'sv',
    })
    if (list.faults.length > 0) return showForm(request, reply.code(422), here, { text, list })
    const foreseen = foreseeRegistration(db, identity, project.id, list.entries)
    const elsewhere = findElsewhere(foreseen, project, staff)
    if (elsewhere.length > 0) return showForm(request, reply.code(403), here, { text, elsewhere })
    if (!confirmed) return showPreview(request, reply, project, { list, text, foreseen })
    const tally = registerParticipants(db, identity, project.id, list.entries, actorOf(staff), now())
    const { added, updated, unchanged } = tally
    const absent = tally.withdrawn + tally.left
    const page = `/projects/${project.slug}`
    if (added + updated === 0)
      return reply.redirect(doneAt(page, absent + tally.kept === 0 ? 'nothing_changed' : 'nothing_to_change'), 303)
    return reply.redirect(doneAt(page, 'participants_imported', added, updated, unchanged, absent), 303)
  })

  /** Who belongs to a municipality that this person does not import for, by the list or as registered already. */
  function findElsewhere(foreseen: readonly Prospect[], project: Project, staff: Staff): ParticipantEntry[] {
    const own = municipalitiesFor(staff.grants, 'participants:import', project.id)
    if (own === 'all') return []
    const isOwn = (code: string | undefined) => code === undefined || own.includes(code)
    return foreseen
      .filter(({ entry, heldIn }) => !isOwn(entry.municipalityCode) || !isOwn(heldIn))
      .map(({ entry }) => entry)
  }

  function importable({ project, staff }: InProject): Municipality[] {
    const own = municipalitiesFor(staff.grants, 'participants:import', project.id)
    return listMunicipalities(db, project.id).filter(({ code }) => own === 'all' || own.includes(code))
  }

  function showForm({ language }: Request, reply: FastifyReply, here: InProject, rejected: Rejected) {
    const { text = '', errors = [], list, elsewhere } = rejected
    const { project } = here
    const names = importable(here).map(({ name }) => name)
    return sendPage(reply, 'participants/import', {
      slug: project.slug,
      project: nameOf(project, language),
      text,
      groups: actorGroupsOf(db, project.id).map(({ code, label }) => ({ code, label: label[language] })),
      municipalities: names,
      errors,
      faults: list ? faultsInWords(list.faults, text, language) : null,
      elsewhere: elsewhere ? { own: names.join(', '), ...shorten(elsewhere.map(({ name }) => name)) } : null,
      failed: errors.length > 0 || list !== undefined || elsewhere !== undefined,
    })
  }

  function showPreview(
    { language }: Request,
    reply: FastifyReply,
    project: Project,
    { list, text, foreseen }: { list: ParticipantList; text: string; foreseen: readonly Prospect[] },
  ) {
    const municipalityNames = new Map(listMunicipalities(db, project.id).map(({ code, name }) => [code, name]))
    const groupLabels = new Map(actorGroupsOf(db, project.id).map(({ code, label }) => [code, label[language]]))
    return sendPage(reply, 'participants/preview', {
      slug: project.slug,
      project: nameOf(project, language),
      text,
      encoding: list.encoding,
      counts: countProspects(foreseen),
      absent: shorten(listAbsent(foreseen)),
      kept: shorten(listKept(foreseen)),
      readdressed: shorten(listReaddressed(foreseen)),
      rows: foreseen.slice(0, rowsShown).map(({ entry, outcome, keepsDetails }) => ({
        name: entry.name,
        email: inOwnLetters(entry.email),
        municipality: municipalityNames.get(entry.municipalityCode) ?? entry.municipalityCode,
        actorGroup: groupLabels.get(entry.actorGroup) ?? entry.actorGroup,
        language: entry.language,
        outcome,
        keepsDetails,
      })),
      warnings: remarksInWords(list.warnings, language),
      isWaveOpen: listWaves(db, project.id).some((wave) => waveState(wave) === 'open'),
    })
  }
}

const shorten = <T>(list: readonly T[]): Shortened<T> => ({
  count: list.length,
  shown: list.slice(0, rowsShown),
  more: Math.max(0, list.length - rowsShown),
})

interface Rejected {
  text?: string
  errors?: readonly FieldError[]
  list?: ParticipantList
  elsewhere?: readonly ParticipantEntry[]
}

/** Opens in a Swedish Excel by a double click, and can be imported as it is. */
function exampleFile(
  municipalities: readonly Municipality[],
  groups: readonly { code: string }[],
  language: Language,
): string {
  const { header, names } = phrasesIn(language).staff.participants.sample
  const people = names.map((name, at) => [
    name,
    `${name.split(' ')[0]?.toLowerCase()}@example.org`,
    municipalities[at % municipalities.length]?.name ?? '',
    groups[at % groups.length]?.code ?? '',
    'sv',
    '',
  ])
  const columns = header.map(
    (label, at): CsvColumn<string[]> => ({ type: 'text', name: label, label, value: (row) => row[at] ?? '' }),
  )
  return writeCsv('excel', columns, people)
}
