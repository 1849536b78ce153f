// Writes SVG elements. Every text and attribute is escaped here and nowhere else, and a coordinate that is not a
// number stops the drawing instead of vanishing from it.

type Attributes = Readonly<Record<string, string | number>>

/** Coordinates get at most two decimals. `children` are elements, or texts that went through `escapeText`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? coordinate(value, key) : escapeText(value)}"`)
    .join('')
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`
}

/** Fit for text and attributes of XML 1.0: characters that XML cannot hold are replaced by U+FFFD. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function coordinate(value: number, key: string): string {
  if (!Number.isFinite(value)) throw new RangeError(`${key} is ${value}, which cannot be drawn`)
  return String(Math.round(value * 100) / 100 || 0)
}
