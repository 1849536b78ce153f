// Debian's Postfix as an instance of the test's own: its own settings, queue and mailbox, on a port of this machine
// that nobody else uses. Postfix starts its parts as other users, so it has to be started by root.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const command = '/usr/sbin/postfix'

export interface Postfix {
  url: string
  /** Letters in the mailbox, as Postfix wrote them down. */
  delivered(): Buffer[]
  /** What Postfix says it did. */
  log(): string
  stop(): void
}

/** Why there is no Postfix to be had here; undefined where one can be started. */
export function whyNoPostfix(): string | undefined {
  if (!existsSync(command)) return 'Postfix is not installed'
  return process.getuid?.() === 0 ? undefined : 'Postfix is started by root alone'
}

/**
 * @param readers a regular expression of addresses that have a mailbox, all of them the same; everybody else is refused
 * @throws Error with its log where it does not start within ten seconds
 */
export async function startPostfix(readers: string): Promise<Postfix> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-postfix-'))
  const inFolder = (name: string) => path.join(folder, name)
  const port = await freePort()
  // Everything it writes belongs to another user than the folder does.
  chmodSync(folder, 0o755)
  for (const name of ['settings', 'queue', 'state', 'mailbox']) mkdirSync(inFolder(name))
  const numberOf = (which: '-u' | '-g') => execFileSync('id', [which, 'postfix'], { encoding: 'utf8' }).trim()
  execFileSync('chown', ['postfix', inFolder('state'), inFolder('mailbox')])
  writeFileSync(inFolder('settings/mailboxes'), `/^${readers}$/ all/\n`)
  writeFileSync(inFolder('settings/main.cf'), settings(folder, numberOf('-u'), numberOf('-g')))
  writeFileSync(inFolder('settings/master.cf'), services(port))
  const run = (word: string) => spawnSync(command, ['-c', inFolder('settings'), word], { encoding: 'utf8' })
  const log = () => (existsSync(inFolder('log')) ? readFileSync(inFolder('log'), 'utf8') : '')
  const stop = () => {
    run('stop')
    rmSync(folder, { recursive: true, force: true })
  }
  const { stderr } = run('start')
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries < 100) await wait(100)
    else {
      const said = `${stderr}\n${log()}`
      stop()
      throw new Error(said)
    }
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered() {
      const mailbox = inFolder('mailbox/all/new')
      return existsSync(mailbox) ? readdirSync(mailbox).map((name) => readFileSync(path.join(mailbox, name))) : []
    },
    log,
    stop,
  }
}

/** `main.cf`: one domain, read from a folder; nothing is passed on to any other machine. */
const settings = (folder: string, user: string, group: string): string => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/state
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/log
myhostname = mx.kommun.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
mynetworks =
alias_maps =
local_recipient_maps =
default_transport = error
relay_transport = error
smtpd_relay_restrictions = reject_unauth_destination
virtual_mailbox_domains = kommun.example
virtual_mailbox_base = ${folder}/mailbox
virtual_mailbox_maps = regexp:${folder}/settings/mailboxes
virtual_minimum_uid = 1
virtual_uid_maps = static:${user}
virtual_gid_maps = static:${group}
`

/** `master.cf`: the parts that taking in and delivering need, each in the process that Debian gives it, none jailed. */
const services = (port: number): string =>
  [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'proxymap unix - - n - - proxymap',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n')

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Whether a mail server greets there. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('data', (words) => {
      resolve(words.toString().startsWith('220 '))
      socket.end('QUIT\r\n')
    })
    socket.once('error', () => resolve(false))
  })
