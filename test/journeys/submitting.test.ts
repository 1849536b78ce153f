// Fifty devices send in the same answers at once, over the network, to a server as it runs: one response, fifty equal
// receipts; and both are there when the server has been killed and started again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#config.ts'
import { openDatabase } from '#store/database.ts'
import { responses } from '#store/schema.ts'
import { buildProject } from '../../bench/participants/project.ts'
import { emptyFolder, type RunningServer, startServer } from '../support/server.ts'

const dataDir = emptyFolder()
let server: RunningServer
let link: string
/** Questions that were answered. */
let given: string[]
beforeAll(async () => {
  const { tokens, forms } = buildProject(dataDir, 1)
  server = await startServer([], dataDir)
  link = `/s/${tokens[0]}`
  await post('/start')
  for (const [at, body] of forms.entries()) await post(`/${at + 1}`, body)
  given = forms.flatMap((body) => [...new URLSearchParams(body).keys()].filter((name) => !name.startsWith('_')))
})
afterAll(() => server?.remove())

const post = (path: string, body = '') =>
  fetch(server.base + link + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
const fifty = <T>(ask: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 50 }, ask))
const receipt = async (): Promise<string> => (await fetch(`${server.base}${link}/receipt`)).text()

test('fifty at once make one response and fifty equal receipts, and being killed changes neither', async () => {
  const sent = await fifty(() => post('/submission'))
  expect(new Set(sent.map(({ status, headers }) => `${status} ${headers.get('location')}`))).toEqual(
    new Set([`303 ${link}/receipt`]),
  )
  const receipts = await fifty(receipt)
  expect(new Set(receipts).size).toBe(1)
  await server.stop('SIGKILL')
  server = await startServer([], dataDir)
  expect(await receipt()).toBe(receipts[0])
  await server.stop()
  const db = openDatabase(readConfig({ DATA_DIR: dataDir }).databaseFile)
  const stored = db.select().from(responses).all()
  db.$client.close()
  expect(stored).toHaveLength(1)
  expect(receipts[0]).toContain(stored[0]?.receipt)
  const answered = Object.keys(JSON.parse(stored[0]?.answers ?? '{}'))
  expect(answered.sort()).toEqual(given.sort())
})
