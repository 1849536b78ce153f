// Intervals as readers meet them, one form everywhere: "−4,7 till 20,5". What a claim rests on is whether zero lies
// within, so a limit that rounding would make zero has the decimals it takes to tell its side.
import { formatNumber } from './format.ts'
import { type Language, phrasesIn } from './phrases.ts'

/** Closer to zero than this is the noise of the arithmetic. */
const mostDecimals = 9

/** Decimals that tell the limit from zero: at least `decimals`; of zero itself no more than that. */
export function decimalsOfLimit(value: number, decimals: number): number {
  for (let needed = decimals; needed <= mostDecimals; needed += 1)
    if (/[1-9]/.test(formatNumber(value, needed, 'en'))) return needed
  return decimals
}

/** One end of an interval, without a plus sign: 0.004 → "0,004", 0.26 → "0,3". */
export const formatLimit = (value: number, decimals: number, language: Language): string =>
  formatNumber(value, decimalsOfLimit(value, decimals), language)

export const formatInterval = ([low, high]: readonly [number, number], decimals: number, language: Language): string =>
  phrasesIn(language).report.intervalText(formatLimit(low, decimals, language), formatLimit(high, decimals, language))
