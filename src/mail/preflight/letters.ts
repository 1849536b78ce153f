// The words of a project's letters: those that a mailing sends, in both languages.
import { languages } from '#i18n/phrases.ts'
import type { Database } from '#store/database.ts'
import { findOwnWords } from '#store/letter-templates.ts'
import { standardWords } from '../letters.ts'
import { letterKinds, templateFaults } from '../template.ts'
import { type Check, checked } from './check.ts'

export function checkLetters(db: Database, projectId: string): Check[] {
  const faulty = letterKinds.flatMap((kind) =>
    languages.flatMap((language) => {
      const words = findOwnWords(db, { projectId, kind, language }) ?? standardWords(kind, language)
      const faults = templateFaults(kind, words)
      return faults.length === 0
        ? []
        : [checked('letters_faulty', `${kind} (${language})`, faults.map(tell).join(', '))]
    }),
  )
  return faulty.length > 0 ? faulty : [checked('letters_whole')]
}

/** "3:5 {namn}": where it is, and what stands there. */
function tell(fault: ReturnType<typeof templateFaults>[number]): string {
  const place = 'line' in fault ? `${fault.line}:${fault.column}` : fault.part
  return 'field' in fault ? `${place} {${fault.field}}` : `${place} ${fault.code}`
}
