// The plan of a wave as `npm run mail -- status` tells it.
import { formatTime } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { countAwaited } from '#store/awaited.ts'
import type { Database } from '#store/database.ts'
import { listPlan } from '#store/planned-mailings.ts'
import type { Wave } from '#store/waves.ts'

/** One line per mailing, done, missed or to come. */
export function sayPlan(db: Database, wave: Wave, language: Language): string[] {
  const words = phrasesIn(language).plan
  const plan = listPlan(db, wave)
  const awaited = countAwaited(db, wave, plan)
  return plan.map(({ kind, dueAt, state, letters, reason }) => {
    const said =
      state === 'missed' ? words.missed(reason) : state === 'done' ? words.done(letters) : words.coming(awaited[kind])
    return `${formatTime(dueAt, language)}  ${words.kind[kind]}. ${said}`
  })
}
