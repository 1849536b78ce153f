import { describe, expect, test } from 'vitest'
import { buildChangeChart } from '#report/change-chart.ts'
import { chartPng } from '#report/chart-png.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { buildDumbbellChart } from '#report/dumbbell-chart.ts'
import { element, escapeText } from '#report/svg.ts'
import { textWidth, wrapText } from '#report/text-width.ts'
import { samples, shownTexts, svgsOf } from './forms.ts'
import { context, longNames, results } from './sample-results.ts'

const layouts = [
  { layout: 'wide', width: 720 },
  { layout: 'narrow', width: 360 },
] as const

describe.each(samples)('$name', ({ chart }) => {
  test('the picture passes a strict Content-Security-Policy', () => {
    for (const svg of svgsOf(chart)) {
      expect(svg).not.toMatch(/<style|<script|<foreignObject|<image|<a[ >]/i)
      expect(svg).not.toMatch(/\s(style|on\w+|href|xlink:href)\s*=/i)
    }
  })

  test('a screen reader gets title and description', () => {
    for (const svg of svgsOf(chart)) {
      expect(svg).toMatch(/^<svg [^>]*role="img"/)
      expect(svg).toContain(`<title id="${chart.id}-`)
      expect(svg).toContain(`>${escapeText(chart.title)}</title>`)
      expect(svg).toContain(`>${escapeText(chart.altText)}</desc>`)
    }
  })

  test('marks and words stay inside the picture', () => {
    for (const { layout, width } of layouts) {
      const svg = chartSvg(chart, { layout, texts: true })
      const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1])
      for (const { text, x, y, size, anchor } of placedTexts(svg)) {
        const wide = textWidth(text, size)
        const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x
        expect(left, text).toBeGreaterThanOrEqual(0)
        expect(left + wide, text).toBeLessThanOrEqual(width)
        expect(y).toBeLessThan(height)
      }
    }
  })

  test('no two words run into each other', () => {
    for (const { layout } of layouts) {
      const boxes = placedTexts(chartSvg(chart, { layout, texts: true })).map(({ text, x, y, size, anchor }) => {
        // 1.06 is the slack of textWidth: here the true width counts.
        const wide = textWidth(text, size) / 1.06
        const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x
        return { text, left, right: left + wide, top: y - size * 0.7, bottom: y }
      })
      boxes.forEach((a, at) => {
        for (const b of boxes.slice(at + 1))
          if (a.text && b.text)
            expect(
              a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
              `${a.text} | ${b.text}`,
            ).toBe(false)
      })
    }
  })
})

test.each(layouts)('the $layout picture is $width wide and scales', ({ layout, width }) => {
  const svg = chartSvg(buildChangeChart(results, 'SI', context.sv), { layout, texts: false })
  expect(svg).toMatch(new RegExp(`viewBox="0 0 ${width} \\d+"`))
})

test('a page that has title and notes itself gets the plot alone', () => {
  const chart = buildDumbbellChart(results, context.sv)
  const alone = shownTexts(chartSvg(chart, { layout: 'wide', texts: false })).join(' ')
  const whole = shownTexts(chartSvg(chart, { layout: 'wide', texts: true })).join(' ')
  expect(whole).toContain(chart.title)
  expect(whole).toContain('ingen jämförelsegrupp')
  expect(alone).not.toContain(chart.title)
  expect(alone).not.toContain('ingen jämförelsegrupp')
})

test('before and after differ in shape as well as in colour', () => {
  const svg = chartSvg(buildDumbbellChart(results, context.sv), { layout: 'wide', texts: true })
  const shapes = (colour: string) =>
    new Set([...svg.matchAll(new RegExp(`<path d="([^"]*)"[^>]*fill="${colour}"`, 'g'))].map(([, path]) => path))
  const [before, after] = [shapes('#e69f00'), shapes('#0072b2')]
  expect([before.size, after.size]).toEqual([1, 1])
  expect([...before][0]).not.toBe([...after][0])
})

test('words from outside cannot leave their element', () => {
  const svg = chartSvg(buildChangeChart(longNames, 'SI', context.sv), { layout: 'wide', texts: true })
  expect(svg).not.toContain('<b>')
  expect(escapeText('\u0000\ud800<&>"\'')).toBe('\ufffd\ufffd&lt;&amp;&gt;&quot;&#39;')
})

test('a coordinate that is no number stops the drawing', () => {
  expect(() => element('line', { x1: Number.NaN })).toThrow(RangeError)
  expect(element('line', { x1: -0.001, x2: 1.005 })).toBe('<line x1="0" x2="1"/>')
})

test('lines break at spaces, never at a no-break space, and a word too long is broken inside', () => {
  expect(wrapText('ett två tre', 10, textWidth('ett två', 10))).toEqual(['ett två', 'tre'])
  expect(wrapText('med 8,3\u00a0poäng', 10, textWidth('8,3\u00a0poäng', 10))).toEqual(['med', '8,3\u00a0poäng'])
  expect(wrapText('aaaa', 10, textWidth('aa', 10))).toEqual(['aa', 'aa'])
  expect(wrapText('', 10, 50)).toEqual([''])
})

// resvg reads strict XML: a picture that is not well-formed throws here.
describe('PNG', () => {
  test.each([1, 3] as const)('%s× is that many pixels per unit, in the sizes of the picture', async (scale) => {
    const svg = chartSvg(buildChangeChart(results, 'SI', context.sv), { layout: 'wide', texts: true })
    const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
    const png = await chartPng(svg, scale)
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    // W3C PNG: IHDR holds width and height as big-endian numbers at bytes 16 and 20.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * scale, Number(height) * scale])
  })

  test('others have their turns while one is drawn and packed', async () => {
    const svg = chartSvg(buildChangeChart(results, 'SI', context.sv), { layout: 'wide', texts: true })
    await chartPng(svg, 1)
    let isDrawn = false
    const drawing = chartPng(svg, 3).then(() => {
      isDrawn = true
    })
    let turns = 0
    for (; !isDrawn && turns < 10; turns += 1) await new Promise((resolve) => setTimeout(resolve, 1))
    await drawing
    expect(turns).toBe(10)
  })

  test('what is no SVG is refused, and the next one is drawn', async () => {
    await expect(chartPng('<svg', 1)).rejects.toThrow()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4" height="4"/>'
    expect((await chartPng(svg, 1)).subarray(1, 4).toString('latin1')).toBe('PNG')
  })

  test('has its letters on a machine without fonts', async () => {
    const words = element('text', { x: 5, y: 40, 'font-size': 40, 'font-family': "'Source Sans 3'" }, 'Åäö')
    const svg = (content: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50">${content}</svg>`
    const [written, empty] = [await chartPng(svg(words), 1), await chartPng(svg(''), 1)]
    expect(written.length).toBeGreaterThan(empty.length * 2)
  })

  test.each(samples)('every picture is well-formed: $name', async ({ chart }) => {
    for (const svg of svgsOf(chart)) expect((await chartPng(svg, 1)).length).toBeGreaterThan(1000)
  })
})

interface PlacedText {
  text: string
  x: number
  y: number
  size: number
  anchor: string
}

function placedTexts(svg: string): PlacedText[] {
  const texts = shownTexts(svg)
  return [...svg.matchAll(/<text ([^>]*)>/g)].map(([, attributes = ''], at) => {
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1]
    return {
      text: texts[at] ?? '',
      x: Number(value(' ?x')),
      y: Number(value(' y')),
      size: Number(value('font-size')),
      anchor: value('text-anchor') ?? 'start',
    }
  })
}
