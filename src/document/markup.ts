// Reads the plain markup of a part's text into blocks: paragraphs, lists, headings.
import type { Block, Marked } from './model.ts'

export function blocksOf(text: Marked): Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .flatMap((paragraph) => linesToBlocks(paragraph.split('\n').map((line) => line.trim())))
}

/** Lines of one paragraph: points and headings stand for themselves, other lines run on. */
function linesToBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines.filter((one) => one !== '')) {
    const last = blocks.at(-1)
    const [, point] = /^[-•▪➢*][ \t]+(.+)$/.exec(line) ?? []
    const [, heading] = /^#{1,3} +(.+)$/.exec(line) ?? []
    if (heading !== undefined) blocks.push({ kind: 'heading', text: heading })
    else if (point !== undefined && last?.kind === 'list')
      blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, point] }
    else if (point !== undefined) blocks.push({ kind: 'list', items: [point] })
    else if (last?.kind === 'paragraph') blocks[blocks.length - 1] = { kind: 'paragraph', text: `${last.text} ${line}` }
    else blocks.push({ kind: 'paragraph', text: line })
  }
  return blocks
}
