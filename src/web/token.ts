// Links as mail programs hand them on: broken over lines, wrapped in brackets, escaped twice, with what stood after them.
import { tokenLength } from '#store/ids.ts'

/** The token as it was handed out, as far as the damage can be undone. */
export const mendToken = (damaged: string): string => (isWhole.test(damaged) ? damaged : mend(damaged))

const isWhole = new RegExp(`^[A-Za-z0-9_-]{${tokenLength}}$`)

/** A percent sign may escape a letter, once or twice, or just stand there: read so that a whole token comes of it. */
function mend(damaged: string): string {
  const once = undoEscapes(damaged)
  const twice = undoEscapes(once)
  const readings = [twice, once, damaged].map(lettersOf)
  return readings.find((letters) => letters.length === tokenLength) ?? lettersOf(twice)
}

const lettersOf = (text: string): string =>
  text
    // Quoted-printable writes "=" as "=3D", and breaks a line with "=".
    .replace(/=3D/gi, '')
    // An entity of HTML, as "&gt;" for the bracket that closed the link.
    .replace(/&[a-z]+;/gi, ' ')
    .replace(/[^A-Za-z0-9_-]/g, '')
    .slice(0, tokenLength)

const undoEscapes = (text: string): string =>
  text.replace(/%[0-9a-f]{2}/gi, (escaped) => String.fromCharCode(Number.parseInt(escaped.slice(1), 16)))

/** All its letters are of one size: no token of this length is, and what it was cannot be found out again. */
export function hasLostCase(damaged: string): boolean {
  const token = mendToken(damaged)
  return token.length === tokenLength && (token === token.toUpperCase() || token === token.toLowerCase())
}
