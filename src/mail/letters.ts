// The words of one letter, as plain text and as HTML. Sending is left to others: nothing here knows SMTP.
import path from 'node:path'
import { Eta } from 'eta'
import { formatCount, formatDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { type Field, type LetterKind, type LetterWords, type Piece, parseTemplate } from './template.ts'
import { splitAtLinks, type TextPart } from './text-links.ts'

export interface LetterFacts {
  kind: LetterKind | 'message'
  language: Language
  project: { name: string; organisation: string; contactEmail: string }
  recipient: {
    /** As the person is called in the register. */
    name: string
    municipality: string
  }
  /** What is asked; left out where the letter asks nothing. */
  asked?: {
    wave: WaveKind
    /** YYYY-MM-DD, the last day for answers. */
    closesOn: string
    /** What answering takes, in whole minutes. */
    minutes: number
    answerLink: string
    quietLink: string
    /** Further questionnaires, of a letter that somebody has asked for. */
    others?: readonly OtherQuestionnaire[]
  }
}

interface OtherQuestionnaire {
  project: string
  wave: WaveKind
  /** YYYY-MM-DD, the last day for answers. */
  closesOn: string
  link: string
}

export interface Letter {
  subject: string
  text: string
  html: string
}

/** What the sheet of a letter is made of, in order. */
export type Block = { button: string } | { isGreeting: boolean; lines: TextPart[][] }

/** A letter as HTML shows it. */
export interface Sheet {
  language: Language
  /** Above it all: the project, or who writes. */
  heading: string
  subject: string
  blocks: Block[]
  /** What buttons say, and what stands under them for whom they do not work. */
  button: string
  linkInstead: string
  others: { words: string; link: string }[]
  /** Undefined where the letter asks nothing. */
  asked: { inOtherLanguage: string; personalLink: string; quietLink: string; quiet: string } | undefined
  aboutHeading: string
  about: string
}

const otherLanguage = { sv: 'en', en: 'sv' } as const
const eta = new Eta({ views: path.join(import.meta.dirname, '../../views'), cache: true })

/** A first paragraph of one line, and no longer, is a greeting. In characters of the template. */
const longestGreeting = 60

export const standardWords = (kind: LetterKind, language: Language): LetterWords =>
  phrasesIn(language).letters.standard[kind]

/**
 * Names are shown as they are typed; line breaks in them become spaces, so that no name can start a line of its own.
 * @param words own words of the project, or the standard ones
 * @throws Error where the words name what is no field of this letter
 */
export function writeLetter(facts: LetterFacts, words: LetterWords): Letter {
  const { sheet, text } = layOut(facts, words)
  return { subject: sheet.subject, text, html: renderSheet(sheet) }
}

/** The letter with its subject above and its text beside: for whoever writes its words. As writeLetter in all else. */
export function writePreview(
  facts: LetterFacts,
  words: LetterWords,
  labels: { subject: string; text: string },
): string {
  const { sheet, text } = layOut(facts, words)
  return eta.render('./mail/preview', { ...fieldsOf(sheet), text, labels })
}

function layOut(facts: LetterFacts, words: LetterWords): { sheet: Sheet; text: string } {
  const phrases = phrasesIn(facts.language).letters
  const values = valuesOf(facts)
  const subject = onOneLine(fill(parseTemplate(words.subject), values).replaceAll('\u00a0', ' '))
  const paragraphs = words.body
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n/)
  const { asked, project } = facts
  const sheet: Sheet = {
    language: facts.language,
    heading: onOneLine(project.name),
    subject,
    blocks: paragraphs.flatMap((paragraph, at) => blocksOf(paragraph, at === 0, values)),
    button: phrases.answer,
    linkInstead: phrases.link_instead,
    others: linksToOthers(facts),
    asked: asked && {
      inOtherLanguage: phrasesIn(otherLanguage[facts.language]).letters.other_language,
      personalLink: phrases.personal_link,
      quietLink: asked.quietLink,
      quiet: phrases.quiet,
    },
    aboutHeading: phrases.about_heading,
    about: `${aboutOf(facts)} ${phrases.contact(onOneLine(project.contactEmail))}`,
  }
  const text = [
    ...paragraphs.map((paragraph) => textOf(paragraph, values, phrases.answer_here)),
    ...sheet.others.map((one) => `${one.words}\n${one.link}`),
    ...(sheet.asked ? [sheet.asked.inOtherLanguage, phrases.personal_link] : []),
    `${sheet.aboutHeading}\n${sheet.about}`,
    ...(sheet.asked ? [`${phrases.quiet}:\n${sheet.asked.quietLink}`] : []),
  ].join('\n\n')
  return { sheet, text: `${text}\n` }
}

