// Finnish words of the frame around the participant's pages. Staff read Swedish or English.
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
  /** Of what a participant types about somebody else. */
  wrong: {
    hidden:
      'Tekstissä on näkymättömiä merkkejä, esimerkiksi rivinvaihto tai muutettu kirjoitussuunta. Kirjoita se uudelleen.',
    tooLong: (most: number) => `Kirjoita enintään ${most} merkkiä.`,
  },
  accessibility: {
    link: 'Saavutettavuus (ruotsiksi)',
    linkInNewTab: 'Saavutettavuus (ruotsiksi, avautuu uuteen välilehteen)',
  },
}
