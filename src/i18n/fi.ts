// Finnish words of the pages that participants meet. Staff read Swedish or English. A hint in another language than its
// question would be read aloud wrongly, so that none at a question may be missing.
import type { FurtherWords } from './further-words.ts'

const use = {
  baseline: 'Vastauksesi ovat lähtökohta, johon myöhempiä kyselyjä verrataan.',
  midterm: 'Hanke on puolivälissä. Vastauksesi näyttävät, mikä tilanne on nyt ja mikä on muuttunut alun jälkeen.',
  endline: 'Hanke on päättymässä. Vastauksesi näyttävät, mikä on muuttunut alun jälkeen ja mikä ei.',
  followup: 'Hanke on päättynyt. Vastauksesi näyttävät, miten sen jälkeen on mennyt.',
} as const

const parts = { day: 'päivä', month: 'kuukausi', year: 'vuosi' } as const

export default {
  common: {
    skip: 'Siirry sisältöön',
    language: 'Kieli',
    save: 'Tallenna',
    cancel: 'Peruuta',
    errorTitle: 'Virhe',
    errorSummary: (count: number) => (count === 1 ? 'Yksi asia on korjattava' : `${count} asiaa on korjattava`),
    code: 'Koodi',
  },
  accessibility: {
    link: 'Saavutettavuus (ruotsiksi)',
    linkInNewTab: 'Saavutettavuus (ruotsiksi, avautuu uuteen välilehteen)',
  },
  wrong: {
    hidden:
      'Tekstissä on näkymättömiä merkkejä, esimerkiksi rivinvaihto tai muutettu kirjoitussuunta. Kirjoita se uudelleen.',
    tooLong: (most: number) => `Kirjoita enintään ${most} merkkiä.`,
  },
  answering: {
    greeting: (project) => `Kysely: ${project}`,
    landingLead: (organisation, wave) =>
      `${organisation} haluaa tietää, miten yhteistyö toimii kunnassasi. ${use[wave]}`,
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
    closedGrace: (time, lastDay) =>
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
  },
  items: {
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
  },
  participation: {
    yourChoices: 'Valintasi',
    yourChoicesLead: 'Mitään ei tapahdu ennen kuin vahvistat seuraavalla sivulla.',
    quietLink: 'En halua muistutuksia',
    withdrawLink: 'Lopetan osallistumisen',
    eraseLink: 'Poista vastaukseni',
    handoverLink: 'Joku muu on tullut tilalleni',
    backToQuestionnaire: 'Takaisin kyselyyn',
    concerns: (address) => `Tämä koskee osoitetta ${address}.`,
    quiet: {
      title: 'Ei enää muistutuksia?',
      lead: 'Emme enää muistuta sinua tästä kyselystä. Voit silti vastata linkilläsi niin kauan kuin kysely on auki.',
      button: 'Lopettakaa muistuttaminen',
      doneTitle: 'Et saa enää muistutuksia',
      doneLead: 'Jos muutat mielesi, voit edelleen vastata linkilläsi.',
    },
    withdraw: {
      title: 'Haluatko lopettaa osallistumisen?',
      lead: 'Et saa enää sähköpostia hankkeelta, eivätkä linkkisi enää avaa kyselyjä. Jo lähettämäsi vastaukset säilyvät. Jos haluat poistaa nekin, valitse vastausten poistaminen.',
      button: 'Lopetan osallistumisen',
      doneTitle: 'Et enää osallistu',
      doneLead: 'Et saa enää sähköpostia hankkeelta. Jo lähettämäsi vastaukset säilyvät.',
    },
    erase: {
      title: 'Haluatko poistaa vastauksesi?',
      lead: 'Kaikki vastauksesi tässä hankkeessa poistetaan, sekä lähetetyt että keskeneräiset, ja osallistumisesi päättyy. Jos et ole mukana muissa hankkeissa, myös nimesi ja osoitteesi poistetaan. Tätä ei voi perua.',
      published: 'Koko ryhmästä jo julkaistut tulokset eivät muutu.',
      button: 'Poista vastaukseni',
      doneTitle: 'Vastauksesi on poistettu',
      doneLead: 'Et enää osallistu etkä saa enää sähköpostia hankkeelta.',
      kept: 'Varmuuskopiot korvautuvat ajan myötä. Siihen asti tiedot voivat olla niissä.',
    },
    lost: {
      link: 'Pyydä uusi linkki',
      title: 'Onko linkkisi kadonnut?',
      lead: 'Kirjoita sähköpostiosoite, johon kutsu tuli. Jos sinulla on jotain vastattavaa, lähetämme sinne uuden linkin.',
      address: 'Sähköpostiosoite',
      button: 'Lähetä uusi linkki',
      wrong: 'Kirjoita koko sähköpostiosoite, esimerkiksi nimi@kunta.se.',
      doneTitle: 'Katso sähköpostisi',
      doneLead:
        'Jos osoite kuuluu henkilölle, joka voi vastata juuri nyt, sinne tulee viesti muutaman minuutin kuluessa. Katso myös roskapostista.',
      doneHelp: 'Jos viestiä ei tule, sinut on ehkä kutsuttu toisella osoitteella. Kysy hankkeen vetäjältä kunnassasi.',
      again: 'Kirjoita toinen osoite',
    },
    other: {
      lead: 'Saman hankkeen toinen kysely on auki, ja sinut on kutsuttu siihen.',
      button: 'Lähettäkää linkki osoitteeseeni',
      doneTitle: 'Linkki on matkalla',
      doneLead: 'Viesti, jossa on linkki avoimeen kyselyyn, tulee muutaman minuutin kuluessa.',
    },
    handover: {
      title: 'Onko joku tullut tilallesi?',
      lead: 'Kirjoita, kuka on ottanut paikkasi yhteistyössä. Hän saa oman linkin. Omat vastauksesi säilyvät sinun vastauksinasi, eikä niitä näytetä muille.',
      newcomer:
        'Oletko itse tullut jonkun tilalle ja saanut linkin toiselta? Täytä omat tietosi, niin saat oman linkin.',
      name: 'Tilalle tulevan nimi',
      email: 'Tilalle tulevan sähköpostiosoite',
      button: 'Jatka',
      nameWrong: 'Kirjoita uuden henkilön nimi.',
      emailWrong: 'Kirjoita uuden henkilön sähköpostiosoite, esimerkiksi nimi@kunta.se.',
      refused: (contact) =>
        `Tämä osoite ei voi ottaa paikkaa. Jos se on oikein, kirjoita osoitteeseen ${contact}, niin he auttavat.`,
      confirmTitle: 'Onko tämä oikein?',
      confirmLead: (name, email) => `${name} tulee tilallesi ja saa kutsun osoitteeseen ${email}.`,
      confirmEnd: 'Et saa enää sähköpostia hankkeelta, ja oma linkkisi lakkaa toimimasta.',
      unsaved: 'Tallentaminen ei onnistunut juuri nyt, mutta kirjoittamasi on tallella. Yritä hetken päästä uudelleen.',
      confirm: 'Luovuta paikka',
      change: 'Muuta',
      doneTitle: 'Paikka on luovutettu',
      doneLead: 'Kiitos. Tilalle tuleva saa oman viestin. Omat vastauksesi säilyvät sinun vastauksinasi.',
      noticeTitle: 'Luovutetut paikat',
      notice: (name, successor, day) => `${name} on luovuttanut paikkansa: ${successor} (${day}).`,
    },
    feedback: {
      link: 'Katso, mitä ryhmä on vastannut',
      title: 'Mitä ryhmä on vastannut',
      lead: (days, published) => `Näin ryhmä vastasi kyselyssä ${days}. Luvut julkaistiin ${published}.`,
      ownWave: 'Se on kysely, johon sinäkin vastasit.',
      ownLeftOut: (day) => `${day} antamasi vastaukset eivät ole mukana.`,
      about:
        'Kaikkien vastaajien keskiarvo asteikolla 0–100. Suurempi on parempi, ellei toisin mainita. Suluissa olevat luvut kertovat, kuinka varma keskiarvo on (95 prosentin luottamusväli).',
      lowerIsBetter: '(pienempi on parempi)',
      interval: (low, high) => `(${low}–${high})`,
      scale: 'Alue',
      level: 'Keskiarvo',
      people: 'Vastaajia',
      hidden: 'Ei näytetä: liian vähän vastaajia',
      none: 'Tuloksia ei ole vielä julkaistu. Ne tulevat, kun kysely on suljettu ja tulokset on julkaistu.',
      back: 'Takaisin kuittiin',
    },
  },
  trouble: {
    again: 'Yritä uudelleen',
    held: 'Kirjoittamasi on tallella tällä sivulla, joten älä sulje sitä.',
    show: 'Näytä, mitä kirjoitit',
    backToChoices: 'Takaisin valintoihisi',
    what: {
      not_found: { title: 'Sivua ei ole', help: 'Osoite on voinut vahingoittua matkalla tänne.' },
      cross_site: {
        title: 'Lähettämäsi tuli toiselta verkkosivustolta',
        help: 'Siksi mitään ei ole tapahtunut. Avaa sivu uudelleen ja lähetä se sieltä.',
      },
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
  },
} satisfies FurtherWords
