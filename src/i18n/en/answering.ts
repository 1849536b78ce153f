// English words of the participant's pages.
import type sv from '../sv/answering.ts'
import type { Words } from '../words.ts'

export default {
  greeting: (project: string) => `Questionnaire on ${project}`,
  landingLead: (organisation: string) =>
    `${organisation} wants to know how collaboration works in your municipality. Your answers are needed both before and after the project, so that the change can be seen.`,
  takes: (minutes: number) => `It takes about ${minutes} minutes.`,
  savedPerPage:
    'Your answers are saved page by page. You can pause and go on later with the same link, on another device too.',
  voluntary: 'Taking part is voluntary, and you need not answer every question.',
  openUntil: (day: string) => `The questionnaire is open until and including ${day}.`,
  municipality: 'Municipality',
  start: 'Start answering',
  resume: 'Go on answering',
  informationTitle: 'How your answers are handled',
  information: (organisation: string, contact: string) => [
    `${organisation} is responsible for the questionnaire. If you have questions, write to ${contact}.`,
    'The link is personal. It ties your answers before and after the project together by a serial number. Names and addresses are kept apart from the answers.',
    'Results are shown only for groups of at least five people.',
    'You can at any time ask to have your answers handed out, corrected or erased.',
  ],
  personalLink: 'The link is personal. Please do not pass it on.',
  progress: (at: number, of: number) => `Part ${at} of ${of}`,
  next: 'Save and continue',
  back: 'Back',
  optional: 'optional',
  missing: 'If you cannot answer',
  charactersLeft: (most: number) => `At most ${most} characters.`,
  yourAnswerHere: 'Write here',
  error: {
    unknown_option: 'Choose one of the options.',
    too_long: (length: number, most: number) => `The text has ${length} characters. Shorten it to at most ${most}.`,
  },
  storageFailed:
    'The answer is not saved. The server could not save just now; everything you typed is still here below. Try again in a while.',
  checkTitle: 'Are your answers right?',
  checkLead:
    'Here is everything you have answered. Change what you like, then send it in. After that the answers can be neither changed nor shown again.',
  change: 'Change',
  notAnswered: 'Not answered',
  submit: 'Send in the answers',
  nothingYet: 'You have not answered any question yet. Answer at least one before you send in.',
  receiptTitle: 'Thank you, your answers are saved',
  receiptLead: (time: string) => `We received them on ${time}.`,
  receiptCode: 'Your receipt code',
  receiptHelp: 'Keep the code if you want to ask about your answers. You can close the page.',
  answeredTitle: 'The questionnaire has already been answered',
  answeredLead: (time: string) =>
    `The answers came in on ${time}. They are not shown again, so that nobody else can read them through your link.`,
  notOpenTitle: 'The questionnaire has not opened yet',
  notOpenLead: (day: string) => `It opens on ${day}. Use the same link then.`,
  closedTitle: 'The questionnaire is closed',
  closedLead: (time: string) => `It closed on ${time}, and answers can no longer be given. Thank you for looking in.`,
  closedGrace: (time: string) =>
    `The questionnaire has closed, but as you had already begun you can send in until ${time}.`,
  goneTitle: 'The link is no longer valid',
  goneLead: 'You are no longer part of the survey. If you want to know more, contact whoever sent the link.',
  unknownTitle: 'The link could not be read',
  unknownLead:
    'Part of the address may be missing. Open the link directly in the mail, or copy the whole address from there.',
  quietTitle: 'No more reminders?',
  quietLead:
    'We will stop reminding you of this questionnaire. You can still answer with your link as long as it is open.',
  quietButton: 'Stop reminding me',
  quietDoneTitle: 'You will get no more reminders',
  quietDoneLead: 'If you change your mind you can still answer with your link.',
} satisfies Words<typeof sv>
