// Swedish words of the participant's pages.

/** What the answers are for, by kind of wave. */
const use = {
  baseline: 'Dina svar blir utgångspunkten som senare mätningar jämförs med.',
  midterm:
    'Projektet är halvvägs. Dina svar visar hur det står till just nu, och vad som har förändrats sedan starten.',
  endline:
    'Projektet går mot sitt slut. Dina svar visar vad som har förändrats sedan starten, och vad som inte har gjort det.',
  followup: 'Projektet är avslutat. Dina svar visar hur det har gått sedan dess.',
} as const
type WaveKind = keyof typeof use

export default {
  greeting: (project: string) => `Enkät om ${project}`,
  landingLead: (organisation: string, wave: WaveKind) =>
    `${organisation} vill veta hur samverkan fungerar i din kommun. ${use[wave]}`,
  takes: (minutes: number) => `Det tar ungefär ${minutes} minuter.`,
  savedPerPage:
    'Svaren sparas efter hand. Du kan göra en paus och fortsätta senare med samma länk, också på en annan enhet.',
  voluntary: 'Det är frivilligt att delta, och du behöver inte svara på alla frågor.',
  openUntil: (day: string) => `Enkäten är öppen till och med den ${day}.`,
  municipality: 'Kommun',
  start: 'Börja svara',
  resume: 'Fortsätt svara',
  answeredParts: (answered: number, of: number) => `Du har svarat på ${answered} av ${of} delar.`,
  fromFirst: 'Gå till den första delen',
  agree: 'Jag samtycker och börjar svara',
  agreeAgain: 'Jag samtycker och fortsätter svara',
  agreeLead: 'Du deltar med ditt samtycke. Du kan ta tillbaka det när du vill, utan att säga varför.',
  readFirst:
    'Läs först hur dina svar behandlas, längre ner på sidan. Texten är ny för dig. Fortsätt sedan; det du har svarat är sparat.',
  personalLink: 'Länken är personlig, så skicka den inte vidare.',
  informationTitle: 'Så behandlas dina svar',
  progress: (at: number, of: number) => `Del ${at} av ${of}`,
  next: 'Spara och fortsätt',
  back: 'Tillbaka',
  /** Said while somebody types, by the script of the page. */
  saving: {
    saved: 'Sparat',
    unsaved: 'Inte sparat än. Rätta det som är fel, eller försök igen om en stund.',
    offline: 'Ingen kontakt. Det du har skrivit finns kvar på sidan och sparas när kontakten är tillbaka.',
    closed: 'Enkäten tar inte emot fler svar. Ladda om sidan för att se varför.',
    sending: 'Sparar …',
  },
  replaced: (answers: number) =>
    answers === 1
      ? 'Ett av svaren hade ändrats i ett annat fönster eller på en annan enhet. Det du skickade sist gäller.'
      : `${answers} av svaren hade ändrats i ett annat fönster eller på en annan enhet. Det du skickade sist gäller.`,
  aside: (answers: number): string =>
    answers === 1
      ? 'Det du svarade är sparat, men frågan ställs inte längre: det hänger på ett svar från ett annat fönster eller en annan enhet. Ändras det, finns ditt svar kvar.'
      : 'Det du svarade är sparat, men frågorna ställs inte längre: det hänger på ett svar från ett annat fönster eller en annan enhet. Ändras det, finns dina svar kvar.',
  partlyTranslated: 'Det som inte finns på ditt språk visas på svenska.',
  storageFailed:
    'Svaret är inte sparat. Det gick inte att spara just nu, men allt du har skrivit står kvar här nedanför. Försök igen om en stund.',
  checkTitle: 'Stämmer dina svar?',
  checkLead:
    'Här är allt du har svarat. Ändra det du vill och skicka sedan in. Efter det går svaren varken att ändra eller att visa igen.',
  change: 'Ändra',
  notAnswered: 'Inte besvarad',
  submit: 'Skicka in svaren',
  nothingYet: 'Du har inte svarat på någon fråga ännu. Svara på minst en fråga innan du skickar in.',
  receiptTitle: 'Tack, dina svar är sparade',
  receiptLead: (time: string) => `Vi tog emot dem den ${time}.`,
  receiptCode: 'Din kvittokod',
  receiptHelp: 'Spara koden, om du senare vill fråga om dina svar. Nu kan du stänga sidan.',
  answeredTitle: 'Enkäten är redan besvarad',
  answeredLead: (time: string) =>
    `Svaren kom in den ${time}. De visas inte igen, så att ingen annan kan läsa dem genom din länk.`,
  notOpenTitle: 'Enkäten har inte öppnat ännu',
  notOpenLead: (day: string) => `Den öppnar den ${day}. Använd samma länk då.`,
  closedTitle: 'Enkäten är stängd',
  /** @param lastDay where it closed with the end of a day */
  closedLead: (time: string, lastDay: string | null) =>
    `Den ${lastDay === null ? `stängde den ${time}` : `var öppen till och med den ${lastDay}`}, och det går inte längre att svara. Tack för ditt intresse.`,
  closedGrace: (time: string, lastDay: string | null) =>
    `Enkäten har stängt, men du som redan har börjat kan skicka in till ${lastDay === null ? `den ${time}` : `och med den ${lastDay}`}.`,
  withdrawnTitle: 'Du är inte längre med',
  withdrawnLead: 'Ditt deltagande är avslutat, så enkäten går inte att öppna. Du får inga fler mejl om den.',
  erasedTitle: 'Länken gäller inte längre',
  erasedLead: 'Uppgifterna som länken hörde till är raderade. Vi har ingenting kvar att visa.',
  leftTitle: 'Någon annan har tagit över efter dig',
  leftLead: 'Den personen svarar genom en egen länk. Det du själv har svarat finns kvar som ditt.',
  unknownTitle: 'Länken gick inte att läsa',
  unknownLead:
    'En del av adressen kan ha fallit bort. Öppna länken direkt i mejlet, eller kopiera hela adressen därifrån.',
  unknownCase:
    'Alla bokstäver i adressen är lika stora. I länken blandas stora och små bokstäver, så något program kan ha skrivit om dem.',
}
