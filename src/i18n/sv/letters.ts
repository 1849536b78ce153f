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
  questionnaire: 'enkäten',
  questionnaire_of: {
    baseline: 'enkäten vid projektets början',
    midterm: 'enkäten halvvägs genom projektet',
    endline: 'enkäten vid projektets slut',
    followup: 'uppföljningen efter projektet',
  },
  link_above: (which: string) => `Länken ovan går till ${which}.`,
  other_questionnaire: (which: string, project: string, closes: string) =>
    `Du kan också svara på ${which} från ${project}, som är öppen till och med den ${closes}:`,
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

  /** The pages where a project puts its letters in its own words. */
  page: {
    title: 'Breven',
    lead: 'Varje slags brev har en standardtext. Vill ni skriva med egna ord gör ni det här, på ett språk i taget. Varje utgåva sparas.',
    kind: 'Brev',
    kinds: {
      invitation: 'Inbjudan',
      successor: 'Inbjudan till den som tagit över en plats',
      reminder: 'Första påminnelsen',
      reminder_again: 'Senare påminnelser',
      closing_soon: 'Sista påminnelsen, när mätningen snart stänger',
      thanks: 'Tack för svaret',
      links: 'Ny länk till den som har tappat bort sin',
    },
    languages: { sv: 'På svenska', en: 'På engelska' },
    standard: 'Standardtext',
    own: (version: number, day: string) => `Egen text, utgåva ${version} från ${day}`,
    thanksTitle: 'Tack för svaret',
    thanksLead: 'Den som har svarat på webben får ett kort tack, utan länk.',
    sendsThanks: 'Skicka ett tack till den som har svarat',
    save: 'Spara',

    subject: 'Ämne',
    body: 'Brev',
    bodyHint: 'En tom rad börjar ett nytt stycke. Det som står inom klamrar byts ut i varje brev.',
    fieldsTitle: 'Det här kan bytas ut',
    always:
      'Under brevet står alltid vem som frågar, hur svaren hanteras, adressen till er och, i brev med en länk, hur man slipper påminnelser.',
    recipient: 'Visa brevet som det blir för',
    invented: 'någon påhittad',
    preview: 'Förhandsgranska',
    test: 'Skicka ett prov till mig',
    saveText: 'Spara texten',
    useStandard: 'Tillbaka till standardtexten',
    previewTitle: 'Så ser brevet ut',
    previewLead: 'Länken i förhandsgranskningen leder ingenstans.',
    asText: 'Brevet som text',
    faultsTitle: 'Brevet går inte att skicka så här:',
    testSent: (address: string) => `Ett prov är skickat till ${address}. Länken i det leder ingenstans.`,
    testFailed: (reason: string) => `Provet gick inte att skicka: ${reason}`,
    testNowhere: 'Den här databasen är en kopia och skickar ingenting.',
    conflict:
      'Någon annan har sparat en ny text medan du skrev. Din text står kvar här: jämför med den som gäller nu, och spara igen om din ska ersätta den.',
    testMark: '[Test]',
  },
  wrong: {
    empty: { subject: 'Skriv ett ämne.', body: 'Skriv ett brev.' },
    too_long: (most: number) => `Skriv högst ${most} tecken.`,
    lines: (place: string) => `Ämnet får bara ha en rad: radbrytningen finns på ${place}.`,
    unclosed: (place: string) => `En klammer öppnas på ${place} och stängs aldrig. Skriv till exempel {namn}.`,
    unknown_field: (field: string, place: string, meant: string) =>
      `{${field}} på ${place} är inget som kan bytas ut.${meant === '' ? '' : ` Menade du {${meant}}?`}`,
    misplaced_field: (field: string, place: string) => `{${field}} på ${place} kan inte stå där.`,
    no_link: 'Brevet saknar {länk}: utan den kan ingen svara.',
    two_links: (field: string, place: string) => `Länken finns redan: ta bort {${field}} på ${place}.`,
    personal_link: (place: string) =>
      `På ${place} står någons egen länk till enkäten. Alla som får brevet skulle svara i den personens ställe. Skriv {länk}.`,
    promise: (word: string, place: string) =>
      `”${word}” på ${place} lovar något som inte kan hållas: länken är personlig, så svaren är pseudonymiserade.`,
    hidden: (place: string) => `På ${place} finns ett osynligt tecken. Skriv om raden.`,
    place: (line: number, column: number) => `rad ${line}, tecken ${column}`,
  },

  /** Messages to everybody in a project. */
  messages: {
    title: 'Meddelanden till deltagarna',
    lead: (most: number, days: number) =>
      `Information till alla som deltar i projektet, på deras språk. Högst ${most} meddelanden på ${days} dagar, så att breven fortsätter att läsas. Enkäter och påminnelser skickas på mätningens sida.`,
    link: 'Meddelanden',
    subjectSv: 'Ämne på svenska',
    bodySv: 'Meddelande på svenska',
    subjectEn: 'Ämne på engelska',
    bodyEn: 'Meddelande på engelska',
    next: 'Läs igenom innan det skickas',
    checkTitle: 'Så blir meddelandet',
    checkLead: (people: number) =>
      people === 1 ? 'Det går till en person.' : `Det går till ${people} personer, och kan inte tas tillbaka.`,
    send: (people: number) => (people === 1 ? 'Skicka till en person' : `Skicka till ${people} personer`),
    back: 'Ändra',
    nobody: 'Ingen som deltar har en adress att skicka till.',
    enough: (most: number, days: number) =>
      `Projektet har skickat ${most} meddelanden på ${days} dagar. Vänta med nästa.`,
    overtaken:
      'Ditt meddelande är inte skickat: någon hann skicka ett annat under tiden. Läs det under ”Skickade”. Ska ditt också ut, ändra det om det behövs och gå vidare',
    sentTitle: 'Skickade',
    none: 'Inga meddelanden är skickade.',
    sent: (day: string) => `Skickat ${day}`,
    state: (state: string, letters: string) => `${state}: ${letters}`,
  },
}
