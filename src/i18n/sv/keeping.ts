// Swedish words: what whoever keeps an instance does at the terminal with accounts and with single participants.
const svar = (count: number) => (count === 1 ? 'ett svar' : `${count} svar`)
const utkast = (count: number) => (count === 1 ? 'ett utkast' : `${count} utkast`)
const brev = (count: number) => (count === 1 ? 'ett brev' : `${count} brev`)

export default {
  stopped: 'Avbröt. Ingenting har ändrats.',
  everything: 'alla',

  staff: {
    usage: `Konton: vem som får logga in, och vad var och en får göra.

  npm run staff -- list
      Alla konton med sina rättigheter.

  npm run staff -- add [--name <namn>] [--email <adress>] [--role <roll>] [--project <projekt>|all]
                       [--municipality <kod>|all] [--language sv|en] [--generate]
      Nytt konto. Det som inte står på raden frågas efter. --generate hittar på ett lösenord och visar det en gång.

  npm run staff -- password <adress> [--generate]
      Nytt lösenord. Kontot loggas ut överallt.

  npm run staff -- grant <adress> --role <roll> --project <projekt>|all [--municipality <kod>|all]
  npm run staff -- revoke <adress> --role <roll> --project <projekt>|all [--municipality <kod>|all]
      Ger eller tar tillbaka en rättighet. Utan --municipality gäller den alla kommuner. Kontot loggas ut överallt.

  npm run staff -- deactivate <adress>
      Stänger kontot. Det som kontot har gjort finns kvar i händelseloggen.

  Roller: admin, coordinator, process_leader, economist, evaluator, researcher. --en ger engelska.`,
    ask_name: 'Namn',
    ask_email: 'E-postadress',
    ask_role: (choices: string) => `Roll (${choices})`,
    ask_project: (choices: string) => `Projekt (${choices})`,
    ask_municipality: (choices: string) => `Kommun (${choices})`,
    ask_password: 'Lösenord, minst 12 tecken (syns inte)',
    ask_again: 'En gång till',
    email_missing: 'Ange kontots e-postadress.',
    passwords_differ: 'Lösenorden är inte lika. Ingenting har ändrats.',
    no_account: (email: string) => `Det finns inget konto ${email}. "list" visar dem som finns.`,
    account_taken: (email: string) => `Det finns redan ett konto ${email}. Använd "grant" eller "password".`,
    account_closed: (email: string) => `Kontot ${email} är stängt.`,
    no_municipality: (code: string, known: string) => `Det finns ingen kommun ${code} att välja. Det finns: ${known}.`,
    admin_is_whole: 'En administratör har hela projektet: ange --municipality all.',
    last_administrator:
      'Det är det enda aktiva kontot som administrerar allt. Ge någon annan rollen admin för alla projekt först.',
    none: 'Det finns inga konton än. Det första skapas på sidan /setup.',
    closed_on: (day: string) => `stängt ${day}`,
    no_rights: 'inga rättigheter',
    right: (role: string, project: string, municipality: string) =>
      `${role}  projekt: ${project}  kommun: ${municipality}`,
    generated: (password: string) => `Lösenord, visas bara nu: ${password}`,
    added: (email: string) => `Kontot ${email} är skapat.`,
    password_changed: (email: string) => `Lösenordet för ${email} är bytt, och kontot är utloggat överallt.`,
    granted: (email: string) => `${email} har fått rättigheten, och är utloggad överallt.`,
    granted_already: (email: string) => `${email} har redan den rättigheten. Ingenting har ändrats.`,
    revoked: (email: string) => `${email} har inte längre rättigheten, och är utloggad överallt.`,
    revoked_already: (email: string) => `${email} har inte den rättigheten. Ingenting har ändrats.`,
    deactivated: (email: string) => `Kontot ${email} är stängt och utloggat överallt.`,
    deactivated_already: (email: string) => `Kontot ${email} var redan stängt. Ingenting har ändrats.`,
  },

  people: {
    usage: `En deltagares rättigheter. <vem> är personens e-postadress eller pseudonym.

  npm run people -- find <vem> --project <projekt>
      Pseudonym, kommun, aktörsgrupp, och vilka mätningar personen har tillfrågats i och svarat på. Aldrig svaren.

  npm run people -- address <vem> --project <projekt> --to <adress>
      Rättar adressen, i alla projekt. Brev som väntar går till den nya. Länkar i tidigare brev fortsätter att gälla.

  npm run people -- withdraw <vem> --project <projekt>
      Personen avstår från projektet: inga fler brev, och enkäterna är stängda. Svar som är lämnade står kvar.

  npm run people -- erase <vem> --project <projekt> [--yes]
      Raderar personen i alla projekt: namn, adresser, svar, utkast, länkar och brev i utkorgen. Går inte att ångra.
      Frågar efter pseudonymen först; --yes frågar inte.

  Servern kan vara i gång eller stå still. --en ger engelska.`,
    who_missing: 'Ange vem det gäller: e-postadress eller pseudonym.',
    nobody: (who: string, project: string) => `Ingen i ${project} har ${who} som nuvarande adress eller pseudonym.`,
    pseudonym: 'Pseudonym',
    municipality: 'Kommun',
    group: 'Aktörsgrupp',
    also_in: 'Finns också i',
    waves: 'Mätningar',
    no_waves: 'har inte tillfrågats i någon',
    asked: (day: string) => `tillfrågad ${day}`,
    answered: (day: string) => `svarade ${day}`,
    not_answered: 'har inte svarat',
    withdrawn_on: (day: string) => `Har avstått sedan ${day}.`,
    erased_on: (day: string) => `Raderad ${day}.`,
    is_erased: (pseudonym: string) => `${pseudonym} är raderad, och har ingen adress att rätta.`,
    address_invalid: (address: string) => `${address} är ingen e-postadress, som namn@kommun.se.`,
    address_taken: 'Adressen tillhör någon annan. Ingenting har ändrats.',
    address_same: (pseudonym: string) => `${pseudonym} har redan den adressen. Ingenting har ändrats.`,
    address_changed: (pseudonym: string) =>
      `${pseudonym} har fått den nya adressen. Brev som inte kom fram skickas igen med "npm run mail -- retry".`,
    withdrawn: (pseudonym: string, letters: number) =>
      `${pseudonym} har avstått. ${letters === 0 ? 'Inget brev väntade' : `Stoppade ${brev(letters)}`}, och svar som är lämnade står kvar.`,
    withdrawn_already: (pseudonym: string) => `${pseudonym} hade redan avstått. Ingenting har ändrats.`,
    erase_what: (pseudonym: string, responses: number, drafts: number) =>
      `${pseudonym} raderas: namn, adresser, ${svar(responses)}, ${utkast(drafts)}, och personens brev i utkorgen.`,
    erase_everywhere: (places: string) => `Det gäller personen överallt, alltså i ${places}.`,
    erase_final: 'Det går inte att ångra.',
    erase_ask: 'Skriv pseudonymen för att radera',
    erase_not_confirmed: 'Det var inte pseudonymen. Ingenting har raderats.',
    erased: (pseudonym: string, responses: number, drafts: number, letters: number) =>
      `${pseudonym} är raderad: ${svar(responses)}, ${utkast(drafts)} och ${brev(letters)} i utkorgen är borta.`,
    erased_already: (pseudonym: string) => `${pseudonym} var redan raderad. Filerna är genomgångna igen.`,
    letter_in_the_air: 'Ett brev till personen var just på väg ut. Kör samma kommando igen om en minut.',
    file_not_swept:
      'Personen är raderad, men databasfilen är upptagen och kan ha spår kvar. Kör samma kommando igen om en stund.',
    copy_remains: (file: string) => `Kopian ${file} gjordes tidigare och har personen kvar. Ta bort den.`,
    elsewhere: 'Säkerhetskopior och exporterade filer når kommandot inte: gallra dem också.',
  },
}
