// Everything a report is made of, before it is in any language; and the same seen in one language.
import type { Json } from '#cuts/canonical-json.ts'
import type { Language } from '#i18n/phrases.ts'
import type { ResultsContext } from '#indicators/context/model.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import type { Published } from '#indicators/published.ts'
import type { Judgements } from '#survey/judgements.ts'
import type { Questionnaire, Text, WaveKind } from '#survey/questionnaire.ts'
import type { ReportFacts } from './facts.ts'
import { type Figures, readFigures } from './figures.ts'
import type { Logo } from './model.ts'

export const reportKinds = ['interim', 'final'] as const
export type ReportKind = (typeof reportKinds)[number]

/** The waves of the cut that a report tells of: an interim report the first alone. */
export const sidesOf = (kind: ReportKind): readonly ('from' | 'to')[] =>
  kind === 'interim' ? ['from'] : ['from', 'to']

export interface ReportWave {
  kind: WaveKind
  opensOn: string
  closesOn: string
  questionnaire: { id: string; version: number; sha256: string | null }
}

/** A cut as the store keeps it, read. */
export interface ReportCut {
  code: string
  madeAt: number
  inputSha256: string
  resultsSha256: string
  from: ReportWave
  to: ReportWave
  indicators: Readonly<Record<string, number>>
  rules: Readonly<Record<string, unknown>>
  program: { version: string; commit: string | null; sourceSha256: string; node: string }
  /** The published tree, whose addresses the figures have. */
  tree: Json
  results: ProjectResults
  /** null in a cut from before these were published. */
  context: ResultsContext | null
  questionnaires: { from: Questionnaire; to: Questionnaire }
}

/** What somebody wrote in place of a part's generated text: see own-text.ts. */
export interface OwnText {
  part: string
  language: Language
  text: string
  sources: readonly string[]
  writtenAt: number
}

/** What people wrote to one question of a wave, as far as it may be told. No part of the cut: it has a day of its own. */
export interface AnsweredQuestion {
  question: Text
  wave: WaveKind
  /** Of all `people` who answered it in words; null while not all answers are coded and settled, or they are too few. */
  themed: { people: number; themes: readonly { name: string; count: Published<number> }[] } | null
  /** Approved; as they were written, in whatever language. */
  quotes: readonly { text: string; place: string | null }[]
  /** When somebody last worked on them. */
  asOf: number
}

export interface Material {
  kind: ReportKind
  project: {
    name: Text
    organisation: string
    isDemo: boolean
    municipalities: readonly { code: string; name: string }[]
  }
  /** In the order they are asked in; those of the cut where there is one. */
  waves: readonly ReportWave[]
  cut: ReportCut | null
  facts: ReportFacts
  /** Reasons of comparability in English, where they were signed in Swedish. */
  judgements: Judgements
  texts: readonly OwnText[]
  /** Of the cut's waves: only questions that somebody has worked on. */
  openAnswers: readonly AnsweredQuestion[]
  logos: readonly (Omit<Logo, 'altText'> & { altText: Text })[]
  /** Where figures of the cut are found, without a slash at the end; null where nobody knows the host. */
  cutAddress: string | null
  /** When the last of cut, texts and facts came to be. */
  madeAt: number
}

/** The material in one language: what the parts are written from. */
export interface Source {
  language: Language
  kind: ReportKind
  projectName: string
  material: Material
  /** null before anything is published. */
  measured: Measured | null
}

export interface Measured {
  cut: ReportCut
  results: ProjectResults
  context: ResultsContext | null
  figures: Figures
  /** The indicator that the claim is about. */
  primary: IndicatorResult | undefined
}

export function sourceIn(material: Material, language: Language): Source {
  const { cut, kind, project } = material
  return {
    language,
    kind,
    projectName: project.name[language],
    material,
    measured: cut && {
      cut,
      results: cut.results,
      context: cut.context,
      figures: readFigures(cut.tree, language),
      primary: cut.results.indicators.find(({ indicator }) => indicator.role === 'primary'),
    },
  }
}
