// Finnish words at the questions of a questionnaire; what is not here is Swedish.
export default {
  chooseSeveral: 'Valitse kaikki sopivat.',
  exclusive: 'tai',
  day: 'Päivä',
  month: 'Kuukausi',
  year: 'Vuosi',
  noNames: 'Älä kirjoita yksittäisten henkilöiden nimiä.',
  charactersLeft: (most: string) => `Enintään ${most} merkkiä.`,
  error: {
    unknown_item: 'Kysymystä ei ole tässä kyselyssä. Lataa sivu uudelleen ja vastaa uudestaan.',
    unknown_option: 'Valitse yksi vastausvaihtoehdoista.',
    several_options: 'Valitse vain yksi vastausvaihtoehdoista.',
    too_long: (length: number, most: number) => `Tekstissä on ${length} merkkiä. Lyhennä se enintään ${most} merkkiin.`,
    not_a_number: 'Kirjoita vastaus numeroin, esimerkiksi 12.',
  },
}
