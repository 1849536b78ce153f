// Completes package-lock.json after an install from a registry mirror that lacks some platforms' packages: npm then
// leaves them out, and `npm ci` refuses the file. A stub says which platform it is for; none of them is ours.
// Usage, after every `npm install`: node bin/lock-stubs.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const systems = {
  darwin: 'darwin',
  win32: 'win32',
  win: 'win32',
  linux: 'linux',
  android: 'android',
  freebsd: 'freebsd',
}
const processors = ['x64', 'arm64', 'arm', 'ia32', 'riscv64', 's390x', 'ppc64']

const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = lock.packages
let added = 0
for (const [place, { optionalDependencies = {}, dev }] of Object.entries({ ...packages }))
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const key = `node_modules/${name}`
    const stub = stubOf(name, version, dev)
    if (packages[key] || packages[`${place}/${key}`] || !stub) continue
    packages[key] = stub
    added += 1
  }
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} missing platform packages added to ${file}`)

function stubOf(name, version, dev) {
  const words = name.split(/[-/]/)
  const os = words.map((word) => systems[word]).find(Boolean)
  const cpu = words.find((word) => processors.includes(word))
  if (!os || !cpu || !/^\d+\.\d+\.\d+/.test(version)) return undefined
  const libc = name.endsWith('musl') ? { libc: ['musl'] } : os === 'linux' ? { libc: ['glibc'] } : {}
  return { version, cpu: [cpu], optional: true, os: [os], ...libc, ...(dev ? { dev: true } : {}) }
}
