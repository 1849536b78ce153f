// What the operating system refuses, for whoever sits at the terminal: its own words are English.
import { type Language, phrasesIn } from './phrases.ts'

/** The file or port, and what is the matter with it; undefined for an error that is not the system's, or is rare. */
export function describeSystemError(error: unknown, language: Language): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined
  const { refused } = phrasesIn(language).common.terminal
  const reason = Object.entries(refused).find(([code]) => code === error.code)?.[1]
  if (reason === undefined) return undefined
  if ('path' in error) return `${String(error.path)}: ${reason}`
  if (
    'syscall' in error &&
    (error.syscall === 'listen' || error.syscall === 'getaddrinfo') &&
    error.code !== 'EADDRINUSE' &&
    error.code !== 'EACCES'
  )
    return `HOST=${hostOf(error)}: ${reason}`
  // Reading a folder fails without a name.
  return 'port' in error ? `PORT=${String(error.port)}: ${reason}` : reason
}

/** Where the server was to listen: as a name that was looked up, or as an address. */
function hostOf(error: object): string {
  if ('hostname' in error) return String(error.hostname)
  return 'address' in error ? String(error.address) : ''
}
