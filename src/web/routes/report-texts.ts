// One part of a report: the text made from the figures and one's own, side by side where they have parted. Whoever saves
// over somebody else's text gets both back.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { plainText, runsOf } from '#document/marks.ts'
import { toEditable } from '#document/own-text.ts'
import { remarksOn, type TextRemarks } from '#document/text-remarks.ts'
import { Problem } from '#errors.ts'
import { type Language, languages, phrasesIn } from '#i18n/phrases.ts'
import { readMaterial } from '#reporting.ts'
import { findSection, listSections, type ReportSection, saveSection } from '#store/reports.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { type InReport, type ReportHeading, reportDone, reportHere, signature } from '../reports/here.ts'
import { findState } from '../reports/parts.ts'
import { namedSign } from '../reports/undrawn.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf } from '../staff/here.ts'

interface PartPage extends ReportHeading {
  part: { title: string; hint: string; lang: Language; address: string }
  /** In the box. */
  text: string
  revision: number
  /** As it is now, in the markup of the box. */
  generated: string
  /** What it was when one's own was written; null where nothing has changed since. */
  former: string | null
  isOwn: boolean
  written: { who: string; time: string } | null
  stale: readonly { written: string; current: string | null }[]
  evidence: readonly string[]
  /** What the writer may not have meant. */
  remarks: readonly string[]
  done: string | null
  /** What somebody else has saved meanwhile. */
  theirs: { text: string; who: string; time: string } | null
  errors: FieldError[]
}

declare module '../page.ts' {
  interface Pages {
    'reports/part': PartPage
  }
}

type InPart = FastifyRequest<{ Params: { slug: string; report: string; part: string; tongue: string } }>

/** Two pages of a report are some 6 000 characters. */
const longest = 20_000

export async function reportTexts(app: FastifyInstance, { db, now, judgements }: Dependencies): Promise<void> {
  const writing = { config: { access: 'reports:write' as const }, bodyLimit: 1_048_576 }
  const address = '/projects/:slug/reports/:report/parts/:part/:tongue'

  app.get(address, writing, (request: InPart, reply) => showPart(request, reply))

  app.post(address, writing, (request: InPart, reply) => {
    const { staff, report, heading } = reportHere(db, request as InReport)
    const { part } = partHere(request)
    const { text, revision, deed } = readFields(request.body, ['text', 'revision', 'deed'])
    const typed = text.replaceAll('\r\n', '\n').trim()
    const words = phrasesIn(request.language).reports.edit
    const seen = /^\d{1,9}$/.test(revision) ? Number(revision) : 0
    const fault = deed === 'drop' ? null : typed === '' ? words.empty : typed.length > longest ? words.tooLong : null
    if (fault !== null)
      return showPart(request, reply.code(422), { text: typed, seen, errors: [{ field: 'text', message: fault }] })
    const known = findSection(db, { reportId: report.id, part: part.id, language: part.language })
    const generated = toEditable(part.generated, known?.sources)
    const saved = saveSection(
      db,
      {
        reportId: report.id,
        part: part.id,
        language: part.language,
        ownText: deed === 'drop' ? null : typed,
        generated: generated.text,
        sources: [...generated.sources],
      },
      seen,
      actorOf(staff),
      now(),
    )
    if (saved.outcome === 'overtaken')
      return showPart(request, reply.code(409), { text: typed, overtaken: saved.current })
    const isRemarkable =
      deed !== 'drop' && wordsOn(remarksOn({ ...generated, text: typed }, generated.text), request.language).length > 0
    // What to look at stands beside the text.
    const to = isRemarkable ? `${heading.base}/parts/${part.id}/${part.language}` : heading.base
    return reply.redirect(`${to}?done=${deed === 'drop' ? 'dropped' : 'saved'}`, 303)
  })

  function partHere(request: InPart) {
    const { project, report } = reportHere(db, request as InReport)
    const { tongue, part: id } = request.params
    const of = languages.find((one) => one === tongue)
    const material = readMaterial(db, project, report, { baseUrl: null, judgements, now: now() })
    // A report in Swedish has a part in English; so the outline of either language is asked.
    const sections = listSections(db, report.id)
    const state = of && findState(material, sections, of, id, of)
    if (!state) throw new Problem('not_found')
    return state
  }

  function showPart(request: InPart, reply: FastifyReply, given: Given = {}) {
    const { heading } = reportHere(db, request as InReport)
    const { part, section, status, stale } = partHere(request)
    const { language } = request
    const generated = toEditable(part.generated, section?.sources)
    const own = section?.ownText ?? null
    const { overtaken, errors = [] } = given
    return sendPage(reply, 'reports/part', {
      ...heading,
      part: {
        title: part.title,
        hint: part.hint,
        lang: part.language,
        address: `${heading.base}/parts/${part.id}/${part.language}`,
      },
      text: given.text ?? own ?? generated.text,
      revision: given.seen ?? overtaken?.revision ?? section?.revision ?? 0,
      generated: generated.text,
      former: status === 'changed' ? (section?.generated ?? null) : null,
      isOwn: own !== null,
      written: section && own !== null ? signature(db, section, language) : null,
      stale,
      remarks:
        own === null || given.text !== undefined
          ? []
          : wordsOn(remarksOn({ ...generated, text: own }, generated.text), language),
      done: reportDone(request),
      evidence: part
        .evidence()
        .flatMap((block) => (block.kind === 'table' || block.kind === 'picture' ? [captionOf(block.caption)] : [])),
      theirs: overtaken
        ? { text: overtaken.ownText ?? overtaken.generated, ...signature(db, overtaken, language) }
        : null,
      errors,
    })
  }
}

interface Given {
  text?: string
  /** Edition that was before whoever saves. */
  seen?: number
  overtaken?: ReportSection
  errors?: FieldError[]
}

function wordsOn({ unread, undrawn, isWithoutSources }: TextRemarks, language: Language): string[] {
  const words = phrasesIn(language).reports.edit
  return [
    ...(unread.length > 0 ? [words.unread(unread.join(', '))] : []),
    ...(undrawn.length > 0 ? [words.undrawn(undrawn.map(namedSign).join(', '))] : []),
    ...(isWithoutSources ? [words.withoutSources] : []),
  ]
}

const captionOf = (caption: string): string =>
  plainText(
    runsOf(caption)
      .map(({ text }) => text)
      .join(''),
  )
