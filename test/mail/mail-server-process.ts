// Mail servers in a process of their own, as far from the sender as a mail server is: it is asked over a channel what
// it was given. Started as a child it is that process.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type Behaviour, type MailServer, selfSigned, startMailServer } from './mail-server.ts'

/** plain; tls: with a certificate that nobody vouches for; password: wants one. */
export type ServerName = 'plain' | 'tls' | 'password'

export interface MailServers {
  ports: Record<ServerName, number>
  behave(name: ServerName, behaviour: Behaviour): Promise<void>
  /** Letters taken with 250, and letters whose final dot came, since the last `behave`. */
  count(name: ServerName): Promise<{ taken: number; seen: number }>
  stop(): Promise<void>
}

interface Question {
  name: ServerName
  behaviour?: Behaviour
}

export async function startMailServers(): Promise<MailServers> {
  const child = fork(import.meta.filename, { stdio: 'inherit' })
  const [ports] = (await once(child, 'message')) as [Record<ServerName, number>]
  return {
    ports,
    async behave(name, behaviour) {
      await ask(child, { name, behaviour })
    },
    count: (name) => ask(child, { name }),
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

async function ask(child: ChildProcess, question: Question): Promise<{ taken: number; seen: number }> {
  child.send(question)
  const [answer] = (await once(child, 'message')) as [{ taken: number; seen: number }]
  return answer
}

async function serve(send: (message: object) => void): Promise<void> {
  const servers: Record<ServerName, MailServer> = {
    plain: await startMailServer(),
    tls: await startMailServer({ secure: true, ...selfSigned }),
    password: await startMailServer({ allowInsecureAuth: true, authOptional: false }),
  }
  send({ plain: servers.plain.port, tls: servers.tls.port, password: servers.password.port })
  process.on('message', ({ name, behaviour }: Question) => {
    const server = servers[name]
    if (behaviour) {
      server.behave(behaviour)
      server.taken.length = 0
      server.seen.length = 0
    }
    send({ taken: server.taken.length, seen: server.seen.length })
  })
  // Lines that were left hanging would keep it alive.
  process.once('disconnect', () => process.exit())
}

if (import.meta.main && process.send) await serve((message) => process.send?.(message))
