// English words: letters. See the Swedish file for what a letter may promise, and what names in braces are.
import type sv from '../sv/letters.ts'
import type { Words } from '../words.ts'

const greeting = 'Dear {name},'
const time =
  'It takes about {minutes} minutes. You can take a break and continue with the same link. The questionnaire is open up to and including {last day}.'
const begun = 'If you have already begun, you continue where you stopped.'
const body = (...paragraphs: string[]) => [greeting, ...paragraphs].join('\n\n')

export default {
  standard: {
    invitation: {
      subject: 'How does collaboration work where you are? Questionnaire from {project}',
      body: body('You are receiving this letter because you take part in {project}. {why}', time, '{link}'),
    },
    successor: {
      subject: 'You have taken over a seat in {project}: a questionnaire for you',
      body: body(
        'Whoever had your seat in {project} before you has passed it on to you. {why}',
        'Your answer is your own: answer as you see things yourself. What your predecessor has answered is seen neither by you nor by any other participant.',
        time,
        '{link}',
      ),
    },
    reminder: {
      subject: 'Reminder: please answer the questionnaire from {project} by {last day}',
      body: body(
        `We have not yet received your answer to the questionnaire from {project}. Your view of the collaboration is needed, whether you are pleased with it or not. ${begun}`,
        time,
        '{link}',
      ),
    },
    reminder_again: {
      subject: 'Reminder: please answer the questionnaire from {project} by {last day}',
      body: body(
        `The questionnaire from {project} is still open, and we have not had your answer. The more people answer, the more can be said with confidence about how collaboration works in your municipality. ${begun}`,
        time,
        '{link}',
      ),
    },
    closing_soon: {
      subject: 'The questionnaire from {project} closes soon: the last day is {last day}',
      body: body(
        `There is not much time left: {last day} is the last day to answer the questionnaire from {project}, and we have not had your answer. It takes about {minutes} minutes. ${begun}`,
        '{link}',
      ),
    },
    thanks: {
      subject: 'Thank you for your answer to {project}',
      body: body(
        'Thank you for taking the time to answer the questionnaire from {project}. Your answer has arrived, and there will be no more reminders about it.',
        'Answers are put together into results for groups. There may be another questionnaire later, so that it can be seen what has changed.',
      ),
    },
    links: {
      subject: 'Your link to the questionnaire',
      body: body(
        'You, or somebody who typed your address, have asked for a new link. Here is the one to the questionnaire from {project}. If you did not ask for it, you need not do anything.',
        time,
        '{link}',
      ),
    },
  },

  why: {
    baseline:
      'We would like to know how collaboration works where you are today. Your answer is the starting point that we compare with later.',
    midterm: 'We are halfway, and would like to know how collaboration works where you are right now.',
    endline:
      'The project is coming to its end, and we would like to know how collaboration works where you are today. Your answer shows what has changed since the start, and what has not.',
    followup:
      'The project has ended, and we would like to know how it has gone since: how does collaboration work where you are today?',
  },

  fields: {
    name: 'name',
    project: 'project',
    link: 'link',
    last_day: 'last day',
    minutes: 'minutes',
    organisation: 'organisation',
    contact: 'contact',
    municipality: 'municipality',
    why: 'why',
  },
  about_field: {
    name: 'the recipient’s name',
    project: 'the project’s name',
    link: 'the recipient’s own link to the questionnaire; on a line of its own it becomes a button',
    last_day: 'the last day of the wave',
    minutes: 'about how many minutes it takes to answer, in figures',
    organisation: 'the organisation that asks',
    contact: 'the project’s contact address',
    municipality: 'the recipient’s municipality',
    why: 'why the questionnaire comes just now; the words follow the kind of wave',
  },

  answer: 'Answer the questionnaire',
  answer_here: 'Answer here:',
  link_instead: 'Does the button not work? Open this link in your browser:',
  personal_link: 'The link is personal, so please do not pass it on: whoever has it can answer in your place.',
  other_language: 'The same link also opens the questionnaire in English.',
  questionnaire: 'the questionnaire',
  questionnaire_of: {
    baseline: 'the questionnaire at the start of the project',
    midterm: 'the questionnaire halfway through the project',
    endline: 'the questionnaire at the end of the project',
    followup: 'the follow-up after the project',
  },
  link_above: (which) => `The link above leads to ${which}.`,
  other_questionnaire: (which, project, closes) =>
    `You can also answer ${which} from ${project}, which is open up to and including ${closes}:`,
  about_heading: 'Good to know',
  about_asked: (organisation) =>
    `${organisation} asks in order to follow how collaboration develops. Answering is voluntary. Answers are pseudonymised: they are kept under a code, apart from your name and e-mail address. How your data are handled, and what rights you have, is explained on the first page of the questionnaire.`,
  about_answered: (organisation) =>
    `${organisation} asks in order to follow how collaboration develops. Answering is voluntary. Answers are pseudonymised: they are kept under a code, apart from your name and e-mail address.`,
  about_message: (organisation, project) =>
    `${organisation} writes to you because you take part in ${project}. If you no longer wish to take part, or to have letters like this one, write to the address below and we will see to it.`,
  contact: (address) => `Questions? Write to ${address}.`,
  quiet: 'I do not want any more reminders about this questionnaire',

  account: {
    subject: {
      invitation: (organisation) => `Your account in Samverka: choose a password (${organisation})`,
      reset: () => 'Choose a new password in Samverka',
    },
    greeting: (name) => `Dear ${name},`,
    lead: {
      invitation: (organisation) =>
        `You have been given an account in Samverka, the tool that ${organisation} uses to follow how collaboration develops. Choose a password, and you are in.`,
      reset: () => 'Somebody, probably you, has asked for a new password to your account in Samverka. Choose it here:',
    },
    button: 'Choose a password',
    expires: (time) => `The link works once, up to ${time}.`,
    unasked: {
      invitation: 'Did you not expect an account? Then you need not do anything.',
      reset: 'Did you not ask for it? Then you need not do anything: your password is as before.',
    },
    about:
      'Whoever has the link can choose the password, so please do not pass it on. Nobody asks for your password in a letter.',
  },

  page: {
    title: 'The letters',
    lead: 'Each kind of letter has a standard text. If you would rather use your own words, this is the place, one language at a time. Every edition is kept.',
    kind: 'Letter',
    kinds: {
      invitation: 'Invitation',
      successor: 'Invitation to somebody who has taken over a seat',
      reminder: 'First reminder',
      reminder_again: 'Later reminders',
      closing_soon: 'Last reminder, when the wave closes soon',
      thanks: 'Thanks for the answer',
      links: 'New link for somebody who has lost theirs',
    },
    languages: { sv: 'In Swedish', en: 'In English' },
    standard: 'Standard text',
    own: (version, day) => `Own text, edition ${version} of ${day}`,
    thanksTitle: 'Thanks for the answer',
    thanksLead: 'Whoever has answered on the web gets short thanks, without a link.',
    sendsThanks: 'Send thanks to whoever has answered',
    save: 'Save',

    subject: 'Subject',
    body: 'Letter',
    bodyHint: 'An empty line begins a new paragraph. What stands in braces is replaced in each letter.',
    fieldsTitle: 'This can be replaced',
    always:
      'Below the letter it always says who asks, how answers are handled, your address and, in letters with a link, how to have no more reminders.',
    recipient: 'Show the letter as it will be for',
    invented: 'somebody invented',
    preview: 'Preview',
    test: 'Send a test to me',
    saveText: 'Save the text',
    useStandard: 'Back to the standard text',
    previewTitle: 'What the letter looks like',
    previewLead: 'The link of the preview leads nowhere.',
    asText: 'The letter as text',
    faultsTitle: 'The letter cannot be sent like this:',
    testSent: (address) => `A test has been sent to ${address}. Its link leads nowhere.`,
    testFailed: (reason) => `The test could not be sent: ${reason}`,
    testNowhere: 'This database is a copy, and sends nothing.',
    conflict:
      'Somebody else has saved a new text while you were writing. Yours is still here: compare it with the one that holds now, and save again if it is to take its place.',
    testMark: '[Test]',
  },
  wrong: {
    empty: { subject: 'Write a subject.', body: 'Write a letter.' },
    too_long: (most) => `Write no more than ${most} characters.`,
    lines: (place) => `The subject may have one line only: the line break is at ${place}.`,
    unclosed: (place) => `A brace opens at ${place} and is never closed. Write {name}, for instance.`,
    unknown_field: (field, place, meant) =>
      `{${field}} at ${place} is nothing that can be replaced.${meant === '' ? '' : ` Did you mean {${meant}}?`}`,
    misplaced_field: (field, place) => `{${field}} at ${place} cannot stand there.`,
    no_link: 'The letter has no {link}: without it nobody can answer.',
    two_links: (field, place) => `The link is there already: take away {${field}} at ${place}.`,
    personal_link: (place) =>
      `At ${place} there is somebody’s own link to the questionnaire. Everybody who gets the letter would answer in that person’s place. Write {link}.`,
    promise: (word, place) =>
      `“${word}” at ${place} promises what cannot be kept: the link is personal, so answers are pseudonymised.`,
    hidden: (place) => `At ${place} there is a character that cannot be seen. Write the line again.`,
    place: (line, column) => `line ${line}, character ${column}`,
  },

  messages: {
    title: 'Messages to participants',
    lead: (most, days) =>
      `Information to everybody who takes part in the project, in their language. No more than ${most} messages in ${days} days, so that letters go on being read. Questionnaires and reminders are sent from the page of the wave.`,
    link: 'Messages',
    subjectSv: 'Subject in Swedish',
    bodySv: 'Message in Swedish',
    subjectEn: 'Subject in English',
    bodyEn: 'Message in English',
    next: 'Read it through before it is sent',
    checkTitle: 'What the message will be',
    checkLead: (people) =>
      people === 1 ? 'It goes to one person.' : `It goes to ${people} people, and cannot be taken back.`,
    send: (people) => (people === 1 ? 'Send to one person' : `Send to ${people} people`),
    back: 'Change',
    nobody: 'Nobody who takes part has an address to send to.',
    enough: (most, days) => `The project has sent ${most} messages in ${days} days. Wait with the next.`,
    overtaken:
      'Your message has not been sent: somebody sent another one in the meantime. Read it under “Sent”. If yours is to go out too, change it where needed and go on',
    sentTitle: 'Sent',
    none: 'No messages have been sent.',
    sent: (day) => `Sent on ${day}`,
    state: (state, letters) => `${state}: ${letters}`,
  },
} satisfies Words<typeof sv>
