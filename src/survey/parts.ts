// The pieces that items, pages and indicators of a questionnaire file are made of.
import { z } from 'zod'
import { type Sentence, toMessage } from './sentence.ts'

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
    toMessage({
      sv: 'ett id är 1–32 bokstäver a–z, siffror, punkter eller understreck, och börjar med en bokstav',
      en: 'an id is 1–32 letters a–z, digits, dots or underscores, and starts with a letter',
    }),
  )
  // Ids are keys of answers: one that every object has by birth would be found where nothing was answered.
  .refine(
    (text) => !(text in Object.prototype),
    toMessage({
      sv: 'detta id är ett ord i programspråket; välj ett annat',
      en: 'this id is a word of the programming language; choose another',
    }),
  )

/** Controls, text direction and zero-width characters: nobody sees them in the file, and they garble a label. */
const invisible = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u
const writtenAs = ({ sv, en }: Sentence) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined
          ? toMessage({ sv: `${sv} saknas; skriv den`, en: `${en} is missing; write it` })
          : undefined,
    })
    .trim()
    .min(1, toMessage({ sv: `${sv} är tom; skriv den`, en: `${en} is empty; write it` }))
    .max(4000)
    .superRefine((text, context) => {
      const found = invisible.exec(text.replaceAll('\n', ' '))
      if (found) context.addIssue(toMessage(invisibleAt(codePoint(found[0]), found.index)))
    })
const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
/** @param index from 0 */
const invisibleAt = (name: string, index: number): Sentence => ({
  sv: `det osynliga tecknet ${name} står efter ${index} tecken; ta bort det`,
  en: `holds the invisible character ${name} after ${index} others; remove it`,
})
export const words = writtenAs({ sv: 'texten', en: 'the text' })

/** A text in every language of the interface. Both are required: a missing translation stops the load. */
export const Text = z.strictObject({
  sv: writtenAs({ sv: 'den svenska texten', en: 'the Swedish text' }),
  en: writtenAs({ sv: 'den engelska texten', en: 'the English text' }),
})
export type Text = z.output<typeof Text>

/** Why there is no answer. `not_asked` and `not_answered` are given by Samverka, the others are chosen by the participant. */
export const missingReasons = ['dont_know', 'not_applicable', 'not_answered', 'not_asked'] as const
export const MissingReason = z.enum(missingReasons)
export type MissingReason = z.output<typeof MissingReason>
/** The missing answers a participant can tick. */
export const OfferedMissing = z.enum(['dont_know', 'not_applicable'])
export type OfferedMissing = z.output<typeof OfferedMissing>

const choiceCode = toMessage({
  sv: 'en kod är ett heltal, eller 1–16 bokstäver, siffror, punkter, bindestreck eller understreck',
  en: 'a code is a whole number, or 1–16 letters, digits, dots, hyphens or underscores',
})
export const Choice = z.strictObject({
  code: z.union([z.int(), z.string().regex(/^[\p{L}\p{N}._-]{1,16}$/u, choiceCode)], choiceCode),
  label: Text,
})
export type Choice = z.output<typeof Choice>

/** Why one version is not as another. Files published before both languages could be given have Swedish alone. */
export const Reason = z.union(
  [Text, words],
  toMessage({
    sv: 'skriv skälet som {"sv": …, "en": …}',
    en: 'write the reason as {"sv": …, "en": …}',
  }),
)

/** A signed judgement on whether this revision of an item measures the same thing as an earlier one. */
const Comparability = z.strictObject({
  revision: z.int().positive(),
  verdict: z.enum(['comparable', 'broken']),
  reason: Reason,
  signedBy: words,
  date: z.iso.date(),
})

const condition = toMessage({
  sv: 'skriv {"item": …} eller {"known": "actor_group"} med "in" eller "notIn", eller "from" och "to" för ett tal; eller flera sådana under "all" eller "any"',
  en: 'write {"item": …} or {"known": "actor_group"} with "in" or "notIn", or "from" and "to" for a number; or several of them under "all" or "any"',
})
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

export const actorGroupCode = z.string().regex(
  /^[A-Z]{2,8}$/,
  toMessage({
    sv: 'en aktörsgrupps kod är 2–8 stora bokstäver A–Z',
    en: 'the code of an actor group is 2–8 capital letters A–Z',
  }),
)

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
