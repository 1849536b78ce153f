import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readParticipantList } from '#intake/participants.ts'
import { isCurrentAddress } from '#store/contacts.ts'
import { countParticipants, leaveSeat } from '#store/participants.ts'
import { correctAddress, findRightsHolder, withdrawParticipant } from '#store/rights.ts'
import { personAddresses, persons } from '#store/schema.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { type Asked, flen, ljungby, makeWorld, morning, type Person, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const url = '/projects/service/participants/import'
const header = 'namn;e-post;kommun;aktörsgrupp'
const good = [header, 'Åsa Öberg;asa@flen.example;Flen;LUG', 'Bo Ek;bo@ljungby.example;0781;FTG'].join('\r\n')

type Fields = NonNullable<Asked['multipart']>
const send = (fields: Fields, as: Person = 'coordinator') => world.post(url, { as, multipart: fields })
const file = (bytes: string | Buffer) => ({ name: 'lista.csv', bytes })
const listOf = (people: readonly { name: string; email: string }[], municipality = 'Flen', group = 'LUG') =>
  [header, ...people.map(({ name, email }) => [name, email, municipality, group].join(';'))].join('\n')

/** Of three who take part the first withdraws, and the second leaves the seat. */
function threeOfWhomOneRemains() {
  const people = world.addPeople(3)
  const [withdrawn, left] = people.map(({ email }) =>
    findRightsHolder(world.db, world.identity, world.project.id, email),
  )
  withdrawParticipant(world.db, withdrawn?.participantId ?? '', 'system', world.clock.now)
  leaveSeat(world.db, left?.participantId ?? '', 'system', world.clock.now)
  return people
}

const personOf = (email: string) =>
  world.db
    .select({ id: persons.id, sealed: persons.nameSealed, language: persons.language })
    .from(personAddresses)
    .innerJoin(persons, eq(persons.id, personAddresses.personId))
    .where(isCurrentAddress(world.identity, email))
    .get()
const nameOf = (email: string) => world.identity.open(personOf(email)?.sealed ?? Buffer.alloc(0))
const placesOf = (people: readonly { email: string }[]) =>
  people.map(({ email }) => {
    const found = findRightsHolder(world.db, world.identity, world.project.id, email)
    return [found?.municipalityCode, found?.actorGroup]
  })

const peopleIn = (code: string) =>
  countParticipants(world.db, world.project.id)
    .filter((row) => row.municipalityCode === code)
    .reduce((sum, row) => sum + row.people, 0)

