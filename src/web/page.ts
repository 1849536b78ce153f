// Makes and sends a page: a template of views/ with the model it takes, and what every page has. Each route file adds
// its own pages to the list, so that a renamed field is an error where the page is made.
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ProblemCode } from '#errors.ts'
import {
  formatChange,
  formatCount,
  formatDay,
  formatDayEnding,
  formatNumber,
  formatPercent,
  formatTime,
} from '#i18n/format.ts'
import { type AnsweringLanguage, inLanguage, phrasesIn } from '#i18n/phrases.ts'
import type { Staff } from '#store/staff.ts'
import type { HeldForm } from './held-form.ts'
import { isInvented } from './staff/demo-door.ts'

export interface Pages {
  'problems/show': {
    code: ProblemCode | 'internal'
    requestId: string | null
    /** The id of the wave that it is about. */
    wave: string | null
    /** What was sent, where it can be sent again. */
    held: HeldForm | null
  }
}

export function sendPage<Name extends keyof Pages>(
  reply: FastifyReply,
  name: Name,
  model: Pages[Name],
  language: AnsweringLanguage = reply.request.language,
): FastifyReply {
  const { request, server } = reply
  return reply.view(name, { ...model, ...onEveryPage(server, language, request.staff) })
}

/** HTML of a page that is nobody's in particular, and is kept. */
export const renderPage = <Name extends keyof Pages>(
  app: FastifyInstance,
  name: Name,
  model: Pages[Name],
  language: AnsweringLanguage,
): string => app.render(name, { ...model, ...onEveryPage(app, language, null) })

/** @param staff who is signed in */
const onEveryPage = (app: FastifyInstance, language: AnsweringLanguage, staff: Staff | null) => ({
  t: phrasesIn(language),
  language,
  otherLanguage: language === 'sv' ? 'en' : 'sv',
  inLanguage,
  asset: (file: string) => app.asset(file),
  staff,
  isInvented: staff !== null && isInvented(staff),
  number: (value: number, decimals: number) => formatNumber(value, decimals, language),
  change: (value: number, decimals: number) => formatChange(value, decimals, language),
  count: (value: number) => formatCount(value, language),
  percent: (share: number) => formatPercent(share, language),
  day: (when: number | string) => formatDay(when, language),
  time: (when: number) => formatTime(when, language),
  dayEnding: (when: number) => formatDayEnding(when, language),
  upTo: (when: number) => sayUntil(when, language),
})

/** "until 1 June at 14:05", or "up to and including 1 June". */
function sayUntil(when: number, language: AnsweringLanguage): string {
  const { until } = phrasesIn(language).common
  const day = formatDayEnding(when, language)
  return day === null ? until.time(formatTime(when, language)) : until.day(day)
}
