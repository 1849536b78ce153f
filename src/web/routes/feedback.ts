// What the group has answered, for somebody who has answered too: figures of the last published results, as they
// were published, and nothing else.
import type { FastifyInstance } from 'fastify'
import { readPublished } from '#cuts/published-results.ts'
import { formatDays } from '#i18n/format.ts'
import type { Interval } from '#indicators/figures.ts'
import { levelInterval } from '#indicators/level-interval.ts'
import type { AllRespondentsChange } from '#indicators/model.ts'
import { findLatestCut, getCutResults } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { openDoor } from '../answering/door.ts'
import { type Frame, frameIn } from '../answering/frame.ts'
import { languageOf } from '../answering/language.ts'
import { base, onwardFrom, type LinkRequest as Request } from '../answering/visit.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'

interface Row {
  title: { sv: string; en: string }
  isLowerBetter: boolean
  /** Mean 0–100 of all who answered the later wave, its interval, and how many; null where it was withheld. */
  level: { mean: number; interval: Interval | null; people: number } | null
}

declare module '../page.ts' {
  interface Pages {
    'answering/feedback': Frame & {
      /** null where nothing has been published. */
      published: {
        days: string
        at: number
        /** Set where the answers given by this link are not among them: when they were given. */
        ownLeftOut: number | null
        rows: { title: string; level: Row['level']; isLowerBetter: boolean }[]
      } | null
      /** Titles are in Swedish, on a page that is not. */
      isSwedish: boolean
      back: string
    }
  }
}

export async function feedback(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  app.get('/s/:token/feedback', { config: { access: 'participant' } }, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'answered' || !door.invitation.project.showsFeedback)
      return reply.redirect(onwardFrom(request, ''), 303)
    const { invitation, submittedAt } = door
    const language = languageOf(request, invitation)
    const last = findPublished(db, invitation.project.id)
    const rows = last?.rows.map((row) => ({ ...row, title: row.title[language === 'en' ? 'en' : 'sv'] }))
    // Whoever comes back when their own wave has been published reads of that wave.
    const isOwn = last?.waveId === invitation.waveId && submittedAt <= last.at
    return sendPage(
      reply,
      'answering/feedback',
      {
        ...frameIn(language, invitation),
        published:
          last && rows
            ? { days: formatDays(...last.days, language), at: last.at, ownLeftOut: isOwn ? null : submittedAt, rows }
            : null,
        isSwedish: language !== 'sv' && language !== 'en',
        back: `${base(request)}/receipt?lang=${language}`,
      },
      language,
    )
  })
}

interface Published {
  /** The later wave of the cut, which the levels are of. */
  waveId: string
  /** Its first and last. */
  days: readonly [string, string]
  /** When they were published. */
  at: number
  rows: Row[]
}

/** Parsed once: a cut never changes. */
const read = new Map<string, Row[]>()

/** The levels of the last published results, main measures and their parts; undefined where none are published. */
function findPublished(db: Database, projectId: string): Published | undefined {
  const cut = findLatestCut(db, projectId)
  if (!cut) return undefined
  const rows = read.get(cut.id) ?? levelsIn(getCutResults(db, cut))
  read.set(cut.id, rows)
  const { opensOn, closesOn } = cut.facts.to
  return { waveId: cut.toWaveId, days: [opensOn, closesOn], at: cut.madeAt, rows }
}

const levelsIn = (published: string): Row[] =>
  readPublished(published)
    .indicators.filter(({ indicator }) => indicator.role === 'primary' || indicator.role === 'scale')
    .map(({ indicator, overall: { all } }) => ({
      title: indicator.title,
      isLowerBetter: indicator.direction === 'lower_is_better',
      level: all.shown ? levelOf(all.value) : null,
    }))

const levelOf = ({ toN: n, toMean: mean, toSd: sd }: AllRespondentsChange) => ({
  mean,
  interval: levelInterval({ n, mean, sd }),
  people: n,
})
