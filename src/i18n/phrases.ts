// Words people read. Each area of the product has one file per language; the English file is typed by the Swedish
// one, so a phrase missing in either does not compile. A phrase is a text or a function of what it speaks about.
import enAccessibility from './en/accessibility.ts'
import enAccounts from './en/accounts.ts'
import enAnswering from './en/answering.ts'
import enBackground from './en/background.ts'
import enBounces from './en/bounces.ts'
import enCharts from './en/charts.ts'
import enCommon from './en/common.ts'
import enCompare from './en/compare.ts'
import enCrosswalk from './en/crosswalk.ts'
import enCuts from './en/cuts.ts'
import enDocument from './en/document.ts'
import enEstimates from './en/estimates.ts'
import enFigures from './en/figures.ts'
import enGoals from './en/goals.ts'
import enInformation from './en/information.ts'
import enIntake from './en/intake.ts'
import enItems from './en/items.ts'
import enJobs from './en/jobs.ts'
import enKeeping from './en/keeping.ts'
import enLetters from './en/letters.ts'
import enMail from './en/mail.ts'
import enMailing from './en/mailing.ts'
import enOpenAnswers from './en/open-answers.ts'
import enPaper from './en/paper.ts'
import enParticipation from './en/participation.ts'
import enPlan from './en/plan.ts'
import enPreflight from './en/preflight.ts'
import enProgress from './en/progress.ts'
import enRefusals from './en/refusals.ts'
import enReport from './en/report.ts'
import enReports from './en/reports.ts'
import enResearch from './en/research.ts'
import enResults from './en/results.ts'
import enResultsTask from './en/results-task.ts'
import enStaff from './en/staff.ts'
import enTrouble from './en/trouble.ts'
import enWave from './en/wave.ts'
import fi from './fi.ts'
import type { FurtherWords } from './further-words.ts'
import svAccessibility from './sv/accessibility.ts'
import svAccounts from './sv/accounts.ts'
import svAnswering from './sv/answering.ts'
import svBackground from './sv/background.ts'
import svBounces from './sv/bounces.ts'
import svCharts from './sv/charts.ts'
import svCommon from './sv/common.ts'
import svCompare from './sv/compare.ts'
import svCrosswalk from './sv/crosswalk.ts'
import svCuts from './sv/cuts.ts'
import svDocument from './sv/document.ts'
import svEstimates from './sv/estimates.ts'
import svFigures from './sv/figures.ts'
import svGoals from './sv/goals.ts'
import svInformation from './sv/information.ts'
import svIntake from './sv/intake.ts'
import svItems from './sv/items.ts'
import svJobs from './sv/jobs.ts'
import svKeeping from './sv/keeping.ts'
import svLetters from './sv/letters.ts'
import svMail from './sv/mail.ts'
import svMailing from './sv/mailing.ts'
import svOpenAnswers from './sv/open-answers.ts'
import svPaper from './sv/paper.ts'
import svParticipation from './sv/participation.ts'
import svPlan from './sv/plan.ts'
import svPreflight from './sv/preflight.ts'
import svProgress from './sv/progress.ts'
import svRefusals from './sv/refusals.ts'
import svReport from './sv/report.ts'
import svReports from './sv/reports.ts'
import svResearch from './sv/research.ts'
import svResults from './sv/results.ts'
import svResultsTask from './sv/results-task.ts'
import svStaff from './sv/staff.ts'
import svTrouble from './sv/trouble.ts'
import svWave from './sv/wave.ts'

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** Participants may read further languages; what is missing in one of them is Swedish. */
export type AnsweringLanguage = Language | 'fi'

/** The offer to read on in another language, in that language. */
export const inLanguage: Readonly<Record<AnsweringLanguage, string>> = {
  sv: 'På svenska',
  en: 'In English',
  fi: 'Suomeksi',
}

const sv = {
  accessibility: svAccessibility,
  accounts: svAccounts,
  background: svBackground,
  bounces: svBounces,
  charts: svCharts,
  common: svCommon,
  compare: svCompare,
  answering: svAnswering,
  document: svDocument,
  estimates: svEstimates,
  goals: svGoals,
  information: svInformation,
  intake: svIntake,
  items: svItems,
  jobs: svJobs,
  keeping: svKeeping,
  letters: svLetters,
  mail: svMail,
  mailing: svMailing,
  openAnswers: svOpenAnswers,
  participation: svParticipation,
  paper: svPaper,
  plan: svPlan,
  preflight: svPreflight,
  progress: svProgress,
  refusals: svRefusals,
  report: svReport,
  reports: svReports,
  results: svResults,
  resultsTask: svResultsTask,
  crosswalk: svCrosswalk,
  cuts: svCuts,
  figures: svFigures,
  research: svResearch,
  staff: svStaff,
  trouble: svTrouble,
  wave: svWave,
}
export type Phrases = typeof sv
const en: Phrases = {
  accessibility: enAccessibility,
  accounts: enAccounts,
  background: enBackground,
  bounces: enBounces,
  charts: enCharts,
  common: enCommon,
  compare: enCompare,
  answering: enAnswering,
  document: enDocument,
  estimates: enEstimates,
  goals: enGoals,
  information: enInformation,
  intake: enIntake,
  items: enItems,
  jobs: enJobs,
  keeping: enKeeping,
  letters: enLetters,
  mail: enMail,
  mailing: enMailing,
  openAnswers: enOpenAnswers,
  participation: enParticipation,
  paper: enPaper,
  plan: enPlan,
  preflight: enPreflight,
  progress: enProgress,
  refusals: enRefusals,
  report: enReport,
  reports: enReports,
  results: enResults,
  resultsTask: enResultsTask,
  crosswalk: enCrosswalk,
  cuts: enCuts,
  figures: enFigures,
  research: enResearch,
  staff: enStaff,
  trouble: enTrouble,
  wave: enWave,
}

/** In a further language what participants meet, and all else in Swedish. */
const spoken = ({ accessibility, common, items, wrong, ...own }: FurtherWords): Phrases => ({
  ...sv,
  ...own,
  accessibility: { ...sv.accessibility, ...accessibility },
  common: { ...sv.common, ...common },
  items: { ...sv.items, ...items },
  staff: { ...sv.staff, wrong: { ...sv.staff.wrong, ...wrong } },
})

const phrases: Record<AnsweringLanguage, Phrases> = { sv, en, fi: spoken(fi) }

/** All phrases of a language: `phrasesIn('sv').common.save`. */
export const phrasesIn = (language: AnsweringLanguage): Phrases => phrases[language]
