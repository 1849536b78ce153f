// Swedish words of the page where municipalities are compared. No word here is stronger than the interval it stands on.
export default {
  title: 'Jämför',
  link: 'Jämför kommuner, grupper och program',
  back: 'Resultat',
  tabs: 'Vad som jämförs',
  tab: {
    municipalities: 'Kommuner',
    groups: 'Aktörsgrupper',
    whole: 'Helheten',
    programmes: 'Två program',
  },
  lead: {
    municipalities: 'Kommunerna sida vid sida på ett mått, med vad som är rimligt att utläsa av skillnaderna.',
    groups: 'Aktörsgrupperna sida vid sida på ett mått, i alla kommuner tillsammans.',
    whole: 'Alla mått för alla, för en kommun eller för en aktörsgrupp, och hur måtten hör ihop.',
    programmes: 'Kommuner som har varit med i två program, med det som vart och ett av programmen har fryst.',
  },
  show: 'Visa',
  indicator: 'Mått',
  of: 'Vem',
  everybody: 'Alla personer',
  municipalities: 'Kommuner',
  groups: 'Aktörsgrupper',
  cut: 'Underlag',
  now: 'Svaren som de är nu',
  frozen: (day: string, code: string) => `Fryst ${day} (${code})`,
  with: 'Jämför med',
  withCut: 'Underlag för det andra',
  unknown: (name: string) =>
    `Länken anger något som inte finns här (${name}). Sidan visar det som går att visa i stället.`,
  crossed:
    'Välj en kommun eller en aktörsgrupp, inte båda. En aktörsgrupp i en enda kommun är så få personer att enskilda svar skulle gå att räkna ut.',
  linkTitle: 'Länk till det du ser',
  linkNow:
    'Länken visar talen som de är när någon öppnar den. Välj ett fryst underlag om den alltid ska visa samma tal.',
  linkFrozen: 'Länken visar alltid samma tal: de är frysta.',

  fairTitle: 'Vad är en rättvis jämförelse?',
  /** Three short sentences for whoever reads no more; `fair` says the same for those who want to check. */
  fairShort: {
    people: (municipalities: string, fewest: string, most: string) =>
      fewest === most
        ? `Talen visas för ${municipalities} kommuner, med ${fewest} personer i varje.`
        : `Talen visas för ${municipalities} kommuner, med mellan ${fewest} och ${most} personer i varje.`,
    chance: (chance: string, observed: string) =>
      `Även om alla hade ändrats lika mycket skulle slumpen i snitt ge ungefär ${chance} poäng mellan högsta och lägsta tal; här är det ${observed}.`,
    told: 'Ser man till alla kommunernas tal, inte bara högsta och lägsta, tyder svaren på att kommunerna har ändrats olika mycket på riktigt, men slumpen har del i varje skillnad, så de rangordnas inte.',
    untold:
      'Ser man till alla kommunernas tal, inte bara högsta och lägsta, räcker svaren inte för att säga om kommunerna har ändrats olika mycket på riktigt, så de rangordnas inte.',
    noModel: {
      few: 'De kommuner som kan visas är för få för att säga om de har ändrats olika mycket på riktigt, så de rangordnas inte.',
      equal:
        'I minst en kommun har alla ändrats lika mycket, så det går inte att säga om kommunerna har ändrats olika mycket på riktigt, och de rangordnas inte.',
      withheld:
        'Den gemensamma förändringen visas inte, så inget sägs om ifall kommunerna har ändrats olika mycket på riktigt, och de rangordnas inte.',
    },
  },
  fair: {
    people: (municipalities: string, fewest: string, most: string) =>
      fewest === most
        ? `I ${municipalities} kommuner har så många personer poäng i måttet båda gångerna att talen kan visas: ${fewest} personer i varje.`
        : `I ${municipalities} kommuner har så många personer poäng i måttet båda gångerna att talen kan visas: mellan ${fewest} och ${most} personer i varje.`,
    chance: (chance: string, observed: string) =>
      `Om alla dessa kommuner i själva verket hade ändrats precis lika mycket, skulle slumpen ändå i genomsnitt ge ungefär ${chance} poäng mellan det högsta och det lägsta talet. Här skiljer det ${observed}.`,
    told: (typical: string, low: string, high: string) =>
      `Högsta och lägsta tal är bara två av talen. En annan måttstock är spridningen (τ), som tar med alla kommuner och hur många som har svarat i var och en. Efter den skiljer de sig åt mer än vad slumpen brukar ge: svaren tyder på att de har ändrats olika mycket på riktigt, i typfallet ${typical} poäng från genomsnittskommunen (95\u00a0%-intervall ${low} till ${high}).`,
    untold: (high: string) =>
      `Högsta och lägsta tal är bara två av talen. En annan måttstock är spridningen (τ), som tar med alla kommuner och hur många som har svarat i var och en. Efter den går det inte att avgöra om kommunerna har ändrats olika mycket på riktigt. Svaren går ihop både med att ingenting skiljer dem åt och med att de i typfallet ligger upp till ${high} poäng från genomsnittskommunen.`,
    noModel: {
      few: 'De är för få för att räkna på hur mycket kommunerna skiljer sig åt på riktigt.',
      equal:
        'I minst en av dem har alla ändrats lika mycket, så det går inte att räkna på hur mycket kommunerna skiljer sig åt på riktigt.',
      withheld:
        'Eftersom den gemensamma förändringen inte visas går det inte att visa hur mycket kommunerna skiljer sig åt på riktigt.',
    },
    elsewhere: (low: string, high: string) =>
      `Om skillnaderna är så stora som svaren närmast tyder på, väntas den verkliga förändringen i en annan, liknande kommun ligga någonstans mellan ${low} och ${high} poäng.`,
    read: 'Läs därför varje kommun för sig, tillsammans med dess intervall. Slumpen har del i varje skillnad, så ingen rangordning visas.',
    tooFew:
      'Talen kan visas för så få kommuner att det inte går att säga vad som skiljer dem åt. Läs varje kommun för sig, tillsammans med dess intervall.',
    noVariation:
      'I varje kommun som visas har alla ändrat sig lika mycket, så det går inte att räkna på vad slumpen kan ge. Med så få svar är det ingen säkerhet.',
    nothing: 'Ingen kommun har så många svar att dess tal kan visas. Det skyddar dem som har svarat.',
  },
  chartFiles: 'Diagrammet som bild och fil',
  twoFigures: 'Varför två tal?',
  twoFiguresText:
    'Det uppmätta talet är medelvärdet bland dem som svarade i kommunen. Det sammanvägda drar det uppmätta mot genomsnittskommunen, mer ju färre som har svarat, eftersom ett högt eller lågt tal i en liten grupp till en del är slump. För den som vill veta hur det ligger till i en kommun hamnar det sammanvägda närmare, i genomsnitt över kommunerna; för den som vill veta vad de svarande sade gäller det uppmätta. Det sammanvägdas intervall är snarare för smalt. Att det utesluter noll visar därför inte att just den kommunen har ändrats: det gör bara det uppmättas.',
  allShrunken:
    'Här är alla sammanvägda tal lika. Svaren visar inga skillnader utöver slumpen, men det betyder inte att kommunerna är lika. Talet och dess intervall gäller genomsnittskommunen, inte någon särskild kommun.',
  hidden: (names: string, threshold: string) =>
    `Visas inte: ${names}. Där har färre än ${threshold} personer poäng i måttet båda gångerna, eller så skulle ett sådant tal annars gå att räkna ut. Det säger ingenting om hur det har gått där.`,
  counted: 'Deras svar räknas med i talen för alla.',
  municipality: 'Kommun',
  group: 'Aktörsgrupp',
  measure: 'Mått',
  people: 'Personer',
  before: 'Före',
  after: 'Efter',
  measured: 'Uppmätt förändring (95\u00a0%)',
  shrunken: 'Sammanvägd förändring (95\u00a0%)',
  change: 'Förändring (95\u00a0%)',
  tableTitle: 'Alla tal',
  order: 'Kommunerna står i kodordning, län för län. Nivåerna före och efter gäller samma personer som förändringen.',
  moreTitle: 'För den som vill räkna efter',
  more: {
    observed: 'Högsta minus lägsta uppmätta förändring',
    chance: 'Samma skillnad om bara slumpen skilde dem åt, i genomsnitt',
    average: 'Genomsnittskommunen',
    typical: 'Verkliga skillnader, standardavvikelse (τ)',
    tau2: 'Deras varians (τ²)',
    iSquared: 'Andel av variationen som slumpen inte väntas ge (I²)',
    q: 'Cochrans Q',
    prediction: 'Väntat i en annan, liknande kommun (95\u00a0%)',
  },
  qValue: (q: string, df: string, p: string) => `${q} (df ${df}, p ${p})`,
  moreNote: {
    chance: 'Slumpens skillnad är räknad ur tabellens antal personer och en gemensam spridning inom kommunerna.',
    model:
      'Övriga tal kommer från en modell där kommunernas verkliga förändringar får skilja sig åt (random effects). De sammanvägda intervallen, och det för en annan kommun, räknar inte in hur osäker τ är. De är därför snarare för smala, mest när τ är noll eller nära noll. Vad som sägs om skillnaderna följer intervallet för τ, som är tvåsidigt; Q prövar bara åt ett håll.',
    together: 'Dolda kommuner räknas i modellen tillsammans, som en.',
  },

  groupsTitle: 'Så läser du grupperna',
  groupsText:
    'Varje rad är de i gruppen som svarade båda gångerna, i alla kommuner tillsammans. Grupperna är olika stora, så läs varje rad med sitt intervall. Intervallen förutsätter att de som svarar inte liknar varandra mer för att de kommer från samma kommun. Att en grupps intervall utesluter noll och en annans inte gör det betyder inte att grupperna skiljer sig åt. Grupper visas aldrig kommun för kommun.',
  groupsHidden: (names: string) =>
    `Visas inte: ${names}. De är för få, eller så skulle ett sådant tal gå att räkna ut.`,
  noGroups: 'Frågeformuläret har inga aktörsgrupper.',

  viewNote:
    'Bilderna visar samma tal som tabellen. Pilen går från medelvärdet före till medelvärdet efter, bland dem som svarade båda gångerna.',
  leadsTo: 'leder det till?',
  heldTogether: 'Håller ihop bitarna',
  points: (change: string) => `${change} poäng`,
  interval: (interval: string) => `95\u00a0%: ${interval}`,
  peopleCount: (people: string) => `${people} personer`,
  finding: {
    increased: 'har ökat',
    decreased: 'har minskat',
    indistinguishable: 'går inte att skilja från oförändrat',
    mixed: 'de två sätten att räkna säger olika',
  },
  wholeTitle: (name: string) => `Alla mått: ${name}`,
  mixedNote:
    'Två sätt att räkna säger olika när det uppmätta talets intervall omfattar noll men inte det sammanvägdas, eller tvärtom. Båda står i tabellen.',
  wholeNote:
    'Ju fler mått man tittar på, desto oftare utesluter ett intervall noll av en slump: i genomsnitt ett mått av tjugo, även om ingenting har hänt.',

  programme: 'Program',
  waveDays: (from: string, to: string, fromVersion: string, toVersion: string) =>
    `${from} (version ${fromVersion}) och ${to} (version ${toVersion})`,
  programmesTitle: (measure: string) => `${measure} i två program`,
  programmesText:
    'Varje rad är det som programmet självt har fryst, för de personer som svarade båda gångerna i det programmet. Programmen kan ha frågat olika personer, i olika tid och från olika utgångsläge.',
  noDifference:
    'Skillnaden mellan programmen räknas inte ut. En del kan ha svarat i båda, och då stämmer inte den osäkerhet som en sådan skillnad brukar anges med. Att förändringen är större i det ena programmet visar inte att det programmet gjorde mer.',
  noProgramme: 'Det finns inget annat projekt med samma kommuner som du har rätt att se.',
  noCut:
    'Program jämförs bara med frysta tal, så att ingen kan räkna ut enskilda svar ur tal som ändras. Det här fattas innan tabellen kan visas:',
  toFreeze: (project: string) => `${project} har inget fryst underlag ännu.`,
  freeze: (project: string) => `Frys ett underlag i ${project}`,
  freezeOthers: 'Den som samordnar det projektet, eller en administratör, kan frysa ett.',
  refused: {
    questionnaire: 'De två programmen har använt olika frågeformulär. Måtten betyder inte samma sak.',
    missing: 'Måttet finns inte i båda programmens frysta underlag.',
    revision: 'Måttet är räknat på olika sätt i de två programmen. Då skulle en skillnad kunna bero på räknesättet.',
    core: (items: string) =>
      `Måttet bygger inte på samma frågor i båda programmen (${items}). Då skulle en skillnad kunna bero på frågorna.`,
    withheld: 'Måttet visas inte för alla personer i något av programmen, så det går inte att jämföra.',
    overlap:
      'Programmens mätningar överlappar i tid, och i någon kommun skiljer det så få personer mellan dem att enskilda svar skulle kunna räknas ut. De visas därför inte sida vid sida.',
  },
  refusedTitle: (measure: string) => `${measure} jämförs inte mellan programmen`,
}
