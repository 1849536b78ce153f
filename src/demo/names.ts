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

/** A different name for every number from 0 to 1727. From 144 on, first names are double. */
export function inventName(number: number): { name: string; email: string } {
  const round = Math.floor(number / (firstNames.length * lastNames.length))
  const first = firstNames[number % firstNames.length]
  const second = firstNames[(number + round) % firstNames.length]
  const last = lastNames[(number + Math.floor(number / firstNames.length)) % lastNames.length]
  if (round >= firstNames.length || first === undefined || second === undefined || last === undefined)
    throw new RangeError(
      `inventName has ${firstNames.length ** 2 * lastNames.length} names; there is none for ${number}`,
    )
  const given = round === 0 ? first : `${first}-${second}`
  return { name: `${given} ${last}`, email: `${asciiLetters(given)}.${asciiLetters(last)}@example.org` }
}

const asciiLetters = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
