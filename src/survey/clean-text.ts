// Texts as people type and paste them, without what nobody has typed: controls out of a PDF, bullets of Word's symbol fonts.

/** Signs of Word's fonts Symbol and Wingdings, which lie where Unicode has no letters, as the signs that they look like. */
const symbols: Readonly<Record<string, string>> = {
  '\uf02d': '−',
  '\uf04a': '☺',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf071': '□',
  '\uf076': '❖',
  '\uf0a7': '▪',
  '\uf0a8': '□',
  '\uf0b7': '•',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
  '\uf0fe': '☑',
}

/**
 * Without control characters and what no text can hold; signs of Word's symbol fonts as signs that everybody can read.
 * Tabs and line breaks stay. For what is taken in as well: nobody has typed these.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')
    .replaceAll(/[\uf000-\uf0ff]/g, (sign) => symbols[sign] ?? sign)
