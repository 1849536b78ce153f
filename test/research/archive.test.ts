import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable, responseLimits } from '#intake/table.ts'
import { writeResearchArchive } from '#research/archive.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { runProgram, runR } from '../support/programs.ts'
import { demoNow, openDemo, readZip, type Unpacked, unpackDemo } from './demo-archives.ts'

let db: Database
let project: Project
let restricted: Unpacked
let release: Unpacked
beforeAll(async () => {
  ;({ db, project } = openDemo())
  restricted = await unpackDemo('restricted', db, project)
  release = await unpackDemo('release', db, project)
}, 120_000)
afterAll(() => {
  restricted?.remove()
  release?.remove()
  db?.$client.close()
})

function table(text: string): Record<string, string>[] {
  const found = readTable(text, { ...responseLimits, columns: 500 }).table
  if (!found) throw new Error('no table')
  return found.rows.map(({ cells }) => Object.fromEntries(found.header.map((name, at) => [name, cells[at] ?? ''])))
}

test('the manifest stands last, and tells rows, columns, bytes and sum of every file before it', () => {
  for (const archive of [restricted, release]) {
    expect([...archive.files.keys()].at(-1)).toBe('manifest.csv')
    const manifest = table(archive.text('manifest.csv'))
    expect(manifest.map(({ file }) => file)).toEqual([...archive.files.keys()].slice(0, -1))
    for (const { file = '', bytes, sha256 } of manifest) {
      const content = archive.files.get(file) ?? Buffer.alloc(0)
      expect([file, Number(bytes), sha256]).toEqual([
        file,
        content.length,
        createHash('sha256').update(content).digest('hex'),
      ])
    }
    const tables = manifest.filter(({ file = '' }) => /\.csv$/.test(file) && !/-excel|manifest/.test(file))
    expect(tables.map(({ file }) => file)).toEqual(
      ['data/long', 'data/wide', 'codebook/codebook', 'results/main-table', 'results/figures'].map(
        (name) => `${name}.csv`,
      ),
    )
    for (const { file = '', rows, columns } of tables) {
      const read = Papa.parse<string[]>(archive.text(file), { skipEmptyLines: true }).data
      expect([file, Number(rows), Number(columns)]).toEqual([file, read.length - 1, read[0]?.length])
    }
    expect(table(archive.text('data/long.csv'))).toHaveLength(archive.rows)
    expect(table(archive.text('data/wide.csv'))).toHaveLength(archive.people)
    expect(JSON.parse(archive.text('data/long.json'))).toHaveLength(archive.rows)
  }
})

test('an archive that was cut off is no archive', async () => {
  await expect(readZip(restricted.zip.subarray(0, restricted.zip.length - 1000))).rejects.toThrow()
})

test('the same key gives the same data files on every day; without one, no person is found again', async () => {
  const make = async (now: number, exportKey?: Uint8Array) => {
    const output = new PassThrough()
    const choice = { level: 'restricted', language: 'sv', now, ...(exportKey ? { exportKey } : {}) } as const
    const [, zip] = await Promise.all([writeResearchArchive(db, project, choice, output), buffer(output)])
    return (await readZip(zip)).get('data/long.csv')?.toString() ?? ''
  }
  const key = Buffer.alloc(32, 3)
  const [one, other, third] = [await make(demoNow, key), await make(demoNow + 9e8, key), await make(demoNow)]
  expect(one).toBe(other)
  const people = (text: string) => new Set(table(text).map(({ participant = '' }) => participant))
  expect(people(third).size).toBe(people(one).size)
  expect(people(third).isDisjointFrom(people(one))).toBe(true)
}, 60_000)

test('called off, it stops, tells why and leaves no whole archive', async () => {
  const work = new AbortController()
  const output = new PassThrough()
  const read = buffer(output).catch(() => Buffer.alloc(0))
  const seen: number[] = []
  const choice = { level: 'restricted', language: 'sv', now: demoNow } as const
  const progress = (done: number) => {
    seen.push(done)
    if (seen.length === 3) work.abort(new Error('called off'))
  }
  await expect(writeResearchArchive(db, project, choice, output, { signal: work.signal, progress })).rejects.toThrow(
    'called off',
  )
  expect(output.destroyed).toBe(true)
  await expect(readZip(await read)).rejects.toThrow()
}, 60_000)

test('progress goes upwards, and ends with all of it', async () => {
  const seen: [number, number][] = []
  const output = new PassThrough()
  output.resume()
  await writeResearchArchive(db, project, { level: 'restricted', language: 'en', now: demoNow }, output, {
    progress: (...step) => seen.push(step),
  })
  expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).toSorted((one, other) => one - other))
  const [done, total] = seen.at(-1) ?? []
  expect(done).toBe(total)
}, 60_000)

