// Swedish words: letters that projects may put in their own words. The letters are short because they are read on a
// telephone between two meetings. They say "pseudonymiserade" and never "anonyma": a letter with a personal link cannot
// be the latter. A name in braces is a field of the letter; `fields` says what they are called.

const greeting = 'Hej {namn}!'
const time =
  'Det tar ungefär {minuter} minuter. Du kan ta en paus och fortsätta med samma länk. Enkäten är öppen till och med den {sista dag}.'
const begun = 'Har du redan börjat fortsätter du där du slutade.'
const body = (...paragraphs: string[]) => [greeting, ...paragraphs].join('\n\n')

export default {
  standard: {
    invitation: {
      subject: 'Hur fungerar samverkan hos er? Enkät från {projekt}',
      body: body('Du får det här brevet eftersom du deltar i {projekt}. {varför}', time, '{länk}'),
    },
    successor: {
      subject: 'Du har tagit över en plats i {projekt}: en enkät till dig',
      body: body(
        'Den som hade din plats i {projekt} före dig har lämnat över den till dig. {varför}',
        'Ditt svar är ditt eget: svara utifrån din egen bild. Vad din företrädare har svarat ser varken du eller någon annan deltagare.',
        time,
        '{länk}',
      ),
    },
    reminder: {
      subject: 'Påminnelse: enkäten från {projekt} är öppen till och med den {sista dag}',
      body: body(
        `Vi har ännu inte fått ditt svar på enkäten från {projekt}. Din bild av samverkan behövs, oavsett om du är nöjd eller inte. ${begun}`,
        time,
        '{länk}',
      ),
    },
    reminder_again: {
      subject: 'Påminnelse: enkäten från {projekt} är öppen till och med den {sista dag}',
      body: body(
        `Enkäten från {projekt} är fortfarande öppen, och vi saknar ditt svar. Ju fler som svarar, desto säkrare går det att säga hur samverkan ser ut i just din kommun. ${begun}`,
        time,
        '{länk}',
      ),
    },
    closing_soon: {
      subject: 'Snart stänger enkäten från {projekt}: sista dagen är den {sista dag}',
      body: body(
        `Nu är det inte långt kvar: den {sista dag} är sista dagen att svara på enkäten från {projekt}, och vi saknar ditt svar. Det tar ungefär {minuter} minuter. ${begun}`,
        '{länk}',
      ),
    },
    thanks: {
      subject: 'Tack för ditt svar till {projekt}',
      body: body(
        'Tack för att du tog dig tid att svara på enkäten från {projekt}. Ditt svar har kommit fram, och du får inga fler påminnelser om den.',
        'Svaren vägs samman till resultat för grupper. Det kan komma en ny enkät senare, så att det går att se vad som har förändrats.',
      ),
    },
    links: {
      subject: 'Din länk till enkäten',
      body: body(
        'Du, eller någon som skrev din adress, har bett om en ny länk. Här är den till enkäten från {projekt}. Bad du inte om den behöver du inte göra någonting.',
        time,
        '{länk}',
      ),
    },
  },

  /** What {varför} says, by kind of wave. */
  why: {
    baseline:
      'Nu vill vi veta hur samverkan fungerar hos er i dag. Ditt svar blir utgångspunkten som vi jämför med senare.',
    midterm: 'Vi är halvvägs och vill veta hur samverkan fungerar hos er just nu.',
    endline:
      'Projektet går mot sitt slut, och vi vill veta hur samverkan fungerar hos er i dag. Ditt svar visar vad som har förändrats sedan starten, och vad som inte har gjort det.',
    followup:
      'Projektet är avslutat, och vi vill veta hur det har gått sedan dess: hur fungerar samverkan hos er i dag?',
  },

  fields: {
    name: 'namn',
    project: 'projekt',
    link: 'länk',
    last_day: 'sista dag',
    minutes: 'minuter',
    organisation: 'organisation',
    contact: 'kontakt',
    municipality: 'kommun',
    why: 'varför',
  },
  about_field: {
    name: 'mottagarens namn',
    project: 'projektets namn',
    link: 'mottagarens egen länk till enkäten; på en egen rad blir den en knapp',
    last_day: 'mätningens sista dag',
    minutes: 'ungefär hur många minuter det tar att svara, med siffror',
    organisation: 'organisationen som frågar',
    contact: 'projektets kontaktadress',
    municipality: 'mottagarens kommun',
    why: 'varför enkäten kommer just nu; orden följer med slaget av mätning',
  },

  // What every letter says besides its own words.
  answer: 'Svara på enkäten',
  answer_here: 'Svara här:',
  link_instead: 'Fungerar inte knappen? Öppna den här länken i din webbläsare:',
  personal_link: 'Länken är personlig, så skicka den inte vidare: den som har länken kan svara i ditt ställe.',
  other_language: 'Samma länk öppnar också enkäten på svenska.',
  other_questionnaire: (project: string, closes: string) =>
    `Du kan också svara på enkäten från ${project}, som är öppen till och med den ${closes}:`,
  about_heading: 'Bra att veta',
  about_asked: (organisation: string) =>
    `${organisation} frågar för att följa hur samverkan utvecklas. Det är frivilligt att svara. Svaren är pseudonymiserade: de sparas under en kod, skilda från ditt namn och din e-postadress. Hur uppgifterna behandlas och vilka rättigheter du har står på enkätens första sida.`,
  about_answered: (organisation: string) =>
    `${organisation} frågar för att följa hur samverkan utvecklas. Det är frivilligt att svara. Svaren är pseudonymiserade: de sparas under en kod, skilda från ditt namn och din e-postadress.`,
  about_message: (organisation: string, project: string) =>
    `${organisation} skriver till dig eftersom du deltar i ${project}. Vill du inte delta längre, eller inte ha sådana här brev? Skriv till adressen nedan, så ordnar vi det.`,
  contact: (address: string) => `Frågor? Skriv till ${address}.`,
  quiet: 'Jag vill inte ha fler påminnelser om den här enkäten',

  /** Letters to staff. */
  account: {
    subject: {
      invitation: (organisation: string) => `Ditt konto i Samverka: välj ett lösenord (${organisation})`,
      reset: () => 'Välj ett nytt lösenord i Samverka',
    },
    greeting: (name: string) => `Hej ${name}!`,
    lead: {
      invitation: (organisation: string) =>
        `Du har fått ett konto i Samverka, verktyget som ${organisation} använder för att följa hur samverkan utvecklas. Välj ett lösenord, så är du inne.`,
      reset: () => 'Någon, förmodligen du, har bett om ett nytt lösenord till ditt konto i Samverka. Välj det här:',
    },
    button: 'Välj lösenord',
    expires: (time: string) => `Länken fungerar en gång, till och med ${time}.`,
    unasked: {
      invitation: 'Väntade du dig inget konto? Då behöver du inte göra någonting.',
      reset: 'Bad du inte om den? Då behöver du inte göra någonting: ditt lösenord är som förut.',
    },
    about:
      'Den som har länken kan välja lösenordet, så skicka den inte vidare. Ingen ber dig om ditt lösenord i ett brev.',
  },
}
