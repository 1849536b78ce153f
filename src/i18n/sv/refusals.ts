// Swedish words: why mail servers turn letters away, and what to do about it.

export default {
  /** As the heading of a group of letters. */
  what: {
    no_mailbox: 'Mottagarens brevlåda finns inte',
    no_domain: 'Ingen tar emot e-post för adressens domän',
    bad_address: 'Adressen går inte att läsa',
    mailbox_closed: 'Mottagarens brevlåda är stängd',
    mailbox_full: 'Mottagarens brevlåda är full',
    too_large: 'Brevet är för stort för mottagaren',
    our_domain: 'Avsändardomänen kan inte bevisa att brevet är äkta',
    policy: 'Mottagarens server nekar brevet',
    not_relayed: 'Er e-postserver skickar inte vidare',
    sign_in: 'E-postservern släpper inte in Samverka',
    tls: 'Förbindelsen till e-postservern är inte säker',
    too_fast: 'Servern vill ha färre brev i taget',
    later: 'Servern ber oss komma tillbaka senare',
    unreachable: 'Servern går inte att nå',
    cut_off: 'Förbindelsen bröts mitt i brevet',
    not_written: 'Brevet gick inte att skriva',
    refused: 'Servern nekar brevet',
    other: 'Annat besked',
  },
  remedy: {
    no_mailbox: 'Kontrollera stavningen. Har personen bytt adress eller slutat? Rätta adressen och bjud in igen.',
    no_domain: 'Kontrollera stavningen efter @. Kommuner byter ibland domän: fråga mottagaren och rätta adressen.',
    bad_address: 'Rätta adressen hos deltagaren och försök igen.',
    mailbox_closed: 'Brevlådan finns men används inte. Fråga efter en annan adress.',
    mailbox_full:
      'Ring om svaret är viktigt, och försök igen senare. Det som bara är nekat tills vidare försöks igen av sig självt.',
    too_large: 'Korta brevmallen och försök igen.',
    our_domain:
      'Alla brev kan möta samma nej. Be den som sköter er domän att rätta SPF, DKIM och DMARC, och försök sedan igen.',
    policy:
      'Brevet har tagits för skräppost eller bryter mot mottagarens regler. Be mottagarens it-avdelning att släppa fram er avsändaradress.',
    not_relayed:
      'Inloggningen eller avsändaradressen är fel inställd (SMTP_URL, MAIL_FROM). Be den som sköter servern.',
    sign_in: 'Namn eller lösenord i SMTP_URL gäller inte längre. Breven väntar kvar och skickas när det är rättat.',
    tls: 'Inget skickas i klartext. Be den som sköter servern att se över certifikat och kryptering.',
    too_fast: 'Samverka saktar in och fortsätter själv. Händer det ofta: sänk takten med "npm run mail -- pace".',
    later: 'Inget att göra: så prövar många servrar nya avsändare. Samverka försöker igen av sig självt.',
    unreachable: 'Samverka försöker igen av sig självt. Står det kvar: kontrollera SMTP_URL och nätet.',
    cut_off: 'Brevet kan ha kommit fram. Titta i e-postserverns logg eller fråga mottagaren, och bestäm nedan.',
    not_written: 'Rätta adressen eller projektets avsändare, och försök igen.',
    refused: 'Läs serverns egna ord. Stämmer adressen? Fråga annars mottagarens it-avdelning.',
    other: 'Läs serverns egna ord.',
  },
  serverSays: 'Serverns egna ord',
  /** With its code: "Mottagarens brevlåda finns inte (550 5.1.1)". */
  withCode: (what: string, codes: string) => `${what} (${codes})`,
}
