// Texts as a PDF can set them: whatever somebody pastes, the report is made.
import { describe, expect, test } from 'vitest'
import { typeset } from '#document/typst.ts'
import { drawable, standIn, undrawnIn } from '#report/drawable.ts'
import { cleanText } from '#survey/clean-text.ts'

const page = `#let lines = json(bytes(sys.inputs.lines))
#set document(title: "signs")
#set text(lang: "sv", font: "Source Sans 3")
#for line in lines { par(line); par(text(weight: 600, line)) }
#image(sys.inputs.file, width: 14cm, alt: "signs")`

/** The lines as text, in both weights, and within a picture. */
function set(lines: readonly string[]): Buffer {
  const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const texts = lines.map(
    (line, at) => `<text x="0" y="${(at + 1) * 10}" font-family="Source Sans 3">${escaped(line)}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 999 999">${texts.join('')}</svg>`
  return typeset(page, (lay) => ({ lines: JSON.stringify(lines), file: lay('signs.svg', Buffer.from(svg)) }), 0)
}

const everySign = Array.from({ length: 0x2_0000 }, (_, code) => String.fromCodePoint(code)).filter(
  (sign) => sign.isWellFormed() && drawable(sign) === sign,
)

describe('a text in a report', () => {
  test('is set in signs that can all be drawn, in text and in pictures', () => {
    expect(everySign.length).toBeGreaterThan(1500)
    const lines = Array.from({ length: Math.ceil(everySign.length / 80) }, (_, at) =>
      everySign.slice(at * 80, (at + 1) * 80).join(''),
    )
    expect(set(lines).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.each([
    ['a bullet of Word', 'a \uf0b7 punkt', 'a • punkt', []],
    ['a hyphen out of a PDF', 'ord\u0002delning', 'orddelning', []],
    ['controls', 'a\u0000\u0001\u007f\u0090b', 'ab', []],
    ['a line break of Word', 'a\vb', 'a\nb', []],
    ['a lone half of a sign', 'a\ud800', `a${standIn}`, ['\ufffd']],
    ['another private sign', '\ue123', standIn, ['\ue123']],
    ['Thai', 'ไท', standIn + standIn, ['ไ', 'ท']],
    ['a thumb in a colour', 'bra \u{1f44d}\u{1f3fd}!', `bra ${standIn}!`, ['\u{1f44d}\u{1f3fd}']],
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', standIn, ['\u{1f468}\u200d\u{1f469}\u200d\u{1f467}']],
    ['a letter in two parts', 'e\u0301', 'é', []],
    ['a mark that nothing draws', 'a\u0951', 'a', ['a\u0951']],
    ['marks of direction', '\ufeffa\u202eb', 'ab', []],
    ['Sami, Greek, arrows', 'Jåhkåmåhkke ŋ đ → ✓ ●', 'Jåhkåmåhkke ŋ đ → ✓ ●', []],
  ])('%s can be set, and what is lost is known', (_name, typed, shown, lost) => {
    expect(drawable(typed)).toBe(shown)
    expect(undrawnIn(typed)).toEqual(lost)
    expect(
      set([drawable(typed)])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('is taken in without what nobody types, with every letter of every language', () => {
    expect(cleanText('å\tb\r\nc ไทย \u{1f44d} \uf0b7\u0002')).toBe('å\tb\r\nc ไทย \u{1f44d} •')
  })
})
