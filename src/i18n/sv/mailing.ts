// Swedish words: how a wave's mailing goes.

const brev = (count: number) => (count === 1 ? 'ett brev' : `${count} brev`)

export default {
  sentOf: (done: string, all: string) => `${done} av ${all} brev är klara`,
  undecided: (letters: number) => (letters === 1 ? 'ett väntar på ditt beslut' : `${letters} väntar på ditt beslut`),
  unaddressed: 'Saknar adress',
  withoutLetter: 'Utan brev',
  sum: 'Summa',
  everybody: (people: string) => `Summan av inbjudningarna är alla som är inbjudna: ${people}.`,
  pace: (connections: number, perMinute: number | null, perDomain: number | null) =>
    `Takt: ${connections === 1 ? 'ett brev' : 'två brev'} åt gången, ${perMinute === null ? 'så fort servern tar emot' : `högst ${perMinute} i minuten`}${perDomain === null ? '' : `, högst ${perDomain} i minuten till samma domän`}.`,
  left: (minutes: number) =>
    minutes <= 1
      ? 'Klart om ungefär en minut.'
      : minutes < 90
        ? `Klart om ungefär ${minutes} minuter.`
        : `Klart om ungefär ${Math.round(minutes / 60)} timmar.`,
  leftUnknown: 'Hur lång tid det tar syns när några brev har gått.',
  hours: (time: string) => `Brev skickas inte just nu. De fortsätter ${time}.`,
  resting: (time: string) => `E-postservern ger besvär. Samverka försöker igen ${time}.`,
  pause: 'Pausa utskicket',
  pausedByHand: 'Utskicket är pausat',
  pausedSince: (time: string, waiting: number) =>
    `Pausat för hand ${time}. ${waiting === 1 ? 'Ett brev väntar' : `${waiting} brev väntar`} och går ut när ni fortsätter. Andra mätningar påverkas inte.`,
  live: 'Siffrorna uppdateras av sig själva.',
  stopLive: 'Sluta uppdatera',
  retriedTitle: 'Brev som försöks igen',
  retriedLead: 'Du behöver inte göra något: de skickas av sig själva när tiden kommer.',
  troubleTitle: 'Varför brev inte gick fram',
  inState: {
    unknown: (count: number) => `${brev(count)} är osäkra`,
    failed: (count: number) => `${brev(count)} gick inte fram`,
    returned: (count: number) => `${brev(count)} kom tillbaka`,
    retry: (count: number) => `${brev(count)} försöks igen`,
  },
}
