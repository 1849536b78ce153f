// What a browser would send of the form on a page that a server has written: no browser needed.

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The value of an attribute; '' of one without a value, undefined where it is not there. */
function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>]|$)`).exec(tag)
  return found ? plain(found[1] ?? '') : undefined
}

/** Fields in the order of the page, hidden ones included; buttons are left out. */
export function fieldsIn(html: string): [name: string, value: string][] {
  const parts = html.matchAll(
    /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  )
  return [...parts].flatMap(([, input, area, text = '', select, options = '']): [string, string][] => {
    const tag = input ?? area ?? select ?? ''
    const name = attribute(tag, 'name')
    if (!name) return []
    if (area !== undefined) return [[name, plain(text).replace(/^\n/, '')]]
    if (select !== undefined) {
      const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
      const chosen = all.find((option) => attribute(option, 'selected') !== undefined) ?? all[0] ?? ''
      return [[name, attribute(chosen, 'value') ?? '']]
    }
    const isTicked = attribute(tag, 'checked') !== undefined
    const hasToBeTicked = ['radio', 'checkbox'].includes(attribute(tag, 'type') ?? '')
    return hasToBeTicked && !isTicked ? [] : [[name, attribute(tag, 'value') ?? '']]
  })
}

/** The same by name. */
export const formIn = (html: string): Record<string, string> => Object.fromEntries(fieldsIn(html))

/** What a page of questions says of itself, in hidden fields. */
export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(fieldsIn(html).filter(([name]) => name.startsWith('_')))
