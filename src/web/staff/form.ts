// What staff type into forms: read as text whatever was sent, and given back as it was typed where something is wrong.

export interface FieldError {
  /** Id of the field that the summary links to. */
  field: string
  message: string
}

/** The named fields as they were typed; what is missing or sent twice over is empty. */
export function readFields<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  const sent = isRecord(body) ? body : {}
  return Object.fromEntries(names.map((name) => [name, asText(sent[name])])) as Record<Name, string>
}

/** All values of a field that may be ticked several times. */
export function readChoices(body: unknown, name: string): string[] {
  const sent = isRecord(body) ? body[name] : undefined
  return (Array.isArray(sent) ? sent : [sent]).filter((value) => typeof value === 'string')
}

/** Line breaks as they are kept: browsers send two characters for each. */
export const withPlainBreaks = (typed: string): string => typed.replace(/\r\n?/g, '\n')

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
