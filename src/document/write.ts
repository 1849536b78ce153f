// A report from its material to its bytes: seconds of work, for a thread where nobody waits for an answer.
import { setImmediate as turn } from 'node:timers/promises'
import type { Language } from '#i18n/phrases.ts'
import { cleanText } from '#survey/clean-text.ts'
import { composeReport } from './compose.ts'
import type { Material } from './material.ts'
import type { ReportDocument } from './model.ts'

export const reportFormats = ['docx', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]

export interface Watching {
  signal?: AbortSignal
  /** `done` of `total` steps are taken. */
  progress?: (done: number, total: number) => void
}

/** Loaded where a report is written: the server itself never needs Typst. */
const writers: Readonly<Record<ReportFormat, (document: ReportDocument) => Promise<Uint8Array>>> = {
  docx: async (document) => (await import('./docx.ts')).writeDocx(document),
  pdf: async (document) => (await import('./pdf.ts')).writePdf(document),
}

/** @throws the signal's reason where it says stop; what the writers throw */
export async function writeReport(
  material: Material,
  { language, format }: { language: Language; format: ReportFormat },
  { signal, progress }: Watching = {},
): Promise<Uint8Array> {
  const step = async (done: number) => {
    progress?.(done, 3)
    // Whoever says stop is heard between the steps.
    await turn()
    signal?.throwIfAborted()
  }
  await step(1)
  const document = cleaned(composeReport(material, language))
  await step(2)
  const bytes = await writers[format](document)
  await step(3)
  return bytes
}

/** Names and texts from before they were cleaned where they are taken in; XML cannot hold a control character at all. */
function cleaned<Value>(value: Value): Value
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]))
}
