// English words of the participant's pages.
import type sv from '../sv/answering.ts'
import type { Words } from '../words.ts'

const use = {
  baseline: 'Your answers are the starting point that later waves are compared with.',
  midterm:
    'The project is halfway. Your answers show how things stand right now, and what has changed since the start.',
  endline: 'The project is coming to its end. Your answers show what has changed since the start, and what has not.',
  followup: 'The project has ended. Your answers show how things have gone since.',
} as const

export default {
  greeting: (project: string) => `Questionnaire on ${project}`,
  landingLead: (organisation, wave) =>
    `${organisation} would like to know how collaboration works in your municipality. ${use[wave]}`,
  takes: (minutes: number) => `It takes about ${minutes} minutes.`,
  savedPerPage:
    'Your answers are saved page by page. You can take a break and continue later with the same link, also on another device.',
  voluntary: 'Taking part is voluntary, and you do not have to answer every question.',
  openUntil: (day: string) => `The questionnaire is open up to and including ${day}.`,
  municipality: 'Municipality',
  start: 'Start answering',
  resume: 'Continue answering',
  informationTitle: 'How your answers are handled',
  information: (organisation: string, contact: string) => [
    `${organisation} is responsible for the questionnaire. If you have any questions, write to ${contact}.`,
    'The link is personal, so please do not pass it on. It connects your answers from the different waves of the project by means of a serial number. Names and addresses are kept apart from the answers.',
    'Results are shown only for groups of at least five people.',
    'You can at any time ask for a copy of your answers, or to have them corrected or erased.',
  ],
  progress: (at: number, of: number) => `Part ${at} of ${of}`,
  next: 'Save and continue',
  back: 'Back',
  missing: 'If you cannot answer',
  storageFailed:
    'Your answers are not saved. The server could not save them just now, but everything you typed is still here below. Try again in a while.',
  checkTitle: 'Are your answers correct?',
  checkLead:
    'Here is everything you have answered. Change what you like, then submit. After that, your answers can be neither changed nor shown again.',
  change: 'Change',
  notAnswered: 'Not answered',
  submit: 'Submit answers',
  nothingYet: 'You have not answered any questions yet. Answer at least one before you submit.',
  receiptTitle: 'Thank you, your answers are saved',
  receiptLead: (time: string) => `We received them on ${time}.`,
  receiptCode: 'Your receipt code',
  receiptHelp: 'Keep the code, in case you want to ask about your answers later. You can now close the page.',
  answeredTitle: 'The questionnaire has already been answered',
  answeredLead: (time: string) =>
    `The answers came in on ${time}. They are not shown again, so that nobody else can read them through your link.`,
  notOpenTitle: 'The questionnaire has not opened yet',
  notOpenLead: (day: string) => `It opens on ${day}. Use the same link then.`,
  closedTitle: 'The questionnaire is closed',
  closedLead: (time: string) =>
    `It closed on ${time}, and it is no longer possible to answer. Thank you for your interest.`,
  closedGrace: (time: string) =>
    `The questionnaire has closed, but since you had already begun, you can submit until ${time}.`,
  goneTitle: 'The link is no longer valid',
  goneLead: 'You are no longer part of the survey. To find out more, contact whoever sent you the link.',
  unknownTitle: 'The link could not be read',
  unknownLead:
    'Part of the address may be missing. Open the link directly from the e-mail, or copy the whole address from there.',
  quietTitle: 'No more reminders?',
  quietLead:
    'We will stop reminding you about this questionnaire. You can still answer with your link as long as it is open.',
  quietButton: 'Stop reminding me',
  quietDoneTitle: 'You will get no more reminders',
  quietDoneLead: 'If you change your mind, you can still answer with your link.',
} satisfies Words<typeof sv>
