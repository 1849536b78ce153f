// English words of what participants are told of how their answers are handled.
import type sv from '../sv/information.ts'
import type { Words } from '../words.ts'

const basis = {
  legitimate_interest:
    'The legal basis is legitimate interest (article 6(1)(f) of the GDPR): the interest in showing how collaboration develops outweighs the limited intrusion. You can object.',
  public_interest:
    'The legal basis is public interest (article 6(1)(e) of the GDPR): following up work that is done for the public. You can object.',
  consent:
    'The legal basis is your consent (article 6(1)(a) of the GDPR), which you give as you start answering. You can take it back whenever you like under “Your choices”; that does not affect what has already been done. You can also get what you have given us as a file.',
} as const

export default {
  standard: (legalBasis, organisation, contact, smallestGroup) =>
    [
      `${organisation} is the controller of the personal data in the questionnaire. If you have questions about how your data are handled, or want to reach a data protection officer, write to ${contact}.`,
      `The answers are used to follow how collaboration develops from the start of the project to its end. ${basis[legalBasis]} Answering is voluntary, and nothing happens to you if you do not.`,
      'We handle your name, your e-mail address, your municipality, the group you belong to, and what you answer. The data come from those who lead the project and from you. The link joins your answers from the waves of the project by a serial number; name and address are encrypted and kept apart from the answers. The answers are, in other words, pseudonymised.',
      `Results are shown only for groups of at least ${smallestGroup} people. What you write in your own words is read by whoever evaluates the project before anything is quoted. Researchers may get the answers without names and addresses. Those who run server and e-mail for the controller reach the data only to do so.`,
      'The data are kept for as long as the project is followed up and evaluated, and are then erased or archived by the rules of the controller. They are not transferred outside the EU and EEA, and no decisions are made automatically.',
      'You have the right to know what we have about you and to get a copy, to have it corrected or erased, and to restrict or object to the handling. Under “Your choices” you can yourself stop taking part or erase your answers. If you are not satisfied, you can complain to the Swedish Authority for Privacy Protection, imy.se.',
    ].join('\n\n'),
  page: {
    link: 'Information for participants',
    title: 'Information for participants',
    lead: 'This is how the handling of answers is described on the first page of the questionnaire. Every change becomes a new edition, and every response remembers which edition was shown.',
    basis: 'Legal basis',
    basisHint:
      'Ask your data protection officer if you are unsure. With consent, the first page asks for an explicit consent.',
    bases: { legitimate_interest: 'Legitimate interest', public_interest: 'Public interest', consent: 'Consent' },
    origin: 'Text',
    origins: {
      standard: 'Standard text, which follows the legal basis and the details of the project',
      own: 'A text of your own, which stands below',
    },
    bodySv: 'Your own text in Swedish',
    bodyEn: 'Your own text in English',
    bodyHint: 'Used when a text of your own is chosen. An empty line parts paragraphs.',
    feedback: 'Feedback',
    showsFeedback: 'Whoever has answered may see the results of the group that were published last',
    feedbackHint: 'Only figures from the last published edition are shown, never anything new.',
    save: 'Save',
    editions: 'Editions',
    edition: (version, day) => `Edition ${version}, ${day}`,
    editionBy: { standard: 'standard text', own: 'own text' },
    noEditions: 'No edition has been kept yet. The first one is kept when somebody starts answering.',
    current: 'How it reads now',
  },
  wrong: {
    basis: 'Choose a legal basis.',
    empty: 'Write the text in both languages, or choose the standard text.',
    unused:
      'You have changed the text, but the standard text was chosen. Now a text of your own is chosen. Save again to use what you wrote, or choose the standard text: then it is not used.',
    hidden: 'The text holds invisible characters. Write it anew.',
    tooLong: (most) => `Shorten the text to at most ${most} characters.`,
    promises: (word) =>
      `Remove the word “${word}”. Answers are pseudonymised: a personal link joins them, so nothing else can be promised.`,
  },
} satisfies Words<typeof sv>
