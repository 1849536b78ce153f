// A number with as many decimals as it has, for bounds that somebody wrote in a file.
import { formatNumber } from './format.ts'
import type { Language } from './phrases.ts'

export const formatPlain = (value: number, language: Language): string =>
  formatNumber(value, String(value).split('.')[1]?.length ?? 0, language)
