// Finnish words of the participant's pages.
import type sv from '../sv/answering.ts'
import type { Words } from '../words.ts'

const use = {
  baseline: 'Vastauksesi ovat lähtökohta, johon myöhempiä kyselyjä verrataan.',
  midterm: 'Hanke on puolivälissä. Vastauksesi näyttävät, mikä tilanne on nyt ja mikä on muuttunut alun jälkeen.',
  endline: 'Hanke on päättymässä. Vastauksesi näyttävät, mikä on muuttunut alun jälkeen ja mikä ei.',
  followup: 'Hanke on päättynyt. Vastauksesi näyttävät, miten sen jälkeen on mennyt.',
} as const

export default {
  greeting: (project) => `Kysely: ${project}`,
  landingLead: (organisation, wave) => `${organisation} haluaa tietää, miten yhteistyö toimii kunnassasi. ${use[wave]}`,
  takes: (minutes) => `Vastaaminen kestää noin ${minutes} minuuttia.`,
  savedPerPage:
    'Vastaukset tallentuvat sitä mukaa. Voit pitää tauon ja jatkaa myöhemmin samalla linkillä, myös toisella laitteella.',
  voluntary: 'Osallistuminen on vapaaehtoista, eikä kaikkiin kysymyksiin tarvitse vastata.',
  openUntil: (day) => `Kysely on auki ${day} saakka.`,
  municipality: 'Kunta',
  start: 'Aloita vastaaminen',
  resume: 'Jatka vastaamista',
  answeredParts: (answered, of) => `Vastattuja osia ${answered}/${of}.`,
  fromFirst: 'Siirry ensimmäiseen osaan',
  agree: 'Annan suostumukseni ja aloitan',
  agreeAgain: 'Annan suostumukseni ja jatkan',
  agreeLead: 'Osallistut suostumuksellasi. Voit perua sen milloin haluat, syytä kertomatta.',
  readFirst:
    'Lue ensin alempaa tältä sivulta, miten vastauksiasi käsitellään. Teksti on sinulle uusi. Jatka sitten; vastauksesi on tallennettu.',
  personalLink: 'Linkki on henkilökohtainen, joten älä lähetä sitä eteenpäin.',
  informationTitle: 'Näin vastauksiasi käsitellään',
  progress: (at, of) => `Osa ${at}/${of}`,
  next: 'Tallenna ja jatka',
  back: 'Takaisin',
  saving: {
    saved: 'Tallennettu',
    unsaved: 'Ei vielä tallennettu. Korjaa virheet tai yritä hetken päästä uudelleen.',
    offline: 'Ei yhteyttä. Kirjoittamasi säilyy sivulla ja tallentuu, kun yhteys palaa.',
    closed: 'Kysely ei ota enää vastaan vastauksia. Lataa sivu uudelleen nähdäksesi miksi.',
    sending: 'Tallennetaan …',
  },
  replaced: (answers) =>
    answers === 1
      ? 'Yhtä vastausta oli muutettu toisessa ikkunassa tai laitteella. Viimeksi lähettämäsi on voimassa.'
      : `${answers} vastausta oli muutettu toisessa ikkunassa tai laitteella. Viimeksi lähettämäsi on voimassa.`,
  aside: (answers) =>
    answers === 1
      ? 'Vastauksesi on tallennettu, mutta kysymystä ei enää kysytä toisessa ikkunassa tai laitteella annetun vastauksen vuoksi. Jos se muuttuu, vastauksesi on tallella.'
      : 'Vastauksesi on tallennettu, mutta kysymyksiä ei enää kysytä toisessa ikkunassa tai laitteella annetun vastauksen vuoksi. Jos se muuttuu, vastauksesi ovat tallella.',
  partlyTranslated: 'Se, mitä ei ole suomeksi, näytetään ruotsiksi.',
  storageFailed:
    'Vastausta ei tallennettu. Tallentaminen ei onnistunut juuri nyt, mutta kaikki kirjoittamasi on alla. Yritä hetken päästä uudelleen.',
  checkTitle: 'Ovatko vastauksesi oikein?',
  checkLead:
    'Tässä on kaikki, mitä olet vastannut. Muuta mitä haluat ja lähetä sitten. Sen jälkeen vastauksia ei voi muuttaa eikä näyttää uudelleen.',
  change: 'Muuta',
  notAnswered: 'Ei vastattu',
  submit: 'Lähetä vastaukset',
  nothingYet: 'Et ole vielä vastannut yhteenkään kysymykseen. Vastaa ainakin yhteen ennen kuin lähetät.',
  receiptTitle: 'Kiitos, vastauksesi on tallennettu',
  receiptLead: (time) => `Otimme ne vastaan ${time}.`,
  receiptCode: 'Kuittikoodisi',
  receiptHelp: 'Säilytä koodi, jos haluat myöhemmin kysyä vastauksistasi. Nyt voit sulkea sivun.',
  answeredTitle: 'Kyselyyn on jo vastattu',
  answeredLead: (time) =>
    `Vastaukset tulivat ${time}. Niitä ei näytetä uudelleen, jotta kukaan muu ei voi lukea niitä linkkisi kautta.`,
  notOpenTitle: 'Kysely ei ole vielä auki',
  notOpenLead: (day) => `Se avautuu ${day}. Käytä silloin samaa linkkiä.`,
  closedTitle: 'Kysely on suljettu',
  closedLead: (time, lastDay) =>
    `${lastDay === null ? `Se sulkeutui ${time}` : `Kyselyn viimeinen vastauspäivä oli ${lastDay}`}, eikä siihen voi enää vastata. Kiitos kiinnostuksestasi.`,
  closedGrace: (time, lastDay = null) =>
    `Kysely on suljettu, mutta koska olit jo aloittanut, voit lähettää vastauksesi ${lastDay === null ? `${time} asti` : `vielä ${lastDay}`}.`,
  withdrawnTitle: 'Et ole enää mukana',
  withdrawnLead: 'Osallistumisesi on päättynyt, joten kyselyä ei voi avata. Et saa siitä enää sähköpostia.',
  erasedTitle: 'Linkki ei ole enää voimassa',
  erasedLead: 'Tiedot, joihin linkki kuului, on poistettu. Meillä ei ole enää mitään näytettävää.',
  leftTitle: 'Joku muu on tullut tilallesi',
  leftLead: 'Hän vastaa omalla linkillään. Omat vastauksesi säilyvät sinun vastauksinasi.',
  unknownTitle: 'Linkkiä ei voitu lukea',
  unknownLead: 'Osa osoitteesta on ehkä jäänyt pois. Avaa linkki suoraan sähköpostista tai kopioi siitä koko osoite.',
  unknownCase:
    'Kaikki osoitteen kirjaimet ovat samankokoisia. Linkissä on sekä isoja että pieniä kirjaimia, joten jokin ohjelma on ehkä muuttanut ne.',
} satisfies Words<typeof sv>
