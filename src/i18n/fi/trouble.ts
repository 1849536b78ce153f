// Finnish words of what a participant meets where something cannot be done.
import type sv from '../sv/trouble.ts'
import type { Words } from '../words.ts'

export default {
  again: 'Yritä uudelleen',
  held: 'Kirjoittamasi on tallella tällä sivulla, joten älä sulje sitä.',
  show: 'Näytä, mitä kirjoitit',
  backToChoices: 'Takaisin valintoihisi',
  what: {
    not_found: { title: 'Sivua ei ole', help: 'Osoite on voinut vahingoittua matkalla tänne.' },
    too_many_tries: { title: 'Liian monta yritystä juuri nyt', help: 'Odota hetki ja yritä uudelleen.' },
    too_large: {
      title: 'Kirjoittamasi on liian pitkä vastaanotettavaksi',
      help: 'Siksi siitä ei ole tallennettu mitään. Palaa selaimessa takaisin ja kopioi kirjoittamasi, jos se on vielä siellä. Lyhennä sitä ja lähetä se uudelleen.',
    },
    bad_request: {
      title: 'Lähettämääsi ei voitu lukea',
      help: 'Siksi siitä ei ole tallennettu mitään. Palaa takaisin, lataa sivu uudelleen ja yritä uudestaan.',
    },
    storage_failed: {
      title: 'Tallentaminen ei onnistunut',
      help: 'Mitään ei ole muutettu. Yritä hetken päästä uudelleen.',
    },
    internal: {
      title: 'Meillä meni jotain vikaan',
      help: 'Yritä hetken päästä uudelleen. Jos se ei auta, kerro alla oleva koodi.',
    },
  },
} satisfies Words<typeof sv>
