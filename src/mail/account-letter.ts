// A letter to staff: why it comes, the link that sets a password, and until when it works. Not for projects to put in
// other words.
import { formatTime } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { ClaimedAccountLetter } from '#store/notices.ts'
import { type Block, type Letter, onOneLine, renderSheet } from './letters.ts'

type Facts = Pick<ClaimedAccountLetter, 'kind' | 'language' | 'name' | 'sender' | 'expiresAt'>

/** @param link with which its reader chooses a password */
export function writeAccountLetter({ kind, language, name, sender, expiresAt }: Facts, link: string): Letter {
  const { account: words, ...phrases } = phrasesIn(language).letters
  const organisation = onOneLine(sender.organisation)
  const subject = words.subject[kind](organisation)
  const greeting = words.greeting(onOneLine(name))
  const lead = words.lead[kind](organisation)
  const caution = `${words.expires(formatTime(expiresAt, language).replaceAll(' ', '\u00a0'))} ${words.unasked[kind]}`
  const about = `${words.about} ${phrases.contact(onOneLine(sender.contactEmail))}`
  const html = renderSheet({
    language,
    heading: organisation,
    subject,
    blocks: [{ ...paragraph(greeting), isGreeting: true }, paragraph(lead), { button: link }, paragraph(caution)],
    button: words.button,
    linkInstead: phrases.link_instead,
    others: [],
    asked: undefined,
    aboutHeading: phrases.about_heading,
    about,
  })
  const text = [greeting, lead, `${words.button}:\n${link}`, caution, `${phrases.about_heading}\n${about}`].join('\n\n')
  return { subject, text: `${text}\n`, html }
}

const paragraph = (text: string): Extract<Block, { isGreeting: boolean }> => ({
  isGreeting: false,
  lines: [[{ text, href: null }]],
})
