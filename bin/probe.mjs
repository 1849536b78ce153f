// Looks at a running demonstration from outside, as a first visitor would: start page, demo project, results, a chart.
const [base] = process.argv.slice(2)

let failed = 0
const cookies = new Map()

async function look(path, { method = 'GET', status = 200, has = '' } = {}) {
  const response = await fetch(base + path, {
    method,
    redirect: 'manual',
    headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; '), origin: base },
  })
  const body = Buffer.from(await response.arrayBuffer())
  for (const set of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
    cookies.set(name, value)
  }
  const right = response.status === status && body.includes(has)
  if (!right) failed += 1
  console.log(`${right ? 'ok  ' : 'FAIL'} ${method} ${path} → ${response.status}, ${body.length} bytes`)
  return response
}

await look('/', { has: 'demoprojektet' })
await look('/projects', { status: 303 })
const opened = await look('/demo', { method: 'POST', status: 303 })
const project = opened.headers.get('location') ?? '/'
await look(project, { has: 'Service i samverkan' })
await look(`${project}/results`, { has: '<svg' })
await look(`${project}/results?lang=en`, { has: 'How to read the results' })
await look(`${project}/charts/scales.svg`, { has: '<svg' })
await look(`${project}/charts/change-INDEX.png`, { has: 'PNG' })
await look(`${project}/results.csv`, { has: 'group_code' })
await look('/s/AAAAAAAAAAAAAAAAAAAAAA', { status: 404 })

console.log(`${failed === 0 ? 'every page answered' : `${failed} pages did not answer as they should`}`)
process.exitCode = failed === 0 ? 0 : 1
