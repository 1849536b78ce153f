// What nobody can compute and staff fill in: the first page, counted targets, co-financing. Texts as typed.
import { z } from 'zod'

const line = z.string().max(300)
const text = z.string().max(4000)

export const Cover = z.strictObject({
  /** Journal number at the authority, and the registration number of its decision. */
  journalNumber: line,
  recipient: line,
  /** The period reported on, as the authority writes it. */
  period: line,
  /** Of this report. */
  version: line,
  contact: line,
  /** The fund's obligatory sentence. */
  fundSv: text,
  fundEn: text,
})
export type Cover = z.output<typeof Cover>

/** One counted target: never met by opinion, always by evidence. */
export const Target = z.strictObject({
  goalSv: text,
  goalEn: text,
  planned: line,
  outcome: line,
  /** Minutes, link, registration number: what shows it. */
  evidence: text,
  /** Deviation and its cause. */
  deviation: text,
})
export type Target = z.output<typeof Target>

export const Finance = z.strictObject({
  municipality: z.string(),
  /** Whole kronor decided, and received so far; null = not filled in. */
  decided: z.int().nonnegative().nullable(),
  received: z.int().nonnegative().nullable(),
  /** Registration number and day of the decision. */
  decision: line,
})
export type Finance = z.output<typeof Finance>

export const factShapes = {
  cover: Cover,
  targets: z.array(Target).max(60),
  finance: z.array(Finance).max(400),
} as const

export interface ReportFacts {
  cover: Cover
  targets: readonly Target[]
  finance: readonly Finance[]
}
