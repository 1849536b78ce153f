// English words of the participant's pages.
import type sv from '../sv/answering.ts'
import type { Words } from '../words.ts'

const use = {
  baseline: 'Your answers are the starting point that later surveys are compared with.',
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
    'Your answers are saved as you go. You can take a break and continue later with the same link, also on another device.',
  voluntary: 'Taking part is voluntary, and you do not have to answer every question.',
  openUntil: (day: string) => `The questionnaire is open up to and including ${day}.`,
  municipality: 'Municipality',
  start: 'Start answering',
  resume: 'Continue answering',
  answeredParts: (answered, of) => `You have answered ${answered} of ${of} parts.`,
  fromFirst: 'Go to the first part',
  agree: 'I consent, and start answering',
  agreeAgain: 'I consent, and continue answering',
  agreeLead: 'You take part by your consent. You can take it back whenever you like, without saying why.',
  readFirst:
    'First read how your answers are handled, further down this page. The text is new to you. Then continue; what you have answered is saved.',
  personalLink: 'The link is personal, so please do not pass it on.',
  informationTitle: 'How your answers are handled',
  progress: (at: number, of: number) => `Part ${at} of ${of}`,
  next: 'Save and continue',
  back: 'Back',
  saving: {
    saved: 'Saved',
    unsaved: 'Not saved yet. Correct what is wrong, or try again in a while.',
    offline: 'No connection. What you have typed is kept on the page, and is saved when the connection is back.',
    closed: 'The questionnaire no longer accepts answers. Reload the page to see why.',
    sending: 'Saving …',
  },
  replaced: (answers) =>
    answers === 1
      ? 'One of the answers had been changed in another window or on another device. What you sent last counts.'
      : `${answers} of the answers had been changed in another window or on another device. What you sent last counts.`,
  aside: (answers) =>
    answers === 1
      ? 'Your answer is saved, but the question is asked no longer, because of an answer from another window or device. If that one changes, your answer is still there.'
      : 'Your answers are saved, but the questions are asked no longer, because of an answer from another window or device. If that one changes, your answers are still there.',
  partlyTranslated: 'What is not available in your language is shown in Swedish.',
  storageFailed:
    'Your answers are not saved. They could not be saved just now, but everything you typed is still here below. Try again in a while.',
  checkTitle: 'Are your answers correct?',
  checkLead:
    'Here is everything you have answered. Change what you like, then submit. After that, your answers can no longer be changed or shown.',
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
  closedLead: (time: string, lastDay: string | null) =>
    `It ${lastDay === null ? `closed on ${time}` : `was open up to and including ${lastDay}`}, and it is no longer possible to answer. Thank you for your interest.`,
  closedGrace: (time: string, lastDay: string | null) =>
    `The questionnaire has closed, but since you had already begun, you can submit ${lastDay === null ? `until ${time}` : `up to and including ${lastDay}`}.`,
  withdrawnTitle: 'You no longer take part',
  withdrawnLead:
    'Your participation has ended, so the questionnaire cannot be opened. You will get no more e-mails about it.',
  erasedTitle: 'The link is no longer valid',
  erasedLead: 'The details that the link belonged to are erased. We have nothing left to show.',
  leftTitle: 'Somebody else has taken over from you',
  leftLead: 'That person answers through a link of their own. What you have answered yourself remains yours.',
  unknownTitle: 'The link could not be read',
  unknownLead:
    'Part of the address may be missing. Open the link directly from the e-mail, or copy the whole address from there.',
  unknownCase:
    'All letters in the address are of one size. The link mixes capital and small letters, so some program may have rewritten them.',
} satisfies Words<typeof sv>
