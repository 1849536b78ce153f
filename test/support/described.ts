// Where a screen reader gets the words of a fault: what a field, or the group that it is part of, names as its description.

/** Of the field with this id, in a page that a server has written. */
export function describedAt(html: string, id: string): { words: string; isInvalid: boolean } {
  const at = html.indexOf(` id="${id}"`)
  const tagFrom = (start: number) => html.slice(start, html.indexOf('>', start) + 1)
  const field = tagFrom(html.lastIndexOf('<', at))
  const group = html.lastIndexOf('<fieldset', at)
  const isInGroup = group > html.lastIndexOf('</fieldset>', at)
  const [, named = ''] = / aria-describedby="([^"]*)"/.exec(isInGroup ? tagFrom(group) : field) ?? []
  const wordsOf = (one: string) => new RegExp(`<p[^>]* id="${one}"[^>]*>(.*?)</p>`, 's').exec(html)?.[1] ?? ''
  return { words: named.split(' ').map(wordsOf).join(' '), isInvalid: field.includes(' aria-invalid="true"') }
}
