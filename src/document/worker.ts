// Puts one report together in a thread of its own: Typst and Word's file take a second or more, and nobody who answers
// a questionnaire should wait for them.
import { parentPort, workerData } from 'node:worker_threads'
import type { Language } from '#i18n/phrases.ts'
import { composeReport } from './compose.ts'
import { writeDocx } from './docx.ts'
import type { Material } from './material.ts'
import { writePdf } from './pdf.ts'

export const reportFormats = ['docx', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]

export interface ReportOrder {
  material: Material
  language: Language
  format: ReportFormat
}

/** How far it is, and at last the bytes. */
export type ReportDelivery = { done: number; total: number } | { bytes: Uint8Array }

const writers = { docx: writeDocx, pdf: async (document: ReturnType<typeof composeReport>) => writePdf(document) }

export async function carryOut({ material, language, format }: ReportOrder): Promise<Uint8Array> {
  return writers[format](composeReport(material, language))
}

if (parentPort && isOrder(workerData)) {
  parentPort.postMessage({ done: 0, total: 1 } satisfies ReportDelivery)
  const bytes = await carryOut(workerData)
  parentPort.postMessage({ bytes } satisfies ReportDelivery)
}

function isOrder(value: unknown): value is ReportOrder {
  return typeof value === 'object' && value !== null && 'material' in value && 'format' in value
}
