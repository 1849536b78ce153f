// What can be wrong in a file that comes in, and where. The words stand in i18n/…/intake.ts under the same codes.

export type FaultCode =
  // The file
  | 'file_empty'
  | 'file_is_workbook'
  | 'file_too_large'
  | 'no_rows'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'quote_unclosed'
  | 'quote_stray'
  | 'header_missing'
  | 'name_split'
  | 'header_twice'
  | 'cells_beyond_header'
  // Any cell
  | 'value_missing'
  | 'value_too_long'
  | 'characters_hidden'
  | 'identity_number'
  | 'municipality_unknown'
  | 'actor_group_unknown'
  | 'language_unknown'
  // Participants
  | 'email_invalid'
  | 'email_letters'
  | 'email_twice'
  // Responses
  | 'participant_twice'
  | 'participant_differs'
  | 'wave_unknown'
  | 'answer_unknown'
  | 'answer_not_asked'
  | 'answer_twice'

export type WarningCode =
  | 'column_ignored'
  | 'item_ignored'
  | 'answer_hidden'
  | 'municipality_zero'
  | 'email_shared'
  | 'email_mixed_letters'
  | 'place_ignored'
  | 'seat_shared'

interface Remark<Code> {
  /** As a spreadsheet counts: the header is row 1. 0 = the file as a whole. */
  row: number
  /** The heading as it stands in the file; empty = the row or file as a whole. */
  column: string
  code: Code
  /** What stands there, as it stands there. */
  value: string
  /** What would do instead: a limit, or the values to choose from. */
  expected?: string
  /** The earlier row that this one collides with. */
  otherRow?: number
}

export type Fault = Remark<FaultCode>
export type Warning = Remark<WarningCode>
