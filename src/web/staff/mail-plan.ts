// The form of a wave's plan: what is planned ↔ what was typed, or what is wrong with it.
import { formatDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { addDays, localDayOf } from '#store/local-day.ts'
import { lastDays } from '#store/messages.ts'
import type { NewMailing } from '#store/planned-mailings.ts'
import type { Wave } from '#store/waves.ts'
import type { FieldError } from './form.ts'
import { readTime, writeTime } from './time-of-day.ts'

export const planFields = ['opensAt', 'reminderDays', 'anchor', 'closingDays', 'sendAt', 'spacing'] as const
export type PlanForm = Record<(typeof planFields)[number], string>

/** Nobody thanks us for more. */
export const mostReminders = 5

const standard = { sendAt: 9 * 60, spacing: 3, reminderDays: [7, 14], closingDays: 2 }

/** What is to come, as it was typed. */
export function planToForm(coming: readonly NewMailing[]): PlanForm {
  const of = (kind: NewMailing['kind']) => coming.filter((mailing) => mailing.kind === kind)
  const [opening] = of('opening')
  const [closing] = of('closing_soon')
  const reminders = of('reminder')
  const [first = closing] = reminders
  return {
    opensAt: opening ? writeTime(opening.minutes) : '',
    reminderDays: reminders.map(({ days }) => days).join(', '),
    anchor: reminders[0]?.anchor ?? 'opening',
    closingDays: closing ? String(closing.days) : '',
    sendAt: writeTime(first?.minutes ?? standard.sendAt),
    spacing: String(first?.spacing ?? standard.spacing),
  }
}

/** For a wave of which nothing was ever planned: what fits between its days, and no opening. */
export function suggestPlan({ opensOn, closesOn }: Wave): PlanForm {
  const closingDay = addDays(closesOn, -standard.closingDays)
  const fitting = standard.reminderDays.filter((days) => addDays(opensOn, days + standard.spacing) <= closingDay)
  return {
    ...planToForm([]),
    reminderDays: fitting.join(', '),
    closingDays: addDays(opensOn, standard.spacing) <= closingDay ? String(standard.closingDays) : '',
  }
}

export type CheckedPlan = { plan: NewMailing[]; errors?: never } | { errors: FieldError[]; plan?: never }

/**
 * @param wave `mayOpen`: whether an opening can be planned
 * @param foresee when each of them would happen, UTC milliseconds
 */
export function checkPlan(
  form: PlanForm,
  wave: Wave & { mayOpen: boolean },
  now: number,
  foresee: (plan: readonly NewMailing[]) => number[],
  language: Language,
): CheckedPlan {
  const words = phrasesIn(language).plan.wrong
  const errors: FieldError[] = []
  const wrong = (field: keyof PlanForm, message: string) => errors.push({ field, message })
  const sendAt = readTime(form.sendAt)
  if (sendAt === undefined) wrong('sendAt', words.sendAt)
  const spacing = readWhole(form.spacing, 1, 30)
  if (spacing === undefined) wrong('spacing', words.spacing)
  const anchor = form.anchor === 'letter' ? 'letter' : 'opening'
  const days = readDays(form.reminderDays)
  if (!days) wrong('reminderDays', words.days(mostReminders))
  else {
    const gaps = anchor === 'letter' ? days : days.slice(1).map((day, at) => day - (days[at] ?? 0))
    if (gaps.some((gap) => gap <= 0)) wrong('reminderDays', words.daysOrder)
    else if (gaps.some((gap) => gap < (spacing ?? 1))) wrong('reminderDays', words.daysClose(spacing ?? 1))
  }
  const isWithClosing = form.closingDays.trim() !== ''
  const closing = isWithClosing ? readWhole(form.closingDays, 0, lastDays) : undefined
  if (isWithClosing && closing === undefined) wrong('closingDays', words.closing(lastDays))
  const isWithOpening = wave.mayOpen && form.opensAt.trim() !== ''
  const opensAt = isWithOpening ? readTime(form.opensAt) : undefined
  if (isWithOpening && opensAt === undefined) wrong('opensAt', words.opensAt)
  if (errors.length > 0 || !days || sendAt === undefined || spacing === undefined) return { errors }

  const later = { minutes: sendAt, spacing }
  const plan: NewMailing[] = [
    ...(opensAt === undefined
      ? []
      : [{ kind: 'opening', anchor: 'opening', days: 0, minutes: opensAt, spacing: 0 } as const]),
    ...days.map((after) => ({ kind: 'reminder', anchor, days: after, ...later }) as const),
    ...(closing === undefined ? [] : [{ kind: 'closing_soon', anchor: 'closing', days: closing, ...later } as const]),
  ]
  const times = foresee(plan)
  const field = { opening: 'opensAt', reminder: 'reminderDays', closing_soon: 'closingDays' } as const
  for (const [at, { kind }] of plan.entries()) {
    const fault = faultOf(kind, times[at] ?? 0, wave, now, language)
    if (fault && !errors.some((known) => known.field === field[kind])) wrong(field[kind], fault)
  }
  return errors.length > 0 ? { errors } : { plan }
}

/** Why it cannot happen then; undefined where it can. */
function faultOf(kind: NewMailing['kind'], at: number, wave: Wave, now: number, language: Language) {
  const words = phrasesIn(language).plan.wrong
  const day = localDayOf(at)
  if (kind === 'opening') return at <= now ? words.timePast : undefined
  if (kind === 'closing_soon') {
    const isTooEarly = at <= now || day <= wave.opensOn
    return isTooEarly ? words.closingPast(formatDay(day, language)) : undefined
  }
  if (day > wave.closesOn) return words.daysAfter(formatDay(day, language), formatDay(wave.closesOn, language))
  return at <= now ? words.daysPast(formatDay(day, language)) : undefined
}

/** "7, 14" → [7, 14]; undefined where it is not such a list. */
function readDays(typed: string): number[] | undefined {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '')
  const days = words.map((word) => readWhole(word, 1, 365))
  const known = days.filter((day) => day !== undefined)
  return known.length === days.length && days.length <= mostReminders ? known : undefined
}

function readWhole(typed: string, least: number, most: number): number | undefined {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return least <= number && number <= most ? number : undefined
}
