// Swedish words of the report to the funder: headings, and the texts made from the figures. "Förändring" throughout:
// there is no comparison group.
interface Wave {
  wave: string
  days: string
  invited: string
  answered: string
}
interface Claim {
  name: string
  points: string
  change: string
  interval: string
  units: string
}
interface Counted {
  name: string
  /** People who answered: the first wave, or both. */
  all: string
  counted: string
  reason: string
}
interface Sentence {
  name: string
  points: string
  change: string
  basis: string
}
interface Estimate {
  name: string
  measure: string
  change: string
  interval: string
}

const ownInterval = (interval: string | null): string =>
  interval === null ? 'inget intervall, för alla har ändrats lika mycket' : `95\u00a0%-intervall ${interval}`

export default {
  people: (told: string, isOne: boolean) => `${told} ${isOne ? 'person' : 'personer'}`,
  municipalities: (told: string, isOne: boolean) => (isOne ? 'en kommun' : `${told} kommuner`),
  kind: { interim: 'Lägesrapport', final: 'Slutrapport' },
  title: (kind: string, project: string) => `${kind}: ${project}`,
  contents: 'Innehåll',
  chapterOf: (number: string, title: string) => `${number} ${title}`,
  appendixOf: (letter: string, title: string) => `Bilaga ${letter}. ${title}`,
  table: 'Tabell',
  figure: 'Figur',
  originsLead:
    'Siffran i hakparentes efter ett tal i rapporten hänvisar hit. Varje rad är en grupp av tal i det frysta underlaget. Adressen leder till en sida med talet i full precision, antalet personer bakom det, formeln, regeln för vad som visas och underlagets kontrollsummor.',
  originsHeadings: { number: 'Nr', figures: 'Tal i rapporten', address: 'Adress i underlaget' },
  cover: {
    project: 'Projekt',
    organisation: 'Projektägare',
    recipient: 'Till',
    journalNumber: 'Journalnummer',
    period: 'Period',
    version: 'Rapportens version',
    contact: 'Kontakt',
    cut: 'Underlag',
    cutOf: (code: string) => `${code} (fryst, varje tal kan följas)`,
    noCut: 'inget underlag är fryst ännu',
    invented: 'Det här är ett påhittat projekt: personer, svar och tal är uppdiktade.',
  },
  chapter: {
    summary: 'Sammanfattning',
    goals: 'Mål och utfall',
    implementation: 'Genomförande och avvikelser',
    results: 'Resultat',
    levels: 'Svar och nivåer',
    municipalities: 'Kommun för kommun',
    models: 'Modeller och spridning',
    horizontal: 'Horisontella kriterier',
    lessons: 'Lärdomar och hinder',
    sustainability: 'Långsiktighet',
    economy: 'Ekonomi',
    method: 'Metod och begränsningar',
    questions: 'Frågeformulär',
    tables: 'Tabeller',
    log: 'Analyslogg',
    origins: 'Siffrornas ursprung',
  },
  part: {
    summary: {
      title: 'Sammanfattning',
      hint: 'Högst en sida: vad projektet skulle göra, vad som blev av det och vad det betyder. Mål som räknas sägs med antal och bevis.',
    },
    goals: {
      title: 'Mål och utfall',
      hint: 'Varje mål i projektets beslut: vad som planerades, vad det blev, vad som visar det, och varför det avviker. Raderna fyller du i under Räknade mål.',
    },
    implementation: { title: 'Genomförande', hint: 'Vad som gjordes och när: möten, mätningar, konferens, med datum.' },
    deviations: {
      title: 'Avvikelser',
      hint: 'Vad som inte blev som planerat, när det upptäcktes, varför och vad ni gjorde åt det.',
    },
    responses: {
      title: 'Svarsandel och bortfall',
      hint: 'Vilka som svarade, och vad det betyder för hur talen kan läsas.',
    },
    levels: {
      title: 'Nivåer vid starten',
      hint: 'Var deltagarna stod vid den första mätningen. En lägesrapport säger inget om förändring.',
    },
    primary: { title: 'Det samlade måttet', hint: 'Projektets huvudpåstående, i de ord som intervallet tillåter.' },
    scales: { title: 'Områdena i samverkan', hint: 'Område för område, utan rangordning.' },
    service: {
      title: 'Service och lokal kraft',
      hint: 'Tillgången till service så som deltagarna ser den. Servicepunkter räknas under Mål och utfall.',
    },
    groups: { title: 'Aktörsgrupper', hint: 'Grupperna tillsammans över alla kommuner, aldrig korsade med en kommun.' },
    contacts: { title: 'Kontakter mellan grupper', hint: 'Hur nära grupperna har med varandra att göra.' },
    contribution: {
      title: 'Vad som kan ha bidragit',
      hint: 'Vad som talar för och emot att projektet har del i förändringen. Det kompletterar huvudmåttet och ersätter det aldrig.',
    },
    municipalities: { title: 'Så läses avsnitten', hint: 'Hur kommunernas avsnitt ska läsas.' },
    models: {
      title: 'Modeller, kunskapsbank och spridning',
      hint: 'De modeller som går att sprida och vilka kommuner som använder dem, vad kunskapsbanken innehåller, konferens och spridningsplan.',
    },
    horizontal: {
      title: 'Horisontella kriterier',
      hint: 'Jämställdhet, mångfald och miljö: hur både kvinnor och män, unga och äldre har varit med. Bara på nationell nivå.',
    },
    lessons: {
      title: 'Lärdomar och hinder',
      hint: 'Vad som fungerade, vad som hindrade, vad ni hade gjort annorlunda. Citat ska vara granskade, utan kommun där få har svarat.',
    },
    sustainability: {
      title: 'Efter projektet',
      hint: 'Vem som äger arbetet efter projektet, vad som är beslutat, och överlämningen till de regionala serviceprogrammen.',
    },
    economy: {
      title: 'Medfinansiering',
      hint: 'Kostnaderna redovisas i ansökan om utbetalning. Här står vad kommunerna har bidragit med.',
    },
    method: {
      title: 'Metod',
      hint: 'Skriven efter vad som verkligen gjordes i det här underlaget. Ändra bara det du vet mer om.',
    },
    limitations: { title: 'Begränsningar', hint: 'Vad talen inte kan säga.' },
    questions: { title: 'Frågorna så som de ställdes', hint: 'Frågorna kommer ur de publicerade formulären.' },
    tables: { title: 'Tabeller', hint: 'Tabellerna kommer ur underlaget.' },
    log: { title: 'Vad talen är gjorda av', hint: 'Uppgifterna kommer ur underlaget.' },
    origins: { title: 'Varje tal och dess adress', hint: 'Listan görs av talen i rapporten.' },
  },
  summary: {
    opening: ({
      project,
      organisation,
      municipalities,
    }: {
      project: string
      organisation: string
      municipalities: string
    }) => `${project} drivs av ${organisation} i ${municipalities}.`,
    startingPoint: (wave: string, days: string) =>
      `Utgångsläget är mätningen ”${wave}” (${days}). Nivåer och förändring redovisas senare, tillsammans.`,
    noChangeYet: 'Rapporten beskriver läget vid starten. Förändringen redovisas i slutrapporten.',
    scalesLead: (count: string) => `Det samlade måttet består av flera områden, och ${count} av dem kan redovisas.`,
    scalesOf: 'Det som sägs gäller genomsnittskommunen.',
    scales: {
      increased: (names: string) => `Har ökat: ${names}.`,
      indistinguishable: (names: string) => `Går inte att skilja från oförändrat: ${names}.`,
      decreased: (names: string) => `Har minskat: ${names}.`,
    },
  },
  goals: {
    lead: 'Tabellen visar varje mål i projektets beslut, vad det blev och vad som visar det. Ett mål räknas som nått när det finns bevis, inte när någon tycker att det är nått.',
    survey: (measure: string) =>
      `Målet att samverkan ska ha utvecklats mäts med enkäten: ${measure} redovisas i kapitlet Resultat.`,
    caption: 'Mål, utfall och bevis',
    goal: 'Mål',
    planned: 'Planerat',
    outcome: 'Utfall',
    evidence: 'Bevis',
    deviation: 'Avvikelse och orsak',
    none: '–',
    notFilled: 'ej ifyllt',
    notFilledNote: '”ej ifyllt”: utfallet är inte rapporterat än.',
    template: {
      forum: 'Varaktig struktur för samverkan i varje kommun',
      servicePoint: 'En servicelösning eller servicepunkt i varje kommun',
      plan: 'Lokal serviceplan i varje kommun',
      example: 'Ett gott exempel från varje kommun',
      models: 'Samverkansmodeller som kan spridas',
      network: 'Servicenätverk bildat',
      conference: 'Spridningskonferens genomförd',
      dissemination: 'Plan för nationell spridning',
      knowledge: 'Kunskapsbank på webben',
      meetings: 'Dokumenterade möten',
      survey: 'Enkät till deltagarna i alla kommuner, före och efter',
    },
  },
  implementation: {
    lead: (waves: string) =>
      waves === '1'
        ? 'Projektet har en mätning bland deltagarna, gjord eller planerad. Dagarna står i tabellen.'
        : `Projektet har ${waves} mätningar bland deltagarna, gjorda eller planerade. Dagarna står i tabellen.`,
    caption: 'Mätningar och frågeformulär',
    wave: 'Mätning',
    days: 'Dagar',
    questionnaire: 'Frågeformulär',
    version: (id: string, version: string) => `”${id}”, version ${version}`,
  },
  horizontal: {
    lead: 'Enkäten frågar om kön och ålder för att visa vilka projektet har nått. Svaren räknas bara för hela projektet, aldrig per kommun, och ingår inte i något annat tal. Den som svarade båda gångerna räknas efter sitt första svar på frågan.',
    shares: (criterion: string, people: string, list: string) => `${criterion}, av dem som svarade ${people}: ${list}.`,
    people: {
      either: 'någon gång',
      from: 'första gången',
      to: 'andra gången',
      both: 'båda gångerna',
    },
    share: (answer: string, percent: string) => `${answer} ${percent}`,
    notAsked: 'Enkäten frågar varken om kön eller ålder. Därför visas inga tal här.',
    notCounted: 'Underlaget frystes innan kön och ålder räknades. Därför visas inga tal här.',
    allHidden: (criterion: string) =>
      `${criterion}: inga antal visas, för svaren är för få eller för lika, eller så skulle ett litet antal gå att räkna ut.`,
    caption: (criterion: string) => `${criterion} bland dem som svarade`,
    answer: 'Svar',
    cell: (people: string, share: string) => `${people} (${share})`,
  },
  responses: {
    firstTitle: 'Svarsandel',
    first: ({ wave, days, invited, answered }: Wave) =>
      `Till mätningen ”${wave}” (${days}) bjöds ${invited} in, och ${answered} svarade.`,
    both: (from: Wave, to: Wave, both: string) =>
      `Till mätningen ”${from.wave}” (${from.days}) bjöds ${from.invited} in, och ${from.answered} svarade. Till mätningen ”${to.wave}” (${to.days}) bjöds ${to.invited} in, och ${to.answered} svarade. ${both} svarade båda gångerna, och förändringen räknas bland dem.`,
    rateFirst: (rate: string) => `Svarsandelen är ${rate} (fullständiga och delvisa svar, RR2 enligt AAPOR).`,
    rates: (from: string, to: string) =>
      `Svarsandelen är ${from} första gången och ${to} andra gången (fullständiga och delvisa svar, RR2 enligt AAPOR).`,
    retention: (share: string) => `${share} av dem som svarade första gången svarade också andra gången.`,
    excludedNote: 'De som driver projektet är inte med i talen.',
    leavers: (measure: string) => `Bortfallet mellan mätningarna har prövats på ${measure}.`,
    funnelCaption: 'Från inbjudan till svar',
    funnelNote: '”–”: ingen har noterat det.',
    wave: 'Mätning',
    municipality: 'Kommun',
    measure: 'Mått',
    people: 'Personer',
    mean: 'Medelvärde',
    sd: 'Standardavvikelse',
    step: {
      invited: 'Inbjudna',
      delivered: 'Brev levererat',
      opened: 'Öppnat länken',
      started: 'Börjat',
      answered: 'Svarat',
      usable: 'Användbara svar',
      both: 'Svarat båda gångerna',
    },
    municipalityCaption: 'Inbjudna och svarande per kommun',
    count: {
      invitedFrom: 'Inbjudna, första',
      answeredFrom: 'Svarade, första',
      invitedTo: 'Inbjudna, andra',
      answeredTo: 'Svarade, andra',
      both: 'Svarade båda',
    },
    hidden: 'visas ej',
    none: '–',
    hiddenNote: (threshold: string) =>
      `”visas ej”: färre än ${threshold} personer, eller dolt för att ett sådant tal annars skulle gå att räkna ut.`,
    levelsLater: (wave: string, days: string) =>
      `Mätningen ”${wave}” (${days}) är utgångsläget. Nivåerna redovisas tillsammans med förändringen, när två mätningar är gjorda och talen är frysta. Stod de här redan nu kunde någon sedan dra de senare talen från dem, och räkna fram vad de få som inte svarar igen har svarat.`,
    levelsLead: (wave: string) =>
      `Tabellen visar var de som svarade på mätningen ”${wave}” stod, på skalan 0–100. Nivåerna är ett utgångsläge, inget omdöme.`,
    levelsCaption: 'Nivåer vid den första mätningen',
    levelsNote: 'Medelvärden på skalan 0–100 bland alla som svarade på mätningen.',
  },
  counted: {
    interim: ({ name, all, counted, reason }: Counted) =>
      `Av de ${all} som svarade på den första mätningen är ${counted} med i ${name}. ${reason}`,
    final: ({ name, all, counted, reason }: Counted) =>
      `Av de ${all} som svarade båda gångerna är ${counted} med i ${name}. ${reason}`,
    reason: {
      scale: 'De andra hade svarat på för få av måttets frågor.',
      composite:
        'De andra saknar i någon av mätningarna värde på något av de mått som det består av. Den som saknar ett av dem räknas i regel inte i något av dem, för annars skulle enskilda personers svar gå att räkna fram ur skillnaden mellan måtten.',
    },
  },
  change: {
    noPrimary: 'Frågeformuläret har inget samlat mått.',
    withheld: {
      too_few: (name: string) => `${name}: förändringen visas inte.`,
      not_comparable: (name: string) =>
        `${name}: frågorna är inte jämförbara mellan versionerna, så ingen förändring räknas.`,
      not_asked: (name: string) => `${name}: frågorna ställdes inte båda gångerna, så ingen förändring räknas.`,
    },
    lacking: (names: string) =>
      `${names} hör till måttet men räknas inte med i jämförelsen, för frågorna ställdes inte lika båda gångerna.`,
    claim: {
      increased: ({ name, points, interval, units }: Claim) =>
        `${name} har ökat med ${points} poäng i genomsnittskommunen, på en skala från 0 till 100 (95\u00a0%-intervall ${interval}; ${units}).`,
      decreased: ({ name, points, interval, units }: Claim) =>
        `${name} har minskat med ${points} poäng i genomsnittskommunen, på en skala från 0 till 100 (95\u00a0%-intervall ${interval}; ${units}).`,
      indistinguishable: ({ name, change, interval, units }: Claim) =>
        `${name} går i genomsnittskommunen inte att skilja från oförändrat: ${change} poäng på en skala från 0 till 100 (95\u00a0%-intervall ${interval}; ${units}). Det betyder inte att ingenting har hänt.`,
    },
    units: (units: string) => `beräknat på ${units} kommuner`,
    unitsTogether: (units: string) => `beräknat på ${units} enheter: varje visad kommun för sig, de dolda tillsammans`,
    found: {
      increased: (name: string) => `${name} har ökat.`,
      decreased: (name: string) => `${name} har minskat.`,
      indistinguishable: (name: string) =>
        `${name} går inte att skilja från oförändrat. Det betyder inte att ingenting har hänt.`,
      unknown: (name: string) => `${name}: alla ändrades lika mycket, så osäkerheten går inte att beräkna.`,
    },
    participants: ({
      people,
      before,
      after,
      change,
      interval,
    }: {
      people: string
      before: string
      after: string
      change: string
      /** null where everybody changed equally much. */
      interval: string | null
    }) =>
      `Bland de ${people} personer som har poäng båda gångerna gick medelvärdet från ${before} till ${after}, en förändring på ${change} poäng (${ownInterval(interval)}).`,
    directions: ({
      people,
      improved,
      unchanged,
      declined,
    }: {
      people: string
      improved: string
      unchanged: string
      declined: string
    }) =>
      `Av de ${people} svarade ${improved} märkbart bättre, ${unchanged} ungefär lika och ${declined} märkbart sämre än första gången.`,
    spread: (interval: string) =>
      `Kommuner kan skilja sig åt. I en annan, liknande kommun väntas förändringen ligga i intervallet ${interval} poäng (95\u00a0%-prediktionsintervall).`,
    noCause: 'Projektet har ingen jämförelsegrupp: talen visar förändring, inte vad den beror på.',
    sentence: {
      increased: ({ name, points, basis }: Sentence) => `${name} har ökat med ${points} poäng (${basis}).`,
      decreased: ({ name, points, basis }: Sentence) => `${name} har minskat med ${points} poäng (${basis}).`,
      indistinguishable: ({ name, change, basis }: Sentence) =>
        `${name} går inte att skilja från oförändrat: ${change} poäng (${basis}).`,
      unknown: ({ name, change, basis }: Sentence) => `${name}: förändringen är ${change} poäng (${basis}).`,
    },
    sentenceMunicipality: {
      increased: ({ name, points, basis }: Sentence) =>
        `${name} har ökat med ${points} poäng i genomsnittskommunen (${basis}).`,
      decreased: ({ name, points, basis }: Sentence) =>
        `${name} har minskat med ${points} poäng i genomsnittskommunen (${basis}).`,
      indistinguishable: ({ name, change, basis }: Sentence) =>
        `${name} går i genomsnittskommunen inte att skilja från oförändrat: ${change} poäng (${basis}).`,
    },
    participant: (change: string, basis: string) => `Genomsnittsdeltagaren: ${change} poäng (${basis}).`,
    interval: (interval: string) => `95\u00a0%-intervall ${interval}`,
    noInterval: 'inget intervall',
    people: (n: string) => `${n} personer`,
    adjusted: (p: string) => `p efter Holm ${p}`,
    basis: (facts: readonly string[]) => facts.join('; '),
    scalesLead: (count: string, isTested: boolean) =>
      `Måttet är sammansatt av ${count} områden. De redovisas i frågeformulärets ordning${isTested ? ', med p-värden som tar hänsyn till att de är flera (Holm)' : ''}.`,
    serviceLead:
      'Service och lokal kraft ingår inte i det samlade måttet: de är vad samverkan ska leda till, och vad den vilar på. Det är deltagarnas bild; öppnade servicepunkter räknas under Mål och utfall.',
    noGroups: (measure: string) =>
      `Förändringen i ${measure} visas inte för någon aktörsgrupp: för få i varje grupp har svarat båda gångerna, eller så skulle ett dolt tal annars gå att räkna ut.`,
    groupsLead: (measure: string) =>
      `Tabellen visar förändringen i ${measure} för varje aktörsgrupp, i alla kommuner tillsammans. Grupperna är olika stora och ska inte rangordnas; ingen prövning görs mellan dem.`,
    primaryCaption: (name: string) => `${name} före och efter, bland dem som har poäng båda gångerna`,
    scalesCaption: 'Områdena före och efter, bland dem som har poäng båda gångerna',
    serviceCaption: 'Service och lokal kraft före och efter, bland dem som har poäng båda gångerna',
    groupsCaption: (name: string) => `${name}: förändring per aktörsgrupp`,
    checksCaption: (name: string) => `${name}: samma förändring beräknad på andra sätt`,
    measure: 'Mått',
    group: 'Aktörsgrupp',
    pairs: 'Personer',
    before: 'Före',
    after: 'Efter',
    change: 'Förändring',
    method: 'Sätt att räkna',
    value: 'Värde',
    intervalHeading: '95\u00a0%-intervall',
    hidden: 'visas ej',
    none: '–',
    tableNote:
      'Medelvärden på skalan 0–100. Omfattar intervallet noll går förändringen inte att skilja från oförändrat.',
    groupsNote: '”visas ej”: för få svar, eller dolt för att ett sådant tal annars skulle gå att räkna ut.',
    standardised: 'I standardavvikelser (g)',
    typical: 'Typisk förändring (Hodges–Lehmann), poäng',
    ranks: 'Rangbiserial korrelation',
    bootstrap: 'Medelförändring med bootstrapintervall, poäng',
    sensitivity: (method: string, spread: string) => `Genomsnittskommunen: ${method}, ${spread}, poäng`,
    betweenVariance: { paule_mandel: 'Paule–Mandel', dersimonian_laird: 'DerSimonian–Laird', reml: 'REML' },
    spreadOf: { pooled: 'gemensam spridning', own: 'egen spridning' },
  },
  contacts: {
    lead: (strongest: string) =>
      `Tabellen visar hur nära grupperna har med varandra att göra, på en skala från 0 (ingen kontakt) till ${strongest} (planerar och beslutar tillsammans). Raden är den som svarar, kolumnen den som svaret gäller.`,
    caption: 'Kontakter mellan grupper, före → efter',
    who: 'Den som svarar',
    cell: (from: string, to: string) => `${from} → ${to}`,
    hidden: 'visas ej',
    notAsked: '–',
    note: '”visas ej”: för få svar. ”–”: gruppen fick inte frågan. Medelvärden bland dem som svarade båda gångerna.',
  },
  contribution: {
    lead: 'Utan jämförelsegrupp går det inte att säga vad som orsakade förändringen. Här står det som ändå hör till bilden: vad deltagarna själva säger, om de som var med mer ändrades mer, och hur de i dag ser på starten. Inget av det ersätter huvudmåttet.',
    perceivedCaption: (question: string, people: string) => `”${question}” ${people} personer svarade`,
    perceivedNote:
      'Vad människor minns färgas av hur de har det i dag. Svaren står vid sidan av måtten före och efter.',
    doseCaption: (measure: string, question: string) => `${measure}: förändring efter svaret på ”${question}”`,
    doseNote:
      'De som var med mer kan ha varit annorlunda redan från början. Skillnader mellan raderna är ingen orsak, och ingen prövning görs mellan dem.',
    shiftCaption: (question: string) => `Då och nu: ”${question}”`,
    shift: {
      prospective: 'I dag minus då, så som det sades då',
      adjusted: 'I dag minus då, så som det ses i dag',
      recalibration: 'Då, så som det ses i dag, minus då, så som det sades då',
    },
    shiftNote:
      'Steg på frågans egen skala. Skiljer sig bilden av starten kan deltagarnas måttstock ha ändrats; minnet kan också ta fel.',
    shiftHidden: (names: string) =>
      `Visas inte, eftersom några få svars skillnad annars skulle gå att räkna ut: ${names}.`,
    answer: 'Svar',
    comparison: 'Jämförelse',
    people: 'Personer',
    share: 'Andel',
    change: 'Förändring',
    steps: 'Steg',
    intervalHeading: '95\u00a0%-intervall',
    noAnswer: 'inget svar',
    hidden: 'visas ej',
    none: '–',
    hiddenNote: '”visas ej”: för få svar, eller dolt för att ett sådant tal annars skulle gå att räkna ut.',
  },
  lessons: {
    lead: 'Deltagarna har också svarat med egna ord. Svaren är granskade. De fryses inte med underlaget: under varje fråga står vilken dag de är från.',
    themed: 'Svaren har sorterats i teman av två personer, oberoende av varandra.',
    quoted:
      'De citeras bara där någon har godkänt det. Citaten står som de skrevs, utom det som kan röja någon, i slumpvis ordning. Kommunen står bara där minst tio har svarat.',
    question: (question: string, wave: string) => `${question} (${wave})`,
    caption: (question: string, wave: string) => `Teman i svaren på ”${question}” (${wave})`,
    theme: 'Tema',
    count: 'Tar upp det',
    of: (count: string, people: string) => `${count} av ${people}`,
    hidden: 'visas ej',
    themesNote:
      'En person kan ta upp flera teman. ”visas ej”: få tar upp det, eller nästan alla, eller dolt för att ett sådant tal annars skulle gå att räkna ut.',
    asOf: (time: string) => `Så som de har varit sedan ${time}.`,
    quote: (quote: string, place: string | null) => (place === null ? `”${quote}”` : `”${quote}” (${place})`),
  },
  municipality: {
    lead: 'Varje kommun har ett avsnitt. Kommunens eget tal vägs samman med de andras: ju färre svar, desto mer.',
    leadAlone: 'Varje kommun har ett avsnitt. Talet är kommunens eget.',
    noRanking:
      'Kommunerna står i kodordning, de med få tal sist, och ska inte rangordnas, för skillnader mellan kommuner uppstår också av en slump.',
    answered: ({ invited, answered, both }: { invited: string; answered: string; both: string }) =>
      `I kommunen bjöds ${invited} in till den första mätningen. ${answered} svarade, och ${both} svarade båda gångerna.`,
    finance: (decided: string) => `Kommunen har beslutat om ${decided} kronor i medfinansiering.`,
    hint: 'Vad kommunen har gjort: milstolpar, servicepunkt, gott exempel, och vad som bidrog.',
    estimate: {
      increased: ({ name, measure, change, interval }: Estimate) =>
        `${measure} har ökat i ${name}: uppskattningsvis ${change} poäng (95\u00a0%-intervall ${interval}).`,
      decreased: ({ name, measure, change, interval }: Estimate) =>
        `${measure} har minskat i ${name}: uppskattningsvis ${change} poäng (95\u00a0%-intervall ${interval}).`,
      indistinguishable: ({ name, measure, change, interval }: Estimate) =>
        `${measure} går i ${name} inte att skilja från oförändrat: uppskattningsvis ${change} poäng (95\u00a0%-intervall ${interval}).`,
      mixed: ({ name, measure, change, interval }: Estimate) =>
        `${measure} i ${name}: uppskattningsvis ${change} poäng (95\u00a0%-intervall ${interval}). Kommunens eget tal tillåter inte samma läsning, så inget sägs om att just den kommunen har ändrats.`,
    },
    own: ({ change, interval, people }: { change: string; interval: string | null; people: string }) =>
      `Kommunens eget tal är ${change} poäng (${ownInterval(interval)}; ${people} personer med poäng båda gångerna).`,
    ownOnly: (name: string, measure: string) => `${measure} i ${name}.`,
    why: 'Uppskattningen är kommunens eget tal sammanvägt med de andra kommunernas.',
    hiddenMeasure: (name: string, measure: string, threshold: string) =>
      `${measure} visas inte för ${name}. Antingen har färre än ${threshold} personer värden från båda mätningarna, eller så skulle ett dolt tal annars gå att räkna ut. Det säger ingenting om hur samverkan fungerar i kommunen.`,
    hidden: (name: string, threshold: string) =>
      `För ${name} visas inga tal. Antingen har färre än ${threshold} personer värden från båda mätningarna, eller så skulle ett dolt tal annars gå att räkna ut. Det säger ingenting om hur samverkan fungerar i kommunen.`,
    counted: 'Svaren därifrån räknas med i alla gemensamma tal.',
    notComparable: (name: string, measure: string) =>
      `För ${name} går ${measure} inte att jämföra mellan mätningarna: för få frågor var desamma.`,
    caption: (name: string) => `${name}: förändring per mått`,
    pictureCaption: (name: string) => `${name}: kommunens egna tal före och efter`,
    municipality: 'Kommun',
    measure: 'Mått',
    pairs: 'Personer',
    before: 'Före',
    after: 'Efter',
    change: 'Eget tal',
    estimateHeading: 'Uppskattning',
    intervalHeading: '95\u00a0%-intervall',
    none: '–',
    hiddenShort: 'visas ej',
    noInterval: 'inget intervall',
    tableNote: 'Före, efter och eget tal: medelvärden bland kommunens egna svar.',
    estimateNote: 'Uppskattning med intervall: sammanvägd med de andra kommunerna.',
  },
  economy: {
    lead: (decided: string, received: string) =>
      `Kommunerna har beslutat om ${decided} kronor i medfinansiering, och ${received} kronor har kommit in. Kostnaderna redovisas i ansökan om utbetalning.`,
    empty: 'Kommunernas medfinansiering är inte ifylld. Kostnaderna redovisas i ansökan om utbetalning.',
    caption: 'Medfinansiering per kommun, kronor',
    municipality: 'Kommun',
    decided: 'Beslutat',
    received: 'Inbetalt',
    decision: 'Beslut (diarienummer, dag)',
    total: 'Summa',
    notFilled: '–',
    note: 'Ifyllt av projektet. ”–”: inte ifyllt.',
  },
  method: {
    asked: ({
      municipalities,
      questionnaire,
      invited,
    }: {
      municipalities: string
      questionnaire: string
      invited: string
    }) =>
      `Deltagare i ${municipalities} fick frågeformuläret ”${questionnaire}” med en personlig länk eller kod. ${invited} bjöds in till den första mätningen. Svaren hör till en plats i samverkan (kommun och aktörsgrupp) och förs samman över mätningarna med pseudonymer; inga namn finns i underlaget.`,
    modes: (waves: string) => `Så kom svaren in: ${waves}.`,
    modesOf: (wave: string, ways: string) => `”${wave}” ${ways}`,
    modesUnknown: (wave: string) => `”${wave}” är inte noterat för alla`,
    mode: {
      web: (people: string) => `${people} på webben`,
      paper: (people: string) => `${people} på papper`,
      telephone: (people: string) => `${people} per telefon`,
      import: (people: string) => `${people} ur en fil`,
    },
    modeHidden: 'ett antal som inte visas',
    excluded: (groups: string) => `${groups} driver projektet och är inte med i något av talen.`,
    sameVersion: (version: string) => `Båda mätningarna använde version ${version} av frågeformuläret.`,
    core: ({ from, to, comparable, total }: { from: string; to: string; comparable: string; total: string }) =>
      `Den första mätningen använde version ${from} av frågeformuläret och den andra version ${to}. ${comparable} av ${total} frågor mäter samma sak i båda, och jämförelsen bygger bara på dem.`,
    leftLead: (left: string) => `Utelämnade ur jämförelsen: ${left}.`,
    left: (item: string, reason: string) => `${item} (${reason})`,
    triedIn: (where: string) => `Frågeformuläret har prövats förut: ${where}`,
    leftBecause: {
      broken: 'ändrad, och ingen har bedömt den som jämförbar',
      dropped: 'finns inte i båda frågeformulären',
      not_asked: 'ställdes inte i båda mätningarna',
    },
    leftInSwedish: (reason: string) => reason,
    scoring:
      'Varje svar räknas om till 0–100 på sin egen skala, och omvänt ställda frågor vänds. En persons värde på ett mått är medelvärdet av de frågor som personen svarade på.',
    needed: (needed: string, of: string, names: string) => `minst ${needed} av ${of} frågor i ${names}`,
    answersNeeded: (needs: string) =>
      `Ett mått räknas för den som har svarat på tillräckligt många av dess frågor: ${needs}.`,
    everyQuestion: 'Ett mått räknas för den som har svarat på dess fråga.',
    neverZero: 'En överhoppad fråga och ”vet ej” räknas aldrig som noll.',
    composite: (name: string, of: string, minimum: string, total: string) =>
      `${name} är medelvärdet av ${of}, och räknas för den som har värde på minst ${minimum} av dessa ${total}.`,
    change: (both: string, points: string) =>
      `Förändringen är medelvärdet av personernas egna förändringar bland dem som har värde på måttet båda gångerna (högst de ${both} som svarade båda gångerna), med 95-procentigt konfidensintervall ur t-fördelningen. En person räknas som märkbart förändrad vid mer än ${points} poäng.`,
    model: ({
      method,
      spread,
      units,
      tau2,
      iSquared,
      primary,
    }: {
      method: string
      spread: string
      units: string
      tau2: string
      iSquared: string
      primary: string
    }) =>
      `Personer i samma kommun liknar varandra, så huvudpåståendet om ${primary} gäller genomsnittskommunen: ${units} vägs samman i en modell med slumpmässiga kommunskillnader (${method}, ${spread}; τ² = ${tau2}, I² = ${iSquared}) och intervall enligt Hartung–Knapp.`,
    units: (units: string) => `${units} kommuner`,
    unitsTogether: (units: string) => `${units} enheter (varje visad kommun för sig, de dolda tillsammans)`,
    shrinking:
      'Varje visad kommuns tal dras mot genomsnittet i den mån kommunens storlek kräver det; intervallet är något för smalt, eftersom osäkerheten i τ² inte räknas in.',
    noModel: {
      few: 'De kommuner som kan visas är för få för en modell över dem, så talen gäller genomsnittsdeltagaren.',
      equal:
        'I minst en kommun har alla ändrats lika mycket. Då går kommunerna inte att väga samman i en modell, så talen gäller genomsnittsdeltagaren.',
      withheld: 'Kommunerna vägs inte samman i en modell, för den gemensamma förändringen visas inte.',
    },
    betweenVariance: { paule_mandel: 'Paule–Mandel', dersimonian_laird: 'DerSimonian–Laird', reml: 'REML' },
    spreadOf: { pooled: 'gemensam spridning inom kommunerna', own: 'egen spridning i varje kommun' },
    primaryTest: (name: string) => `${name} bestämdes i förväg som huvudmått och prövas utan korrigering.`,
    scaleTests: (count: string) => `De ${count} områdena prövas som en familj, med Holms korrigering.`,
    noOtherTests: 'Övriga tal är beskrivande och har inga p-värden.',
    checksLead: 'Som kontroll har samma förändring räknats på andra sätt.',
    ranks: (method: string, zeros: string, p: string) =>
      `Wilcoxons teckenrangtest (${method}; ${zeros}) ger p-värdet ${p}.`,
    rankMethod: { exact: 'exakt', normal: 'normalapproximation' },
    zeros: { wilcoxon: 'par utan förändring utelämnade', pratt: 'par utan förändring rangordnade enligt Pratt' },
    bootstrap: (replicates: string, seed: string) =>
      `Bootstrap med ${replicates} dragningar och frö ${seed} kan göras om tal för tal.`,
    hiding: (threshold: string) =>
      `Inget tal visas om det bygger på färre än ${threshold} personer, och inget som gör att ett sådant tal går att räkna ut genom subtraktion.`,
    nothingHidden: (name: string, total: string) => `För ${name} visas alla ${total} kommuner.`,
    hidden: ({ name, shown, total, list }: { name: string; shown: string; total: string; list: string }) =>
      `För ${name} visas ${shown} av ${total} kommuner; ${list} visas inte.`,
    counted: 'Svaren därifrån är med i de gemensamma talen.',
    hiddenFigures: (count: string) => `I hela underlaget är ${count} tal eller grupper av tal dolda.`,
    differencing:
      'Innan underlaget frystes jämfördes det med tidigare underlag, så att ingen kan urskiljas genom att dra det ena från det andra.',
    leaving: (onlyFrom: string, onlyTo: string) =>
      `${onlyFrom} svarade bara första gången och ${onlyTo} bara andra gången.`,
    weighting: (classes: string) =>
      `Vad bortfallet kan ha gjort prövas med viktning i ${classes} klasser av aktörsgrupper, och med antagandet att ingen med poäng bara första gången har ändrat sig.`,
    alpha: (low: string, high: string) =>
      `Måttens inre samstämmighet (Cronbachs alfa vid den första mätningen, alla kommuner tillsammans) ligger mellan ${low} och ${high}.`,
    noQuality: 'För få svarade på allt för att måttens inre samstämmighet ska kunna redovisas.',
    detectable: ({ spread, people, change }: { spread: string; people: string; change: string }) =>
      `Med ${people} par hade en förändring på ${change} poäng eller mer oftast (åtta gånger av tio) synts, om personer skiljer sig åt med ${spread} poängs standardavvikelse. Antagandet gjordes före svaren.`,
    reproducing: ({
      code,
      version,
      input,
      results,
    }: {
      code: string
      version: string
      input: string
      results: string
    }) =>
      `Alla tal kommer ur det frysta underlaget ${code}, beräknat med Samverka ${version} (kontrollsumma för indata ${input}…, för resultat ${results}…). Bilagorna innehåller frågorna, analysloggen och varje tals ursprung.`,
    limits: {
      interim: 'Nivåerna är deltagarnas egen bild vid ett tillfälle. De säger ingenting om förändring eller orsak.',
      noComparison: 'Det finns ingen jämförelsegrupp. Talen visar förändring, inte vad den beror på.',
      opinion:
        'Enkäten mäter deltagarnas bild av samverkan. Mål som går att räkna redovisas med bevis under Mål och utfall.',
      noModel: {
        few: 'De kommuner som kan visas är för få för att säga något om en genomsnittskommun.',
        equal:
          'Ingenting sägs om en genomsnittskommun: i minst en kommun har alla ändrats lika mycket, så osäkerheten går inte att räkna ut.',
        withheld: 'Ingenting sägs om en genomsnittskommun, för den gemensamma förändringen visas inte.',
      },
      fewInEach: (people: string) =>
        `Svaren är få: i varje kommun som visas har färre än ${people} personer poäng båda gångerna.`,
      fewInSome: (municipalities: string, shown: string, people: string) =>
        `Svaren är få på en del håll: i ${municipalities} av de ${shown} kommuner som visas har färre än ${people} personer poäng båda gångerna.`,
      chance: 'Skillnader mellan kommuner kan bero på slumpen, och kommunerna rangordnas därför inte.',
      shift:
        'Deltagarnas måttstock kan ha ändrats mellan mätningarna: när de i slutet såg tillbaka skilde sig bilden av starten med mer än ett steg.',
      composition:
        'Delvis olika personer svarade de två gångerna, och förändringen bland alla svarande skiljer sig från den som redovisas.',
      ceiling: (names: string) =>
        `Många stod redan vid starten på högsta värdet, så en ökning kan inte synas fullt ut: ${names}.`,
      unproven: 'Det finns ingen uppgift om att frågeformuläret har prövats i andra undersökningar.',
      late: (period: string, days: string) =>
        `Utgångsläget mättes när projektet redan hade börjat (period: ${period}; mätning: ${days}). Det som hade ändrats dessförinnan syns inte.`,
      lowRate: (rates: string) =>
        `Svarsandelen var ${rates}. De som inte svarade kan ha en annan bild än de som gjorde det.`,
      rateOf: {
        from: (rate: string) => `${rate} första gången`,
        to: (rate: string) => `${rate} andra gången`,
      },
      lost: (share: string) =>
        `${share} av dem som svarade första gången svarade inte igen, och om deras förändring vet vi ingenting.`,
      hidden: (hidden: string, total: string, names: string) =>
        `${hidden} av ${total} kommuner har för få svar för att visas var för sig, eller är dolda för att andras svar inte ska gå att räkna fram: ${names}.`,
      many: (count: string) =>
        `Underlaget visar ${count} förändringar med 95-procentiga intervall. Vart och ett gäller för sig: av så många väntas ungefär vart tjugonde missa det sanna värdet, utan att det syns vilka. Bara huvudmåttet valdes i förväg, och bara p-värden inom en familj är korrigerade.`,
      alphaOf: (name: string, alpha: string) => `${name} (${alpha})`,
      lowAlpha: (line: string, names: string) =>
        `Frågorna i några mått hänger svagt ihop (lägsta Cronbachs alfa under ${line}), så där är medelvärdet ett osäkrare mått: ${names}.`,
    },
  },
  appendix: {
    questionsCaption: (title: string, version: string) => `${title}, version ${version}`,
    versionsCaption: (title: string, from: string, to: string) => `${title}, version ${from} och ${to}`,
    code: 'Kod',
    question: 'Fråga',
    compared: 'Jämförelse',
    bothWordings: (before: string, after: string) => `Före: ${before} Efter: ${after}`,
    verdict: {
      identical: 'lika',
      comparable: 'ändrad, jämförbar',
      broken: 'ändrad, ej jämförbar',
      new: 'ny',
      dropped: 'borttagen',
    },
    onlyIn: (wave: string) => `ställdes bara i ”${wave}”`,
    inNeither: 'ställdes i ingen av mätningarna',
    answersCaption: 'Svar att välja mellan',
    questions: 'Frågor',
    answers: 'Svar',
    allMeasures: 'Alla mått före och efter, bland dem som har poäng båda gångerna',
    municipalitiesCaption: (name: string) => `${name}: förändring per kommun, i kodordning`,
    municipalitiesNote: '”visas ej”: för få svar, eller dolt för att ett sådant tal annars skulle gå att räkna ut.',
    logCaption: 'Underlag, regler och program',
    fact: 'Uppgift',
    value: 'Värde',
    cut: 'Underlag',
    cutMade: (code: string, time: string) => `${code}, fryst ${time}`,
    address: 'Adress',
    waveQuestionnaire: (wave: string) => `Frågeformulär, mätningen ”${wave}”`,
    version: (id: string, version: string) => `${id}, version ${version}`,
    sum: (sha256: string) => `SHA-256: ${sha256}`,
    revisions: 'Måttens revisioner',
    excluded: 'Utelämnade aktörsgrupper',
    leftOut: 'Utelämnade frågor',
    withheld: 'Dolda tal och grupper',
    program: 'Program',
    programVersion: (version: string, node: string) => `Samverka ${version}, Node ${node}`,
    commit: 'Programmets ändring',
    source: 'Källkodens summa (SHA-256)',
    input: 'Indata (SHA-256)',
    results: 'Resultat (SHA-256)',
    none: 'inga',
    logNote: 'Samma underlag och samma texter ger samma rapport, byte för byte.',
  },
}
