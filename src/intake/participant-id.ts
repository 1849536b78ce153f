// How a file of earlier responses names its people: a study's id, a pseudonym of this project, or an e-mail address.
import type { Aliases } from './columns.ts'
import type { Line } from './line.ts'
import { hidesCharacters, isLongerThan } from './lookups.ts'

export const participantColumns = {
  id: ['id', 'participant', 'deltagare', 'pseudonym', 'participant_id'],
  municipality: ['municipality', 'kommun', 'municipality_code', 'kommunkod', 'unit', 'enhet', 'group', 'grupp'],
  actorGroup: ['actor_group', 'aktörsgrupp'],
  language: ['language', 'språk'],
} as const satisfies Aliases<string>

const longestId = 64

export function readParticipantId(line: Line<'id'>): string {
  const id = line.cell('id').normalize('NFC')
  if (id === '') line.fault('id', 'value_missing')
  else if (hidesCharacters(id)) line.fault('id', 'characters_hidden')
  else if (isLongerThan(id, longestId) && !id.includes('@'))
    line.fault('id', 'value_too_long', { expected: String(longestId) })
  return id
}
