// Swedish words for what stands beside the change: the two headline numbers, actor groups, checks.
export default {
  headlineTitle: (measure: string) => `${measure}: två sätt att räkna`,
  participant: 'Genomsnittsdeltagaren',
  participantHelp: (people: string) => `Alla ${people} personer väger lika.`,
  municipality: 'Genomsnittskommunen',
  municipalityHelp: (units: string) =>
    `${units} kommuners tal, vägda efter hur säkra de är och hur olika kommunerna är. Det är det här talet som uttalandet bygger på.`,
  takenTogether: 'Kommuner som är dolda räknas tillsammans, som en av dem.',
  points: (change: string) => `${change} poäng`,
  interval: (interval: string) => `95 % intervall ${interval}`,
  claim: {
    increased: (measure: string) => `${measure} har ökat i genomsnittskommunen.`,
    decreased: (measure: string) => `${measure} har minskat i genomsnittskommunen.`,
    indistinguishable: (measure: string) => `${measure} går i genomsnittskommunen inte att skilja från oförändrat.`,
  },
  spread: (low: string, high: string) =>
    `I en annan, liknande kommun väntas den sanna förändringen ligga mellan ${low} och ${high} poäng (95 % prediktionsintervall).`,
  groupsTitle: 'Per aktörsgrupp',
  groupsLead: (measure: string) =>
    `${measure} bland dem som svarade båda gångerna, i alla kommuner tillsammans. Varje intervall gäller sin grupp: det säger inte om grupperna skiljer sig åt.`,
  group: 'Aktörsgrupp',
  people: 'Personer',
  change: 'Förändring',
  intervalHeading: '95 % intervall',
  checksTitle: 'Håller det?',
  checksLead:
    'Samma förändring sedd på andra sätt. Mätt i standardavvikelser (g) går förändringen att jämföra mellan undersökningar. Omdragningen drar lika många personer om och om igen, med ett sparat frö, och visar hur förändringen då varierar. Wilcoxons test räknar på rangordningen och förutsätter ingen normalfördelning. För områdena står också t-testets p-värde, höjt för att områdena är flera (Holm). Säger sätten olika saker är förändringen osäker. Det sidan uttalar sig om bygger på konfidensintervallet.',
  measure: 'Mått',
  effect: 'I standardavvikelser (g)',
  ranks: 'Wilcoxon, p',
  bootstrap: 'Omdragning, 95 %',
  adjusted: 'p efter Holm',
  none: '–',
  hidden: 'för få svar',
}
