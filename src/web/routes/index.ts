// Every route of Samverka, in the order one reads about them.
import type { FastifyInstance } from 'fastify'
import type { Dependencies } from '../dependencies.ts'
import { accessibility } from './accessibility.ts'
import { accounts } from './accounts.ts'
import { answerCategories } from './answer-categories.ts'
import { answerCoding } from './answer-coding.ts'
import { answerReview } from './answer-review.ts'
import { answering } from './answering.ts'
import { bounces } from './bounces.ts'
import { charts } from './charts.ts'
import { compare } from './compare.ts'
import { crosswalk } from './crosswalk.ts'
import { cuts } from './cuts.ts'
import { feedback } from './feedback.ts'
import { handover } from './handover.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { information } from './information.ts'
import { jobs } from './jobs.ts'
import { letterTexts } from './letter-texts.ts'
import { lostLink } from './lost-link.ts'
import { mailHours } from './mail-hours.ts'
import { mailPlan } from './mail-plan.ts'
import { mailing } from './mailing.ts'
import { openAnswers } from './open-answers.ts'
import { outbox } from './outbox.ts'
import { ownChoices } from './own-choices.ts'
import { paper } from './paper.ts'
import { paperEntry } from './paper-entry.ts'
import { participants } from './participants.ts'
import { passwords } from './passwords.ts'
import { preflight } from './preflight.ts'
import { previews } from './previews.ts'
import { projectDetails } from './project-details.ts'
import { projectMessages } from './project-messages.ts'
import { projectMunicipalities } from './project-municipalities.ts'
import { projects } from './projects.ts'
import { reportFacts } from './report-facts.ts'
import { reportLogos } from './report-logos.ts'
import { reportTexts } from './report-texts.ts'
import { reports } from './reports.ts'
import { research } from './research.ts'
import { restoredCopy } from './restored-copy.ts'
import { results } from './results.ts'
import { sessions } from './sessions.ts'
import { setup } from './setup.ts'
import { waveDays } from './wave-days.ts'
import { waveProgress } from './wave-progress.ts'
import { waves } from './waves.ts'

type Routes = (app: FastifyInstance, dependencies: Dependencies) => Promise<void>

export const routes: readonly Routes[] = [
  home,
  accessibility,
  setup,
  sessions,
  passwords,
  accounts,
  projects,
  projectDetails,
  projectMunicipalities,
  information,
  waves,
  mailing,
  waveProgress,
  waveDays,
  mailPlan,
  mailHours,
  preflight,
  previews,
  letterTexts,
  projectMessages,
  participants,
  paper,
  paperEntry,
  outbox,
  restoredCopy,
  bounces,
  imports,
  results,
  charts,
  compare,
  crosswalk,
  cuts,
  reports,
  reportTexts,
  reportFacts,
  reportLogos,
  research,
  jobs,
  openAnswers,
  answerReview,
  answerCoding,
  answerCategories,
  answering,
  ownChoices,
  lostLink,
  handover,
  feedback,
]
