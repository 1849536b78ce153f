// Finnish words at the questions of a questionnaire: a hint in another language than its question would be read aloud
// wrongly, so that none may be missing.
import type sv from '../sv/items.ts'
import type { Words } from '../words.ts'

const parts = { day: 'päivä', month: 'kuukausi', year: 'vuosi' } as const

export default {
  chooseSeveral: 'Valitse kaikki sopivat.',
  takeBack: 'Poista vastaus',
  exclusive: 'tai',
  numberHint(decimals, min, max) {
    const what = decimals === 0 ? 'Kirjoita kokonaisluku' : 'Kirjoita luku'
    const between = min !== null && max !== null ? ` väliltä ${min}–${max}` : ''
    const beyond = min !== null ? `, joka on vähintään ${min}` : max !== null ? `, joka on enintään ${max}` : ''
    return `${what}${between || beyond}.${decimals === 0 ? '' : ' Desimaalit käyvät.'}`
  },
  dateHint: 'Esimerkiksi 31 3 2027.',
  day: 'Päivä',
  month: 'Kuukausi',
  year: 'Vuosi',
  noNames: 'Älä kirjoita yksittäisten henkilöiden nimiä.',
  charactersLeft: (most) => `Enintään ${most} merkkiä.`,
  place: 'Sija:',
  rankingHint: (places, things) =>
    places < things
      ? `Valitse, mikä tulee sijoille 1–${places}. Se, mille et anna sijaa, jää pois.`
      : 'Anna jokaiselle sija; 1 on tärkein. Voit lopettaa ensimmäisten jälkeen.',
  noPlace: 'Ei sijaa',
  error: {
    unknown_item: 'Kysymystä ei ole tässä kyselyssä. Lataa sivu uudelleen ja vastaa uudestaan.',
    unknown_option: 'Valitse yksi vastausvaihtoehdoista.',
    several_options: 'Valitse vain yksi vastausvaihtoehdoista.',
    beside_exclusive: (label) => `Valitse joko ”${label}” tai jokin muista, ei molempia.`,
    too_long: (length, most) => `Tekstissä on ${length} merkkiä. Lyhennä se enintään ${most} merkkiin.`,
    not_a_number: 'Kirjoita vastaus numeroin, esimerkiksi 12.',
    out_of_range: (min, max) =>
      min !== null && max !== null
        ? `Kirjoita luku väliltä ${min}–${max}.`
        : min !== null
          ? `Kirjoita luku, joka on vähintään ${min}.`
          : max !== null
            ? `Kirjoita luku, joka on enintään ${max}.`
            : 'Luku on liian suuri. Kirjoita pienempi luku.',
    too_many_decimals: (decimals) =>
      decimals === 0
        ? 'Kirjoita kokonaisluku ilman pilkkua tai pistettä. Jos tarkoitat tuhansia, kirjoita esimerkiksi 1200.'
        : `Kirjoita enintään ${decimals} ${decimals === 1 ? 'desimaali' : 'desimaalia'}. Jos tarkoitat tuhansia, kirjoita esimerkiksi 1200.`,
    date_incomplete: (missing) =>
      `Päivämäärästä puuttuu ${missing.map((part) => parts[part]).join(' ja ')}. Täytä se tai tyhjennä kaikki kolme kenttää.`,
    not_a_date: 'Päivämäärästä ei saa selvää. Kirjoita päivä, kuukausi ja vuosi numeroin, esimerkiksi 31 3 2027.',
    date_year: 'Kirjoita vuosi neljällä numerolla, esimerkiksi 2026.',
    no_such_day: 'Tällaista päivämäärää ei ole. Kirjoita päivä, kuukausi ja vuosi numeroin, esimerkiksi 31 3 2027.',
    date_out_of_range: (earliest, latest) => `Kirjoita päivämäärä väliltä ${earliest} – ${latest}.`,
    places_shared: (place) => `Sija ${place} on annettu usealle. Anna jokaiselle oma sija.`,
    place_left_out: (place) => `Sijaa ${place} ei ole annettu. Anna se jollekin tai siirrä muut ylöspäin.`,
  },
} satisfies Words<Omit<typeof sv, 'type' | 'paper'>>
