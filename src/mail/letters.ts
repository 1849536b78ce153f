// The words of one letter, as plain text and as HTML. Sending is left to others: nothing here knows SMTP.
import path from 'node:path'
import { Eta } from 'eta'
import { formatCount, formatDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'

export interface LetterFacts {
  kind: 'invitation' | 'reminder' | 'links'
  /** 1 for the first of its kind. */
  ordinal: number
  language: Language
  project: { name: string; organisation: string; contactEmail: string }
  wave: {
    kind: 'baseline' | 'midterm' | 'endline' | 'followup'
    /** YYYY-MM-DD, the last day for answers. */
    closesOn: string
  }
  /** What answering takes, in whole minutes. */
  minutes: number
  /** As the person is called in the register. */
  recipientName: string
  answerLink: string
  quietLink: string
  /** Further questionnaires, of a letter that somebody has asked for. */
  others?: readonly { project: string; closesOn: string; link: string }[]
}

export interface Letter {
  subject: string
  text: string
  html: string
}

const otherLanguage = { sv: 'en', en: 'sv' } as const
const eta = new Eta({ views: path.join(import.meta.dirname, '../../views'), cache: true })

/** Names are shown as they are typed; line breaks in them become spaces, so that no name can start a line of its own. */
export function writeLetter(facts: LetterFacts): Letter {
  const words = phrasesIn(facts.language).mail
  const project = onOneLine(facts.project.name)
  const closes = formatDay(facts.wave.closesOn, facts.language)
  const isReminder = facts.kind === 'reminder'
  const parts = {
    language: facts.language,
    project,
    subject:
      facts.kind === 'links'
        ? words.subject_links
        : isReminder
          ? words.subject_reminder(project, closes)
          : words.subject_invitation(project),
    greeting: words.greeting(onOneLine(facts.recipientName)),
    opening: openingOf(facts, project),
    // A date is not broken over two lines.
    time: words.time(formatCount(facts.minutes, facts.language), closes.replaceAll(' ', '\u00a0')),
    answerLink: facts.answerLink,
    personalLink: words.personal_link,
    aboutHeading: words.about_heading,
    about: words.about(onOneLine(facts.project.organisation)),
    contact: words.contact(onOneLine(facts.project.contactEmail)),
    quietLink: facts.quietLink,
    quiet: words.quiet,
    others: (facts.others ?? []).map(({ project: name, closesOn, link }) => ({
      words: words.other_questionnaire(onOneLine(name), formatDay(closesOn, facts.language)),
      link,
    })),
    otherLanguage: otherLanguage[facts.language],
    inOtherLanguage: phrasesIn(otherLanguage[facts.language]).mail.other_language,
  }
  const text = [
    parts.greeting,
    parts.opening,
    parts.time,
    `${words.answer_here}\n${parts.answerLink}`,
    ...parts.others.map((other) => `${other.words}\n${other.link}`),
    parts.inOtherLanguage,
    parts.personalLink,
    `${parts.aboutHeading}\n${parts.about} ${parts.contact}`,
    `${parts.quiet}:\n${parts.quietLink}`,
  ].join('\n\n')
  const html = eta.render('./mail/letter', { ...parts, answer: words.answer, linkInstead: words.link_instead })
  return { subject: parts.subject, text: `${text}\n`, html }
}

/** Why this letter comes. A second reminder does not repeat the first. */
function openingOf({ kind, ordinal, language, wave }: LetterFacts, project: string): string {
  const words = phrasesIn(language).mail
  if (kind === 'links') return words.asked_for_links(project)
  if (kind === 'invitation') return words.why(project, wave.kind)
  return ordinal === 1 ? words.not_answered_yet(project) : words.still_open(project)
}

const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
