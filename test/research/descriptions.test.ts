import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { rText } from '#research/formats/r-script.ts'
import type { Database } from '#store/database.ts'
import { openDemo, type Unpacked, unpackDemo } from './demo-archives.ts'

const data = path.join(import.meta.dirname, '../data')

let db: Database
let archives: Unpacked[]
beforeAll(async () => {
  const demo = openDemo()
  db = demo.db
  answerOtherwise(db)
  archives = [await unpackDemo('restricted', db, demo.project), await unpackDemo('release', db, demo.project)]
}, 120_000)
/** Eight of the first wave on paper and two by telephone: too few to be told in what is published. */
function answerOtherwise({ $client }: Database): void {
  $client.exec(`drop trigger responses_frozen`)
  const change = $client.prepare(
    `update responses set mode = case when rowid % 5 = 0 then 'telephone' else 'paper' end where rowid in (
       select responses.rowid from responses join invitations on invitations.id = invitation_id
         join waves on waves.id = wave_id where waves.kind = 'baseline' order by responses.rowid limit 10)`,
  )
  expect(change.run().changes).toBe(10)
}

afterAll(() => {
  for (const archive of archives ?? []) archive.remove()
  db?.$client.close()
})

// The schema is the DDI Alliance's own, test/data/ddi-2.5.
test('ddi.xml is valid DDI-Codebook 2.5, describes every column of both tables, and speaks both languages', async () => {
  const folder = path.join(data, 'ddi-2.5')
  const read = (fileName: string) => ({ fileName, contents: readFileSync(path.join(folder, fileName), 'utf8') })
  const others = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(xsd|ent)$/.test(name) && name !== 'codebook.xsd',
  )
  for (const archive of archives) {
    const xml = archive.text('codebook/ddi.xml')
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'ddi.xml', contents: xml }],
      schema: [read('codebook.xsd')],
      preload: others.map(read),
      maxMemoryPages: memoryPages.GiB,
    })
    expect([errors.map(({ message }) => message).slice(0, 5), valid]).toEqual([[], true])
    const [long = '', wide = ''] = ['long', 'wide'].map((form) => archive.text(`data/${form}.csv`).split('\r\n')[0])
    expect([...xml.matchAll(/<var ID="F1_[^"]+" name="([^"]+)"/g)].map(([, name]) => name)).toEqual(long.split(','))
    expect([...xml.matchAll(/<var ID="F2_[^"]+" name="([^"]+)"/g)].map(([, name]) => name)).toEqual(wide.split(','))
    expect(xml).toContain('<labl xml:lang="sv">Stämmer delvis</labl>')
    expect(xml).toContain('<labl xml:lang="en">Partly true</labl>')
  }
}, 60_000)

test('ddi.xml and README say how answers really came in; a release tells what the results do', () => {
  const [restricted, release] = archives
  const told = (archive: Unpacked | undefined) =>
    [...(archive?.text('codebook/ddi.xml') ?? '').matchAll(/<collMode xml:lang="en">([^<]+)</g)].map(([, mode]) => mode)
  const ways = [
    'Web questionnaire behind a personal link',
    'Paper form, entered by staff',
    'Telephone interview, entered by staff',
  ]
  expect(told(restricted)).toEqual(ways)
  expect(restricted?.text('README.sv.md')).toContain(
    'Så kom svaren in: webbenkät med personlig länk; pappersblankett, inskriven av personal; telefonintervju, inskriven av personal.',
  )
  // The results hide how many these were, and tell that nobody's answer came from a file.
  expect(told(release)).toEqual(ways)
})

// The profile is that of datapackage.org, test/data/datapackage-2.0.
test('datapackage.json is a valid data package, and its columns, sizes and sums are those of the files', () => {
  const schema = JSON.parse(readFileSync(path.join(data, 'datapackage-2.0/datapackage.json'), 'utf8')) as object
  const isValid = new Ajv({ strict: false, logger: false, validateFormats: false }).compile(schema)
  for (const archive of archives) {
    const description = JSON.parse(archive.text('datapackage.json')) as {
      resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string; type: string }[] } }[]
    }
    expect([isValid(description), isValid.errors]).toEqual([true, null])
    for (const { path: name, bytes, hash, schema: own } of description.resources) {
      const entry = archive.entries.find((one) => one.name === name)
      expect([bytes, hash]).toEqual([entry?.bytes, `sha256:${entry?.sha256}`])
      expect(own.fields.map((field) => field.name).join(',')).toBe(archive.text(name).split('\r\n')[0])
    }
    const types = new Map(description.resources[0]?.schema.fields.map((field) => [field.name, field.type]))
    expect(['participant', 'D1', 'score_D'].map((name) => types.get(name))).toEqual(['string', 'integer', 'number'])
  }
})

test('the codebook pages are sound HTML and explain every column', () => {
  const check = new HtmlValidate({ extends: ['html-validate:standard'] })
  for (const archive of archives)
    for (const language of ['sv', 'en']) {
      const html = archive.text(`codebook/codebook.${language}.html`)
      const { results } = check.validateStringSync(html)
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
      expect(html).toContain(`<html lang="${language}">`)
      const names = [...html.matchAll(/<h2 id="([^"]+)"/g)].map(([, name]) => name)
      expect(names.join(',')).toBe(archive.text('data/long.csv').split('\r\n')[0])
    }
}, 60_000)

test('the Stata script labels every number and decodes what is missing', () => {
  const script = archives[0]?.text('scripts/read.do') ?? ''
  expect(script).toContain('mvdecode D1, mv(-1=.a \\ -2=.b \\ -9=.c \\ -8=.d)')
  expect(script).toMatch(/label define D1_l 1 `"Stämmer inte alls"' .*\.a `"Vet ej"'/)
  expect(script).toMatch(/stringcols\(1 2 3 4 /)
})

test('a text in R is what it was, whatever signs it holds', () => {
  expect(rText('Säg "hej"\\\n😀')).toBe('"S\\u00e4g \\"hej\\"\\\\\\n\\U0001f600"')
})
