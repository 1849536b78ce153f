// What a questionnaire is: one zod schema gives the type, the check at start-up, the form and the codebook.
// A version is a file, surveys/<id>/v<n>.json. Reading files is left to store/catalogue.ts.
import { z } from 'zod'
import { findJsonFault } from './json-fault.ts'
import { checkReferences } from './references.ts'

/** Kinds of wave. An item or page may be asked in some of them only. */
export const waveKinds = ['baseline', 'midterm', 'endline', 'followup'] as const
export const WaveKind = z.enum(waveKinds)
export type WaveKind = z.output<typeof WaveKind>

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

const id = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.]{0,31}$/,
    'an id is 1–32 letters, digits, dots or underscores, and starts with a letter',
  )
  // Ids are keys of answers: one that every object has by birth would be found where nothing was answered.
  .refine((text) => !(text in Object.prototype), 'this id is a word of the programming language; choose another')

/** Controls, text direction and zero-width characters: nobody sees them in the file, and they garble a label. */
const invisible = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u
const writtenAs = (what: string) =>
  z
    .string({
      error: (issue) => (issue.input === undefined ? `${what} is missing; write it` : undefined),
    })
    .trim()
    .min(1, `${what} is empty; write it`)
    .max(4000)
    .superRefine((text, context) => {
      const found = invisible.exec(text.replaceAll('\n', ' '))
      if (found) context.addIssue(`holds the invisible character ${codePoint(found[0])} at ${found.index}; remove it`)
    })
const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
const words = writtenAs('the text')

/** A text in every language of the interface. Both are required: a missing translation stops the load. */
export const Text = z.strictObject({ sv: writtenAs('the Swedish text'), en: writtenAs('the English text') })
export type Text = z.output<typeof Text>

/** Why there is no answer. `not_asked` and `not_answered` are given by Samverka, the others are chosen by the participant. */
export const missingReasons = ['dont_know', 'not_applicable', 'not_answered', 'not_asked'] as const
export const MissingReason = z.enum(missingReasons)
export type MissingReason = z.output<typeof MissingReason>
/** The missing answers a participant can tick. */
export const OfferedMissing = z.enum(['dont_know', 'not_applicable'])
export type OfferedMissing = z.output<typeof OfferedMissing>

const MissingCode = z.strictObject({ code: z.int().negative(), label: Text })

/** Labelled points of a rating, lowest first. A point without a label (6 of 0–10) is shown by its number. */
const ResponseScale = z.strictObject({
  points: z
    .array(z.strictObject({ code: z.int(), label: Text.optional() }))
    .min(2)
    .max(21)
    .refine(
      (points) => points.every((point, at) => at === 0 || point.code > (points[at - 1]?.code ?? point.code)),
      'the points must stand lowest code first, each code once',
    ),
  offers: z.array(OfferedMissing).default([]),
})
export type ResponseScale = z.output<typeof ResponseScale>

const Choice = z.strictObject({
  code: z.union([
    z.int(),
    z.string().regex(/^[\p{L}\p{N}._-]{1,16}$/u, 'a code is 1–16 letters, digits, dots, hyphens or underscores'),
  ]),
  label: Text,
})
export type Choice = z.output<typeof Choice>

/** A signed judgement on whether this revision of an item measures the same thing as an earlier one. */
const Comparability = z.strictObject({
  revision: z.int().positive(),
  verdict: z.enum(['comparable', 'broken']),
  reason: words,
  signedBy: words,
  date: z.iso.date(),
})

/** The item is asked only where the answer to an earlier item, or what the register knows, is (not) one of these codes. */
const Condition = z.strictObject({
  item: id,
  in: z.array(Choice.shape.code).min(1).optional(),
  notIn: z.array(Choice.shape.code).min(1).optional(),
})

const actorGroupCode = z.string().regex(/^[A-Z]{2,8}$/)

