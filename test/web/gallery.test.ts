// Every page in every state, in both languages, as the server sends it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, type Gallery, openGallery, type State } from '../gallery/states.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery.close())

async function open(state: State, language: 'sv' | 'en') {
  const { path, form } = asked(state)
  const url = new URL(state.base + path)
  url.searchParams.set('lang', language)
  const response = await fetch(url, {
    redirect: 'manual',
    headers: {
      ...(state.cookie ? { cookie: `${state.cookie}; language=${language}` } : {}),
      'accept-language': language,
    },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

test.each(['sv', 'en'] as const)(
  'no page shows what only a program would say (%s)',
  async (language) => {
    for (const state of gallery.states) {
      const { status, html } = await open(state, language)
      expect([state.name, status]).toEqual([state.name, state.status])
      const words = html.replace(/<[^>]*>/g, ' ')
      expect([state.name, /\bundefined\b|\bNaN\b|\[object |\bnull\b|Infinity/.exec(words)?.[0]]).toEqual([
        state.name,
        undefined,
      ])
    }
  },
  60_000,
)

test.each(['sv', 'en'] as const)(
  'every page says its language and its title, and has one main heading (%s)',
  async (language) => {
    for (const state of gallery.states) {
      const { html, status } = await open(state, language)
      expect([state.name, html.match(/<html lang="(..)"/)?.[1]]).toEqual([state.name, language])
      expect([state.name, html.match(/<h1[ >]/g)?.length]).toEqual([state.name, 1])
      const title = html.match(/<title>([^<]*)<\/title>/)?.[1] ?? ''
      expect([state.name, title.length > 5]).toEqual([state.name, true])
      const isError = /^(Fel|Error): /.test(title)
      const saysWhatIsWrong = status === 422 || status === 503 || html.includes('aria-labelledby="wrong"')
      expect([state.name, isError]).toEqual([state.name, saysWhatIsWrong])
    }
  },
  60_000,
)

test('every page comes with its shields, and none needs a script to be written into it', async () => {
  for (const state of gallery.states) {
    const { headers, html } = await open(state, 'sv')
    expect([state.name, headers.get('content-security-policy')?.includes("default-src 'none'")]).toEqual([
      state.name,
      true,
    ])
    expect([state.name, headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([
      state.name,
      'no-referrer',
      'no-store',
    ])
    expect([state.name, /<script(?![^>]*src=)|<[^>]*\s(on[a-z]+|style)="|="javascript:/.exec(html)?.[0]]).toEqual([
      state.name,
      undefined,
    ])
  }
}, 60_000)

test('what somebody wrote never becomes part of a page', async () => {
  for (const state of gallery.states.filter(({ form }) => form)) {
    const { html } = await open(state, 'sv')
    expect([state.name, /<img src=x|<b>(Öberg|no such)/.exec(html)?.[0]]).toEqual([state.name, undefined])
  }
})
