// Runs a script under Node 24 or newer: the Node that runs this file where it is new enough,
// otherwise the one that `npm ci` put in node_modules (packages node-<os>-<cpu>).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 24
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const flags = process.argv
  .slice(2)
  .filter((word, at, all) => word.startsWith('--') && all.slice(0, at).every((w) => w.startsWith('--')))
const [script, ...args] = process.argv.slice(2 + flags.length)

const quickStart = new URL('quick-start.mjs', import.meta.url).href

if (!script) {
  console.error('Usage: node bin/run.mjs [--node-flag …] <script> [argument …]')
  process.exit(2)
}
if (Number(process.versions.node.split('.')[0]) >= needed && flags.length === 0) {
  process.argv = [process.argv[0], path.resolve(script), ...args]
  await import(quickStart)
  await import(pathToFileURL(path.resolve(script)).href)
} else {
  const os = process.platform === 'win32' ? 'win' : process.platform
  const bundled = path.join(
    root,
    'node_modules',
    `node-${os}-${process.arch}`,
    'bin',
    os === 'win' ? 'node.exe' : 'node',
  )
  const node = Number(process.versions.node.split('.')[0]) >= needed ? process.execPath : bundled
  if (!existsSync(node)) {
    console.error(
      `Samverka needs Node ${needed} or newer. This is ${process.version}, and none lies at ${node}. Run "npm ci", or install Node ${needed}.`,
    )
    process.exit(1)
  }
  const child = spawn(node, ['--import', quickStart, ...flags, path.resolve(script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env.PATH },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
