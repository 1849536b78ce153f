// Swedish words of the catalogue of charts, and of the page that lists them. Titles follow the interval.
export default {
  title: 'Diagram',
  lead: 'Alla diagram ur samma resultat. Rubriken säger vad intervallet tillåter. Varje diagram har en tabell och går att hämta som bild och som fil.',
  link: 'Alla diagram',
  backToCharts: 'Diagram',
  previous: 'Föregående',
  next: 'Nästa',
  groups: {
    overall: 'Alla tillsammans',
    municipalities: 'Kommunerna',
    answers: 'Svaren på frågorna',
    contacts: 'Kontakter mellan grupper',
    people: 'De som svarade',
  },
  names: {
    scales: 'Före och efter, alla mått',
    directions: 'Förbättrade, oförändrade och försämrade',
    targets: 'Nivå och mål',
    multiples: 'Kommun och mått, alla i ett',
    forest: (name: string) => `${name}: kommunerna sammanvägda`,
    forestAlone: (name: string) => `${name}: kommunernas egna förändringar`,
    change: (name: string) => `${name}: förändring per kommun`,
    groups: (name: string) => `${name}: förändring per aktörsgrupp`,
    slope: (name: string) => `${name}: från före till efter per kommun`,
    answers: (name: string) => `${name}: svaren på varje fråga`,
    contacts: 'Kontakter som värmekarta',
    network: 'Kontakter som nätverk',
    funnel: 'Från inbjuden till svar',
    shift: 'Nu och då',
  },
  empty: (threshold: string) =>
    `Här visas ingenting: varje tal bygger på färre än ${threshold} personer, saknas, eller skulle röja ett sådant.`,

  rows: (n: string) => `${n} rader, se tabellen`,
  noteWhisker:
    'Strecket under märkena är samma intervall, lagt från medelvärdet före: når det tillbaka över det går förändringen inte att skilja från oförändrat.',

  slope: {
    alt: (name: string) => `Diagram med en linje per kommun från före till efter: ${name}.`,
    note: 'En linje per kommun, från medelvärdet före till medelvärdet efter bland dem som svarade båda gångerna. Lika lutning är lika förändring. Den som börjar högt har mindre kvar att öka. Den svarta linjen är alla personer.',
    noteAxis: (min: string, max: string) => `Skalan visar ${min} till ${max} av 0–100 poäng.`,
    noteCrowded: (most: string) =>
      `Fler än ${most} linjer: kommunernas namn står i tabellen, och visas när man pekar på en linje.`,
  },
  forest: {
    title: {
      increased: (name: string, points: string) =>
        `I den genomsnittliga kommunen har ${name} ökat med ${points}\u00a0poäng`,
      decreased: (name: string, points: string) =>
        `I den genomsnittliga kommunen har ${name} minskat med ${points}\u00a0poäng`,
      indistinguishable: (name: string, _points: string) =>
        `I den genomsnittliga kommunen går ${name} inte att skilja från oförändrat`,
    },
    alt: (name: string) => `Skogsdiagram över förändringen per kommun, egna och sammanvägda värden: ${name}.`,
    altAlone: (name: string) => `Skogsdiagram över förändringen per kommun, egna värden: ${name}.`,
    value: 'Sammanvägd förändring (95\u00a0%)',
    raw: 'Egen förändring',
    row: 'Rad',
    together: 'Dolda kommuner, tillsammans',
    average: (units: string) => `Genomsnittskommunen, av\u00a0${units}`,
    drawn: 'Sammanvägd med de andra',
    spread: 'Där en ny kommun väntas ligga',
    fewerThan: (threshold: string) => `<${threshold}`,
    sentence: {
      municipality: (name: string, people: string, raw: string, drawn: string) =>
        `${name}, ${people} personer: egen förändring ${raw} poäng, sammanvägd ${drawn}.`,
      alone: (name: string, people: string, raw: string) =>
        `${name}, ${people} personer: egen förändring ${raw} poäng.`,
      together: (value: string, interval: string) =>
        `Dolda kommuner tillsammans: sammanvägd förändring ${value} (${interval}) poäng.`,
      average: (value: string, interval: string) => `Genomsnittskommunen: ${value} (${interval}) poäng.`,
      spread: (_value: string, interval: string) => `En ny kommun väntas ligga i intervallet ${interval} poäng.`,
    },
    noteMarks:
      'Blekt: kommunens egen medelförändring. Heldraget: samma tal sammanvägt med de andra kommunernas, så att små kommuner dras mot genomsnittet. Strecken är 95-procentiga intervall. Överlapp betyder inte att kommuner är lika.',
    noteAverage:
      'Romben är genomsnittskommunen, där varje kommun räknas som en, så bred som dess intervall. Det streckade intervallet säger var förändringen i en ny kommun väntas ligga.',
    noteNoModel: {
      few: 'De kommuner som kan visas är för få för att vägas samman: här står deras egna förändringar.',
      equal:
        'I minst en kommun har alla ändrats lika mycket, så kommunerna går inte att väga samman: här står deras egna förändringar.',
      withheld:
        'Den gemensamma förändringen visas inte, så kommunerna vägs inte samman: här står deras egna förändringar.',
    },
    noteOrder: 'Kommunerna står efter län och kod, aldrig efter värde.',
    noteHidden: (threshold: string) =>
      `”<${threshold}” står där färre än ${threshold} personer har poäng båda gångerna, eller där ett dolt värde annars skulle gå att räkna fram.`,
    noteTogether: 'De dolda räknas tillsammans, som en.',
  },
  multiples: {
    title: (shown: string, counts: string) => `Av ${shown} rutor som visas: ${counts}`,
    titleNone: 'Kommun och mått: inga tal kan visas',
    alt: 'Rutor med före och efter för varje kommun och mått, alla på skalan 0–100.',
    sentence: (place: string, name: string, from: string, to: string, value: string) =>
      `${place}, ${name}: från ${from} till ${to}, ${value}.`,
    note: 'Alla rutor har samma skala, 0 till 100, med ett streck vid 50. n är antalet personer med poäng båda gångerna. Små grupper svänger mest: läs inte rutorna som en rangordning.',
    noteChance: (intervals: string) =>
      `Rutorna bygger på ${intervals} intervall, som inte är höjda för att de är många. Ungefär ett av tjugo 95-procentiga intervall missar av ren slump det rätta värdet: räkna med att några av dem som ”har ökat” eller ”har minskat” är slumpens.`,
    noteHidden: (threshold: string) =>
      `En streckad ruta är inte noll: den är dold där färre än ${threshold} personer har svarat, där ett dolt värde annars skulle gå att räkna fram, eller där frågorna inte är desamma.`,
  },
  likert: {
    title: (name: string, counts: string) => `${name}, fråga för fråga: ${counts}`,
    titleSpread: (name: string) => `${name}: så fördelade sig svaren före och efter`,
    titleNone: (name: string) => `${name}: svaren på frågorna kan inte visas`,
    noteTitle:
      'Rubriken räknar frågornas medelförändringar efter deras 95-procentiga intervall, som inte är höjda för att frågorna är flera.',
    noteTurned: 'De omvänt ställda frågorna räknas vända i rubriken: ett svar åt vänster är där en ökning.',
    alt: (name: string) => `Staplar över svaren på varje fråga före och efter, samma personer: ${name}.`,
    either: (one: string, other: string) => `${one} eller ${other}`,
    item: 'Fråga',
    answer: 'Svar',
    lower: 'svaren under mitten, tillsammans',
    upper: 'svaren över mitten, tillsammans',
    unsure: 'Vet ej',
    sentence: (item: string, wave: string, answers: string, unsure: string) =>
      `${item}, ${wave}: ${answers}; vet ej ${unsure}.`,
    note: 'Antal personer, samma båda gångerna. Det mittersta svaret är delat mitt itu: ligger mer av stapeln till höger har fler svarat över mitten.',
    noteGrouped: (items: string, threshold: string) =>
      `Svaren på var sida om mitten står tillsammans där något har färre än ${threshold} personer: ${items}.`,
    noteHidden: (items: string, threshold: string) =>
      `Visas inte: ${items}. Där skulle svar från färre än ${threshold} personer synas, eller vad alla svarade.`,
    noteUnsure: (threshold: string) =>
      `”Vet ej” räknas bland alla som svarade på enkäten båda gångerna, utanför stapeln, och visas inte när färre än ${threshold} svarade så.`,
    noteReversed: {
      higher_is_better: (items: string) => `Omvänt ställda frågor, där svar till vänster är bättre: ${items}.`,
      lower_is_better: (items: string) => `Omvänt ställda frågor, där svar till höger är bättre: ${items}.`,
    },
  },
  contacts: {
    title: (shown: string, higher: string, lower: string) =>
      `Av ${shown} rutor som visas ligger ${higher} högre efter än före och ${lower} lägre; talen saknar intervall`,
    titleNone: 'Kontakter mellan grupper: inga tal kan visas',
    keyNone: (step: string) => `${step}, ingen`,
    keyClosest: (step: string) => `${step}, närmast`,
    keyHidden: 'dold',
    keyNotAsked: 'frågades inte',
    alt: 'Värmekarta över kontakterna mellan grupper, före och efter. Raden svarar, kolumnen är den som svaret gäller.',
    rater: 'Den som svarar',
    about: 'Den som svaret gäller',
    sentence: (rater: string, about: string, from: string, to: string, people: string) =>
      `${rater} om ${about}: från ${from} till ${to}, ${people} personer.`,
    hidden: (rater: string, about: string, status: string) => `${rater} om ${about}: ${status}.`,
    note: (strongest: string) =>
      `Rutan säger hur nära kontakt radens grupp anser sig ha med kolumnens, från 0 (ingen) till ${strongest} (närmast), i medel bland dem som svarade båda gångerna.`,
    noteCompare: 'Jämför A:s syn på B med B:s syn på A: de kan skilja sig åt. Talen i rutorna har inget intervall.',
    noteHidden: (threshold: string) =>
      `En streckad ruta har färre än ${threshold} svarande eller skulle röja en sådan, och ”–” är en fråga som gruppen inte fick. En grupp utan någon ruta att visa står inte med.`,
  },
  network: {
    alt: 'Nätverk över kontakterna mellan grupper, före och efter, på samma platser.',
    note: 'En pil går från den grupp som svarar till den som svaret gäller: tjockare är närmare kontakt. Platserna är desamma före och efter, och betyder ingenting i sig.',
    title: (from: string, to: string, strongest: string) =>
      `Kontakterna mellan grupperna låg i medel på ${from} av ${strongest} före och ${to} efter; talen saknar intervall`,
    noteHidden: (threshold: string) =>
      `En grå streckad pil är dold: färre än ${threshold} personer har svarat båda gångerna, eller så skulle den röja en sådan. Hur nära kontakten är säger den inte.`,
    hidden: 'dold',
    without: 'ingen kontakt',
    noteTable: 'Samma tal står i värmekartan och i tabellen.',
    none: 'Inga kontakter mellan grupper kan visas.',
    step: (step: string) => `steg ${step}`,
  },
  directions: {
    title: (name: string, people: string, improved: string, declined: string) =>
      `${name}: av ${people} personer har ${improved} förbättrats och ${declined} försämrats`,
    counts: 'Antal',
    titleNone: 'Förbättrade, oförändrade och försämrade: inga tal kan visas',
    alt: 'Staplar över hur många personer som har förbättrats, är oförändrade och har försämrats på varje mått.',
    sentence: (name: string, people: string, improved: string, unchanged: string, declined: string) =>
      `${name}, ${people} personer: ${improved} förbättrade, ${unchanged} oförändrade, ${declined} försämrade.`,
    note: (points: string) =>
      `Förbättrad är den som svarade mer än ${points} poäng bättre, försämrad mer än ${points} poäng sämre, av dem som svarade båda gångerna. Enskilda svar svänger också av slump: läs inte antalen som ett bevis för förändring.`,
  },
  funnel: {
    title: (both: string, invited: string) => `${both} av ${invited} inbjudna svarade båda gångerna`,
    alt: 'Staplar över hur långt inbjudningarna kom, steg för steg i varje mätning.',
    code: 'Stegets kod',
    stage: 'Steg',
    stages: {
      invited: 'Inbjudna',
      delivered: 'Brevet kom fram',
      opened: 'Öppnade enkäten',
      started: 'Började svara',
      answered: 'Svarade',
      usable: 'Svarade på minst hälften',
      both: 'Svarade båda gångerna',
    },
    lost: (wave: string) => `${wave}, bortfall i steget`,
    sentence: (stage: string, from: string, before: string, to: string, after: string) =>
      `${stage}: ${from} ${before}, ${to} ${after}.`,
    note: 'Antal personer. Varje steg ligger inom det förra, utom det sista: där räknas de som svarade båda gångerna, samma i båda mätningarna. Grupper som driver projektet räknas inte med.',
    leavers: (name: string, leavers: string, low: string, stayers: string, high: string) =>
      `${name} vid starten: ${low} bland dem som har poäng bara första gången (${leavers} personer), ${high} bland dem som har poäng båda gångerna (${stayers}).`,
    leaversHidden: (name: string) => `${name} vid starten bland dem som har poäng bara första gången visas inte.`,
    noteMissing: (stages: string) => `Har inte noterats: ${stages}.`,
    titleNobody: 'Från inbjuden till svar: ingen har bjudits in',
    nobody: 'Ingen har bjudits in ännu.',
  },
  shift: {
    title: {
      higher: 'Det var bättre före än det kändes då, sett i dag: måttstocken kan ha flyttats',
      lower: 'Det var sämre före än det kändes då, sett i dag: måttstocken kan ha flyttats',
      alike: 'Hur det var, sett i dag, går inte att skilja från vad som sades då',
      none: 'Nu och då: utan intervall',
    },
    titleNone: 'Nu och då: inga tal kan visas',
    alt: 'Diagram över förändringen räknad från det som sades då och från hur det var, sett i dag.',
    question: 'Fråga',
    comparison: 'Jämförelse',
    comparisons: {
      prospective: 'I dag minus då',
      everybody: 'I dag minus då, bland alla',
      adjusted: 'I dag minus då, sett i dag',
      recalibration: 'Då, sett i dag, minus då',
    },
    value: 'Steg (95\u00a0%-intervall)',
    axis: 'Steg på frågans skala',
    sentence: (question: string, comparison: string, value: string, people: string) =>
      `${question} ${comparison}: ${value} steg, ${people}.`,
    note: 'I slutet fick deltagarna säga hur de i dag tycker att det var före projektet. ”Då, sett i dag, minus då” är hur mycket måttstocken kan ha flyttats. Minnet sviker också: detta står bredvid förändringen, aldrig i dess ställe.',
    noteDifference: '”Då, sett i dag, minus då” är skillnaden mellan de två andra raderna.',
    noteEverybody:
      '”Bland alla” är alla som svarade på frågan båda gångerna, också de som inte sade hur det var, sett i dag.',
    notePossible: 'Skillnaden är mer än ett steg: måttstocken kan ha flyttats.',
    noteHidden: (threshold: string) =>
      `Ett streckat band är ett tal som bredvid andra tal skulle röja färre än ${threshold} personer.`,
  },
  targets: {
    titleBelow: (name: string, points: string, target: string) =>
      `${name} ligger ${points}\u00a0poäng under målet ${target}`,
    titleAbove: (name: string, points: string, target: string) =>
      `${name} ligger ${points}\u00a0poäng över målet ${target}`,
    titleAlike: (name: string, target: string) => `${name} går inte att skilja från målet ${target}`,
    titleNoInterval: (name: string, level: string, target: string) =>
      `${name} ligger på ${level}, målet är ${target}, utan intervall`,
    titleNone: 'Nivå på varje mått: inget mål är satt',
    titleHidden: 'Nivå och mål: nivåerna visas inte',
    alt: 'Diagram över nivån före och efter på varje mått, och målet.',
    value: 'Nivå efter (95\u00a0%-intervall)',
    target: 'Mål',
    noTarget: 'inget mål är satt',
    aim: (target: string) => `målet är ${target}`,
    sentence: (name: string, from: string, to: string, aim: string) => `${name}: före ${from}, efter ${to}, ${aim}.`,
    note: 'Medelvärden bland alla som svarade i respektive mätning, på det som båda frågeformulären mäter lika: delvis olika personer. För förändringen gäller de andra diagrammen.',
    noteTarget: 'Målet gäller vad deltagarna anser, inte något som går att räkna.',
    noteNone: 'Frågeformuläret anger inget mål.',
    noteHidden: (threshold: string) =>
      `En nivå döljs när den bygger på färre än ${threshold} personer, eller när ett dolt värde annars skulle gå att räkna fram.`,
  },
}
