// Swedish words of what participants are told of how their answers are handled (article 13 of the GDPR), and of the page
// where staff write it. It says "pseudonymiserad" and never the other word: answers that a personal link joins are not.

const basis = {
  legitimate_interest:
    'Rättslig grund är intresseavvägning (artikel 6.1 f i dataskyddsförordningen): intresset av att kunna visa hur samverkan utvecklas väger tyngre än det begränsade intrånget. Du kan invända mot behandlingen.',
  public_interest:
    'Rättslig grund är allmänt intresse (artikel 6.1 e i dataskyddsförordningen): att följa upp en verksamhet som bedrivs för det allmänna. Du kan invända mot behandlingen.',
  consent:
    'Rättslig grund är ditt samtycke (artikel 6.1 a i dataskyddsförordningen), som du ger när du börjar svara. Du kan ta tillbaka det när du vill under ”Dina val”; det påverkar inte det som redan har gjorts. Du kan också få ut det du själv har lämnat som en fil.',
} as const
type Basis = keyof typeof basis

export default {
  /** The text of a project that has written none of its own: paragraphs parted by an empty line. */
  standard: (legalBasis: Basis, organisation: string, contact: string, smallestGroup: number) =>
    [
      `${organisation} är personuppgiftsansvarig för enkäten. Har du frågor om hur dina uppgifter behandlas, eller vill nå ett dataskyddsombud, skriv till ${contact}.`,
      `Svaren används för att följa hur samverkan utvecklas från projektets början till dess slut. ${basis[legalBasis]} Det är frivilligt att svara, och det får inga följder för dig om du låter bli.`,
      'Vi behandlar ditt namn, din e-postadress, din kommun, vilken grupp du tillhör, och det du svarar. Uppgifterna kommer från dem som leder projektet och från dig. Länken kopplar ihop dina svar från projektets mätningar genom ett löpnummer; namn och adress är krypterade och förvaras åtskilda från svaren. Svaren är alltså pseudonymiserade.',
      `Resultat visas bara för grupper på minst ${smallestGroup} personer. Det du skriver med egna ord läses av den som utvärderar projektet innan något citeras. Forskare kan få svaren utan namn och adress. De som sköter server och e-post åt den ansvariga når uppgifterna bara för att göra det.`,
      'Uppgifterna sparas så länge projektet följs upp och utvärderas, och raderas eller arkiveras sedan efter den ansvarigas regler. De förs inte över till länder utanför EU och EES, och inga beslut fattas automatiskt.',
      'Du har rätt att få veta vad vi har om dig och få en kopia, att få det rättat eller raderat, och att begränsa eller invända mot behandlingen. Under ”Dina val” kan du själv sluta delta eller radera dina svar. Är du missnöjd kan du klaga hos Integritetsskyddsmyndigheten, imy.se.',
    ].join('\n\n'),
  page: {
    link: 'Information till deltagarna',
    title: 'Information till deltagarna',
    lead: 'Så här beskrivs behandlingen av svaren på enkätens första sida. Varje ändring blir en ny utgåva, och varje svar minns vilken utgåva som visades.',
    basis: 'Rättslig grund',
    basisHint:
      'Fråga er dataskyddsansvariga om ni är osäkra. Med samtycke begär första sidan ett uttryckligt samtycke.',
    bases: { legitimate_interest: 'Intresseavvägning', public_interest: 'Allmänt intresse', consent: 'Samtycke' },
    origin: 'Text',
    origins: {
      standard: 'Standardtext, som följer den rättsliga grunden och projektets uppgifter',
      own: 'Egen text, som står här nedanför',
    },
    bodySv: 'Egen text på svenska',
    bodyEn: 'Egen text på engelska',
    bodyHint: 'Används när Egen text är vald. En tom rad skiljer stycken åt.',
    feedback: 'Återkoppling',
    showsFeedback: 'Den som har svarat får se gruppens senast publicerade resultat',
    feedbackHint: 'Bara siffror ur den senaste publicerade utgåvan visas, aldrig något nytt.',
    save: 'Spara',
    editions: 'Utgåvor',
    edition: (version: number, day: string) => `Utgåva ${version}, ${day}`,
    editionBy: { standard: 'standardtext', own: 'egen text' },
    noEditions: 'Ingen utgåva har sparats ännu. Den första sparas när någon börjar svara.',
    current: 'Så lyder den nu',
  },
  wrong: {
    basis: 'Välj en rättslig grund.',
    empty: 'Skriv texten på båda språken, eller välj standardtexten.',
    unused:
      'Du har ändrat texten, men standardtexten var vald. Nu är Egen text vald. Spara igen för att använda det du skrev, eller välj standardtexten: då används det inte.',
    hidden: 'Texten innehåller osynliga tecken. Skriv om den.',
    tooLong: (most: number) => `Korta texten till högst ${most} tecken.`,
    promises: (word: string) =>
      `Ta bort ordet ”${word}”. Svaren är pseudonymiserade: en personlig länk kopplar ihop dem, så de kan inte utlovas vara något annat.`,
  },
}
