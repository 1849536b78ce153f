// The size of a file as people read it.
import { formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'

/** Bytes in MB with one decimal, below 100 kB in whole kB and never less than one; decimal units, as on disks. */
export function describeSize(bytes: number, language: Language): string {
  const words = phrasesIn(language).jobs
  return bytes < 100_000
    ? words.smallSize(formatNumber(Math.max(1, Math.round(bytes / 1000)), 0, language))
    : words.size(formatNumber(bytes / 1_000_000, 1, language))
}
