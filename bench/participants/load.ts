// People who answer, in a process of their own: so many at once, for so many seconds.
import { type Connection, connect } from './connection.ts'

export interface Task {
  port: number
  /** open: look at the landing page. save: fill in every page. complete: from the landing page to the receipt. */
  work: 'open' | 'save' | 'complete'
  people: number
  seconds: number
  tokens: readonly string[]
  /** Whether a link may be taken again: where it is only looked at, or nobody keeps what is sent. */
  again: boolean
  /** The forms of the pages, in their order. */
  forms: readonly string[]
}

export interface Visit {
  token: string
  /** Pages that the server has said to have saved. */
  saved: number
  /** Whether the server has sent on to the receipt. */
  isSentIn: boolean
}

export interface Outcome {
  /** Landing pages, or whole visits from landing to receipt. */
  done: number
  seconds: number
  /** Milliseconds of each request, and of each that waited for the disk. */
  requests: number[]
  saves: number[]
  visits: Visit[]
  /** CPU seconds of this process. */
  cpu: number
  /** Bytes of an answer's body, on average. */
  bytes: number
}

process.on('message', async (task: Task) => process.send?.(await perform(task)))

async function perform({ port, work, people, seconds, tokens, again, forms }: Task): Promise<Outcome> {
  const outcome: Outcome = { done: 0, seconds: 0, requests: [], saves: [], visits: [], cpu: 0, bytes: 0 }
  const connections = await Promise.all(Array.from({ length: people }, () => connect(port)))
  const before = process.cpuUsage()
  const start = performance.now()
  const end = start + 1000 * seconds
  let next = 0
  const ask = async (connection: Connection, method: 'GET' | 'POST', path: string, status: number, form?: string) => {
    const asked = performance.now()
    const heard = await connection.ask(method, path, form)
    const took = performance.now() - asked
    if (heard.status !== status) throw new Error(`${method} ${path.replace(/[\w-]{22}/, '…')}: ${heard.status}`)
    outcome.requests.push(took)
    if (method === 'POST') outcome.saves.push(took)
    outcome.bytes += heard.body.length
    return heard
  }
  const open = async (connection: Connection) => {
    await ask(connection, 'GET', `/s/${tokens[next % tokens.length]}`, 200)
    next += 1
  }
  const complete = async (connection: Connection) => {
    const token = tokens[again ? next % tokens.length : next]
    if (token === undefined) throw new Error('there are too few links for so many seconds')
    next += 1
    const visit: Visit = { token, saved: 0, isSentIn: false }
    outcome.visits.push(visit)
    const link = `/s/${token}`
    await ask(connection, 'GET', link, 200)
    await ask(connection, 'POST', `${link}/start`, 303)
    for (const [at, form] of forms.entries()) {
      await ask(connection, 'GET', `${link}/${at + 1}`, 200)
      await ask(connection, 'POST', `${link}/${at + 1}`, 303, form)
      visit.saved += 1
    }
    if (work === 'save') return
    await ask(connection, 'GET', `${link}/check`, 200)
    const { location } = await ask(connection, 'POST', `${link}/submission`, 303)
    visit.isSentIn = location.endsWith('/receipt')
    await ask(connection, 'GET', `${link}/receipt`, 200)
  }
  const goOn = work === 'open' ? open : complete
  const isOver = () => performance.now() >= end || (work === 'open' && !again && next >= tokens.length)
  await Promise.all(
    connections.map(async (connection) => {
      while (!isOver()) {
        await goOn(connection)
        outcome.done += 1
        outcome.seconds = (performance.now() - start) / 1000
      }
      connection.close()
    }),
  )
  const { user, system } = process.cpuUsage(before)
  return {
    ...outcome,
    cpu: (user + system) / 1e6,
    bytes: outcome.bytes / Math.max(1, outcome.requests.length),
  }
}