const itemBase = {
  id,
  /** Grows when wording, scale, polarity, period or preamble changes. */
  revision: z.int().positive(),
  comparableTo: z.array(Comparability).default([]),
  text: Text,
  help: Text.optional(),
  /** Wave kinds in which the item is asked; left out = all. */
  waves: z.array(WaveKind).min(1).optional(),
  showIf: Condition.optional(),
}

export const RatingItem = z.strictObject({
  ...itemBase,
  type: z.literal('rating'),
  /** Name of a response scale of this file. */
  responseScale: id,
  /** Rows that share a question and a scale are shown together, as in an intensity grid. */
  grid: id.optional(),
  /** The actor groups that a row of a grid asks about: rows by who answers make a table of who meets whom. */
  aboutGroup: z.array(actorGroupCode).min(1).optional(),
})
export const ChoiceItem = z.strictObject({
  ...itemBase,
  type: z.literal('choice'),
  choices: z.array(Choice).min(2).max(60),
  /** What the register already knows is pre-filled, and can be corrected. */
  knownFrom: z.enum(['actor_group']).optional(),
  /** Says on the page that it is voluntary. No item is ever forced. */
})
export const TextItem = z.strictObject({
  ...itemBase,
  type: z.literal('text'),
  /** Graphemes, as a reader counts them. */
  maxLength: z.int().positive().max(10_000).default(2000),
})
export const Item = z.discriminatedUnion('type', [RatingItem, ChoiceItem, TextItem])
export type Item = z.output<typeof Item>

const Page = z.strictObject({
  id,
  title: Text,
  /** Name of a preamble of this file, shown at the top of the page. */
  preamble: id.optional(),
  items: z.array(id).min(1),
  waves: z.array(WaveKind).min(1).optional(),
})
export type Page = z.output<typeof Page>

/** Two thirds as decimals round up to one item too many (0.6667 × 3 is over 2), so usual shares have names. */
const namedShares = { half: 1 / 2, two_thirds: 2 / 3 } as const
const Share = z.union(
  [z.enum(['half', 'two_thirds']).transform((name): number => namedShares[name]), z.number().gt(0).max(1)],
  'write "half", "two_thirds", or a number over 0 and at most 1',
)

/** How many of the k items (or scales) must be answered: a share of k rounded up, and never fewer than `atLeast`. */
const MinimumAnswered = z.strictObject({ share: Share, atLeast: z.int().positive() })
export type MinimumAnswered = z.output<typeof MinimumAnswered>

const indicatorBase = {
  id,
  /** The definition's own version: frozen with the baseline wave. */
  revision: z.int().positive(),
  /** Why this revision replaced the one before it; the first has none to give. */
  revisionReason: words.optional(),
  title: Text,
  description: Text.optional(),
  direction: z.enum(['higher_is_better', 'lower_is_better']).default('higher_is_better'),
  /** outcome: counts in the headline and its families; other: shown, described, never tested as a family. */
  role: z.enum(['primary', 'scale', 'outcome', 'capacity', 'network', 'other']),
  minimumAnswered: MinimumAnswered,
  /** The level, 0–100, that the project has set out to reach; left out = none was set. */
  target: z.number().min(0).max(100).optional(),
  /** The smallest change, in points of 100, that would matter to those concerned; left out = nobody has said. */
  minimalImportantChange: z.number().gt(0).max(100).optional(),
}

/** Mean of items, each rescaled to 0–100 over its own response scale. */
export const ScaleIndicator = z.strictObject({
  ...indicatorBase,
  kind: z.literal('scale'),
  items: z.array(z.strictObject({ item: id, reversed: z.boolean().default(false) })).min(1),
  /** Items that count in a paired change: those answered in both waves, or each wave's own. */
  pairing: z.enum(['answered_in_both', 'each_wave']).default('answered_in_both'),
})
/** Mean of other indicators' scores. */
export const CompositeIndicator = z.strictObject({
  ...indicatorBase,
  kind: z.literal('composite'),
  of: z.array(id).min(2),
})
export const Indicator = z.discriminatedUnion('kind', [ScaleIndicator, CompositeIndicator])
export type ScaleIndicator = z.output<typeof ScaleIndicator>
export type CompositeIndicator = z.output<typeof CompositeIndicator>
export type Indicator = z.output<typeof Indicator>

