import { afterEach, expect, test } from 'vitest'
import type { Outside } from '#mail/preflight/outside.ts'
import { openByMail } from '#store/opening.ts'
import { findWave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { ljungby, makeWorld, morning, type World } from '../support/world.ts'

const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const settings = {
  SMTP_URL: 'smtps://smtp.bygden.example',
  BASE_URL: 'https://enkat.bygden.example',
  MAIL_FROM: 'enkat@bygden.example',
}

/** A domain that has unproven letters refused, and whose SPF names 192.0.2.10; what the server's address is may be said. */
function outsideWhere(server: string): Outside {
  const zone: Readonly<Record<string, readonly unknown[]>> = {
    'MX bygden.example': [{ exchange: 'mx.bygden.example', priority: 10 }],
    'TXT bygden.example': [['v=spf1 ip4:192.0.2.10 -all']],
    'TXT _dmarc.bygden.example': [['v=DMARC1; p=reject']],
    'A smtp.bygden.example': [server],
  }
  return {
    resolve: async (name, type) => {
      const found = zone[`${type} ${name}`]
      if (!found) throw Object.assign(new Error('none'), { code: 'ENODATA' })
      return found as string[]
    },
    greet: async () => ({ met: 'ready', words: '' }),
    visit: async () => 200,
  }
}

async function worldWhere(options: Parameters<typeof makeWorld>[0] = {}) {
  const world = await makeWorld(options)
  worlds.push(world)
  world.addPeople(3)
  world.addPeople(2, ljungby)
  const wave = world.planWave()
  const url = `/waves/${wave.id}`
  // Behind TLS the cookie has another name.
  const prefix = options.settings?.BASE_URL?.startsWith('https:') ? '__Host-' : ''
  const headers = { cookie: `${prefix}${world.signIn('coordinator')}` }
  const look = async (path: string) => (await world.get(`${url}${path}`, { headers })).body
  const see = () => look('/preflight')
  const press = (what: string) => world.post(`${url}${what}`, { headers })
  return { world, wave, url, look, see, press, isOpen: () => findWave(world.db, wave.id)?.openedAt != null }
}

test('a mailing is foreseen per municipality, and looking at the page writes nothing', async () => {
  const { world, see } = await worldWhere()
  const before = fingerprintDatabase(world.db)
  const body = await see()
  expect(fingerprintDatabase(world.db)).toEqual(before)
  expect(body).toContain('5 brev skulle skickas')
  expect(body).toMatch(/Flen<\/th><td class="number">3</)
  expect(body).toMatch(/Ljungby<\/th><td class="number">2</)
})

test('letters that are only filed need no server and no domain, and can be sent', async () => {
  const { see, press, isOpen } = await worldWhere()
  const body = await see()
  expect(body.match(/tag-check-not_needed/g)).toHaveLength(3)
  expect(body).toContain('Inga hinder')
  await press('/opening')
  expect(isOpen()).toBe(true)
})

test('settings that make links useless keep the wave shut, before anybody has looked', async () => {
  const { url, look, see, press, isOpen } = await worldWhere({
    settings: { ...settings, BASE_URL: 'http://localhost:3000' },
  })
  const body = await see()
  expect(body).toContain('Länkarna leder till den här datorn')
  expect(body).toContain('är inte kontrollerade än')
  expect(await look('')).toContain('Kontrollen före utskick visar ett hinder')
  const response = await press('/opening')
  expect(response.headers.location).toBe(`${url}/preflight`)
  expect(isOpen()).toBe(false)
})

test('what the look finds keeps the wave shut until it is mended; somebody may vouch for the server', async () => {
  const { look, see, press, isOpen } = await worldWhere({ settings, outside: outsideWhere('192.0.2.99') })
  await press('/preflight')
  const body = await see()
  expect(body).toContain('Mottagarna kommer att neka breven')
  expect(body).toContain('ber mottagarna att stoppa brev som inte är styrkta (p=reject)')
  expect(body).toContain('SPF nämner inte e-postservern')
  await press('/opening')
  expect(isOpen()).toBe(false)
  await press('/preflight/vouching')
  expect(await see()).toContain('DMARC är i ordning')
  expect(await look('')).not.toContain('Kontrollen före utskick visar')
  await press('/opening')
  expect(isOpen()).toBe(true)
})

test('all in order: nothing in the way, and the time of the look is told', async () => {
  const { see, press } = await worldWhere({ settings, outside: outsideWhere('192.0.2.10') })
  await press('/preflight')
  const body = await see()
  expect(body).toContain('Inga hinder')
  expect(body).toContain('kontrollerades 1 mars 2027 kl. 09:00')
  expect(body).toContain('krypterad förbindelse med giltigt certifikat')
})

test('where nobody answers, DNS is not checked and never in order; the silent server blocks', async () => {
  const { see, press } = await worldWhere({ settings })
  await press('/preflight')
  const body = await see()
  expect(body).toContain('Namnservern svarade inte')
  expect(body.match(/tag-check-not_checked/g)).toHaveLength(4)
  expect(body.match(/tag-check-blocks/g)).toHaveLength(1)
})

test('of an open wave the next reminder is foreseen', async () => {
  const { world, wave, see } = await worldWhere()
  openByMail(world.db, wave, 'system', morning)
  const body = await see()
  expect(body).toContain('Om en påminnelse skickas nu')
  expect(body).toContain('Ingen skulle få något brev')
  expect(body).toContain('5 personer: har fått brev det senaste dygnet')
})
