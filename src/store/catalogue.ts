// Questionnaires: read from surveys/<id>/v<n>.json, published once into the database, and from then on read there.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { Horizontal } from '#survey/horizontal.ts'
import { parseQuestionnaire, type Questionnaire } from '#survey/questionnaire.ts'
import { QuestionnaireError } from '#survey/questionnaire-file.ts'
import { findVersionFaults } from '#survey/version-faults.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { recordEvent } from './events.ts'
import { findHorizontalBeside, nameBeside, withHorizontal } from './horizontal-files.ts'
import { given, preparedOnce } from './prepared.ts'
import { remembered } from './remembered.ts'
import { questionnaireVersions, settings } from './schema.ts'
import { findSetting, writeSetting } from './settings.ts'

/** The files of the folder, checked. @throws QuestionnaireError naming file, path and remedy */
export function readQuestionnaireFiles(folder: string): { file: string; text: string; questionnaire: Questionnaire }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(path.join(folder, entry.name))
        .filter((name) => /^v\d+\.json$/.test(name))
        .map((name) => Number(name.slice(1, -5)))
        .sort((a, b) => a - b)
        .map((version) => readOne(path.join(folder, entry.name, `v${version}.json`), entry.name, version)),
    )
}

function readOne(file: string, id: string, version: number) {
  const text = readFileSync(file, 'utf8')
  const questionnaire = parseQuestionnaire(text, file)
  if (questionnaire.id !== id || questionnaire.version !== version)
    throw new QuestionnaireError(file, [
      {
        path: 'id, version',
        message: {
          sv: `säger ${questionnaire.id} v${questionnaire.version}, men filens plats säger ${id} v${version}; ändra det ena`,
          en: `says ${questionnaire.id} v${questionnaire.version}, and the file’s place says ${id} v${version}; change one of them`,
        },
      },
    ])
  return { file, text, questionnaire: withHorizontal(questionnaire, findHorizontalBeside(file, questionnaire)) }
}

/**
 * Publishes a version with what lies beside it, or finds that it is published already.
 * @throws QuestionnaireError where the published version reads differently: a correction is a new version
 */
export function publishQuestionnaire(db: Database, file: string, text: string, now: number): Questionnaire {
  const questionnaire = parseQuestionnaire(text, file)
  const beside = findHorizontalBeside(file, questionnaire)
  return immediately(db, (tx) => {
    publishVersion(db, tx, questionnaire, { file, text, now })
    if (beside) declareHorizontal(tx, questionnaire, beside, { file: nameBeside(file), now })
    return withHorizontal(questionnaire, findDeclared(tx, questionnaire))
  })
}

/** @param tx of this connection: earlier versions are found as they are remembered */
function publishVersion(
  db: Database,
  tx: Transaction,
  questionnaire: Questionnaire,
  { file, text, now }: { file: string; text: string; now: number },
): void {
  const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
  const { id, version } = questionnaire
  const published = publishedSum(tx).get({ id, version })
  if (published && published.sha256 !== sha256)
    throw new QuestionnaireError(file, [
      {
        path: 'version',
        message: {
          sv: `${id} v${version} är publicerad och ändras inte, men filen skiljer sig från den; spara ändringen som v${version + 1}`,
          en: `${id} v${version} is published and frozen, and this file differs from it; save the change as v${version + 1}`,
        },
      },
    ])
  if (published) return
  const faults = listVersions(db, id)
    .filter((earlier) => earlier < version)
    .flatMap((earlier) => findVersionFaults(getQuestionnaire(db, id, earlier), questionnaire))
  if (faults.length > 0) throw new QuestionnaireError(file, faults)
  tx.insert(questionnaireVersions)
    .values({ questionnaireId: id, version, sha256, definition: text, publishedAt: now })
    .run()
  recordEvent(tx, {
    at: now,
    actor: 'system',
    action: 'questionnaire.published',
    subject: `questionnaire:${id}@${version}`,
    details: { sha256 },
  })
}

/**
 * Keeps what a file beside a version says of its items. Results are counted by it, so it is settled like the version.
 * @throws QuestionnaireError where it was said otherwise before
 */
