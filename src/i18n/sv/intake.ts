// Swedish words: what is wrong in a file that comes in, and what to do about it. One phrase per code of intake/fault.ts.

interface Fact {
  /** What stands in the cell. */
  value: string
  /** A limit, or the values to choose from. */
  expected: string
  otherRow: number
}

export default {
  place: (row: number, column: string) => (column === '' ? `Rad ${row}` : `Rad ${row}, kolumn ${column}`),
  encoding: {
    'utf-8': 'Filen lästes som UTF-8.',
    'utf-16le': 'Filen lästes som UTF-16.',
    'windows-1252': 'Filen lästes som Windows-1252, så som Excel ofta sparar.',
  },
  remark: {
    file_empty: (_: Fact) => 'Filen är tom.',
    file_is_workbook: (_: Fact) =>
      'Filen är en arbetsbok. Välj Spara som i kalkylprogrammet, och sedan CSV UTF-8 (kommaavgränsad).',
    file_too_large: ({ expected }: Fact) => `Filen är större än ${expected} MB. Dela den.`,
    no_rows: (_: Fact) => 'Filen har rubriker men inga rader.',
    too_many_rows: ({ value, expected }: Fact) => `Filen har ${value} rader, fler än ${expected}. Dela den.`,
    too_many_columns: ({ value, expected }: Fact) => `Filen har ${value} kolumner, fler än ${expected}.`,
    quote_unclosed: (_: Fact) => 'Ett citattecken öppnas här och stängs aldrig.',
    quote_stray: (_: Fact) => 'Ett citattecken står på fel plats. Dubblera citattecken inuti en text.',
    header_missing: ({ value, expected }: Fact) => `Kolumnen ${value} saknas. Filen har: ${expected}.`,
    header_twice: ({ value, expected }: Fact) =>
      `Rubriken ${value} betyder samma sak som ${expected}. Behåll en av dem.`,
    cells_beyond_header: ({ value, expected }: Fact) =>
      `Raden är längre än rubrikernas ${expected} kolumner: ”${value}”. Sätt citattecken om texter med avgränsare i.`,
    value_missing: (_: Fact) => 'Uppgiften saknas.',
    value_too_long: ({ value, expected }: Fact) => `”${value}” är längre än ${expected} tecken.`,
    characters_hidden: ({ value }: Fact) =>
      `”${value}” innehåller osynliga tecken (radbrytning, styrtecken eller skrivriktning). Skriv om texten.`,
    identity_number: (_: Fact) =>
      'Här står personnummer. Samverka behöver dem inte och tar därför inte emot dem: ta bort dem ur filen.',
    municipality_unknown: ({ value, expected }: Fact) => `”${value}” är ingen av projektets kommuner: ${expected}.`,
    actor_group_unknown: ({ value, expected }: Fact) => `”${value}” är ingen av enkätens aktörsgrupper: ${expected}.`,
    language_unknown: ({ value, expected }: Fact) => `”${value}” är inget av språken: ${expected}.`,
    email_invalid: ({ value }: Fact) => `”${value}” är inte en e-postadress. Skriv en adress per rad.`,
    email_letters: ({ value }: Fact) => `”${value}”: före @ går bara bokstäverna a–z, siffror och vissa tecken.`,
    email_twice: ({ value, otherRow }: Fact) => `${value} står också på rad ${otherRow}. Behåll en av raderna.`,
    participant_twice: ({ value, otherRow }: Fact) => `${value} står också på rad ${otherRow}. Behåll en av raderna.`,
    participant_differs: ({ value, otherRow }: Fact) =>
      `${value} har en annan kommun eller aktörsgrupp på rad ${otherRow}.`,
    wave_unknown: ({ value, expected }: Fact) => `”${value}” är ingen mätning: ${expected}.`,
    answer_unknown: ({ value, expected }: Fact) => `”${value}” är inget av svaren: ${expected}.`,
    answer_not_asked: ({ value }: Fact) => `Här står svaret ”${value}”, men frågan ställs inte i denna mätning.`,
    answer_twice: ({ otherRow }: Fact) => `Samma deltagare har redan ett svar på denna fråga på rad ${otherRow}.`,
    column_ignored: ({ value }: Fact) => `Kolumnen ${value} är okänd och läses inte.`,
    item_ignored: ({ value }: Fact) => `Frågan ${value} är okänd, och svaren på den läses inte.`,
    answer_hidden: ({ value }: Fact) =>
      `Svaret ”${value}” lämnas utanför: frågan ställs inte till den som svarat så på tidigare frågor.`,
    municipality_zero: ({ value, expected }: Fact) =>
      `${value} lästes som ${expected}: kalkylprogrammet tog bort nollan.`,
    email_shared: ({ value }: Fact) =>
      `${value} ser ut att läsas av flera. Den personliga länken når dem alla: använd hellre personens egen adress.`,
    email_mixed_letters: ({ value }: Fact) => `${value} blandar alfabet i domänen. Kontrollera adressen.`,
  },
}
