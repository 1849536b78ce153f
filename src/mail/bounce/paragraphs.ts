// Text in paragraphs, as reports are written; no more of it than a report has, and no line longer than a server sends.

const mostCharacters = 64 * 1024
const longestLine = 2000

/** Lines of the beginning of the text. Looking at each by itself keeps a text made to be slow from being so. */
export const linesOf = (text: string): string[] =>
  text
    .slice(0, mostCharacters)
    .split('\n')
    .map((line) => line.slice(0, longestLine).trimEnd())

/** Lines that stand together; empty ones part them. */
export function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    if (line === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