function declareHorizontal(
  tx: Transaction,
  { id, version }: Questionnaire,
  horizontal: Horizontal,
  { file, now }: { file: string; now: number },
): void {
  const declared = JSON.stringify(horizontal)
  const known = findSetting(tx, horizontalKey(id, version))
  if (known !== undefined && known !== declared)
    throw new QuestionnaireError(file, [
      {
        path: 'horizontal',
        message: {
          sv: `sade tidigare ${known}, och resultat kan ha räknats efter det; ändra tillbaka, eller ange frågorna i en ny version`,
          en: `said ${known} before, and results may have been counted by it; change it back, or name the items in a new version`,
        },
      },
    ])
  if (known !== undefined) return
  writeSetting(tx, horizontalKey(id, version), declared)
  recordEvent(tx, {
    at: now,
    actor: 'system',
    action: 'questionnaire.horizontal_declared',
    subject: `questionnaire:${id}@${version}`,
    details: { declared },
  })
}

/** What was said beside the version when it was published. */
function findDeclared(
  db: Database | Transaction,
  { id, version }: { id: string; version: number },
): Horizontal | undefined {
  const declared = findSetting(db, horizontalKey(id, version))
  return declared === undefined ? undefined : Horizontal.parse(JSON.parse(declared))
}

const horizontalKey = (id: string, version: number): string => `horizontal ${id}@${version}`

const listVersions = (db: Database, id: string): number[] =>
  db
    .select({ version: questionnaireVersions.version })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.questionnaireId, id))
    .all()
    .map(({ version }) => version)

/** By SHA-256 and what lies beside. Parsed once per process: a published version never changes. */
const parsed = new Map<string, Questionnaire>()

export const findQuestionnaire = (db: Database, id: string, version: number): Questionnaire | undefined =>
  findPublished(db, `${version} ${id}`)

/** Every page of the questionnaire asks. */
const findPublished = remembered({
  name: 'questionnaire',
  tables: [questionnaireVersions, settings],
  read(db, key) {
    const [version = '', id = ''] = key.split(' ')
    const row = publishedSum(db).get({ id, version: Number(version) })
    if (!row) return undefined
    const declared = findDeclared(db, { id, version: Number(version) })
    const text = `${row.sha256} ${JSON.stringify(declared)}`
    const known = parsed.get(text)
    if (known) return known
    const stored = db
      .select({ definition: questionnaireVersions.definition })
      .from(questionnaireVersions)
      .where(eq(questionnaireVersions.sha256, row.sha256))
      .get()
    const own = parseQuestionnaire(stored?.definition ?? '', `questionnaire:${id}@${version}`)
    const questionnaire = withHorizontal(own, declared)
    parsed.set(text, questionnaire)
    return questionnaire
  },
  most: 100,
})

const publishedSum = preparedOnce((db: Database | Transaction) =>
  db
    .select({ sha256: questionnaireVersions.sha256 })
    .from(questionnaireVersions)
    .where(
      and(eq(questionnaireVersions.questionnaireId, given('id')), eq(questionnaireVersions.version, given('version'))),
    )
    .prepare(),
)

/** SHA-256 of a version as it was published. @throws Error as getQuestionnaire */
export function getQuestionnaireSum(db: Database | Transaction, id: string, version: number): string {
  const row = publishedSum(db).get({ id, version })
  if (!row) throw new Error(`questionnaire ${id} v${version} is not published`)
  return row.sha256
}

/** @throws Error where the version was never published: a wave's foreign key makes that impossible for waves */
export function getQuestionnaire(db: Database, id: string, version: number): Questionnaire {
  const found = findQuestionnaire(db, id, version)
  if (!found) throw new Error(`questionnaire ${id} v${version} is not published`)
  return found
}

export function listQuestionnaires(db: Database): { id: string; version: number; title: Questionnaire['title'] }[] {
  return db
    .select({ id: questionnaireVersions.questionnaireId, version: questionnaireVersions.version })
    .from(questionnaireVersions)
    .orderBy(asc(questionnaireVersions.questionnaireId), asc(questionnaireVersions.version))
    .all()
    .map((row) => ({ ...row, title: getQuestionnaire(db, row.id, row.version).title }))
}
