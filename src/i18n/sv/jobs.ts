// Swedish words: long work, and the files that come of it.
export default {
  title: 'Filer att hämta',
  lead: 'Stora filer görs vid sidan av: du kan lämna sidan och komma tillbaka. En färdig fil ligger kvar i sju dagar.',
  linkCharts: 'Alla diagram i en fil (SVG, PNG, CSV)',
  none: 'Ingen fil är beställd ännu.',
  make: 'Gör filen',
  makeTitle: 'Gör en ny fil',
  listTitle: 'Beställda filer',
  file: 'Fil',
  state: 'Läge',
  asked: 'Beställd',
  by: 'Av',
  bySystem: 'systemet',
  backToList: 'Alla filer',
  kind: {
    charts: {
      title: 'Alla diagram',
      lead: 'En zip-fil med vart och ett av resultatens diagram som SVG, som PNG i två storlekar och som tabell (CSV).',
    },
    report: {
      title: 'Rapport',
      lead: 'En läges- eller slutrapport som Word eller PDF.',
    },
    researchRelease: {
      title: 'Forskningsarkiv att lämna ut',
      lead: 'Data i flera format med kodbok, i en zip-fil. Bara kommuner som visas helt i resultaten är med, och inga fria texter. Svaren är enskilda personers: läs README innan filerna lämnas ut.',
    },
    researchRestricted: {
      title: 'Forskningsarkiv med begränsad tillgång',
      lead: 'Alla enskilda svar under pseudonym, med kommun och aktörsgrupp men utan fria texter. Får inte spridas.',
    },
  },
  smallRelease: {
    size: (people: string, municipalities: string, of: string) =>
      `Nu skulle det bli svar från ${people} personer i ${municipalities} av ${of} kommuner.`,
    unknown: 'Arkivet kan bli mycket litet.',
    whyNone:
      'Är någon förändring eller något antal dolt för en kommun, nu eller i ett tidigare underlag, lämnas alla därifrån utanför: annars gick det dolda talet att räkna ut.',
    restricted: 'Den som får läsa alla svar använder arkivet med begränsad tillgång.',
    why: 'Är någon förändring eller något antal dolt för en kommun, nu eller i ett tidigare underlag, lämnas alla därifrån utanför: annars gick det dolda talet att räkna ut. Ofta lämnas fler kommuner och kolumner utanför av samma skäl. README i arkivet säger vad som gjordes. Den som får läsa alla svar använder arkivet med begränsad tillgång.',
  },
  stateName: {
    queued: 'Väntar',
    running: 'Görs',
    done: 'Klar',
    failed: 'Misslyckades',
    cancelled: 'Avbruten',
    interrupted: 'Avbröts',
    expired: 'Borttagen',
  },
  stateHelp: {
    queued: 'Filen görs när den som är före är klar.',
    running: 'Filen görs nu.',
    done: 'Filen är klar att hämta.',
    failed: 'Det blev ingen fil.',
    cancelled: 'Arbetet avbröts innan filen var klar. Ingenting av den finns kvar.',
    interrupted: 'Arbetet avbröts av att servern stannade eller av att svar raderades. Ingenting av filen finns kvar.',
    expired: 'Filen är borttagen: den är äldre än sju dagar, eller så har svar som kan finnas i den raderats.',
  },
  progress: (done: string, total: string) => `${done} av ${total}`,
  progressLabel: 'Hur långt filen har kommit',
  follows: 'Sidan läses om var femte sekund.',
  follow: 'Läs om sidan av sig själv',
  stopFollowing: 'Sluta läsa om',
  download: (size: string) => `Hämta filen (${size})`,
  size: (megabytes: string) => `${megabytes} MB`,
  smallSize: (kilobytes: string) => `${kilobytes} kB`,
  sum: 'Kontrollsumma (SHA-256)',
  keptUntil: (day: string) => `Filen tas bort ${day}.`,
  cancel: 'Avbryt arbetet',
  again: 'Gör filen på nytt',
  toLogos: 'Till logotyperna',
  error: {
    no_space: 'Det finns inte plats på serverns disk. Be den som sköter servern att ge plats, och försök igen.',
    too_big: 'Filen blev för stor för serverns minne.',
    answers_changed:
      'Det går inte att lämna ut svaren nu: de är inte längre de som talen frystes av. Svar har ändrats, eller en senare mätning har kommit till. Den som drog de frysta talen från filen skulle kunna se vad enstaka personer har svarat. Arkivet kan göras om det går att frysa ett nytt underlag av svaren som de är.',
    nothing_to_release:
      'Det finns inget att lämna ut: ingen kommun visas helt i resultaten. Gör ett arkiv med begränsad tillgång i stället.',
    wave_not_open: 'Det finns inga resultat att göra en fil av.',
    logo_undrawable: (which: string) =>
      `Logotyp nummer ${which} går inte att rita. Ta bort den och lägg till den på nytt, helst som PNG. Gör sedan filen på nytt.`,
    other: 'Något gick fel hos oss. Försök igen; hjälper det inte, uppge adressen till den här sidan.',
  },
}
