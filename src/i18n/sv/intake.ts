// Swedish words: what is wrong in a file that comes in, and what to do about it. One phrase per code of intake/fault.ts.

interface Fact {
  /** What stands in the cell. */
  value: string
  /** A limit, or the values to choose from. */
  expected: string
  otherRow: number
}

const antal = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

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
    name_split: ({ value, expected }: Fact) =>
      `Kolumnen namn saknas, men filen har ${value} och ${expected}. Lägg ihop dem i en kolumn som heter namn: skriv =A2&" "&B2 i kalkylprogrammet, om de står i kolumn A och B, och kopiera formeln nedåt.`,
    header_twice: ({ value, expected }: Fact) =>
      `Rubriken ${value} betyder samma sak som ${expected}. Behåll en av dem.`,
    cells_beyond_header: ({ value, expected }: Fact) =>
      expected === '1'
        ? `Raden är längre än rubrikraden, som har en enda kolumn: ”${value}”. Ta bort rader som står ovanför rubrikerna.`
        : `Raden är längre än rubrikernas ${expected} kolumner: ”${value}”. Sätt citattecken om texter med avgränsare i.`,
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
    email_letters: ({ value }: Fact) => `”${value}”: före @ får bara bokstäverna a–z, siffror och vissa tecken stå.`,
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
    place_ignored: ({ value }: Fact) =>
      `Kolumnen ${value} läses inte, för den kan betyda en ort. Står där numret på den plats som personen har i sin grupp, kalla kolumnen platsnummer.`,
    seat_shared: ({ value, otherRow }: Fact) =>
      `Platsnummer ”${value}” står också på rad ${otherRow}, i samma kommun och aktörsgrupp. Resultaten räknar två på en plats som att den ena har tagit över efter den andra. Ge dem annars var sitt nummer, eller lämna rutan tom.`,
  },
  task: {
    usage_import: `Läser in filer.

  npm run import -- participants <fil> --project <projekt> [--preview]
      Personer att bjuda in: namn, e-post, kommun, aktörsgrupp, och om man vill språk och platsnummer.

  npm run import -- responses <fil> --project <projekt> --wave <mätning> [--participants <fil>] [--preview] [--close]
      Tidigare svar, en rad per deltagare eller en rad per svar. --participants anger kommun och aktörsgrupp
      för deltagare som projektet inte känner. --close stänger mätningen efteråt.

  npm run import -- questionnaire <fil>
      Publicerar en enkät. En publicerad version ändras aldrig.

  npm run import -- project <fil> --slug <projekt> --name <namn> --organisation <namn> --contact <adress>
                           --questionnaire <id>@<version> [--waves baseline,endline]
      Skapar ett projekt med enheterna i en deltagarfil (kolumnen kommun eller grupp) och planerade mätningar.

  --preview visar vad som skulle hända. --en ger engelska. Mätningar: baseline, midterm, endline, followup.`,
    usage_export: `Skriver filer för forskning. Servern kan vara i gång eller stå still.

  npm run export -- archive --project <projekt> --out <fil.zip> [--level release|restricted] [--text] [--key-file <fil>]
      Allt i ett arkiv: CSV, Excel, SPSS, R, Stata, JSON, kodbok, DDI, enkäterna, och en förteckning sist.
      release: att lämna ut; bara kommuner som visas helt. restricted: alla svar.

  npm run export -- research --project <projekt> [--form long|wide] [--profile research|excel]
                            [--text] [--key-file <fil>] [--out <fil>]
      long: en rad per person och mätning. wide: en rad per person. --text tar med fritext.
      --key-file: samma nyckel ger samma pseudonymer i två exporter; utan den går de inte att föra ihop.

  npm run export -- codebook --project <projekt> [--profile research|excel] [--out <fil>]
      Vad kolumnerna betyder.

  Utan --out skrivs filen till terminalen. --en ger engelska.`,
    usage_migrate: `Gör databasen färdig för denna version av Samverka. Servern ska stå still.

  npm run migrate`,
    unknown_command: (command: string) => (command ? `Kommandot ${command} finns inte.` : 'Ange ett kommando.'),
    option_missing: (option: string) => `--${option} saknas.`,
    option_unknown: (option: string, value: string, choices: string) =>
      `--${option} ${value} går inte: välj ${choices}.`,
    option_strange: (option: string) => `Valet ${option} finns inte.`,
    option_without_value: (option: string) => `Efter ${option} ska ett värde stå.`,
    option_stands_alone: (option: string) => `Efter ${option} ska inget värde stå.`,
    file_missing: 'Ange en fil.',
    file_unreadable: (file: string, reason: string) => `${file} kan inte läsas: ${reason}`,
    no_database: (file: string) => `Det finns ingen databas i ${file}. Sätt DATA_DIR, eller starta Samverka först.`,
    no_project: (slug: string, known: string) => `Det finns inget projekt ${slug}. Det finns: ${known}.`,
    no_wave: (kind: string, known: string) => `Projektet har ingen mätning ${kind}. Det har: ${known}.`,
    no_questionnaire: (name: string, known: string) => `Enkäten ${name} är inte publicerad. Publicerade: ${known}.`,
    slug_taken: (slug: string) => `Det finns redan ett projekt ${slug}.`,
    slug_invalid: (slug: string) => `${slug} går inte som projektets korta namn: använd a–z, siffror och bindestreck.`,
    nothing_opened: 'Ingen mätning är öppnad, så det finns inga svar att skriva.',
    faults: (count: number) => (count === 1 ? 'Ett fel. Inget är infört.' : `${count} fel. Inget är infört.`),
    more: (count: number) => `… och ${count} till.`,
    preview: 'Detta skulle hända. Inget är infört.',
    registered: (added: number, updated: number, unchanged: number) =>
      `Personer: ${antal(added, 'ny', 'nya')}, ${antal(updated, 'ändrad', 'ändrade')}, ${antal(unchanged, 'oförändrad', 'oförändrade')}.`,
    absent: (count: number) =>
      count === 1
        ? 'En person i filen är inte med längre och lämnas utanför:'
        : `${count} personer i filen är inte med längre och lämnas utanför:`,
    kept: (count: number) =>
      `${count === 1 ? 'En person' : `${count} personer`} i filen är med i fler projekt än ett och behåller det namn och språk som är registrerat sedan tidigare:`,
    readdressed: (count: number) =>
      `${count === 1 ? 'En person' : `${count} personer`} i filen finns redan med en adress som har rättats sedan dess, och som gäller:`,
    people: (matched: number, added: number, withdrawn: number) =>
      `Deltagare: ${matched} igenkända, ${added} nya, ${withdrawn} som har avstått och lämnas utanför.`,
    responses: (recorded: number, kept: number, blank: number) =>
      `Svar: ${recorded} införda, ${kept} fanns redan och står kvar, ${blank} tillfrågade utan svar.`,
    other_waves: (count: number) => `Rader om andra mätningar, inte lästa: ${count}.`,
    unmatched: (count: number) => `${count} rader hör inte till någon. Inget är infört.`,
    unmatched_row: (row: number, id: string, reason: string) => `  Rad ${row}, ${id}: ${reason}`,
    why: {
      address_unknown: 'adressen finns inte i projektet',
      place_missing: 'okänd deltagare utan kommun eller aktörsgrupp',
      municipality_differs: 'deltagaren finns i en annan kommun',
      named_twice: 'samma deltagare står två gånger',
    },
    wave_closed: 'Mätningen är stängd.',
    published: (id: string, version: number) => `Enkäten ${id} version ${version} är publicerad.`,
    project_created: (slug: string, units: number, waves: string) =>
      `Projektet ${slug}: ${units} enheter, mätningar ${waves}.`,
    exported: (file: string, people: number) => `${file}: ${people} personer.`,
    exporting: 'Skriver',
    responses_damaged: (ids: string) =>
      `Dessa svar stämmer inte längre med sina kontrollsummor: ${ids}. Filen har skadats; återställ en säkerhetskopia.`,
    migrated: (file: string) => `${file} är färdig för denna version.`,
  },
}
