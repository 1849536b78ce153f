// The notice that the figures shown are frozen ones: which, since when, and what is not in them.
import { formatDay } from '#i18n/format.ts'
import type { Language } from '#i18n/phrases.ts'
import type { Comparison } from '#results.ts'
import { cutAddress } from '../cuts/links.ts'

export interface FrozenNotice {
  day: string
  code: string
  address: string
}

/** null where the figures follow the answers as they are now. */
export const frozenNotice = ({ cut }: Pick<Comparison, 'cut'>, slug: string, language: Language): FrozenNotice | null =>
  cut && { day: formatDay(cut.madeAt, language), code: cut.code, address: cutAddress(slug, cut.code) }
