// Swedish words where questionnaires are printed, and entered from paper or telephone.
const modes = { web: 'på webben', import: 'ur en fil', paper: 'på papper', telephone: 'per telefon' }
type Mode = keyof typeof modes

export default {
  title: 'Papper och telefon',
  lead: 'Skriv ut enkäten för den som hellre svarar på papper, och skriv in svar som kommer på papper eller per telefon.',
  entering: {
    planned: 'Mätningen är inte öppnad ännu. Blanketter kan skrivas ut och svar skrivas in när den är det.',
    begun: (until: string) =>
      `Mätningen är stängd. Blanketter som är påbörjade går att skriva klart ${until}; sedan räknas de inte.`,
    closed: 'Mätningen är stängd, så inga fler svar skrivs in.',
  },
  leftTitle: 'Blanketter som inte räknas',
  leftLead: 'Det som skrevs in från dem ligger kvar tills någon tar bort det.',
  standing: {
    begun: 'blev inte klar innan mätningen stängde',
    answered: 'svaret kom in på ett annat sätt',
    withdrawn: 'personen har dragit sig ur',
    left: 'personen har lämnat sin plats',
  },
  begunForms: (forms: number) => (forms === 1 ? '1 blankett är påbörjad' : `${forms} blanketter är påbörjade`),
  finishBy: (forms: number, until: string) =>
    forms === 1
      ? `Den går att skriva klart ${until}; sedan räknas den inte.`
      : `De går att skriva klart ${until}; sedan räknas de inte.`,
  finishFirst: (forms: number, until: string | null) => {
    const first = `Skriv klart ${forms === 1 ? 'den' : 'dem'} först.`
    return until === null
      ? `${first} När mätningen är stängd går det inte längre, och svaren räknas inte.`
      : `${first} Stänger du nu går det ${until}; sedan räknas svaren inte.`
  },
  tooLateTitle: (forms: number) =>
    forms === 1 ? '1 blankett blev aldrig klar' : `${forms} blanketter blev aldrig klara`,
  tooLate: (forms: number) => `${forms === 1 ? 'Den' : 'De'} räknas inte. Det inskrivna kan tas bort.`,
  toForms: 'Till blanketterna',
  overdue: 'Blanketter som kommer med posten kan skrivas in tills mätningen stängs.',
  noMorePrinted:
    'Mätningens sista dag har varit, så inga nya blanketter skrivs ut. De som redan är utskrivna kan skrivas in tills mätningen stängs.',
  finishOne: (until: string) => `Mätningen är stängd. Blanketten går att skriva klart ${until}.`,
  dropLast: 'Stämmer inget av dem? Mätningen är stängd, så en blankett som tas bort går inte att skriva in på nytt.',
  countsTitle: 'Så har svaren kommit in',
  mode: modes,
  printTitle: 'Skriv ut',
  printLead:
    'Varje blankett har en egen kod och en QR-kod med personens länk. Koden visar vems blankett det är när svaren skrivs in; den öppnar ingenting. Först kommer en lista över vem som ska ha vilken blankett: lämna inte ut den.',
  who: 'Vems blanketter',
  everybody: (people: number) => `Alla som inte har svarat (${people})`,
  everybodyIn: (municipality: string, people: number) => `${municipality} (${people})`,
  tooMany: (people: number, most: number) =>
    `${people} blanketter är för många på en gång. Välj en kommun, högst ${most}.`,
  nobody: 'Välj vems blanketter som ska skrivas ut.',
  print: 'Visa blanketterna',
  printHelp: 'Skriv ut sidan från webbläsaren. Visas den igen får blanketterna samma koder.',
  listTitle: 'Utdelningslista',
  listLead: 'Behåll listan. På blanketterna står inga namn.',
  name: 'Namn',
  code: 'Kod',
  codeLabel: (code: string) => `Kod ${code}`,
  qrAlt: 'QR-kod med din länk till enkäten på webben',
  answerOnWeb: 'Du kan också svara på webben: rikta kameran mot koden. Svara bara på ett av sätten.',
  howTo:
    'Kryssa i ett svar för varje fråga om inget annat står. Hoppa över frågor som du inte vill eller kan svara på.',
  returnTo: (organisation: string, contact: string) =>
    `Lämna blanketten till ${organisation}. Frågor besvaras på ${contact}.`,
  consent: 'Du deltar med ditt samtycke. Du ger det genom att lämna in blanketten.',
  several: 'Kryssa i alla som stämmer.',
  date: 'dag / månad / år',
  places: (places: number, things: number) =>
    `Skriv 1 till ${places} i rutorna, med 1 för det viktigaste. ${
      places < things ? 'Det du inte ger någon plats räknas inte.' : 'Du kan sluta efter de första.'
    }`,
  entryTitle: 'Skriv in svar',
  entryLead: 'Skriv koden som står på blanketten.',
  find: 'Hitta blanketten',
  noSuchCode: 'Ingen blankett i mätningen har koden. Jämför med blanketten, tecken för tecken.',
  gone: {
    withdrawn: 'Blanketten är för en person som har dragit sig ur. Svaren skrivs inte in.',
    left: 'Blanketten är för en person som har lämnat sin plats. Svaren skrivs inte in. Den som har tagit över platsen får en egen blankett.',
  },
  unfinishedTitle: 'Påbörjade blanketter',
  passes: (passes: number): string => (passes === 1 ? 'inskriven en gång' : 'inskriven två gånger, svaren skiljer sig'),
  goOn: 'Fortsätt',
  first: 'Första inskrivningen',
  second: 'Andra inskrivningen',
  secondLead:
    'Skriv in blanketten en gång till, helst en annan person. Det som skrevs första gången visas inte; skillnaderna visas efteråt.',
  begunOnWeb: 'Personen har börjat svara på webben men inte skickat in. Fråga vilket som gäller innan du går vidare.',
  how: 'Hur svaren kom',
  nothingEntered: 'Skriv in minst ett svar.',
  nothingCounts:
    'Det inskrivna räknas inte som svar: det är bara den egna gruppen, eller frågor som personen inte ska svara på. Skriv in minst ett svar till. Står inget mer på blanketten, avbryt: då har personen inte svarat.',
  nothingLeft:
    'Med de valen blir inget svar kvar att spara. Se efter på blanketten, eller ta bort det inskrivna här nedanför.',
  noMode: 'Välj om svaren kom på papper eller per telefon.',
  saveFirst: 'Spara första inskrivningen',
  saveSecond: 'Spara och jämför',
  conflictTitle: 'Svaret finns redan',
  conflictLead: (mode: Mode, time: string) =>
    `Den här personens svar kom in ${modes[mode]} den ${time}. Det gäller, och skrivs aldrig över.`,
  conflictEntered: 'Det som skrevs in från blanketten ligger kvar. Ta bort det när du har sett vilket svar som gäller.',
  drop: 'Ta bort det inskrivna',
  dropAgain: 'Börja om från början',
  differencesTitle: 'Det skiljer sig',
  differencesLead: (differences: number) =>
    differences === 1
      ? 'I en fråga står det olika i de två inskrivningarna. Se efter på blanketten.'
      : `I ${differences} frågor står det olika i de två inskrivningarna. Se efter på blanketten.`,
  choose: 'Välj vad som står på blanketten.',
  enteredBy: (pass: string, name: string) => `${pass}, ${name}`,
  notAnswered: 'Inte besvarad',
  record: 'Spara svaren',
  neither: 'Stämmer inget av dem? Börja om från början, så skrivs blanketten in på nytt.',
  done: {
    first: 'Första inskrivningen är sparad. Nu ska blanketten skrivas in en gång till.',
    recorded: 'De två inskrivningarna stämmer, och svaren är sparade.',
    resolved: 'Svaren är sparade.',
    dropped: 'Det inskrivna är borttaget.',
    elsewhere: 'Någon annan hann skriva in blanketten. Se hur långt den har kommit.',
  },
}
