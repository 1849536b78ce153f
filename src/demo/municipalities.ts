// The 31 municipalities of the two programmes, with Statistics Sweden's codes. Ludvika, Ljungby and Älmhult are in both.
import type { Municipality } from '#store/projects.ts'

const names = {
  '0428': 'Vingåker',
  '0482': 'Flen',
  '0561': 'Åtvidaberg',
  '0581': 'Norrköping',
  '0583': 'Motala',
  '0642': 'Mullsjö',
  '0685': 'Vetlanda',
  '0765': 'Älmhult',
  '0781': 'Ljungby',
  '0821': 'Högsby',
  '0840': 'Mörbylånga',
  '1081': 'Ronneby',
  '1381': 'Laholm',
  '1419': 'Tjörn',
  '1981': 'Sala',
  '1983': 'Köping',
  '2039': 'Älvdalen',
  '2062': 'Mora',
  '2080': 'Falun',
  '2085': 'Ludvika',
  '2161': 'Ljusdal',
  '2182': 'Söderhamn',
  '2283': 'Sollefteå',
  '2417': 'Norsjö',
  '2418': 'Malå',
  '2421': 'Storuman',
  '2422': 'Sorsele',
  '2462': 'Vilhelmina',
  '2480': 'Umeå',
  '2482': 'Skellefteå',
  '2505': 'Arvidsjaur',
} as const

export type MunicipalityCode = keyof typeof names

/** Name, and county: the first two digits of the code. */
export const municipality = (code: MunicipalityCode): Municipality => ({
  code,
  name: names[code],
  countyCode: code.slice(0, 2),
})

export interface Programme {
  id: string
  nameSv: string
  nameEn: string
  municipalities: readonly MunicipalityCode[]
}

/** 2017–2020: eleven municipalities. */
export const serviceInCollaboration: Programme = {
  id: 'service-i-samverkan',
  nameSv: 'Service i samverkan',
  nameEn: 'Services in collaboration',
  municipalities: ['0428', '0482', '0581', '0583', '0765', '0781', '2039', '2085', '2421', '2482', '2505'],
}

/** 2022–2025: twenty-three municipalities. */
export const municipalitiesForServices: Programme = {
  id: 'kommuner-for-serviceutveckling',
  nameSv: 'Kommuner för serviceutveckling',
  nameEn: 'Municipalities for the development of services',
  municipalities: [
    ...(['0561', '0642', '0685', '0765', '0781', '0821', '0840', '1081', '1381', '1419', '1981', '1983'] as const),
    ...(['2062', '2080', '2085', '2161', '2182', '2283', '2417', '2418', '2422', '2462', '2480'] as const),
  ],
}
