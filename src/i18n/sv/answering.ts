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
    'Svaren sparas sida för sida. Du kan göra en paus och fortsätta senare med samma länk, också på en annan enhet.',
  voluntary: 'Det är frivilligt att delta, och du behöver inte svara på alla frågor.',
  openUntil: (day: string) => `Enkäten är öppen till och med den ${day}.`,
  municipality: 'Kommun',
  start: 'Börja svara',
  resume: 'Fortsätt svara',
  informationTitle: 'Så behandlas dina svar',
  information: (organisation: string, contact: string) => [
    `${organisation} är ansvarig för enkäten. Har du frågor, skriv till ${contact}.`,
    'Länken är personlig, så skicka den inte vidare. Den kopplar ihop dina svar från projektets olika mätningar genom ett löpnummer. Namn och adress förvaras åtskilda från svaren.',
    'Resultat visas bara för grupper på minst fem personer.',
    'Du kan när som helst be om en kopia av dina svar, eller be att få dem rättade eller raderade.',
  ],
  progress: (at: number, of: number) => `Del ${at} av ${of}`,
  next: 'Spara och fortsätt',
  back: 'Tillbaka',
  missing: 'Om du inte kan svara',
  storageFailed:
    'Svaret är inte sparat. Servern kunde inte spara just nu; allt du har skrivit står kvar här nedanför. Försök igen om en stund.',
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
  closedLead: (time: string) => `Den stängde den ${time}, och det går inte längre att svara. Tack för ditt intresse.`,
  closedGrace: (time: string) => `Enkäten har stängt, men du som redan har börjat kan skicka in till den ${time}.`,
  goneTitle: 'Länken gäller inte längre',
  goneLead: 'Du är inte längre med i undersökningen. Vill du veta mer, kontakta den som skickade länken.',
  unknownTitle: 'Länken gick inte att läsa',
  unknownLead:
    'En del av adressen kan ha fallit bort. Öppna länken direkt i mejlet, eller kopiera hela adressen därifrån.',
  quietTitle: 'Inga fler påminnelser?',
  quietLead: 'Vi slutar påminna dig om den här enkäten. Du kan ändå svara med din länk så länge den är öppen.',
  quietButton: 'Sluta påminna mig',
  quietDoneTitle: 'Du får inga fler påminnelser',
  quietDoneLead: 'Ångrar du dig kan du fortfarande svara med din länk.',
}
