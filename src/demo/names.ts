// Names that nobody bears: each says itself that it is made up.

const firstNames = [
  'Påhittad',
  'Låtsas',
  'Uppdiktad',
  'Fiktiv',
  'Drömd',
  'Fabulerad',
  'Sagolik',
  'Hittepå',
  'Inbillad',
  'Tänkt',
  'Förmodad',
  'Skenbar',
]
const lastNames = [
  'Björkros',
  'Lingonkvist',
  'Kantarellgren',
  'Myrullström',
  'Blåbärsfjäll',
  'Kottelund',
  'Renlavsten',
  'Gökottesson',
  'Vedbodsberg',
  'Dimslöjeby',
  'Hjortronmyr',
  'Tranåkerbär',
]

/** A different name for every number from 0 to 143. */
export function inventName(number: number): { name: string; email: string } {
  const first = firstNames[number % firstNames.length]
  const last = lastNames[(number + Math.floor(number / firstNames.length)) % lastNames.length]
  if (number >= firstNames.length * lastNames.length || first === undefined || last === undefined)
    throw new RangeError(`inventName has ${firstNames.length * lastNames.length} names; there is none for ${number}`)
  return { name: `${first} ${last}`, email: `${asciiLetters(first)}.${asciiLetters(last)}@example.org` }
}

const asciiLetters = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
