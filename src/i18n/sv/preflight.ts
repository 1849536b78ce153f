// Swedish words: what is looked at before a mailing, how it stands, and what to do about it.
const personer = (people: number): string => (people === 1 ? '1 person' : `${people} personer`)
const brev = (letters: number): string => (letters === 1 ? '1 brev' : `${letters} brev`)
const adresser = (count: string): string => (count === '1' ? '1 adress' : `${count} adresser`)

export default {
  link: 'Kontrollera före utskick',
  title: 'Kontroll före utskick',
  lead: 'Här syns om breven kommer fram, till vilka och hur lång tid det tar. Ingenting skickas.',
  blocks: (count: number) => (count === 1 ? 'Ett hinder' : `${count} hinder`),
  blocksLead: {
    invitation: 'Rätta det här först. Tills dess går mätningen inte att öppna.',
    reminder: 'Rätta det här först. Planerade påminnelser väntar till dess.',
  },
  clear: 'Inga hinder',
  clearLead: 'Ingenting av det som är kontrollerat hindrar utskicket.',
  notLooked: 'E-postservern, avsändarens domän och länkarnas adress är inte kontrollerade än.',
  lookedAt: (time: string) => `E-postservern, avsändarens domän och länkarnas adress kontrollerades ${time}.`,
  look: 'Kontrollera nu',
  lookAgain: 'Kontrollera igen',
  lookHint: 'Tar högst några sekunder. Inget brev skickas.',
  verdict: {
    ok: 'I ordning',
    warning: 'Varning',
    blocks: 'Hinder',
    not_checked: 'Inte kontrollerat',
    not_needed: 'Behövs inte',
  },
  area: {
    sender: 'Avsändarens domän',
    server: 'E-postservern',
    links: 'Länkarna i breven',
    letters: 'Brevens text',
    people: 'Mottagarna',
  },
  vouch: 'Servern signerar breven själv',
  vouchLead:
    'Vet du att e-postservern signerar breven med DKIM för domänen, eller sänder dem vidare från en server som SPF tillåter? Då kan det räknas som kontrollerat.',

  mailingTitle: { invitation: 'Om mätningen öppnas nu', reminder: 'Om en påminnelse skickas nu' },
  nobody: 'Ingen skulle få något brev.',
  letters: (letters: number) => `${brev(letters)} skulle skickas:`,
  municipality: 'Kommun',
  count: 'Brev',
  passedOverTitle: 'Får inget brev',
  passedOver: {
    erased: (people: number) => `${personer(people)}: uppgifterna är raderade`,
    withdrawn: (people: number) => `${personer(people)}: deltar inte längre`,
    left: (people: number) => `${personer(people)}: har lämnat sin plats`,
    answered: (people: number) => `${personer(people)}: har svarat`,
    quiet: (people: number) => `${personer(people)}: vill inte ha påminnelser`,
    no_address: (people: number) => `${personer(people)}: saknar e-postadress`,
    bounced: (people: number) => `${personer(people)}: breven till adressen kommer i retur`,
    not_asked: (people: number) => `${personer(people)}: kom med efter att mätningen öppnades`,
    uninvited: (people: number) =>
      `${personer(people)}: har inte fått någon inbjudan än. Den skickas från mätningens sida`,
    not_now: (people: number) =>
      `${personer(people)}: har fått brev det senaste dygnet, eller har ett brev som inte är framme än`,
  },
  takes: (time: string) => `Med nuvarande takt och sändningstider har det sista brevet gått ${time}.`,
  takesLong: 'Med nuvarande takt och sändningstider tar utskicket mer än ett år. Höj takten.',

  opening: (count: number) =>
    count === 1
      ? 'Kontrollen före utskick visar ett hinder. Mätningen går att öppna när det är rättat.'
      : `Kontrollen före utskick visar ${count} hinder. Mätningen går att öppna när de är rättade.`,
  inviting: (count: number) =>
    count === 1
      ? 'Kontrollen före utskick visar ett hinder. Inbjudan går att skicka när det är rättat.'
      : `Kontrollen före utskick visar ${count} hinder. Inbjudan går att skicka när de är rättade.`,
  see: 'Se kontrollen',

  /** `about`: the domain, host or number; `found`: what was found there. */
  check: {
    sender_invalid: {
      title: 'Avsändaradressen går inte att använda',
      text: (about: string) => `”${about}” är inte en enda vanlig e-postadress.`,
      remedy: 'Skriv bara adressen i MAIL_FROM, som enkat@kommun.se, eller rätta projektets kontaktadress.',
    },
    domain_found: {
      title: 'Domänen tar emot svar',
      text: (about: string, found: string) => `${about} tar emot e-post (${found}).`,
    },
    domain_missing: {
      title: 'Domänen finns inte',
      text: (about: string) => `Det finns ingen domän som heter ${about}. Mottagarnas servrar nekar sådana brev.`,
      remedy: 'Rätta MAIL_FROM eller projektets kontaktadress.',
    },
    domain_takes_no_mail: {
      title: 'Domänen tar inte emot e-post',
      text: (about: string) => `${about} säger i DNS att den inte tar emot e-post. Många servrar nekar då dess brev.`,
      remedy: 'Skicka från en domän som går att svara till, eller be den som sköter DNS att ta bort posten ”MX 0 .”.',
    },
    domain_no_mx: {
      title: 'Svar kommer kanske inte fram',
      text: (about: string) =>
        `${about} har ingen MX-post. Svar och studsar kommer fram bara om domänens egen adress tar emot dem.`,
      remedy: 'Be den som sköter DNS att lägga till en MX-post.',
    },
    spf_passes: {
      title: 'SPF tillåter e-postservern',
      text: (about: string, found: string) => `${about}: ${found}`,
    },
    spf_none: {
      title: 'SPF saknas',
      text: (about: string) =>
        `${about} säger inte vilka servrar som får skicka dess e-post. Breven kan hamna i skräpposten.`,
      remedy: 'Be den som sköter DNS att lägga till en SPF-post (TXT) som nämner e-postservern.',
    },
    spf_several: {
      title: 'Flera SPF-poster',
      text: (about: string, found: string) => `${about} har ${found} SPF-poster. Då gäller ingen av dem.`,
      remedy: 'Be den som sköter DNS att slå ihop dem till en.',
    },
    spf_faulty: {
      title: 'SPF-posten har ett fel',
      text: (about: string, found: string) => `Posten för ${about} går inte att tolka: ${found}`,
      remedy: 'Be den som sköter DNS att rätta posten. Den får leda till högst tio uppslagningar.',
    },
    spf_forbids_all: {
      title: 'Domänen får inte skicka e-post',
      text: (about: string, found: string) =>
        `SPF för ${about} säger att ingen server får skicka dess e-post: ${found}`,
      remedy: 'Skicka från en annan domän, eller be den som sköter DNS att nämna e-postservern.',
    },
    spf_other_servers: {
      title: 'SPF nämner inte e-postservern',
      text: (about: string, found: string) => `Adressen till ${about} ingår inte i SPF: ${found}`,
      remedy:
        'Det är i sin ordning om servern sänder breven vidare från en annan adress. Fråga annars den som sköter DNS.',
    },
    dkim_found: {
      title: 'DKIM-nyckeln finns i DNS',
      text: (about: string) => `${about} har samma nyckel som breven signeras med.`,
    },
    dkim_not_set: {
      title: 'Breven signeras inte härifrån',
      text: (about: string) =>
        `Ingen DKIM-nyckel är inställd för ${about}. E-postservern kan signera i stället; det syns inte härifrån.`,
      remedy: 'Fråga den som sköter servern, eller ställ in DKIM_DOMAIN, DKIM_SELECTOR och DKIM_KEY_FILE.',
    },
    dkim_missing: {
      title: 'DKIM-nyckeln saknas i DNS',
      text: (about: string) =>
        `Breven signeras, men ${about} finns inte i DNS. Mottagarna ser en signatur som inte stämmer.`,
      remedy: 'Be den som sköter DNS att publicera den öppna nyckeln, eller ta bort DKIM-inställningarna.',
    },
    dkim_differs: {
      title: 'DKIM-nyckeln är en annan i DNS',
      text: (about: string) => `Nyckeln i ${about} hör inte till den som breven signeras med. Signaturen stämmer inte.`,
      remedy: 'Publicera rätt nyckel, eller välj rätt DKIM_SELECTOR och DKIM_KEY_FILE.',
    },
    dkim_other_domain: {
      title: 'Breven signeras för en annan domän',
      text: (about: string, found: string) =>
        `Signaturen gäller ${about}, men breven kommer från ${found}. Den styrker inte avsändaren.`,
      remedy: 'Sätt DKIM_DOMAIN till avsändarens domän.',
    },
    dmarc_found: {
      title: 'DMARC är i ordning',
      text: (about: string, found: string) => `${about} har en DMARC-post (p=${found}).`,
    },
    dmarc_none: {
      title: 'DMARC saknas',
      text: (about: string) =>
        `${about} har ingen DMARC-post. Gmail och Microsoft kräver en av den som skickar många brev.`,
      remedy: 'Be den som sköter DNS att lägga till _dmarc med till exempel ”v=DMARC1; p=none”.',
    },
    dmarc_unproven: {
      title: 'Mottagarna kommer att neka breven',
      text: (about: string, found: string) =>
        `${about} ber mottagarna att stoppa brev som inte är styrkta (p=${found}), och varken SPF eller DKIM styrker våra.`,
      remedy: 'Låt SPF nämna e-postservern, signera med DKIM, eller skicka från en domän där något av det är gjort.',
    },
    dns_silent: {
      title: 'Namnservern svarade inte',
      text: (about: string) => `Det gick inte att slå upp ${about}. Det säger ingenting om posten.`,
      remedy: 'Försök igen om en stund. Servern behöver kunna fråga DNS.',
    },
    dns_not_needed: {
      title: 'Domänen har ingen betydelse',
      text: () => 'Breven läggs i en mapp på servern och går inte till någon.',
    },
    server_ready: {
      title: 'E-postservern tar emot breven',
      text: (about: string) => `${about}: krypterad förbindelse med giltigt certifikat, inloggningen godtogs.`,
    },
    server_here: {
      title: 'E-postservern tar emot breven',
      text: (about: string) => `${about} är på samma dator, och behöver ingen kryptering.`,
    },
    server_unknown: {
      title: 'E-postserverns namn finns inte',
      text: (about: string, found: string) => `${about}: ${found}`,
      remedy: 'Rätta namnet i SMTP_URL.',
    },
    server_silent: {
      title: 'E-postservern svarar inte',
      text: (about: string, found: string) => `Ingen förbindelse med ${about}. ${found}`,
      remedy: 'Är namn och port rätt i SMTP_URL? Släpper brandväggen ut förbindelsen?',
    },
    server_untrusted: {
      title: 'E-postserverns kryptering går inte att lita på',
      text: (about: string, found: string) => `${about}: ${found}`,
      remedy: 'Servern behöver TLS och ett giltigt certifikat för sitt namn. Samverka skickar aldrig okrypterat.',
    },
    server_login: {
      title: 'E-postservern godtog inte inloggningen',
      text: (about: string, found: string) => `${about}: ${found}`,
      remedy: 'Rätta namn och lösenord i SMTP_URL.',
    },
    server_refuses: {
      title: 'E-postservern vill inte ta emot oss',
      text: (about: string, found: string) => `${about}: ${found}`,
      remedy: 'Fråga den som sköter e-postservern om den här datorn får skicka genom den.',
    },
    server_folder: {
      title: 'Ingen e-postserver är inställd',
      text: () => 'Breven läggs i en mapp och visas under Utkorg.',
      remedy: 'Ställ in SMTP_URL när breven ska gå till mottagarna.',
    },
    server_demo: {
      title: 'Demonstrationens brev skickas inte',
      text: () => 'Personerna är påhittade, så breven läggs i en mapp och visas under Utkorg.',
    },
    address_missing: {
      title: 'Länkarna har ingen adress',
      text: () => 'BASE_URL är inte inställd, så länkarna i breven leder ingenstans.',
      remedy: 'Sätt BASE_URL till adressen som deltagarna når Samverka på.',
    },
    address_local: {
      title: 'Länkarna leder till den här datorn',
      text: (about: string) => `${about} går inte att nå för någon annan.`,
      remedy: 'Sätt BASE_URL till adressen som deltagarna når Samverka på.',
    },
    address_open: {
      title: 'Länkarna är inte krypterade',
      text: (about: string) => `${about} börjar med http. Den som lyssnar på nätet kan se svaren och öppna länken.`,
      remedy: 'Ordna ett certifikat och låt BASE_URL börja med https.',
    },
    address_answers: {
      title: 'Länkarnas adress svarar',
      text: (about: string) => `${about} går att nå.`,
    },
    address_other: {
      title: 'Länkarnas adress visar ett fel',
      text: (about: string, found: string) => `${about} svarar med ${found}.`,
      remedy: 'Öppna adressen i en webbläsare. Visar den Samverka?',
    },
    address_silent: {
      title: 'Länkarnas adress svarar inte härifrån',
      text: (about: string) =>
        `${about} gick inte att nå från servern. Det kan bero på nätet: servern når inte alltid sig själv utifrån.`,
      remedy: 'Öppna adressen i en telefon utanför det egna nätet.',
    },
    address_not_needed: {
      title: 'Adressen behöver inte nås utifrån',
      text: () => 'Breven läggs i en mapp på servern och går inte till någon.',
    },
    letters_whole: {
      title: 'Breven är hela',
      text: () => 'Varje brev har sin länk och bara fält som finns.',
    },
    letters_faulty: {
      title: 'Ett brev har fel i texten',
      text: (about: string, found: string) => `${about}, rad och tecken: ${found}`,
      remedy: 'Rätta brevets text.',
    },
    people_none: {
      title: 'Det finns ingen att skriva till',
      text: () => 'Projektet har inga deltagare.',
      remedy: 'Läs in deltagarna.',
    },
    people_plain: {
      title: 'Adresserna ser riktiga ut',
      text: (about: string) => `${adresser(about)} är kontrollerade. Samma adress kan inte finnas två gånger.`,
    },
    people_no_address: {
      title: 'Adress saknas',
      text: (about: string) =>
        `${about === '1' ? '1 person' : `${about} personer`} saknar e-postadress och får inget brev.`,
      remedy:
        'Be den som sköter servern ge var och en sin adress: npm run people -- address <id> --project <projekt> --to <adress>, där <id> är personens id i filen som lästes in. Läser du in dem på nytt blir de nya deltagare bredvid, och svaren före och efter hör inte ihop.',
    },
    people_bad_address: {
      title: 'Adresser som inte går att skicka till',
      text: (about: string, found: string) => `${adresser(about)}: ${found}`,
      remedy: 'Rätta adresserna. De andra breven påverkas inte.',
    },
    people_shared: {
      title: 'Adresser som flera läser',
      text: (about: string, found: string) =>
        `${adresser(about)}: ${found}. Den personliga länken når alla som läser där.`,
      remedy: 'Be om personernas egna adresser.',
    },
    people_mixed_letters: {
      title: 'Adresser med bokstäver ur två alfabet',
      text: (about: string, found: string) => `${adresser(about)}: ${found}. Domänen ser ut som en annan än den är.`,
      remedy: 'Kontrollera adressen med personen.',
    },
  },

  task_no_wave:
    'Det finns ingen sådan mätning. Skriv projektets kortnamn och baseline, midterm, endline eller followup.',
}
