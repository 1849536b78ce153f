// The pieces that items, pages and indicators of a questionnaire file are made of.
import { z } from 'zod'

/** Kinds of wave. An item or page may be asked in some of them only. */
export const waveKinds = ['baseline', 'midterm', 'endline', 'followup'] as const
export const WaveKind = z.enum(waveKinds)
export type WaveKind = z.output<typeof WaveKind>

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

export const id = z
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
export const words = writtenAs('the text')

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

export const Choice = z.strictObject({
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

const condition =
  'write {"item": …} or {"known": "actor_group"} with "in" or "notIn", or "from" and "to" for a number; or several of them under "all" or "any"'
/** Codes that hold a condition, or that break it. One of the two is given. */
const codes = {
  in: z.array(Choice.shape.code).min(1).optional(),
  notIn: z.array(Choice.shape.code).min(1).optional(),
}
/**
 * One thing that must hold. Of an earlier item: what was answered is (not) one of these codes – of several choices,
 * at least one is (none is) – or is a number from `from` up to `to`. Of the register: what it knows is (not) one of these.
 */
const Requirement = z.union(
  [
    z.strictObject({ item: id, ...codes, from: z.number().optional(), to: z.number().optional() }),
    z.strictObject({ known: z.enum(['actor_group']), ...codes }),
  ],
  condition,
)
export type Requirement = z.output<typeof Requirement>

/** The item is asked only where this holds: one thing, all of several, or any of several. */
const Condition = z.union(
  [
    Requirement,
    z.strictObject({ all: z.array(Requirement).min(2).max(10) }),
    z.strictObject({ any: z.array(Requirement).min(2).max(10) }),
  ],
  condition,
)
export type Condition = z.output<typeof Condition>

export const actorGroupCode = z.string().regex(/^[A-Z]{2,8}$/)

/** What every type of item has. */
export const itemBase = {
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