test('no name, address or key of anybody leaves, and free text only at the restricted level', () => {
  const places = db.$client.prepare('select pseudonym, id from participants').raw().all() as [string, string][]
  for (const archive of [restricted, release]) {
    const words = new Set(
      [...archive.files.keys()]
        .filter((name) => !/\.(pdf|xlsx|sav)$/.test(name))
        .flatMap((name) => archive.text(name).split(/[^\w-]+/)),
    )
    expect(words.isDisjointFrom(new Set(places.flat()))).toBe(true)
  }
  expect(Object.keys(table(restricted.text('data/long.csv'))[0] ?? {})).toContain('O1')
  const columns = Object.keys(table(release.text('data/long.csv'))[0] ?? {})
  for (const left of ['O1', 'B5_AGE', 'B5_GENDER', 'B2', 'language', 'mode', 'submitted_day', 'G_LUG'])
    expect(columns).not.toContain(left)
}, 60_000)

test('R computes the published main table from the files alone', (context) => {
  for (const archive of [restricted, release]) {
    const { status, out, error } = runProgram(context, 'Rscript', ['scripts/main-table.R'], archive.folder)
    expect([status, error]).toEqual([0, ''])
    const ours = table(archive.text('results/main-table.csv')).filter(({ status: shown }) => shown === 'ok')
    const theirs = table(readFileSync(path.join(archive.folder, 'main-table-from-files.csv'), 'utf8'))
    // The release has not everybody, so it has the rows of its municipalities alone.
    const places = new Set(table(archive.text('data/long.csv')).map(({ municipality }) => municipality))
    const measures = new Set(theirs.map(({ indicator }) => indicator))
    expect(theirs).toHaveLength(
      archive === restricted
        ? ours.length
        : ours.filter((row) => places.has(row.municipality_code) && measures.has(row.indicator)).length,
    )
    expect(theirs.length).toBeGreaterThan(10)
    for (const row of theirs) {
      const code = row.municipality_code === 'NA' ? '' : row.municipality_code
      const own = ours.find(
        ({ indicator, municipality_code }) => indicator === row.indicator && municipality_code === code,
      )
      expect([row.indicator, code, Number(row.n)]).toEqual([row.indicator, code, Number(own?.n)])
      for (const figure of ['from_mean', 'to_mean', 'change', 'change_low', 'change_high'])
        expect(Number(row[figure])).toBeCloseTo(Number(own?.[figure]), 9)
    }
    expect(out).toContain('INDEX')
  }
}, 60_000)

test('R computes the published average municipality and the shrunken ones from the files alone', (context) => {
  const { error } = runProgram(context, 'Rscript', ['scripts/main-table.R'], restricted.folder)
  expect(error).toBe('')
  const read = Papa.parse<Record<string, string>>(restricted.text('results/figures.csv'), { header: true })
  const figures = new Map(read.data.map((row) => [row.path, row]))
  const models = table(readFileSync(path.join(restricted.folder, 'model-from-files.csv'), 'utf8'))
  const published = [...figures.keys()].filter((name) =>
    /\/(averageMunicipality\/mean|takenTogether\/estimate|shrunken\/estimate)$/.test(name ?? ''),
  )
  expect(models).toHaveLength(published.length)
  expect(published.length).toBeGreaterThan(50)
  for (const { indicator, municipality_code: code = '', ...theirs } of models) {
    const isAverage = code === 'average'
    const place = isAverage
      ? 'model/averageMunicipality'
      : code === 'others'
        ? 'model/takenTogether'
        : `byMunicipality/${code}/shrunken`
    const own = (field: string) => Number(figures.get(`indicators/${indicator}/${place}/${field}`)?.value)
    expect([indicator, code, Number(theirs.estimate)]).toEqual([
      indicator,
      code,
      expect.closeTo(own(isAverage ? 'mean' : 'estimate'), 9),
    ])
    expect(Number(theirs.standard_error)).toBeCloseTo(own('standardError'), 9)
    expect(Number(theirs.low)).toBeCloseTo(own('interval/low'), 9)
    expect(Number(theirs.high)).toBeCloseTo(own('interval/high'), 9)
    if (!isAverage) expect(Number(theirs.own_weight)).toBeCloseTo(own('ownWeight'), 9)
    else expect(Number(theirs.tau2)).toBeCloseTo(Number(figures.get(`indicators/${indicator}/model/tau2`)?.value), 9)
  }
}, 60_000)