const ActorGroup = z.strictObject({
  code: actorGroupCode,
  label: Text,
  /** Delivers the project and is left out of every outcome estimate. */
  excludedFromOutcomes: z.boolean().default(false),
})
export type ActorGroup = z.output<typeof ActorGroup>

/** An item that asks, afterwards, how something was before: the then-test of the item it looks back on. */
const Retrospective = z.strictObject({ item: id, looksBackOn: id })
export type Retrospective = z.output<typeof Retrospective>

const Shape = z.strictObject({
  format: z.literal(1, {
    error: (issue) =>
      typeof issue.input === 'number' && issue.input > 1
        ? `format ${issue.input} needs a newer Samverka; this one reads format 1`
        : 'write "format": 1',
  }),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  title: Text,
  about: Text,
  missing: z.strictObject({
    dont_know: MissingCode,
    not_applicable: MissingCode,
    not_answered: MissingCode,
    not_asked: MissingCode,
  }),
  preambles: z.record(id, Text).default({}),
  responseScales: z.record(id, ResponseScale),
  grids: z.record(id, z.strictObject({ text: Text })).default({}),
  actorGroups: z.array(ActorGroup).default([]),
  items: z.array(Item).min(1).max(2000),
  pages: z.array(Page).min(1).max(200),
  indicators: z.array(Indicator).max(500),
  /** Item ids that count towards a complete response; left out = every rating item. */
  completion: z.array(id).min(1).optional(),
  retrospective: z.array(Retrospective).default([]),
  /** Items that ask straight out what has changed. They stand beside the results and are never the main one. */
  perceived: z.array(id).default([]),
  /** The item that tells how much of the project a person has met. */
  dose: id.optional(),
})
export const Questionnaire = Shape.superRefine(checkReferences)
export type Questionnaire = z.output<typeof Shape>

/** One fault in a questionnaire file: where, and what to do. */
export interface QuestionnaireFault {
  path: string
  message: string
}

export class QuestionnaireError extends Error {
  readonly file: string
  readonly faults: readonly QuestionnaireFault[]
  constructor(file: string, faults: readonly QuestionnaireFault[]) {
    super(`${file}: ${faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`)
    this.name = 'QuestionnaireError'
    this.file = file
    this.faults = faults
  }
}

/**
 * Reads the text of a questionnaire file.
 * @throws QuestionnaireError naming the file, the path in it and the remedy, for all faults at once
 */
export function parseQuestionnaire(text: string, file: string): Questionnaire {
  // Editors on Windows may put a byte order mark first.
  const source = text.replace(/^\uFEFF/, '')
  const broken = findJsonFault(source)
  if (broken)
    throw new QuestionnaireError(file, [
      {
        path: `line ${broken.line}, column ${broken.column}`,
        message: `is not JSON: expected ${broken.expected}`,
      },
    ])
  const json: unknown = JSON.parse(source)
  const result = Questionnaire.safeParse(json)
  if (result.success) return result.data
  throw new QuestionnaireError(
    file,
    result.error.issues.map(({ path, message }) => ({
      path: path.join('.') || '(top)',
      message: named(json, path, message),
    })),
  )
}

/** The message, led by the id of the item, page or indicator it concerns: nobody counts to items.17. */
function named(json: unknown, path: readonly PropertyKey[], message: string): string {
  let inner = json
  let name: unknown
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) break
    inner = (inner as Record<PropertyKey, unknown>)[key]
    if (typeof key === 'number' && typeof inner === 'object' && inner !== null && 'id' in inner) name = inner.id
  }
  return typeof name === 'string' && !message.split(/[^\w.]+/).includes(name) ? `${name}: ${message}` : message
}
