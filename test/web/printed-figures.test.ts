// What pages, charts and files print of random projects, read back: every number is a rounding of a published one, of
// what is withheld there is none, and nothing that is printed changes where only hidden answers do.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PublishedResults, publishedTree, readPublished } from '#cuts/published-results.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { publishCut } from '#publication.ts'
import { getCutResults } from '#store/cuts.ts'
import type { Project } from '#store/projects.ts'
import { attributesIn, marksIn, numbersIn, type PrintedRow, Roundings, rowsIn } from '../support/printed.ts'
import { answerOtherwise, enterProject, publishAttacked } from '../support/random-world.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

const seeds = Array.from({ length: 30 }, (_, at) => at + 1)
const languages = ['sv', 'en'] as const

interface Outlet {
  url: string
  language: (typeof languages)[number]
  body: string
}
interface Read {
  seed: number
  project: Project
  code: string
  published: PublishedResults
  roundings: Roundings
  outlets: readonly Outlet[]
}

let world: World
const read: Read[] = []

beforeAll(async () => {
  world = await makeWorld()
  publishAttacked(world)
  for (const seed of seeds) {
    const { project } = enterProject(world, seed)
    const publication = await publishCut(world.db, project, 'system', morning)
    if (publication.outcome !== 'made') throw new Error(publication.outcome)
    const text = getCutResults(world.db, publication.cut)
    const published = readPublished(text)
    read.push({
      seed,
      project,
      code: publication.cut.code,
      published,
      roundings: new Roundings(publishedTree(text)),
      outlets: await fetchAll(project, published),
    })
  }
}, 300_000)
afterAll(() => world.close())

