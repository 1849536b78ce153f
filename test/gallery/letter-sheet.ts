// A mail of each kind as a mail program shows it, on a phone and on a desk, in both languages: one sheet for eyes.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { languages } from '#i18n/phrases.ts'
import { writeAccountLetter } from '#mail/account-letter.ts'
import { type Letter, type LetterFacts, standardWords, writeLetter } from '#mail/letters.ts'
import { letterKinds } from '#mail/template.ts'

const baseUrl = 'https://enkat.exempel.se'
const token = 'Zk3vT9dQhX0yq2mB7sLw1A'
const project = {
  name: 'Service i samverkan på landsbygden',
  organisation: 'Hela bygden och länet',
  contactEmail: 'kontakt@bygden.example',
}
const told = {
  sv: {
    subject: 'Nytt från {projekt}',
    body: 'Hej {namn}!\n\nVälkommen till dialogmötet i {kommun} den 12 maj.\nMer står på https://projekt.example/moten.',
  },
  en: {
    subject: 'News from {project}',
    body: 'Dear {name},\n\nWelcome to the dialogue in {municipality} on 12 May.\nThere is more at https://projekt.example/moten.',
  },
} as const

/** By name: every kind in every language. */
export function sampleLetters(): [name: string, letter: Letter][] {
  return languages.flatMap((language): [string, Letter][] => {
    const facts = { language, project, recipient: { name: 'Åsa Öberg-Lindström', municipality: 'Vingåker' } }
    const asked = {
      wave: 'endline',
      closesOn: '2027-05-31',
      minutes: 15,
      answerLink: `${baseUrl}/s/${token}`,
      quietLink: `${baseUrl}/quiet/${token}`,
    } as const
    const rest = { wave: 'baseline', closesOn: '2027-06-15', link: `${baseUrl}/s/${token}` } as const
    const others = [
      { ...rest, project: 'Ett annat projekt' },
      { ...rest, project: project.name },
    ]
    const ofKind = (kind: LetterFacts['kind']): LetterFacts => {
      if (kind === 'thanks' || kind === 'message') return { ...facts, kind }
      return { ...facts, kind, asked: kind === 'links' ? { ...asked, others } : asked }
    }
    const account = (kind: 'invitation' | 'reset') =>
      writeAccountLetter(
        { kind, language, name: 'Cecilia Samordnare', sender: project, expiresAt: Date.UTC(2027, 2, 8, 8) },
        `${baseUrl}/password/${token}`,
      )
    return [
      ...letterKinds.map((kind): [string, Letter] => [
        `mail, ${kind}, ${language}`,
        writeLetter(ofKind(kind), standardWords(kind, language)),
      ]),
      [`mail, message, ${language}`, writeLetter(ofKind('message'), told[language])],
      [`mail, account invitation, ${language}`, account('invitation')],
      [`mail, account reset, ${language}`, account('reset')],
    ]
  })
}

/** @returns the sheet's file */
export async function writeLetterSheet(browser: Browser, folder: string): Promise<string> {
  const rows: string[] = []
  for (const [name, letter] of sampleLetters()) {
    const pictures: string[] = []
    for (const width of [360, 1280]) {
      const file = `${name.replace(/[^a-z0-9]+/gi, '-')}-${width}.png`
      const page = await browser.newPage({ viewport: { width, height: 800 } })
      await page.setContent(letter.html)
      await page.screenshot({ path: path.join(folder, file), fullPage: true })
      await page.close()
      pictures.push(`<img src="${file}" alt="" loading="lazy" height="560">`)
    }
    rows.push(`<h2>${name}: ${letter.subject.replaceAll('<', '&lt;')}</h2><p>${pictures.join(' ')}</p>`)
  }
  const sheet = path.join(folder, 'letters.html')
  writeFileSync(sheet, `<!doctype html><meta charset="utf-8"><title>Samverka</title>${rows.join('\n')}`)
  return sheet
}
