// Dovecot as a process of its own, with one mailbox in a folder: messages are put there as files, and flags read from
// their names.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface ImapServer {
  url: string
  /** Another mail arrives. */
  put(bytes: Uint8Array): void
  /** Flags of each message in order of arrival: 'S' seen, 'F' flagged. */
  flags(): string[]
  stop(): Promise<void>
}

const nobody = 65_534

export const hasDovecot = (): boolean => spawnSync('dovecot', ['--version']).status === 0

export async function startImapServer(): Promise<ImapServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-imap-'))
  const maildir = path.join(folder, 'maildir')
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(path.join(maildir, part), { recursive: true })
  const port = await freePort()
  const file = path.join(folder, 'dovecot.conf')
  writeFileSync(file, settings(folder, maildir, port))
  const server = spawn('dovecot', ['-F', '-c', file], { stdio: 'ignore' })
  await untilItListens(port, server)
  let arrived = 0
  return {
    url: `imap://studs:hemligt@localhost:${port}/INBOX`,
    put(bytes) {
      arrived += 1
      writeFileSync(path.join(maildir, 'new', `${1_000_000 + arrived}.M${arrived}P1.test`), bytes)
    },
    flags: () =>
      ['new', 'cur']
        .flatMap((part) => readdirSync(path.join(maildir, part)))
        .sort()
        .map((name) => name.split(':2,')[1] ?? ''),
    async stop() {
      const ended = new Promise((resolve) => server.once('close', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Nothing outside the folder. Runs as whoever runs the test; root's has the users that Dovecot brought. */
function settings(folder: string, maildir: string, port: number): string {
  const { username, uid, gid } = os.userInfo()
  const group = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim()
  const isRoot = uid === 0
  // Dovecot opens no mailbox as root: somebody else must be able to pass through and to write.
  if (isRoot) {
    chmodSync(folder, 0o755)
    for (const part of ['', 'new', 'cur', 'tmp']) chmodSync(path.join(maildir, part), 0o777)
  }
  const [mailUid, mailGid] = isRoot ? [nobody, nobody] : [uid, gid]
  const users = isRoot
    ? ''
    : `default_internal_user = ${username}\ndefault_internal_group = ${group}\ndefault_login_user = ${username}`
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${maildir}
first_valid_uid = 0
first_valid_gid = 0
${users}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=hemligt
}
userdb {
  driver = static
  args = uid=${mailUid} gid=${mailGid} home=${folder}
}
`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilItListens(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    if (await answers(port)) return
    await delay(50)
  }
  throw new Error('dovecot does not listen')
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