test('R reads and labels the long file with the script that comes with it', (context) => {
  const script = `source("scripts/read.R"); cat(nrow(d), d$municipality[!is.na(d$municipality)][1] %in% names(d), class(d$municipality),
    attr(d$D1, "labels")[["St\\u00e4mmer delvis"]], sum(is.na(codes_to_na(d)$D1)), sum(d$D1 < 0 | is.na(d$D1), na.rm = FALSE), any(grepl("^0", d$municipality)))`
  const { out, error } = runR(context, [], script, restricted.folder)
  expect(error).toBe('')
  const [rows, , kind, partly, missing, expected, zero] = (out.trim().split('\n').at(-1) ?? '').split(' ')
  expect([Number(rows), kind, partly, missing, zero]).toEqual([restricted.rows, 'character', '3', expected, 'TRUE'])
}, 60_000)

test('Python’s csv reads every row of both dialects, with åäö, decimal comma and zeros', (context) => {
  const script = `
import csv, json
research = list(csv.DictReader(open('data/long.csv', encoding='utf-8', newline='')))
excel = list(csv.reader(open('data/long-excel.csv', encoding='utf-8-sig', newline=''), delimiter=';'))
print(json.dumps([len(research), len(research[0]), len(excel) - 1, excel[0][2], sorted({r['municipality'] for r in research})[0],
  sorted({r[1] for r in excel[1:]})[0], any(',' in r[excel[0].index('score_S: Samsyn')] for r in excel[1:] if 'score_S: Samsyn' in excel[0])]))`
  const { out, error } = runProgram(context, 'python3', ['-c', script], restricted.folder)
  expect(error).toBe('')
  const columns = Object.keys(table(restricted.text('data/long.csv'))[0] ?? {}).length
  const [rows, width, excelRows, heading, code, excelCode] = JSON.parse(out) as unknown[]
  expect([rows, width, excelRows]).toEqual([restricted.rows, columns, restricted.rows])
  expect([heading, code, excelCode]).toEqual(['Aktörsgrupp', '0428', '="0428"'])
}, 60_000)

test('LibreOffice opens workbook and Excel file: all rows, zeros kept, åäö, decimal comma', (context) => {
  const convert = (file: string, filter: string) => {
    const words = ['--headless', `-env:UserInstallation=file://${restricted.folder}/office`]
    return runProgram(context, 'soffice', [...words, ...filter.split('|'), file], restricted.folder)
  }
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false'
  expect(convert('data/research.xlsx', `--convert-to|${csv},-1|--outdir|office-out`).status).toBe(0)
  const answers = table(readFileSync(path.join(restricted.folder, 'office-out/research-Svar.csv'), 'utf8'))
  expect(answers).toHaveLength(restricted.rows)
  expect(new Set(answers.map(({ municipality }) => municipality))).toContain('0428')
  const book = readFileSync(path.join(restricted.folder, 'office-out/research-Kodbok.csv'), 'utf8')
  expect(book).toContain('Stämmer delvis')
  // 44/59: comma or semicolon; 76: UTF-8; language 1053: Swedish, whose decimal sign is the comma.
  const opened = convert(
    'data/long-excel.csv',
    `--infilter=CSV:59,34,76,1,,1053,false,false|--convert-to|${csv}|--outdir|office-out`,
  )
  expect(opened.status).toBe(0)
  const excel = table(readFileSync(path.join(restricted.folder, 'office-out/long-excel.csv'), 'utf8'))
  expect(excel).toHaveLength(restricted.rows)
  expect(new Set(excel.map(({ Kommunkod }) => Kommunkod))).toContain('0428')
  const scores = Object.keys(excel[0] ?? {}).filter((name) => name.startsWith('score_INDEX'))
  expect(
    excel.map((row) => row[scores[0] ?? '']).filter((cell) => /^\d+[.,]\d+$/.test(cell ?? '')).length,
  ).toBeGreaterThan(50)
}, 60_000)

test('the workbook and the PDF forms are what they say', () => {
  for (const [name, bytes] of restricted.files) {
    if (name.endsWith('.xlsx')) expect(bytes.subarray(0, 2).toString()).toBe('PK')
    if (name.endsWith('.pdf')) {
      const text = bytes.toString('latin1')
      expect(text.startsWith('%PDF-1.7')).toBe(true)
      // PDF/UA-1 says so of itself, and is tagged.
      expect(text).toMatch(/pdfuaid:part>1</)
      expect(text).toMatch(/\/MarkInfo|\/StructTreeRoot/)
    }
  }
})

test('a README in each language names every file that is there, and none that is not', () => {
  for (const archive of [restricted, release])
    for (const language of ['sv', 'en']) {
      const named = [...archive.text(`README.${language}.md`).matchAll(/^- `([^`]+)`/gm)].map(([, name]) => name)
      expect(named).toEqual([...archive.files.keys()].filter((name) => !name.startsWith('README')))
    }
})
