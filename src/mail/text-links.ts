// Plain text with its links made real.

export type TextPart = { text: string; href: string | null }

/** The text in pieces, in order; together they are the text. A full stop after a link is not part of it. */
export function splitAtLinks(text: string): TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]])/)
    .map((part, at) => ({ text: part, href: at % 2 === 1 ? part : null }))
    .filter((part) => part.text !== '')
}
