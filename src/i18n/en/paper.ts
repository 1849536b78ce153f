// English words where questionnaires are printed, and entered from paper or telephone.
import type sv from '../sv/paper.ts'
import type { Words } from '../words.ts'

const modes = { web: 'on the web', import: 'from a file', paper: 'on paper', telephone: 'by telephone' }

export default {
  title: 'Paper and telephone',
  lead: 'Print the questionnaire for those who would rather answer on paper, and enter answers that come on paper or by telephone.',
  entering: {
    planned: 'The wave is not open yet. Forms can be printed and answers entered when it is.',
    begun: (until: string) =>
      `The wave is closed. Forms that are begun can be finished ${until}; after that they do not count.`,
    closed: 'The wave is closed, so no more answers are entered.',
  },
  leftTitle: 'Forms that do not count',
  leftLead: 'What was entered from them is kept until somebody removes it.',
  standing: {
    begun: 'was not finished before the wave closed',
    answered: 'the answer came in another way',
    withdrawn: 'the person has withdrawn',
    left: 'the person has left the seat',
  },
  begunForms: (forms: number) => (forms === 1 ? '1 form is begun' : `${forms} forms are begun`),
  finishBy: (forms: number, until: string) =>
    forms === 1
      ? `It can be finished ${until}; after that it does not count.`
      : `They can be finished ${until}; after that they do not count.`,
  finishFirst: (forms: number, until: string | null) => {
    const them = forms === 1 ? 'it' : 'them'
    return until === null
      ? `Finish ${them} first. Once the wave is closed that is not possible, and the answers do not count.`
      : `Finish ${them} first. If you close now you can ${until}; after that the answers do not count.`
  },
  tooLateTitle: (forms: number) => (forms === 1 ? '1 form was never finished' : `${forms} forms were never finished`),
  tooLate: (forms: number) => `${forms === 1 ? 'It does' : 'They do'} not count. What was entered can be removed.`,
  toForms: 'To the forms',
  overdue: 'Forms that come by post can be entered until the wave is closed.',
  noMorePrinted:
    'The last day of the wave has passed, so no new forms are printed. Those already printed can be entered until the wave is closed.',
  finishOne: (until: string) => `The wave is closed. The form can be finished ${until}.`,
  dropLast: 'Is neither right? The wave is closed, so a form that is removed cannot be entered again.',
  countsTitle: 'How answers have come in',
  mode: modes,
  printTitle: 'Print',
  printLead:
    'Each form has a code of its own and a QR code with the person’s link. The code tells whose form it is when the answers are entered; it opens nothing. First comes a list of who is to have which form: do not hand it out.',
  who: 'Whose forms',
  everybody: (people: number) => `Everybody who has not answered (${people})`,
  everybodyIn: (municipality: string, people: number) => `${municipality} (${people})`,
  tooMany: (people: number, most: number) =>
    `${people} forms are too many at once. Choose a municipality, at most ${most}.`,
  nobody: 'Choose whose forms to print.',
  print: 'Show the forms',
  printHelp: 'Print the page from your browser. Shown again, the forms have the same codes.',
  listTitle: 'Who gets which form',
  listLead: 'Keep the list. There are no names on the forms.',
  name: 'Name',
  code: 'Code',
  codeLabel: (code: string) => `Code ${code}`,
  qrAlt: 'QR code with your link to the questionnaire on the web',
  answerOnWeb: 'You can also answer on the web: point your camera at the code. Answer in one of the ways only.',
  howTo:
    'Tick one answer to each question unless it says otherwise. Leave out questions that you cannot or would rather not answer.',
  returnTo: (organisation: string, contact: string) =>
    `Hand the form to ${organisation}. Questions are answered at ${contact}.`,
  consent: 'You take part by your consent. You give it by handing in the form.',
  several: 'Tick all that apply.',
  date: 'day / month / year',
  places: (places: number, things: number) =>
    `Write 1 to ${places} in the boxes, with 1 for the most important. ${
      places < things ? 'What you give no place does not count.' : 'You may stop after the first few.'
    }`,
  entryTitle: 'Enter answers',
  entryLead: 'Write the code that stands on the form.',
  find: 'Find the form',
  noSuchCode: 'No form of this wave has the code. Compare it with the form, letter by letter.',
  gone: {
    withdrawn: 'The form is for somebody who has withdrawn. The answers are not entered.',
    left: 'The form is for somebody who has left the seat. The answers are not entered. Whoever has taken over the seat is given a form of their own.',
  },
  unfinishedTitle: 'Forms begun',
  passes: (passes: number): string => (passes === 1 ? 'entered once' : 'entered twice, the answers differ'),
  goOn: 'Continue',
  first: 'First entry',
  second: 'Second entry',
  secondLead:
    'Enter the form once more, preferably another person. What was entered the first time is not shown; differences are shown afterwards.',
  begunOnWeb: 'The person has begun to answer on the web and not submitted. Ask which one counts before you go on.',
  how: 'How the answers came',
  nothingEntered: 'Enter at least one answer.',
  nothingCounts:
    'What is entered does not count as an answer: it is only the person’s own group, or questions that the person is not to answer. Enter at least one more answer. If there is nothing more on the form, cancel: the person has then not answered.',
  nothingLeft: 'With these choices no answer is left to save. Look at the form, or remove what was entered here below.',
  noMode: 'Choose whether the answers came on paper or by telephone.',
  saveFirst: 'Save the first entry',
  saveSecond: 'Save and compare',
  conflictTitle: 'There is an answer already',
  conflictLead: (mode, time) =>
    `The answer of this person came in ${modes[mode]} on ${time}. It counts, and is never overwritten.`,
  conflictEntered:
    'What was entered from the form is still there. Remove it when you have made sure which answer counts.',
  drop: 'Remove what was entered',
  dropAgain: 'Begin again',
  differencesTitle: 'The entries differ',
  differencesLead: (differences: number) =>
    differences === 1
      ? 'To one question the two entries say different things. Look at the form.'
      : `To ${differences} questions the two entries say different things. Look at the form.`,
  choose: 'Choose what stands on the form.',
  enteredBy: (pass: string, name: string) => `${pass}, ${name}`,
  notAnswered: 'Not answered',
  record: 'Save the answers',
  neither: 'Is neither right? Begin again, and enter the form anew.',
  done: {
    first: 'The first entry is saved. Now the form is to be entered once more.',
    recorded: 'The two entries agree, and the answers are saved.',
    resolved: 'The answers are saved.',
    dropped: 'What was entered is removed.',
    elsewhere: 'Somebody else has entered the form meanwhile. See how far it has come.',
  },
} satisfies Words<typeof sv>
