// The map of the rooms, held against the code: imports run downhill only.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const source = path.join(root, 'src')

/** What each room may import besides itself and packages. `root` stands for the files that lie in src itself. */
const rooms: Record<string, readonly string[]> = {
  stats: [],
  survey: [],
  i18n: [],
  indicators: ['survey', 'stats'],
  cuts: ['indicators', 'i18n'],
  intake: ['survey', 'i18n'],
  report: ['indicators', 'survey', 'i18n', 'store', 'intake'],
  store: ['survey', 'intake', 'errors', 'access'],
  mail: ['i18n', 'store', 'survey', 'errors'],
  demo: ['survey', 'store'],
  web: [
    'stats',
    'survey',
    'indicators',
    'cuts',
    'intake',
    'i18n',
    'report',
    'store',
    'mail',
    'demo',
    'errors',
    'access',
    'results',
    'publication',
    'app',
    'config',
  ],
  tasks: [
    'stats',
    'survey',
    'indicators',
    'cuts',
    'intake',
    'i18n',
    'report',
    'store',
    'mail',
    'demo',
    'errors',
    'results',
    'publication',
    'config',
  ],
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** Room of a path below src: its folder, or the file's own name. */
const roomOf = (file: string): string =>
  file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : file.replace(/\.ts$/, '')

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(source, file), 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'([#.][^']+)'/g)].map(([, target = '']) =>
    target.startsWith('#') ? target.slice(1) : path.relative(source, path.resolve(source, path.dirname(file), target)),
  )
}

test('imports run downhill', () => {
  const uphill = files.flatMap((file) => {
    const room = roomOf(file)
    const allowed = rooms[room]
    if (!allowed) return []
    return importsOf(file)
      .filter((target) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
      .map((target) => `${file} → ${target}`)
  })
  expect(uphill).toEqual([])
})

test('only the web room knows Fastify, only the store knows SQL', () => {
  const knows = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(path.join(source, file), 'utf8'))).map(roomOf)
  expect(new Set(knows(/from '(fastify|@fastify\/[a-z-]+)'/))).toEqual(new Set(['app', 'web']))
  expect(new Set(knows(/from '(drizzle-orm|better-sqlite3)[^']*'/))).toEqual(new Set(['store']))
})

test('only config.ts looks at the environment', () => {
  const looking = files.filter((file) => /process\.env\.[A-Z]/.test(readFileSync(path.join(source, file), 'utf8')))
  expect(looking).toEqual([])
})

test('no transaction waits for anything', () => {
  const waiting = files.filter((file) => /transaction\(\s*async/.test(readFileSync(path.join(source, file), 'utf8')))
  expect(waiting).toEqual([])
})

test('templates escape: raw output is kept for layouts, partials and pictures made by report/svg.ts', () => {
  const views = path.join(root, 'views')
  const raw = readdirSync(views, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.eta'))
    .flatMap((file) =>
      [...readFileSync(path.join(views, file), 'utf8').matchAll(/<%~\s*(.*?)\s*%>/g)].map(
        ([, code = '']) => `${file}: ${code}`,
      ),
    )
    .filter((use) => !/: (include\(|it\.body$|chart\.(wide|narrow)$)/.test(use))
  expect(raw).toEqual([])
})

test('the tour of the folders names every room', () => {
  const guide = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  const there = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(there.map(({ name }) => name).filter((name) => !guide.includes(`\`src/${name}\``))).toEqual([])
  for (const [, folder = ''] of readme.matchAll(/^\| `([a-z./]+)\/` \|/gm))
    expect(existsSync(path.join(root, folder)), folder).toBe(true)
})
