// What a questionnaire is: one zod schema gives the type, the check at start-up, the form and the codebook.
// A version is a file, surveys/<id>/v<n>.json. Reading files is left to store/catalogue.ts.
import { z } from 'zod'
import { Horizontal } from './horizontal.ts'
import { kinds } from './items/kinds.ts'
import { actorGroupCode, id, OfferedMissing, Reason, Text, WaveKind } from './parts.ts'
import { parseFile } from './questionnaire-file.ts'
import { checkReferences } from './references.ts'
import { toMessage } from './sentence.ts'

export {
  type Choice,
  type Condition,
  type Language,
  languages,
  MissingReason,
  missingReasons,
  OfferedMissing,
  type Requirement,
  Text,
  WaveKind,
  waveKinds,
} from './parts.ts'

const MissingCode = z.strictObject({ code: z.int().negative(), label: Text })

/** Labelled points of a rating, lowest first. A point without a label (6 of 0–10) is shown by its number. */
const ResponseScale = z.strictObject({
  points: z
    .array(z.strictObject({ code: z.int(), label: Text.optional() }))
    .min(2)
    .max(21)
    .refine(
      (points) => points.every((point, at) => at === 0 || point.code > (points[at - 1]?.code ?? point.code)),
      toMessage({
        sv: 'skalstegen ska stå med den lägsta koden först, och varje kod en gång',
        en: 'the points must stand lowest code first, each code once',
      }),
    ),
  offers: z.array(OfferedMissing).default([]),
})
export type ResponseScale = z.output<typeof ResponseScale>

const schemas = Object.values(kinds).map(({ schema }) => schema)
type Schema = (typeof schemas)[number]
export const Item = z.discriminatedUnion('type', schemas as [Schema, ...Schema[]])
export type Item = z.output<Schema>
/** The items of one type. */
export type ItemOf<Type extends Item['type']> = Extract<Item, { type: Type }>

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
  toMessage({
    sv: 'skriv "half", "two_thirds", eller ett tal över 0 och högst 1',
    en: 'write "half", "two_thirds", or a number over 0 and at most 1',
  }),
)

/** How many of the k items (or scales) must be answered: a share of k rounded up, and never fewer than `atLeast`. */
const MinimumAnswered = z.strictObject({ share: Share, atLeast: z.int().positive() })
export type MinimumAnswered = z.output<typeof MinimumAnswered>

const indicatorBase = {
  id,
  /** The definition's own version: frozen with the baseline wave. */
  revision: z.int().positive(),
  /** Why this revision replaced the one before it; the first has none to give. */
  revisionReason: Reason.optional(),
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
    error: ({ input }) =>
      typeof input === 'number' && input > 1
        ? toMessage({
            sv: `format ${input} kräver ett nyare Samverka; detta läser format 1`,
            en: `format ${input} needs a newer Samverka; this one reads format 1`,
          })
        : undefined,
  }),
  id: z.string().regex(
    /^[a-z][a-z0-9-]{1,40}$/,
    toMessage({
      sv: 'en enkäts id är 2–41 små bokstäver a–z, siffror eller bindestreck, och börjar med en bokstav',
      en: 'the id of a questionnaire is 2–41 small letters a–z, digits or hyphens, and starts with a letter',
    }),
  ),
  version: z.int().positive(),
  title: Text,
  about: Text,
  /** Where its questions have been tried before, as a report tells it; left out = nobody has said that they have. */
  triedIn: Text.optional(),
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
  /** Items that tell who takes part, by sex and by age: counted for the whole project, and in no other figure. */
  horizontal: Horizontal.optional(),
})
export const Questionnaire = Shape.superRefine(checkReferences)
export type Questionnaire = z.output<typeof Shape>

/**
 * Reads the text of a questionnaire file.
 * @throws QuestionnaireError naming the file, the path in it and the remedy, for all faults at once
 */
export const parseQuestionnaire = (text: string, file: string): Questionnaire => parseFile(text, file, Questionnaire)