/** Two questionnaires of one project are told apart by when in it they ask. */
function linksToOthers({ language, project, asked }: LetterFacts): Sheet['others'] {
  const phrases = phrasesIn(language).letters
  const others = asked?.others ?? []
  const names = [project.name, ...others.map((one) => one.project)]
  const isOneOfSeveral = (name: string) => names.filter((other) => other === name).length > 1
  return others.map(({ project: name, wave, closesOn, link }, at) => {
    const which = isOneOfSeveral(name) ? phrases.questionnaire_of[wave] : phrases.questionnaire
    const words = phrases.other_questionnaire(which, onOneLine(name), formatDay(closesOn, language))
    const isFirstAside = at === 0 && asked && isOneOfSeveral(project.name)
    return {
      words: isFirstAside ? `${phrases.link_above(phrases.questionnaire_of[asked.wave])} ${words}` : words,
      link,
    }
  })
}

export const renderSheet = (sheet: Sheet): string => eta.render('./mail/letter', fieldsOf(sheet))

const fieldsOf = (sheet: Sheet) => ({ ...sheet, otherLanguage: otherLanguage[sheet.language] })

type Values = Partial<Record<Field, string>>

function valuesOf({ language, project, recipient, asked }: LetterFacts): Values {
  const always = {
    name: onOneLine(recipient.name),
    project: onOneLine(project.name),
    organisation: onOneLine(project.organisation),
    contact: onOneLine(project.contactEmail),
    municipality: onOneLine(recipient.municipality),
  }
  if (!asked) return always
  return {
    ...always,
    link: asked.answerLink,
    // A date is not broken over two lines.
    last_day: formatDay(asked.closesOn, language).replaceAll(' ', '\u00a0'),
    minutes: formatCount(asked.minutes, language),
    why: phrasesIn(language).letters.why[asked.wave],
  }
}

/** Why the letter comes, and what is done with what is answered: not for a project to put in other words. */
function aboutOf({ kind, language, project }: LetterFacts): string {
  const phrases = phrasesIn(language).letters
  const organisation = onOneLine(project.organisation)
  if (kind === 'message') return phrases.about_message(organisation, onOneLine(project.name))
  return kind === 'thanks' ? phrases.about_answered(organisation) : phrases.about_asked(organisation)
}

const fill = (pieces: readonly Piece[], values: Values): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : valueIn(piece.field, values))).join('')

function valueIn(field: Field, values: Values): string {
  const value = values[field]
  if (value === undefined) throw new Error(`a letter that has no ${field}`)
  return value
}

/** A link on a line of its own says what it is for. */
const textOf = (paragraph: string, values: Values, answerHere: string): string =>
  paragraph
    .split('\n')
    .map((line) => {
      const pieces = parseTemplate(line.trim())
      return isLink(pieces) ? `${answerHere}\n${fill(pieces, values)}` : fill(pieces, values)
    })
    .join('\n')

/** Lines of a paragraph together; a link on a line of its own is a button between them. */
function blocksOf(paragraph: string, isFirst: boolean, values: Values): Block[] {
  const blocks: Block[] = []
  const isGreeting = isFirst && !paragraph.includes('\n') && paragraph.length <= longestGreeting
  for (const line of paragraph.split('\n')) {
    const pieces = parseTemplate(line.trim())
    const last = blocks.at(-1)
    if (isLink(pieces)) blocks.push({ button: fill(pieces, values) })
    else if (last && 'lines' in last) last.lines.push(partsOf(pieces, values))
    else blocks.push({ isGreeting, lines: [partsOf(pieces, values)] })
  }
  return blocks
}

const isLink = (pieces: readonly Piece[]): boolean =>
  pieces.length === 1 && pieces.every((piece) => 'field' in piece && piece.field === 'link')

/** Links that somebody has typed lead on; what merely stands in a name does not. */
const partsOf = (pieces: readonly Piece[], values: Values): TextPart[] =>
  pieces.flatMap((piece) => {
    if ('text' in piece) return splitAtLinks(piece.text)
    const text = valueIn(piece.field, values)
    return [{ text, href: piece.field === 'link' ? text : null }]
  })

export const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