test('a list is shown before anything is kept', async () => {
  const before = fingerprintDatabase(world.db)
  const response = await send({ file: file(good), text: '' })
  expect(response.statusCode).toBe(200)
  expect(response.body).toMatch(/<dt>Nya<\/dt><dd>2<\/dd>/)
  expect(response.body).toContain('Läs in 2 rader')
  expect(response.body).toContain('asa@flen.example')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('what the preview sends back is registered, and the same list again changes nothing', async () => {
  const { body } = await send({ file: file(good), text: '' })
  const carried = body.match(/<textarea name="text" hidden aria-hidden="true">\n([\s\S]*?)<\/textarea>/)?.[1] ?? ''
  const response = await send({ text: carried, confirm: 'yes' })
  expect(response.headers.location).toBe('/projects/service?done=participants_imported&n=2.0.0.0')
  expect([peopleIn(flen.code), peopleIn(ljungby.code)]).toEqual([1, 1])

  const again = await send({ file: file(good), text: '' })
  expect(again.body).toContain('Det finns inget att läsa in.')
  expect(again.body).not.toContain('name="confirm"')
  const before = fingerprintDatabase(world.db)
  expect((await send({ text: good, confirm: 'yes' })).headers.location).toBe('/projects/service?done=nothing_changed')
  expect(fingerprintDatabase(world.db)).toBe(before)
  const page = await world.get('/projects/service?done=participants_imported&n=2.1.20.0', { as: 'coordinator' })
  expect(page.body).toContain('2 nya, 1 ändrad, 20 oförändrade')
})

test('a file that Excel saved in Windows-1252 keeps its å, ä and ö through the preview', async () => {
  const { body } = await send({ file: file(Buffer.from(good, 'latin1')), text: '' })
  expect(body).toContain('Åsa Öberg')
  expect(body).toContain('Windows-1252')
})

test('one broken row stops all of them, with row, column and remedy, and the text to correct', async () => {
  const broken = [good, 'Carin;carin@@flen.example;Flen;LUG', ';d@flen.example;Malmö;XYZ'].join('\r\n')
  const before = fingerprintDatabase(world.db)
  for (const confirm of ['', 'yes']) {
    const response = await send({ text: broken, confirm })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('<title>Fel: ')
    expect(response.body).toContain('4 fel i filen. Ingenting är inläst.')
    expect(response.body).toContain('<th scope="row">4</th><td>e-post</td>')
    expect(response.body).toContain('carin@@flen.example;Flen;LUG')
  }
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('what stands in the row is shown beside its fault, but for a personal identity number', async () => {
  const response = await send({ text: [good, 'Carin;811218-9876;Flen;LUG'].join('\r\n') })
  const table = response.body.match(/<tbody>([\s\S]*?)<\/tbody>/)?.[1] ?? ''
  expect(table).toContain('<td class="row-content">Carin; …; Flen; LUG</td>')
  expect(table).not.toContain('9876</td>')
})

test('a line above the headings is answered with what to do, and a single column is not spoken of as several', async () => {
  const titled = ['Deltagarlista 2027;;;', good].join('\n')
  const swedish = await send({ text: titled })
  expect(swedish.statusCode).toBe(422)
  expect(swedish.body).toContain('som har en enda kolumn: ”e-post”. Ta bort rader som står ovanför rubrikerna.')
  const english = await world.post(`${url}?lang=en`, { as: 'coordinator', multipart: { text: titled } })
  expect(english.body).toContain('which has a single column: “e-post”. Remove rows that stand above the headings.')
  expect(swedish.body + english.body).not.toMatch(/1 kolumner|1 columns/)
})

test('a name in two columns is answered with how to join them', async () => {
  const response = await send({
    text: 'förnamn;efternamn;e-post;kommun;aktörsgrupp\nÅsa;Öberg;asa@flen.example;Flen;LUG',
  })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('Lägg ihop dem i en kolumn som heter namn')
  expect(response.body).toContain('förnamn; efternamn; e-post; kommun; aktörsgrupp')
})

test('an address in its own letters is shown so, kept as mail servers take it, and one person either way', async () => {
  const { body } = await send({ text: [header, 'Åsa;asa@EXÄMPEL.se;Flen;LUG'].join('\n') })
  expect(body).toContain('<td>asa@exämpel.se</td>')
  await send({ text: [header, 'Åsa;asa@EXÄMPEL.se;Flen;LUG'].join('\n'), confirm: 'yes' })
  const [kept] = world.db.select().from(personAddresses).all()
  expect(world.identity.open(kept?.addressSealed ?? Buffer.alloc(0))).toBe('asa@xn--exmpel-cua.se')
  const again = await send({ text: [header, 'Åsa;asa@xn--exmpel-cua.se;Flen;LUG'].join('\n') })
  expect(again.body).toContain('Det finns inget att läsa in.')
})

test('a payload in any field of a broken list is shown as text', async () => {
  const payload = '<img src=x onerror=alert(1)>"\'></textarea><script>alert(2)</script>'
  const quoted = `"${payload.replaceAll('"', '""')}"`
  const cells = ['Åsa', 'asa@flen.example', 'Flen', 'LUG', 'sv', '1']
  const headings = ['namn', 'e-post', 'kommun', 'aktörsgrupp', 'språk', 'platsnummer']
  const lists = [
    ...cells.map((_, at) => [headings, cells.map((cell, place) => (place === at ? quoted : cell))]),
    ...headings.map((_, at) => [headings.map((cell, place) => (place === at ? quoted : cell)), cells]),
    [
      [...headings, quoted],
      [...cells, quoted],
    ],
  ]
  for (const rows of lists) {
    const { body, statusCode } = await send({ text: rows.map((row) => row?.join(';')).join('\n') })
    expect([200, 422]).toContain(statusCode)
    expect(body).not.toMatch(/<img|<script>/)
  }
})

test.each([
  ['nothing', {}],
  ['spaces', { text: '  \r\n ' }],
  ['a file part without a file', { file: { name: '', bytes: '' }, text: '' }],
])('%s is asked for again', async (_what, fields: Fields) => {
  const response = await send(fields)
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('<a href="#file">Välj en fil eller klistra in rader.</a>')
})

test('a workbook, an empty file and a header alone are refused in words', async () => {
  const refusal = async (bytes: string | Buffer) => {
    const response = await send({ file: file(bytes) })
    expect(response.statusCode).toBe(422)
    return response.body
  }
  const workbook = await refusal(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]))
  expect(workbook).toContain('arbetsbok')
  expect(workbook).not.toContain('PK\u0003')
  expect(await refusal('')).toContain('Filen är tom.')
  expect(await refusal(header)).toContain('rubriker men inga rader')
})

test('two megabytes are the most, as a file and as a text', async () => {
  expect((await send({ file: file('x'.repeat(2 * 1024 * 1024 + 1)) })).statusCode).toBe(413)
  expect((await send({ text: 'x'.repeat(4 * 1024 * 1024) })).statusCode).toBe(413)
  expect(countParticipants(world.db, world.project.id)).toEqual([])
})

test('a form without a file part will do', async () => {
  const response = await world.post(url, { as: 'coordinator', form: { text: good } })
  expect(response.body).toContain('Läs in 2 rader')
})

test('a process leader imports for the own municipality', async () => {
  const own = [header, 'Åsa;asa@flen.example;Flen;LUG'].join('\n')
  expect((await send({ text: own, confirm: 'yes' }, 'process_leader')).statusCode).toBe(303)
  expect(peopleIn(flen.code)).toBe(1)
})

test('a process leader’s list with anybody of another municipality is refused whole', async () => {
  const before = fingerprintDatabase(world.db)
  for (const confirm of ['', 'yes']) {
    const response = await send({ text: good, confirm }, 'process_leader')
    expect(response.statusCode).toBe(403)
    expect(response.body).toContain('Filen har personer i andra kommuner')
    expect(response.body).toContain('Bo Ek hör till en annan kommun.')
  }
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('a process leader cannot move somebody here from another municipality', async () => {
  const [theirs] = world.addPeople(1, ljungby)
  const taking = [header, `Tagen;${theirs?.email};Flen;LUG`].join('\n')
  expect((await send({ text: taking, confirm: 'yes' }, 'process_leader')).statusCode).toBe(403)
  expect([peopleIn(flen.code), peopleIn(ljungby.code)]).toEqual([0, 1])
  // Nor learn what has become of them by an address that they have had.
  correctAddress(world.db, world.identity, personOf(theirs?.email ?? '')?.id ?? '', 'ny@x.example', 'system', morning)
  const asking = [header, `${theirs?.name};${theirs?.email};Flen;LUG`].join('\n')
  expect((await send({ text: asking }, 'process_leader')).statusCode).toBe(403)
})

test('the example can be imported as it is', async () => {
  for (const [language, as] of [
    ['sv', 'coordinator'],
    ['en', 'coordinator'],
    ['sv', 'process_leader'],
  ] as const) {
    const example = await world.get(`/projects/service/participants/example.csv?lang=${language}`, { as })
    expect(example.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(example.headers['content-disposition']).toContain('attachment')
    const list = readParticipantList(example.rawPayload, {
      municipalities: as === 'process_leader' ? [flen] : [flen, ljungby],
      actorGroups: ['LUG', 'FOR', 'FTG'].map((code) => ({
        code,
        label: { sv: code, en: code },
        excludedFromOutcomes: false,
      })),
      defaultLanguage: 'sv',
    })
    expect(list.faults).toEqual([])
    expect(list.entries).toHaveLength(3)
  }
})

test('newcomers to an open wave are told about', async () => {
  world.addPeople(1)
  const wave = world.planWave()
  await world.post(`/waves/${wave.id}/opening`, { as: 'coordinator' })
  expect((await send({ text: good })).body).toContain('En mätning är redan öppen.')
})

test('who has withdrawn or left the seat is named, counted apart, and kept as before', async () => {
  const people = threeOfWhomOneRemains()
  const before = fingerprintDatabase(world.db)
  const moved = listOf(
    people.map((one) => ({ ...one, name: `${one.name} Nyberg` })),
    'Ljungby',
    'FTG',
  )
  const { body } = await send({ text: moved })
  expect(body).toMatch(/<dt>Nya<\/dt><dd>0<\/dd>/)
  expect(body).toMatch(/<dt>Ändras<\/dt><dd>1<\/dd>/)
  expect(body).toMatch(/<dt>Inte med längre<\/dt><dd>2<\/dd>/)
  expect(body).toContain('2 personer i filen är inte med längre')
  expect(body).toContain('De får inga fler frågor i projektet')
  expect(body).toContain('<li>Deltagare 1 Nyberg har dragit sig ur.</li>')
  expect(body).toContain('<li>Deltagare 2 Nyberg har lämnat sin plats.</li>')
  expect(body).toContain('Läs in personen med en annan e-postadress, som en ny deltagare.')
  expect(body).toContain('<td>har dragit sig ur</td>')
  expect(body).toContain('<td>har lämnat sin plats</td>')
  expect(body).toContain('Läs in en rad')
  expect(fingerprintDatabase(world.db)).toBe(before)

  const { location = '' } = (await send({ text: moved, confirm: 'yes' })).headers
  expect(location).toBe('/projects/service?done=participants_imported&n=0.1.0.2')
  expect(people.map(({ email }) => nameOf(email))).toEqual(['Deltagare 1', 'Deltagare 2', 'Deltagare 3 Nyberg'])
  expect(placesOf(people)).toEqual([
    [flen.code, 'LUG'],
    [flen.code, 'LUG'],
    [ljungby.code, 'FTG'],
  ])
  const done = await world.get(`${location}`, { as: 'coordinator' })
  expect(done.body).toContain('2 personer i filen är inte med längre och blir inte tillfrågade.')
  const one = await world.get('/projects/service?done=participants_imported&n=1.1.1.1&lang=en', { as: 'coordinator' })
  expect(one.body).toContain('One person in the file no longer takes part and will not be asked.')
})

test('an old list does not bring back somebody whose address has been corrected since', async () => {
  const [person] = world.addPeople(2)
  if (!person) throw new Error('nobody was added')
  const id = findRightsHolder(world.db, world.identity, world.project.id, person.email)?.participantId ?? ''
  correctAddress(
    world.db,
    world.identity,
    personOf(person.email)?.id ?? '',
    'ny@flen.example',
    'system',
    world.clock.now,
  )
  const before = fingerprintDatabase(world.db)
  const text = listOf([person])
  const { body } = await send({ file: file(text), text: '' })
  expect(body).toContain('Adressen i filen är gammal för en person')
  const done = await send({ text, confirm: 'yes' })
  expect(done.headers.location).toContain('nothing_to_change')
  expect(fingerprintDatabase(world.db)).toBe(before)
  // Somebody else who has taken over the address is somebody else.
  await send({ text: listOf([{ name: 'Någon Annan', email: person.email }]), confirm: 'yes' })
  expect(personOf(person.email)?.id).not.toBe(personOf('ny@flen.example')?.id)
  // Whoever has withdrawn is not asked again, under whichever address.
  withdrawParticipant(world.db, id, 'system', world.clock.now)
  await send({ text: listOf([{ ...person, email: 'NY@flen.example' }]), confirm: 'yes' })
  expect(peopleIn(flen.code)).toBe(2)
})

test('a list of nobody who takes part any more says so, and has nothing to import', async () => {
  const [withdrawn, left, here] = threeOfWhomOneRemains()
  if (!withdrawn || !left || !here) throw new Error('three were added')
  const gone = await send({ text: listOf([withdrawn]) })
  expect(gone.body).toContain('Ingen i filen är med i projektet längre. Det finns inget att läsa in.')
  expect(gone.body).toContain('Personen får inga fler frågor i projektet')
  expect(gone.body).not.toContain('en annan e-postadress')
  expect(gone.body).not.toContain('finns redan med samma uppgifter')
  expect(gone.body).not.toContain('name="confirm"')
  const mixed = await send({ text: listOf([left, here]) })
  expect(mixed.body).toContain('Ingen i filen är ny, och inga uppgifter ändras.')
  const before = fingerprintDatabase(world.db)
  const confirmed = await send({ text: listOf([withdrawn, left]), confirm: 'yes' })
  expect(confirmed.headers.location).toBe('/projects/service?done=nothing_to_change')
  expect(fingerprintDatabase(world.db)).toBe(before)
  const english = await world.post(`${url}?lang=en`, { as: 'coordinator', multipart: { text: listOf([left]) } })
  expect(english.body).toContain('Nobody in the file takes part in the project any more.')
})

test('who has left a seat comes back with another address, as somebody new', async () => {
  const [, left] = threeOfWhomOneRemains()
  const back = listOf([{ name: left?.name ?? '', email: 'ny.adress@kommun.example' }])
  expect((await send({ text: back, confirm: 'yes' })).headers.location).toContain('n=1.0.0.0')
  expect(peopleIn(flen.code)).toBe(2)
})

describe('of somebody who takes part in another project too', () => {
  const there = '/projects/annat/participants/import'
  const sendThere = (fields: Fields) => world.post(there, { as: 'stranger', multipart: fields })
  const registered = () => [nameOf(shared), personOf(shared)?.language]
  const shared = 'deltagare1@kommun.example'
  const renamed = [`${header};språk`, `Annat Namn;${shared};Motala;FTG;en`].join('\n')

  beforeEach(() => world.addPeople(1))

  test('a list never sets name or language, says so, and is the same the second time', async () => {
    const first = await sendThere({ text: renamed })
    expect(first.body).toMatch(/<dt>Nya<\/dt><dd>1<\/dd>/)
    expect(first.body).toContain('Namn och språk behålls för en person')
    expect(first.body).toContain('<li>Annat Namn</li>')
    expect(first.body).toContain('<td>ny; registrerat namn och språk behålls</td>')
    expect(first.body).not.toMatch(/Service|Deltagare 1|Flen/)
    const done = await sendThere({ text: renamed, confirm: 'yes' })
    expect(done.headers.location).toBe('/projects/annat?done=participants_imported&n=1.0.0.0')
    expect(registered()).toEqual(['Deltagare 1', 'sv'])

    const before = fingerprintDatabase(world.db)
    const second = await sendThere({ text: renamed })
    expect(second.body).toContain('Ingen i filen är ny, och inga uppgifter ändras.')
    expect(second.body).toContain('Namn och språk behålls för en person')
    expect(second.body).toContain('<td>oförändrad; registrerat namn och språk behålls</td>')
    expect((await sendThere({ text: renamed, confirm: 'yes' })).headers.location).toMatch(/done=nothing_to_change$/)
    expect(fingerprintDatabase(world.db)).toBe(before)
    const english = await world.post(`${there}?lang=en`, { as: 'stranger', multipart: { text: renamed } })
    expect(english.body).toContain('Name and language are kept for one person')
    expect(english.body).toContain('<td>unchanged; registered name and language are kept</td>')
  })

  test('a list of the project that had them first keeps them too, and still moves the seat', async () => {
    await sendThere({ text: renamed, confirm: 'yes' })
    const moved = listOf([{ name: 'Tredje Namnet', email: shared }], 'Ljungby', 'FTG')
    expect((await send({ text: moved })).body).toContain('<td>ändras; registrerat namn och språk behålls</td>')
    expect((await send({ text: moved, confirm: 'yes' })).headers.location).toContain('n=0.1.0.0')
    expect(registered()).toEqual(['Deltagare 1', 'sv'])
    expect(placesOf([{ email: shared }])).toEqual([[ljungby.code, 'FTG']])
    expect((await send({ text: moved })).body).toContain('<td>oförändrad; registrerat namn och språk behålls</td>')
  })

  test('a list sets both once they have withdrawn from the other, the first time they are on it', async () => {
    const here = findRightsHolder(world.db, world.identity, world.project.id, shared)
    withdrawParticipant(world.db, here?.participantId ?? '', 'system', world.clock.now)
    expect((await sendThere({ text: renamed })).body).not.toContain('behålls')
    await sendThere({ text: renamed, confirm: 'yes' })
    expect(registered()).toEqual(['Annat Namn', 'en'])
    expect((await sendThere({ text: renamed })).body).toContain('Alla i filen finns redan med samma uppgifter.')
  })
})
