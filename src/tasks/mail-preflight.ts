// `npm run mail -- preflight`: what stands in the way of a wave's next mailing, looked up now, and what it would do.
import { parseArgs } from 'node:util'
import type { Config } from '#config.ts'
import { formatTime } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { realOutside } from '#mail/preflight/outside.ts'
import { lookAgain, type Preflight, readPreflight } from '#mail/preflight/preflight.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { findProject } from '#store/projects.ts'
import { listWaves } from '#store/waves.ts'

interface Desk {
  db: Database
  identity: Identity
  config: Config
  language: Language
}

/** Reads --project and --wave as they were typed. @returns 0 where nothing is in the way, else 1 */
export async function showPreflight(
  { db, identity, config, language }: Desk,
  typed: readonly string[],
): Promise<number> {
  const options = { project: { type: 'string' }, wave: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...typed], options, strict: false })
  const project = findProject(db, String(values.project))
  const wave = project && listWaves(db, project.id).find(({ kind, id }) => kind === values.wave || id === values.wave)
  if (!wave) {
    console.error(phrasesIn(language).preflight.task_no_wave)
    return 1
  }
  await lookAgain({ db, config }, project, realOutside(), 'system', Date.now)
  const found = readPreflight({ db, identity, config }, project, wave, Date.now())
  console.log(sayPreflight(found, language).join('\n'))
  return found.blocking > 0 ? 1 : 0
}

function sayPreflight({ checks, blocking, mailing, endsAt }: Preflight, language: Language): string[] {
  const words = phrasesIn(language).preflight
  const found = checks.flatMap(({ code, verdict, about, found }) => {
    const check = words.check[code]
    const { title, text } = check
    const advice = 'remedy' in check ? [`    ${check.remedy}`] : []
    return [`${words.verdict[verdict].padEnd(18)}${title}`, `    ${text(about, found)}`, ...advice]
  })
  const foreseen = mailing
    ? [
        '',
        words.mailingTitle[mailing.kind],
        ...(mailing.letters === 0 ? [`  ${words.nobody}`] : [`  ${words.letters(mailing.letters)}`]),
        ...mailing.municipalities.map(({ name, letters }) => `    ${name}  ${letters}`),
        ...mailing.passedOver.map(({ reason, people }) => `  ${words.passedOver[reason](people)}`),
        ...(mailing.letters === 0
          ? []
          : [`  ${endsAt === null ? words.takesLong : words.takes(formatTime(endsAt, language))}`]),
      ]
    : []
  return [...found, ...foreseen, '', blocking > 0 ? words.blocks(blocking) : words.clear]
}