/** Every page of results, in both languages; files in one, whose words alone differ. */
async function fetchAll(project: Project, { indicators }: PublishedResults): Promise<Outlet[]> {
  const at = `/projects/${project.slug}`
  const list = (await world.get(`${at}/results/charts`, { as: 'admin' })).body
  const charts = [...new Set([...list.matchAll(/\/results\/charts\/([A-Za-z0-9_.-]+)"/g)].map(([, name = '']) => name))]
  const some = indicators.map(({ indicator }) => indicator.id)
  const [first] = indicators
  const whole = [
    '',
    ...(first?.byMunicipality ?? []).map(({ code }) => `&of=municipality-${code}`),
    ...(first?.byActorGroup ?? []).map(({ code }) => `&of=group-${code}`),
  ]
  const pages = [
    ...some.map((id) => `results?indicator=${id}`),
    'results/background',
    'results/charts',
    ...charts.map((name) => `results/charts/${name}`),
    ...some.flatMap((id) => ['municipalities', 'groups'].map((view) => `compare?view=${view}&indicator=${id}`)),
    ...whole.map((of) => `compare?view=whole${of}`),
  ]
  const files = ['results.csv', ...charts.flatMap((name) => [`charts/${name}.svg`, `charts/${name}.csv`])]
  const urls = [
    ...languages.flatMap((language) =>
      pages.map((page) => ({ url: `${page}${page.includes('?') ? '&' : '?'}lang=${language}`, language })),
    ),
    ...files.map((file) => ({ url: `${file}?lang=en`, language: 'en' as const })),
  ]
  const found: Outlet[] = []
  for (const { url, language } of urls) {
    const { statusCode, body } = await world.get(`${at}/${url}`, { as: 'admin' })
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`)
    found.push({ url, language, body })
  }
  return found
}

/** What is said where a figure is withheld because it would tell of few. */
const hiddenWords = languages.flatMap((language) => {
  const { report, background } = phrasesIn(language)
  return [report.statusTooFew, background.hidden]
})
const saysHidden = (text: string) => hiddenWords.some((words) => text.includes(words))
const isHiddenCell = (cell: string) => hiddenWords.some((words) => cell === words)

const everyOutlet = <Found>(find: (outlet: Outlet, of: Read) => readonly Found[]): Found[] =>
  read.flatMap((of) => of.outlets.flatMap((outlet) => find(outlet, of)))
const where = ({ seed }: Read, { url }: Outlet) => `seed ${seed} ${url}`

/** Texts that a script reads of a picture, or a screen reader: readings of marks, rows, the alternative text. */
const spokenIn = (body: string): string[] =>
  attributesIn(body, 'data-chart').flatMap((data) => {
    const { readings, rows, altText } = JSON.parse(data) as {
      readings?: string[]
      rows?: { sentence: string; value: string; people: string }[]
      altText?: string
    }
    return [
      ...(readings ?? []),
      ...(rows ?? []).flatMap(({ sentence, value, people }) => [sentence, value, people]),
      ...(altText === undefined ? [] : [altText]),
    ]
  })

/** Places that chart.js draws at, but for intervals laid from the earlier mean, which are sums of two of them. */
const drawnIn = (body: string): number[] =>
  attributesIn(body, 'data-chart').flatMap((data) => {
    const { lines, series } = JSON.parse(data) as {
      lines?: { from: number; to: number }[]
      series?: { points: { x: number }[] }[]
    }
    return [
      ...(lines ?? []).flatMap(({ from, to }) => [from, to]),
      ...(series ?? []).flatMap(({ points }) => points.map(({ x }) => x)),
    ]
  })

describe('every number that is printed', () => {
  test('in a table is a rounding of a published one', () => {
    const found = everyOutlet((outlet, of) =>
      rowsIn(outlet.body).flatMap(({ heading, cells }) =>
        cells.flatMap((cell) =>
          of.roundings.unknownIn(cell).map((number) => `${where(of, outlet)}: ${heading}: ${cell}: ${number}`),
        ),
      ),
    )
    expect(found.length, found.slice(0, 30).join('\n')).toBe(0)
  })

  test('in what is read of a mark, in the alternative text and in what chart.js draws, too', () => {
    const found = everyOutlet((outlet, of) => [
      ...spokenIn(outlet.body).flatMap((text) =>
        of.roundings.unknownIn(text).map((number) => `${where(of, outlet)}: ${text}: ${number}`),
      ),
      ...drawnIn(outlet.body)
        .filter((x) => !of.roundings.has(String(Math.abs(x))))
        .map((x) => `${where(of, outlet)}: drawn at ${x}`),
    ])
    expect(found.length, found.slice(0, 30).join('\n')).toBe(0)
  })

  test('in the file of a chart, too', () => {
    const found = everyOutlet((outlet, of) =>
      outlet.url.startsWith('charts/') && outlet.url.includes('.csv')
        ? outlet.body
            .split(/[\n,]/)
            .filter((cell) => !/^10\d\d\r?$/.test(cell))
            .flatMap((cell) => of.roundings.unknownIn(cell))
            .map((number) => `${where(of, outlet)}: ${number}`)
        : [],
    )
    expect(found.length, found.slice(0, 30).join('\n')).toBe(0)
  })
})

describe('of what is withheld', () => {
  test('a row of a table says that alone', () => {
    const rows = everyOutlet((outlet, of) =>
      hasRowsOfMeasures(outlet) ? hiddenRowsIn(outlet.body).map((row) => ({ at: where(of, outlet), row })) : [],
    )
    expect(rows.length).toBeGreaterThan(1000)
    expect(rows.filter(({ row }) => tellsNumber(row)).map(({ at, row }) => `${at}: ${textOfRow(row)}`)).toEqual([])
  })

  test('a mark says that alone, and its shape is that of every other', () => {
    const pictures = everyOutlet((outlet, of) =>
      !hasRowsOfMeasures(outlet)
        ? []
        : [...outlet.body.matchAll(/<svg .*?<\/svg>/gs)].map(([svg]) => ({
            at: where(of, outlet),
            marks: hiddenMarksIn(svg),
          })),
    )
    expect(pictures.filter(({ marks }) => marks.length > 0).length).toBeGreaterThan(100)
    expect(
      pictures.flatMap(({ at, marks }) => [
        ...marks.filter(({ said }) => tells(said)).map(({ said }) => `${at}: ${said}`),
        ...(new Set(marks.map(({ shape }) => shape)).size > 1 ? [`${at}: ${marks.map(({ shape }) => shape)}`] : []),
      ]),
    ).toEqual([])
  })

  test('a number put there is found, in a row, in a mark and in a shape', () => {
    const [row] = everyOutlet((outlet) => (hasRowsOfMeasures(outlet) ? hiddenRowsIn(outlet.body) : []))
    expect(row).toBeDefined()
    if (row) expect(tellsNumber({ ...row, cells: ['4', ...row.cells] })).toBe(true)
    const picture = everyOutlet((outlet) =>
      hasRowsOfMeasures(outlet) ? [...outlet.body.matchAll(/<svg .*?<\/svg>/gs)].map(([svg]) => svg) : [],
    ).find((svg) => hiddenMarksIn(svg).length > 1)
    if (!picture) throw new Error('no picture hides anything')
    const hidden = hiddenWords.find((words) => picture.includes(words)) ?? ''
    expect(
      hiddenMarksIn(picture.replace(`${hidden}.</title>`, `${hidden} (12,5).</title>`)).some(({ said }) => tells(said)),
    ).toBe(true)
    const drawn = picture.replace(/(<g data-reading="[^"]*"[^>]*><title>[^<]*<\/title>)/g, (start) =>
      start.includes(hidden) ? `${start}<rect width="${start.length}.5" height="1"/>` : start,
    )
    expect(new Set(hiddenMarksIn(drawn).map(({ shape }) => shape)).size).toBeGreaterThan(1)
  })
})

/** Tables in which a row is one figure; behind the results each cell is one of its own. */
const hasRowsOfMeasures = ({ url }: Outlet): boolean =>
  /charts\/(scales|change|slope|forest).*(lang|svg)|^compare|^results\?/.test(url)

/** Rows whose own figure is withheld: all respondents stand in the last cell of a chart's row, with a status of theirs. */
const hiddenRowsIn = (body: string): PrintedRow[] =>
  rowsIn(withoutGoals(body))
    .map(({ heading, cells }) => ({ heading, cells: cells.length > 1 ? cells.slice(0, -1) : cells }))
    .filter(({ cells }) => cells.some(isHiddenCell))

/** A goal is declared before there are answers, and stands beside a level that is withheld too. */
const withoutGoals = (body: string): string => body.replace(/(<h2 id="goals">.*?)(?=<h2)/s, declaredGoalsRemoved)
const declaredGoalsRemoved = (section: string): string =>
  section.replaceAll(/(<th scope="row">[^<]*<\/th>\s*)<td[^>]*>[^<]*<\/td>/g, '$1')

const hiddenMarksIn = (svg: string) => marksIn(svg).filter(({ said }) => saysHidden(said))
/** The threshold itself is no secret. */
const tells = (text: string): boolean => numbersIn(text.replaceAll('<5', '')).length > 0
const tellsNumber = ({ cells }: PrintedRow): boolean => cells.some(tells)
const textOfRow = ({ heading, cells }: PrintedRow): string => `${heading}: ${cells.join(' | ')}`

describe('nothing that is printed is made of anything but the published bytes', () => {
  test('with other answers behind the same cut every page and every file is the same', async () => {
    const found: string[] = []
    for (const { project, published, outlets } of read.slice(0, 4)) {
      answerOtherwise(world, project)
      const later = await fetchAll(project, published)
      for (const [at, { url, body }] of outlets.entries())
        if (figuresOf(later[at]?.body ?? '') !== figuresOf(body)) found.push(`${project.slug} ${url}`)
    }
    expect(found).toEqual([])
  }, 200_000)
})

/** Without the notice that the figures are frozen, the projects, cuts and files to choose among, and addresses. */
const figuresOf = (body: string): string =>
  body
    .replace(/<div class="notice"><p>.*?<\/p><\/div>\n/s, '')
    .replace(/<p class="no-print">.*?<\/p>/s, '')
    .replace(/<nav class="tabs.*?<\/nav>/s, '')
    .replace(/<form class="choosing.*?<\/form>/s, '')
    .replace(/<section class="to-mail.*?<\/section>/s, '')
    .replaceAll(/ (href|nonce)="[^"]*"/g, '')
    .replaceAll(/\s+/g, ' ')
