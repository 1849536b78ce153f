// Swedish words: charts and their tables. "Förändring", never "effekt": there is no comparison group.
export default {
  municipality: 'Kommun',
  municipalityCode: 'Kommunkod',
  indicator: 'Mått',
  indicatorCode: 'Måttets kod',
  people: 'Personer',
  change: 'Förändring',
  changeWithInterval: 'Förändring (95\u00a0%-intervall)',
  interval: '95\u00a0%-intervall',
  intervalLow: '95 %-intervall, nedre gräns',
  intervalHigh: '95 %-intervall, övre gräns',
  finding: 'Utfall',
  status: 'Status',
  allChange: 'Förändring, alla svarande',
  allChangeLow: 'Alla svarande, nedre gräns',
  allChangeHigh: 'Alla svarande, övre gräns',
  everybody: 'Alla personer',

  findingIncreased: 'har ökat',
  findingDecreased: 'har minskat',
  findingIndistinguishable: 'går inte att skilja från oförändrat',
  findingNone: 'inget intervall',

  statusShown: 'visas',
  statusTooFew: 'för få svar',
  statusNotComparable: 'ej jämförbart',
  statusNotAsked: 'frågades inte',
  allHidden: 'visas inte',
  path: 'Adress',
  groupKind: 'Gruppering',
  groupKinds: { everybody: 'alla', municipality: 'kommun', actor_group: 'aktörsgrupp' },
  groupCode: 'Gruppens kod',
  group: 'Grupp',
  estimate: 'Skattning',
  field: 'Fält',
  what: 'Vad',
  value: 'Värde',
  word: 'Värde i ord',
  statusNotComputed: 'inte beräknat',
  statusNoVariation: 'ingen spridning',

  intervalText: (low: string, high: string) => `${low} till ${high}`,
  valueText: (change: string, interval: string) => `${change} (${interval})`,
  noInterval: 'inget intervall',
  peopleText: (n: string) => `${n} personer`,

  changeTitleIncreased: (name: string, points: string) => `${name} har ökat med ${points}\u00a0poäng i genomsnitt`,
  changeTitleDecreased: (name: string, points: string) => `${name} har minskat med ${points}\u00a0poäng i genomsnitt`,
  titleIndistinguishable: (name: string) => `${name} går inte att skilja från oförändrat`,
  titleNoInterval: (name: string, change: string) => `${name}: förändring ${change} poäng, utan intervall`,
  titleWithheld: (name: string, status: string) => `${name}: förändringen visas inte (${status})`,
  levelTitleIncreased: (name: string, from: string, to: string) =>
    `${name} har ökat från ${from} till ${to} av\u00a0100`,
  levelTitleDecreased: (name: string, from: string, to: string) =>
    `${name} har minskat från ${from} till ${to} av\u00a0100`,
  countsTitle: (counts: string) => `Före och efter: ${counts}`,
  countsTitleNothing: 'Före och efter: inga tal kan visas',
  countIncreased: (n: string) => `${n} har ökat`,
  countIndistinguishable: (n: string) => `${n} går inte att skilja från oförändrat`,
  countDecreased: (n: string) => `${n} har minskat`,
  countNoInterval: (n: string) => `${n} saknar intervall`,
  countHidden: (n: string) => `${n} visas inte`,
  groupsTitle: (name: string, counts: string) => `${name} per aktörsgrupp: ${counts}`,
  groupsTitleNothing: (name: string) => `${name} per aktörsgrupp: ingen grupp kan visas`,

  subtitlePeople: (n: string) => `${n} personer med poäng båda gångerna`,
  subtitleWave: (wave: string, dates: string, version: string) =>
    `${wave}: ${dates} (frågeformulär version\u00a0${version})`,
  subtitleCore: (comparable: string, total: string) => `Samma frågor båda gångerna: ${comparable} av ${total}`,

  changeAxis: 'Förändring i poäng på skalan 0–100',
  levelAxis: 'Poäng 0–100',
  axisDown: 'minskat',
  axisUp: 'ökat',

  noteInterval:
    'Punkten är medelförändringen bland dem som svarade båda gångerna. Strecket är dess 95-procentiga konfidensintervall: omfattar det noll går förändringen inte att skilja från oförändrat.',
  divided: {
    municipality: {
      heading: 'Kommun',
      code: 'Kommunkod',
      alt: (name: string) => `Diagram över förändringen per kommun: ${name}.`,
      noteOverlap:
        'Att två streck överlappar betyder inte att kommunerna är lika. Kommunerna står i kodordning, inte efter värde.',
      noteEverybody: 'Sista raden är medelvärdet över alla personer, inte över kommuner.',
    },
    actor_group: {
      heading: 'Aktörsgrupp',
      code: 'Aktörsgruppens kod',
      alt: (name: string) => `Diagram över förändringen per aktörsgrupp: ${name}.`,
      noteOverlap:
        'Att två streck överlappar betyder inte att grupperna är lika. Grupperna står i frågeformulärets ordning, inte efter värde.',
      noteEverybody:
        'Sista raden är medelvärdet över alla personer, inte över grupper. Gruppernas intervall är inte höjda för att de är flera.',
    },
  },
  noteLevels:
    'Medelvärden bland dem som svarade båda gångerna. Inom parentes står förändringens 95-procentiga konfidensintervall: omfattar det noll går förändringen inte att skilja från oförändrat. Varje tal är avrundat för sig.',
  noteParticipant: (value: string, finding: string) =>
    `Genomsnittsdeltagaren, där alla personer väger lika: ${value} poäng, ${finding}.`,
  noteParticipantCounts: (counts: string) =>
    `Rubriken räknar vad som går att säga om genomsnittskommunen. Om genomsnittsdeltagaren, där alla personer väger lika: ${counts}.`,
  noteNoCause: 'Det finns ingen jämförelsegrupp: diagrammet visar förändring, inte vad den beror på.',
  noteLowerIsBetter: (names: string) => `Lägre värde är bättre: ${names}.`,
  noteTooFewMunicipalities: (names: string, threshold: string) =>
    `För få svar: ${names}. En kommun döljs när färre än ${threshold} personer har poäng båda gångerna, eller när ett dolt värde annars skulle gå att räkna fram.`,
  noteTooFewGroups: (names: string, threshold: string) =>
    `För få svar: ${names}. En grupp döljs när färre än ${threshold} personer har poäng båda gångerna, eller när ett dolt värde annars skulle gå att räkna fram.`,
  noteTooFewIndicators: (names: string, threshold: string) =>
    `För få svar: ${names}. Ett tal döljs när det bygger på färre än ${threshold} personer, eller när ett dolt värde annars skulle gå att räkna fram.`,
  noteNotComparable: (names: string) =>
    `Ej jämförbart: ${names}. För få frågor är desamma i båda frågeformulären för att jämföra före och efter.`,
  noteNotAsked: (names: string) => `Frågades inte båda gångerna: ${names}.`,
  noteComposition: (names: string) =>
    `Delvis olika personer svarade de två gångerna (${names}): förändringen bland alla svarande har annat tecken än den som visas, eller skiljer sig från den med mer än 5 poäng. Se tabellen.`,
  noteAllHidden: (column: string, status: string) =>
    `${column}: där det står ”${status}” bygger talet på för få personer, eller så skulle ett dolt tal gå att räkna fram ur det och andra tal.`,

  altLevels: 'Diagram över medelvärden före och efter för varje mått.',
  altRow: (name: string, from: string, to: string, value: string, people: string) =>
    `${name} gick från ${from} till ${to}, förändring ${value} poäng, ${people}.`,
  altRowHidden: (name: string, status: string) => `${name}: ${status}.`,
  altCounts: (counts: string) => `Av dem som visas: ${counts}.`,
  altRest: 'Värdet för varje rad står i tabellen.',

  chartReader: 'Läs av diagrammet rad för rad med piltangenterna',
}
