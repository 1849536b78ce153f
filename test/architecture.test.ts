// The map of the rooms, held against the code: imports run downhill only.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const source = path.join(root, 'src')

/** What each room may import besides itself and packages: the table of CONTRIBUTING.md. */
const rooms = new Map(
  [
    ...readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(
      /^\| `src\/(\w+)(?:\.ts)?` \|[^|]*\|([^|]*)\|$/gm,
    ),
  ].map(([, room = '', allowed = '']) => [room, allowed.split(',').map((name) => name.trim())] as const),
)

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

test('every room and file of src stands in the table, and nothing else does', () => {
  expect([...rooms.keys()].sort()).toEqual([...new Set(files.map(roomOf))].sort())
})

test('imports are those of the table', () => {
  const strange = files.flatMap((file) =>
    importsOf(file)
      .map(roomOf)
      .filter((target) => target !== roomOf(file) && !rooms.get(roomOf(file))?.includes(target))
      .map((target) => `${file} → ${target}`),
  )
  expect(strange).toEqual([])
})

test('imports run downhill: no room can be reached from one that it reaches', () => {
  const reach = (room: string, seen = new Set<string>()): Set<string> => {
    for (const next of rooms.get(room) ?? []) if (next !== '' && !seen.has(next)) reach(next, seen.add(next))
    return seen
  }
  expect([...rooms.keys()].filter((room) => reach(room).has(room))).toEqual([])
})

test('only the web room knows Fastify, only the store knows SQL', () => {
  const knows = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(path.join(source, file), 'utf8'))).map(roomOf)
  expect(new Set(knows(/from '(fastify|@fastify\/[a-z-]+)'/))).toEqual(new Set(['app', 'web']))
  expect(new Set(knows(/from '(drizzle-orm|better-sqlite3)[^']*'/))).toEqual(new Set(['store']))
})

test('only config.ts looks at the environment', () => {
  const looking = files.filter((file) => /process\.env\s*[.[]/.test(readFileSync(path.join(source, file), 'utf8')))
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

test('the tour of the folders names what is there', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  const named = [...readme.matchAll(/^\| `([a-z./]+)\/` \|/gm)].map(([, folder = '']) => folder)
  expect(named.length).toBeGreaterThan(6)
  expect(named.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([])
})

test('every command of package.json has its file, and its row in the README', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  for (const [name, script] of Object.entries(scripts)) {
    const file = /run\.mjs (?:--\w+ )?(\S+\.(?:ts|mjs))/.exec(script)?.[1]
    if (file) expect([name, existsSync(path.join(root, file))]).toEqual([name, true])
    expect([name, new RegExp(`npm (run )?${name}\\b`).test(readme)]).toEqual([name, true])
  }
})
