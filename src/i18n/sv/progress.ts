// Swedish words: how answers come in, by municipality and actor group.

export default {
  title: 'Svarsläget',
  link: 'Svarsläget per kommun och aktörsgrupp',
  lead: 'Hur långt var och en av de inbjudna har kommit, räknat på samma sätt som i resultaten.',
  where: 'Kommun och grupp',
  invited: 'Inbjudna',
  delivered: 'Brevet gick fram',
  started: 'Har börjat',
  answered: 'Har svarat',
  complete: 'Fullständiga',
  partial: 'Delvisa',
  breakOff: 'Avbrutna',
  all: 'Alla',
  few: 'för få',
  unknown: 'inte känt',
  explained: [
    'Den som har svarat räknas som nådd, också om brevet kom på annat sätt.',
    'Fullständiga svar har minst 80 % av frågorna besvarade, delvisa 50–79 %, avbrutna mindre än hälften.',
    'RR1 är fullständiga svar delade med alla som hör dit; RR2 räknar även delvisa (AAPOR). De visas från tio personer.',
  ],
  hidden: (threshold: number) =>
    `Hur mycket som är besvarat visas där minst ${threshold} har svarat, och bara där ingen mindre grupp kan räknas ut.`,
  mayRemind: (count: string) => `Högst ${count} som inte har svarat kan påminnas. Samordnaren skickar påminnelserna.`,
}
