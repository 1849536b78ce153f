// Swedish words of the page with what surrounds the change: who answered, who left, how the measures hold together.
export default {
  title: 'Bakom resultaten',
  lead: 'Här står det som talen vilar på: vilka som svarade och vilka som lämnade, hur väl måtten håller ihop, och hur stor en förändring måste vara för att synas. ”visas inte” betyder att för få personer ligger bakom, eller att ett sådant tal annars skulle gå att räkna ut.',
  link: 'Bakom resultaten: svarsandel, bortfall, måttens kvalitet',
  backToResults: 'Resultat',
  hidden: 'visas inte',
  none: '–',
  responses: {
    title: 'Svarsandel',
    lead: 'Fullständigt är ett svar där minst 80 procent av frågorna är besvarade, delvis minst hälften. RR1 räknar fullständiga svar, RR2 också delvisa, av alla som frågades (AAPOR).',
    columns: ['Mätning', 'Frågade', 'Fullständiga', 'Delvis', 'Avbrutna', 'Avböjde', 'Hördes inte av', 'RR1', 'RR2'],
    retention: (share: string) => `${share} av dem som svarade första gången svarade också andra gången.`,
  },
  funnel: {
    title: 'Hur långt var och en kom',
    lead: 'Brevet räknas som skickat när e-postservern har tagit emot det; om det lästes vet ingen. Öppnat är formuläret när någon har börjat på det, påbörjat när någon har besvarat minst en fråga. Ett streck betyder att det inte är känt.',
    columns: [
      'Mätning',
      'Frågade',
      'Brev skickat',
      'Öppnade',
      'Påbörjade',
      'Svarade',
      'Användbara svar',
      'Svarade båda',
    ],
  },
  attrition: {
    title: 'De som lämnade',
    lead: 'De som har poäng bara första gången jämförs med dem som har poäng båda gångerna. Poäng andra gången saknar de som inte svarade igen, och de som då svarade på för få av måttets frågor. Skiljer de sig åt kan förändringen gälla just dem som blev kvar. Bara mått som kan visas utan att ett dolt tal röjs är med.',
    columns: [
      'Mått',
      'Båda, medel före',
      'Bara första, medel före',
      'Skillnad (95 % intervall)',
      'Vägd förändring',
      'Om ingen av dem ändrats',
    ],
    weighted: 'Vägd förändring: som om lika stor del av varje aktörsgrupp hade poäng båda gångerna.',
    about: (measure: string, sentence: string) => `${measure}: ${sentence}`,
    sentence: {
      alike: (people: string, points: string, range: string) =>
        `De ${people} som har poäng bara första gången går inte att skilja från de andra vid starten: skillnaden är ${points} poäng${range}.`,
      lower: (people: string, points: string, range: string) =>
        `De ${people} som har poäng bara första gången låg vid starten ${points} poäng lägre än de andra${range}.`,
      higher: (people: string, points: string, range: string) =>
        `De ${people} som har poäng bara första gången låg vid starten ${points} poäng högre än de andra${range}.`,
      noteworthy: 'Den är ändå så stor att den bör hållas i minnet.',
      weighted: (weighted: string, plain: string, range: string, reading: string) =>
        `Om varje aktörsgrupp räknas som den var stor vid starten blir förändringen ${weighted} i stället för ${plain} poäng${range}, ${reading}.`,
      readsTheSame: 'och läsningen av den är densamma',
      readsOtherwise: 'och läsningen av den blir en annan',
      worstCase: (points: string) =>
        `Hade ingen av dem som har poäng bara första gången ändrat sig alls vore förändringen ${points} poäng.`,
      range: (low: string, high: string) => ` (95 %-intervall ${low} till ${high})`,
    },
  },
  quality: {
    title: 'Hur måtten håller ihop',
    lead: 'Cronbachs alfa och omega säger hur väl frågorna i ett mått mäter samma sak: nära 1 är bra, under 0,7 svagt. De räknas bara på minst 30 fullständiga svar. Där många redan står på lägsta eller högsta poängen kan en förändring ditåt inte synas.',
    columns: [
      'Mått',
      'Mätning',
      'Personer',
      'Alfa (95 % intervall)',
      'Omega',
      'På lägsta',
      'På högsta',
      'Svaga frågor',
    ],
  },
  detectable: {
    title: 'Vad som hade gått att se',
    lead: (spread: string) =>
      `Så stor måste förändringen vara för att oftast (åtta gånger av tio) synas, om personer skiljer sig åt med en standardavvikelse på ${spread} poäng. Antagandet är gjort före svaren.`,
    columns: ['Personer som svarat båda gångerna', 'Minsta förändring, poäng'],
    planned: (pairs: string) =>
      `${pairs} personer är ett riktmärke, lika för alla projekt: omkring hundra svar första gången, och att två av tre svarar igen.`,
  },
  shift: {
    title: 'Nu och då',
    lead: 'I slutet fick deltagarna säga hur de i dag tycker att det var före projektet. Skiljer det sig från vad de sade då kan måttstocken ha ändrats. Minnet kan också svika: talen står bredvid, aldrig i stället för förändringen.',
    columns: ['Fråga', 'Då, sett i dag, minus då', 'I dag minus då, sett i dag', 'I dag minus då'],
    possible: 'Måttstocken kan ha ändrats: skillnaden är mer än ett steg.',
  },
  perceived: {
    title: 'Upplevd förändring',
    lead: (question: string) =>
      `I slutet frågades rakt ut: ”${question}” Svaren säger vad folk tycker har hänt. De står bredvid den uppmätta förändringen, aldrig i stället för den.`,
    columns: ['Svar', 'Personer', 'Andel'],
  },
  dose: {
    title: 'Efter hur mycket man varit med',
    lead: (measure: string) =>
      `${measure}: förändringen bland dem som varit med olika mycket. Det visar ett samband, inte vad som orsakat det.`,
    columns: ['Svar', 'Personer', 'Förändring', '95 % intervall'],
    unsaid: 'Uppger inte',
  },
  items: {
    title: 'Fråga för fråga',
    lead: 'Medelvärden på frågans egen skala bland dem som svarade båda gångerna. En vänd fråga räknas åt andra hållet i sitt mått, men är inte vänd tillbaka här.',
    columns: ['Fråga', 'Personer', 'Före', 'Efter', 'Förändring (95 % intervall)'],
    reversed: 'vänd',
    lowerIsBetter: 'lägre är bättre',
  },
  grids: {
    title: 'Kontakter mellan grupper',
    lead: (strongest: string) =>
      `Hur nära kontakten är med var och en, från 0 (ingen) till ${strongest} (närmast): före → efter. Raden är den som svarar.`,
    who: 'Den som svarar',
    notAsked:
      '”–” är en fråga som gruppen inte fick i båda mätningarna, eller inte alls: ingen svarar om sin egen grupp.',
    density: (before: string, after: string) =>
      `Täthet, rutornas medelvärde som andel av den närmaste kontakten: ${before} → ${after}. Bara visade rutor räknas.`,
    reciprocity: (before: string, after: string) =>
      `Ömsesidighet, andelen av kontakten som båda parter ser: ${before} → ${after}.`,
    correlation: (before: string, after: string) =>
      `Som korrelation mellan vad båda parter säger: ${before} → ${after}; 0 är inte mer än slumpen. Talen har inga intervall och säger inte att något säkert har ändrats.`,
  },
}
