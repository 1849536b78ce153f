// Accounts that show the demonstration from every side. Passwords are the caller's to make.
import type { NewStaff } from '#store/staff.ts'

export interface DemoAccount extends Pick<NewStaff, 'name' | 'email' | 'language'> {
  role: NewStaff['grants'][number]['role']
  /** '*' = every municipality of the demonstration. */
  municipalityCode: string
}

/** One for each role. The process leader has Älvdalen, which is in the first project alone. */
export const demoStaff: readonly DemoAccount[] = [
  account('admin', 'Påhittad Överblick', 'admin@example.org'),
  account('coordinator', 'Låtsas Samordnargren', 'samordnare@example.org'),
  account('process_leader', 'Fiktiv Processledarlund', 'processledare@example.org', '2039'),
  account('economist', 'Uppdiktad Kassakvist', 'ekonom@example.org'),
  account('evaluator', 'Tänkt Utvärderingsros', 'utvarderare@example.org'),
  account('researcher', 'Drömd Forskarmyr', 'forskare@example.org'),
]

function account(role: DemoAccount['role'], name: string, email: string, municipalityCode = '*'): DemoAccount {
  return { role, name, email, language: 'sv', municipalityCode }
}
