// Swedish words of the results page and its files.
export default {
  title: 'Resultat',
  lead: (from: string, to: string) =>
    `Förändringen mellan mätningarna ”${from}” och ”${to}”, bland dem som svarade båda gångerna.`,
  demoNotice: 'Det här är ett påhittat projekt: personer, svar och resultat är uppdiktade.',
  frozen: (day: string) =>
    `Talen frystes ${day}. Svaren, eller programmet som räknar på dem, har ändrats sedan dess. Det nya är inte med förrän ett nytt underlag har frysts. Annars kunde någon räkna ut vad enstaka personer har svarat.`,
  frozenLink: (code: string) => `Underlag ${code}`,
  matchTitle: 'Vilka som svarade',
  matchLead:
    'Förändringen räknas på dem som svarade båda gångerna. Därför visas först hur många de är, och hur många som saknas.',
  invited: 'Inbjudna',
  answered: 'Svarade',
  both: 'Svarade båda gångerna',
  onlyFrom: 'Bara första gången',
  onlyTo: 'Bara andra gången',
  wave: 'Mätning',
  complete: 'Fullständiga',
  partial: 'Delvis',
  retention: 'Svarade igen',
  retentionHelp: 'av dem som svarade första gången',
  bothOf: (from: string, to: string) => `av ${from} som svarade första gången och ${to} som svarade andra`,
  replaced: 'Platser som bytt person',
  left: 'Lämnade sin plats',
  withdrawn: 'Drog sig ur',
  actorGroup: 'Aktörsgrupp',
  ratesTitle: 'Svarsandel per mätning',
  ratesLead:
    'RR1 är fullständiga svar (minst 80 procent av frågorna) och RR2 även delvisa (minst hälften), av alla som frågades (AAPOR).',
  modes: {
    title: 'Så kom svaren in',
    columns: { web: 'På webben', paper: 'På papper', telephone: 'Per telefon', import: 'Ur en fil' },
    note: (fewest: string) =>
      `Sätt som färre än ${fewest} personer har svarat på visas inte, och inte heller det som annars skulle gå att räkna ut.`,
  },
  respondents: {
    title: 'Kön och ålder bland dem som svarade',
    lead: 'Frågorna ställs för att visa vilka projektet når. Svaren räknas bara för hela projektet, aldrig per kommun, och ingår inte i något annat resultat. Den som svarade båda gångerna räknas efter det första svaret på frågan.',
    criterion: { sex: 'Kön', age: 'Ålder' },
    columns: { either: 'Någon gång', both: 'Båda gångerna' },
    skipped: 'Hoppade över frågan',
    cell: (people: string, share: string | null) => (share === null ? people : `${people} (${share})`),
    note: (fewest: string) =>
      `”För få”: färre än ${fewest} personer eller ingen, eller dolt för att ett sådant tal annars skulle gå att räkna ut ur de andra.`,
    /** By the columns that are left. */
    fewer: {
      each: 'Hur många som svarade båda gångerna visas inte här: då skulle de få som svarade bara en gång gå att räkna ut.',
      either:
        'Bara de som svarade någon gång visas här: ur antalen för varje mätning skulle några få, som svarade bara en gång, gå att räkna ut.',
    },
    allHidden:
      'Inga antal visas här: svaren är för få eller för lika, eller så skulle ett litet antal gå att räkna ut.',
  },
  detectable: (measure: string, pairs: string, points: string, spread: string) =>
    `${measure}: med de ${pairs} personer som har poäng båda gångerna syns en förändring på minst ${points} poäng i medelvärdet över dem alla åtta gånger av tio, om förändringen skiljer sig mellan personer med en standardavvikelse på ${spread} poäng, som antogs före svaren. En mindre kan finnas utan att synas. Medelvärdet över kommuner kräver en större, där de skiljer sig åt.`,
  excludedRow: (groups: string) => `${groups} (räknas inte)`,
  notShown: '–',
  perMunicipality: 'Per kommun',
  perActorGroup: 'Per aktörsgrupp',
  municipality: 'Kommun',
  total: 'Alla',
  hidden: 'för få',
  excluded: (groups: string, both: string, from: string, to: string) =>
    `${groups} driver projektet och räknas inte med, varken ovan eller i resultaten: ${from} svarade första gången, ${to} andra gången, ${both} båda.`,
  excludedHidden: (groups: string) => `${groups} driver projektet och räknas inte med, varken ovan eller i resultaten.`,
  hiddenNote: (threshold: string) =>
    `”för få”: färre än ${threshold} personer, eller dolt för att ett sådant tal annars skulle gå att räkna ut. ”–”: vet ingen, eller en andel av färre än tio personer.`,
  allHidden: 'Här visas inga antal: de är för få, eller så skulle ett sådant tal annars gå att räkna ut.',
  scalesTitle: 'Före och efter',
  municipalityTitle: 'Förändring per kommun',
  chooseIndicator: 'Välj mått',
  noChange: {
    few: 'Här visas ingen förändring: för få har poäng i något av måtten båda gångerna, eller så skulle ett dolt tal annars gå att räkna ut.',
    incomparable: 'Här visas ingen förändring: inget mått är jämförbart mellan mätningarna.',
  },
  directionTitle: 'Förbättrade, oförändrade och försämrade',
  directionLead: (points: string) =>
    `Hur många som svarade mer än ${points} poäng bättre, hur många som ändrade sig högst ${points} poäng åt någotdera hållet, och hur många som svarade mer än ${points} poäng sämre. Här räknas personer, inte medelvärden.`,
  indicator: 'Mått',
  people: 'Personer',
  improved: 'Förbättrat',
  unchanged: 'Oförändrat',
  declined: 'Försämrat',
  table: 'Visa talen som tabell',
  download: 'Ladda ned diagrammet',
  wordsSvg: 'SVG',
  wordsPng: 'PNG',
  wordsPngLarge: 'PNG, stor',
  wordsCsv: 'CSV',
  wordsExcel: 'CSV för Excel',
  comparableTitle: 'Samma frågor före och efter',
  comparable: (core: string, total: string, from: string, to: string) =>
    `Den första mätningen använde version ${from} av frågeformuläret, den andra version ${to}. I båda mäter ${core} av ${total} frågor samma sak, och det är dem som jämförelsen bygger på.`,
  leftOut: 'Utelämnade ur jämförelsen:',
  readTitle: 'Så läser du resultaten',
  read: (threshold: string) => [
    'Alla mått går från 0 till 100. Svaren på omvänt ställda frågor är vända, och ett mått räknas för den som har svarat på så många av dess frågor som måttet kräver, oftast hälften. En fråga som någon har hoppat över räknas aldrig som noll.',
    'Ett index och de mått som det består av räknas på samma personer: den som saknar poäng i något av dem räknas i regel inte i något. Annars skulle enskilda svar gå att räkna fram. Därför har ett mått ofta färre personer än de som svarade båda gångerna.',
    'Förändringen är medelvärdet av personernas egna förändringar, med ett 95-procentigt konfidensintervall (t-fördelning). Omfattar intervallet noll går förändringen inte att skilja från oförändrat. Det betyder inte att ingenting har hänt.',
    'I tabellen under varje diagram står också förändringen bland alla som svarade någon av gångerna, där den kan visas utan att ett dolt tal går att räkna fram. Skiljer de två sig åt kan det bero på vilka som svarade.',
    `Grupper med färre än ${threshold} personer visas inte. Kommunerna står i kodordning och ska inte rangordnas: med så få svar i var och en kan det vara slumpen som skiljer dem åt.`,
    'Projektet har ingen jämförelsegrupp. Talen visar förändring, inte vad den beror på.',
  ],
  findTitle: 'På sidan',
  columnsLeftOut: (columns: string) =>
    `Utelämnat, eftersom det är för få i varje rad eller annars skulle gå att räkna ut: ${columns}.`,
  filesTitle: 'Filer att hämta',
  allFigures: 'Alla tal på sidan (CSV)',
  allFiguresExcel: 'Alla tal på sidan (CSV för Excel)',
  allFiguresJson: 'Alla tal på sidan (JSON)',
  researchTitle: 'För forskare',
  researchLead: 'Pseudonymiserade svar, utan fritext. Koderna förklaras i kodboken.',
  long: 'Lång form: en rad per person och mätning',
  wide: 'Bred form: en rad per person',
  archives: 'Arkiv att lämna ut eller att hålla för sig: data i fler format, kodbok och skript för R och Stata',
  codebook: 'Kodbok',
  form: 'Form',
  profile: 'För vilket program',
  profileResearch: 'R, SPSS, Stata: komma, decimalpunkt, UTF-8',
  profileExcel: 'Svenska Excel: semikolon, decimalkomma',
  exportButton: 'Hämta svaren',
  none: {
    needs_two_waves: {
      title: 'Det finns inget att jämföra ännu',
      help: 'Resultat visas när två mätningar är öppnade och stängda.',
    },
    still_open: {
      title: 'Resultaten visas när mätningen har stängt',
      help: 'Så länge den är öppen skulle varje nytt svar gå att räkna ut genom att jämföra talen före och efter det.',
    },
  },
  backToProject: 'Till projektet',
}
