// What can be chosen on the page, as the form shows it: each choice one of a list, so that a form sends nothing else.
import { formatDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import type { Cut } from '#store/cuts.ts'
import type { Selectable } from './rows.ts'
import type { Dimension } from './state.ts'

export interface Select {
  name: Dimension
  label: string
  /** A group without a name is not set off from the others. */
  groups: readonly { name: string | null; options: readonly Option[] }[]
}
interface Option {
  value: string
  name: string
  chosen: boolean
}

export function selectIndicator({ indicators }: ProjectResults, chosen: string, language: Language): Select {
  const options = indicators.map(({ indicator: { id, title } }) => optionOf(id, title[language], chosen))
  return { name: 'indicator', label: phrasesIn(language).compare.indicator, groups: [{ name: null, options }] }
}

export function selectWho(selectables: readonly Selectable[], chosen: string | null, language: Language): Select {
  const words = phrasesIn(language).compare
  const group = (name: string, kind: Selectable['kind']) => ({
    name,
    options: selectables.filter((one) => one.kind === kind).map((one) => optionOf(one.value, one.name, chosen)),
  })
  return {
    name: 'of',
    label: words.of,
    groups: [
      { name: null, options: [optionOf('', words.everybody, chosen ?? '')] },
      group(words.municipalities, 'municipality'),
      group(words.groups, 'group'),
    ].filter(({ options }) => options.length > 0),
  }
}

/** @param orNow whether the answers as they are now can be chosen too */
export function selectCut(
  cuts: readonly Cut[],
  chosen: string | null,
  language: Language,
  { name = 'cut', orNow }: { name?: 'cut' | 'withCut'; orNow: boolean },
): Select {
  const words = phrasesIn(language).compare
  const frozen = cuts.map(({ code, madeAt }) =>
    optionOf(code, words.frozen(formatDay(madeAt, language), code), chosen ?? ''),
  )
  const options = [...(orNow ? [optionOf('', words.now, chosen ?? '')] : []), ...frozen]
  return { name, label: words[name], groups: [{ name: null, options }] }
}

export function selectProject(
  projects: readonly { slug: string; name: string }[],
  chosen: string,
  language: Language,
): Select {
  const options = projects.map(({ slug, name }) => optionOf(slug, name, chosen))
  return { name: 'with', label: phrasesIn(language).compare.with, groups: [{ name: null, options }] }
}

const optionOf = (value: string, name: string, chosen: string | null): Option => ({
  value,
  name,
  chosen: value === chosen,
})
