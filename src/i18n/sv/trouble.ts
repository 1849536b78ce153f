// Swedish words of what a participant meets where something cannot be done.
export default {
  again: 'Försök igen',
  held: 'Det du skrev finns kvar på den här sidan, så stäng den inte.',
  show: 'Visa det du skrev',
  backToChoices: 'Tillbaka till dina val',
  what: {
    not_found: { title: 'Sidan finns inte', help: 'Adressen kan ha blivit fel på vägen hit.' },
    cross_site: {
      title: 'Det du skickade kom från en annan webbplats',
      help: 'Därför har ingenting hänt. Öppna sidan på nytt och skicka det därifrån.',
    },
    too_many_tries: { title: 'För många försök just nu', help: 'Vänta en stund och försök igen.' },
    too_large: {
      title: 'Det du har skrivit är för långt för att tas emot',
      help: 'Därför har ingenting av det sparats. Gå tillbaka i webbläsaren och kopiera det du skrev, om det står kvar. Korta ned det och skicka det på nytt.',
    },
    bad_request: {
      title: 'Det du skickade gick inte att läsa',
      help: 'Därför har ingenting av det sparats. Gå tillbaka, ladda om sidan och försök igen.',
    },
    storage_failed: { title: 'Det gick inte att spara', help: 'Ingenting har ändrats. Försök igen om en stund.' },
    internal: {
      title: 'Något gick fel hos oss',
      help: 'Försök igen om en stund. Hjälper det inte, uppge koden här nedanför.',
    },
  },
}
