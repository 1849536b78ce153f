// What a questionnaire is: one zod schema gives the type, the check at start-up, the form and the codebook.
// A version is a file, surveys/<id>/v<n>.json. Reading files is left to store/catalogue.ts.
import { z } from 'zod'

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
const words = z.string().trim().min(1).max(4000)

/** A text in every language of the interface. Both are required: a missing translation stops the load. */
export const Text = z.strictObject({ sv: words, en: words })
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
    .max(21),
  offers: z.array(OfferedMissing).default([]),
})
export type ResponseScale = z.output<typeof ResponseScale>

const Choice = z.strictObject({ code: z.union([z.int(), z.string().min(1).max(16)]), label: Text })
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
})
export const ChoiceItem = z.strictObject({
  ...itemBase,
  type: z.literal('choice'),
  choices: z.array(Choice).min(2).max(60),
  /** What the register already knows is pre-filled, and can be corrected. */
  knownFrom: z.enum(['actor_group']).optional(),
  optional: z.boolean().default(false),
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

/** How many of the k items (or scales) must be answered: a share of k rounded up, and never fewer than `atLeast`. */
const MinimumAnswered = z.strictObject({ share: z.number().gt(0).max(1), atLeast: z.int().positive() })
export type MinimumAnswered = z.output<typeof MinimumAnswered>

const indicatorBase = {
  id,
  /** The definition's own version: frozen with the baseline wave. */
  revision: z.int().positive(),
  title: Text,
  description: Text.optional(),
  direction: z.enum(['higher_is_better', 'lower_is_better']).default('higher_is_better'),
  /** outcome: counts in the headline and its families; other: shown, described, never tested as a family. */
  role: z.enum(['primary', 'scale', 'outcome', 'capacity', 'network', 'other']),
  minimumAnswered: MinimumAnswered,
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
  code: z.string().regex(/^[A-Z]{2,8}$/),
  label: Text,
  /** Delivers the project and is left out of every outcome estimate. */
  excludedFromOutcomes: z.boolean().default(false),
})
export type ActorGroup = z.output<typeof ActorGroup>

export const Questionnaire = z
  .strictObject({
    format: z.literal(1),
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
  })
  .superRefine(checkReferences)
export type Questionnaire = z.output<typeof Questionnaire>

interface References {
  preambles: Record<string, unknown>
  responseScales: Record<string, ResponseScale>
  grids: Record<string, unknown>
  missing: Record<MissingReason, { code: number }>
  items: Item[]
  pages: Page[]
  indicators: Indicator[]
  completion?: string[] | undefined
}

/** Names that point nowhere, ids used twice, codes that collide: each reported at its own path with the remedy. */
function checkReferences(q: References, context: z.core.$RefinementCtx): void {
  const report = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  const items = new Map<string, { item: Item; at: number }>()
  const missingCodes = new Map(Object.entries(q.missing).map(([reason, { code }]) => [code, reason]))
  if (missingCodes.size < 4) report(['missing'], 'give each missing reason a code of its own')

  q.items.forEach((item, at) => {
    if (items.has(item.id))
      report(['items', at, 'id'], `the id ${item.id} is used twice; give one of the items another id`)
    else items.set(item.id, { item, at })
    if (item.type === 'rating') {
      const scale = q.responseScales[item.responseScale]
      if (!scale)
        report(
          ['items', at, 'responseScale'],
          `there is no response scale ${item.responseScale}; name one of ${Object.keys(q.responseScales).join(', ')}`,
        )
      for (const reason of [...(scale?.offers ?? []), 'not_answered', 'not_asked'] as const) {
        const { code } = q.missing[reason]
        if (scale?.points.some((point) => point.code === code))
          report(
            ['items', at],
            `the code ${code} of ${reason} is also a point of ${item.responseScale}; give the missing answer another code`,
          )
      }
      if (item.grid && !q.grids[item.grid])
        report(['items', at, 'grid'], `there is no grid ${item.grid}; add it under grids`)
    }
    if (item.type === 'choice' && new Set(item.choices.map((choice) => choice.code)).size < item.choices.length)
      report(['items', at, 'choices'], 'two choices share a code; give each its own')
  })

  const place = new Map<string, number>()
  q.pages.forEach((page, pageAt) => {
    if (page.preamble && !q.preambles[page.preamble])
      report(['pages', pageAt, 'preamble'], `there is no preamble ${page.preamble}; add it under preambles`)
    page.items.forEach((itemId, at) => {
      if (!items.has(itemId))
        report(['pages', pageAt, 'items', at], `there is no item ${itemId}; add it under items or take it off the page`)
      if (place.has(itemId)) report(['pages', pageAt, 'items', at], `${itemId} stands on two pages; keep one`)
      place.set(itemId, place.size)
    })
  })
  for (const [itemId, { item, at }] of items) {
    if (!place.has(itemId)) report(['items', at, 'id'], `${itemId} stands on no page; put it on one or remove it`)
    const condition = item.showIf
    if (!condition) continue
    const target = items.get(condition.item)?.item
    if (!target) report(['items', at, 'showIf', 'item'], `there is no item ${condition.item} to depend on`)
    else if ((place.get(condition.item) ?? 0) >= (place.get(itemId) ?? 0))
      report(
        ['items', at, 'showIf', 'item'],
        `${condition.item} is asked after ${itemId}; a condition looks at an earlier item`,
      )
    if ((condition.in === undefined) === (condition.notIn === undefined))
      report(['items', at, 'showIf'], 'give exactly one of "in" and "notIn"')
  }

  const indicators = new Map(q.indicators.map((indicator) => [indicator.id, indicator]))
  if (indicators.size < q.indicators.length) report(['indicators'], 'two indicators share an id')
  q.indicators.forEach((indicator, at) => {
    if (indicator.kind === 'scale')
      indicator.items.forEach(({ item: itemId }, itemAt) => {
        const found = items.get(itemId)?.item
        if (found?.type !== 'rating')
          report(
            ['indicators', at, 'items', itemAt, 'item'],
            `${itemId} is not a rating item of this questionnaire; an indicator is a mean of ratings`,
          )
      })
    else
      indicator.of.forEach((part, partAt) => {
        if (indicators.get(part)?.kind !== 'scale')
          report(['indicators', at, 'of', partAt], `${part} is not a scale indicator of this questionnaire`)
      })
    const parts = indicator.kind === 'scale' ? indicator.items.map((entry) => entry.item) : indicator.of
    if (new Set(parts).size < parts.length) report(['indicators', at], 'a part is named twice')
    if (indicator.minimumAnswered.atLeast > parts.length)
      report(
        ['indicators', at, 'minimumAnswered', 'atLeast'],
        `asks for ${indicator.minimumAnswered.atLeast} answered of ${parts.length}; lower it`,
      )
  })
  q.completion?.forEach((itemId, at) => {
    if (!items.has(itemId)) report(['completion', at], `there is no item ${itemId}`)
  })
}

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
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new QuestionnaireError(file, [{ path: '(file)', message: `is not JSON: ${(error as Error).message}` }])
  }
  const result = Questionnaire.safeParse(json)
  if (result.success) return result.data
  throw new QuestionnaireError(
    file,
    result.error.issues.map((issue) => ({ path: issue.path.join('.') || '(top)', message: issue.message })),
  )
}
