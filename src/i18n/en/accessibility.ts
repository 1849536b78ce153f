// English words of the accessibility statement.
import type sv from '../sv/accessibility.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Accessibility statement',
  link: 'Accessibility',
  linkInNewTab: 'Accessibility (opens in a new tab)',
  lead: 'Everybody should be able to answer the questionnaire. This page says how accessible it is, what we know to be wrong, and how to get help or report a fault.',
  scope:
    'The statement is about the pages that the link in your e-mail leads to: the questionnaire, its receipt and the pages that belong to it. The organisation behind the questionnaire is responsible for them.',
  statusTitle: 'How accessible is the questionnaire?',
  status: [
    'The pages are built to meet WCAG 2.2 at level AA, and with that the standard EN 301 549 and the Swedish act (2018:1937) on accessibility of digital public services.',
    'We judge them to conform partly with the act. Our own tests find no faults any more, but not every test has been made: see below.',
  ],
  worksTitle: 'What should work for you',
  works: [
    'Everything can be done with a keyboard alone, and you can see where you are.',
    'The pages can be enlarged to 400 per cent, and read on a screen 320 pixels wide.',
    'Your own colours, a dark contrast theme and a style sheet of your own can be used.',
    'There is no time limit while you answer. Every page is saved, and you can pause whenever you like.',
    'Errors are listed at the top of the page with links to their questions, and nothing you wrote is lost.',
    'The questionnaire works without JavaScript.',
  ],
  gapsTitle: 'Known gaps',
  gaps: [
    'Nobody has yet gone through the questionnaire with a screen reader, voice control or magnifier on our behalf. There may be obstacles that we do not know of.',
    'In a question with many rows, a screen reader says the whole question again at each row. That is clear but slow.',
    'The questions exist neither in easy-to-read text, as recorded sound nor in sign language.',
    'Reports downloaded as PDF or Word are no part of the questionnaire and have not been tested against the requirements.',
  ],
  helpTitle: 'If you cannot use the pages',
  help: 'Write to the organisation behind your questionnaire. You can ask for the questions on paper, or to answer by telephone. If you meet an obstacle that is not named here we would like to know: say which page it was and what happened.',
  helpNobody: 'The address is in the e-mail that brought you the link.',
  supervisionTitle: 'Supervision',
  supervision:
    'Digg, the Swedish Agency for Digital Government, supervises that public bodies follow the act. If you are not satisfied with the answer you got, you can report it to Digg.',
  report: 'Report poor accessibility to Digg (in Swedish)',
  testedTitle: 'How we have tested the pages',
  tested: [
    'Each page is tested in all its states with axe, HTML_CodeSniffer and html-validate: in Swedish and English, on a narrow and a wide screen, in forced dark colours and without a style sheet. This is done again whenever the program changes.',
    'A whole questionnaire with every type of question is answered in the same way with a keyboard alone: order and focus are tested at each step.',
    'What the browser hands to a screen reader is tested for every type of question: names, hints, errors, language, and that it says when something is saved.',
  ],
  reviewed: (day: string) => `The statement was last reviewed on ${day}.`,
} satisfies Words<typeof sv>
