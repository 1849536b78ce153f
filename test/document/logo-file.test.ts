// Logotypes as people bring them: what is kept can be drawn, what cannot is told by what is wrong with it.
import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { type LogoFile, logoBytes, readLogo } from '#document/logo-file.ts'
import { findUndrawable } from '#document/logo-trial.ts'

/** What the page of logotypes would say of the file; the logotype where it would keep it. */
async function bring(bytes: Buffer | string): Promise<LogoFile | string> {
  const logo = readLogo(Buffer.from(bytes))
  return typeof logo === 'string' ? logo : ((await findUndrawable([logo]))?.fault ?? logo)
}

const ns = 'xmlns="http://www.w3.org/2000/svg"'
const square = '<rect width="5" height="5"/>'
const svg = (inside: string, attributes = `${ns} viewBox="0 0 10 10"`): string => `<svg ${attributes}>${inside}</svg>`
const png = (width: number, height: number): Buffer => PNG.sync.write(new PNG({ width, height }), { colorType: 2 })

test('a plain SVG and a PNG are kept byte for byte', async () => {
  const drawn = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<!-- å -->${svg(square)}`)
  expect(await bring(drawn)).toEqual({ type: 'svg', bytes: drawn, width: 10, height: 10 })
  const picture = png(30, 20)
  expect(await bring(picture)).toEqual({ type: 'png', bytes: picture, width: 30, height: 20 })
})

test('a file that is cut off is refused: it would stop every report, or stand half grey in it', async () => {
  expect(await bring(png(300, 200).subarray(0, 60))).toBe('damaged')
  expect(await bring(png(300, 200).subarray(0, 24))).toBe('damaged')
  expect(await bring(png(300, 200).subarray(0, 12))).toBe('damaged')
  // Start, a frame of 100 × 100 with three components, end: no pixels.
  const header = Buffer.from('ffd8ffc0001108006400640301220002110103110 1'.replaceAll(' ', ''), 'hex')
  expect(readLogo(Buffer.concat([header, Buffer.from('ffd9', 'hex')]))).toMatchObject({ type: 'jpg', width: 100 })
  expect(await bring(Buffer.concat([header, Buffer.from('ffd9', 'hex')]))).toBe('damaged')
  // The same with a scan that never ends.
  expect(await bring(Buffer.concat([header, Buffer.from('ffda000c03010002110311003f00abcdff00ab', 'hex')]))).toBe(
    'damaged',
  )
})

test('an SVG that is not well-formed is refused, whichever program would have stumbled', async () => {
  expect(await bring(`<svg ${ns} viewBox="0 0 10 10"><g>`)).toBe('damaged')
  expect(await bring(svg('<use xlink:href="#a"/>'))).toBe('damaged')
  expect(await bring(svg(square, `${ns} viewBox="0 0 10 10"/onload="alert(1)"`))).toBe('damaged')
  expect(await bring(svg(square, 'viewBox="0 0 10 10"'))).toBe('namespace')
})

test('an SVG in another encoding is kept as UTF-8, and refused where it is not what it says', async () => {
  const titled = svg(`<title>Kommunen Å</title>${square}`)
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${titled}`, 'latin1')
  expect(String(((await bring(latin)) as LogoFile).bytes)).toBe(`<?xml version="1.0" encoding="UTF-8"?>${titled}`)
  const wide = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${titled}`, 'utf16le')
  expect(String(((await bring(wide)) as LogoFile).bytes)).toBe(`<?xml version="1.0" encoding="UTF-8"?>${titled}`)
  expect(await bring(Buffer.from(titled, 'latin1'))).toBe('encoding')
  expect(await bring(`<?xml version="1.0" encoding="klingon"?>${titled}`)).toBe('encoding')
})

test('the document type that drawing programs write is left out; one with definitions of its own is told as such', async () => {
  const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
  const kept = Buffer.from(`<?xml version="1.0"?>\n\n${svg(square)}`)
  expect(await bring(`<?xml version="1.0"?>\n${type}>\n${svg(square)}`)).toMatchObject({ bytes: kept })
  expect(await bring(`<?xml version="1.0"?>\n${type} [ ]>\n${svg(square)}`)).toMatchObject({ bytes: kept })
  expect(await bring(`${type} [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>${svg(square)}`)).toBe('entities')
})

test('an SVG may refer to its own parts and to nothing else', async () => {
  const gradient = '<linearGradient id="a"><stop stop-color="#039"/></linearGradient>'
  for (const address of ['url(#a)', 'url( #a )', "url('#a')", 'url(&quot;#a&quot;)'])
    expect(await bring(svg(`${gradient}<path d="M0 0h9v9z" fill="${address}"/>`)), address).toMatchObject({
      type: 'svg',
    })
  for (const inside of [
    '<script>1</script>',
    '<rect onclick="1"/>',
    '<image href="https://a.example/b.png"/>',
    '<style>@import "https://a.example/b.css"</style>',
    '<rect fill="url(https://a.example/b.svg#c)"/>',
    '<rect fill="url(\'https://a.example/b.svg#c\')"/>',
  ])
    expect(await bring(svg(inside)), inside).toBe('unsafe')
})

test('letters that the font of the report lacks are told before PDF/UA refuses the whole report', async () => {
  expect(await bring(svg('<text y="9">Åmål</text>'))).toMatchObject({ type: 'svg' })
  expect(await bring(svg('<text y="9">漢字</text>'))).toBe('letters')
})

test('sizes that cannot be printed or would take the memory are refused by what is wrong', () => {
  const header = (width: number, height: number): Buffer => {
    const bytes = Buffer.from(png(1, 1))
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    return bytes
  }
  expect(readLogo(header(10_001, 2000))).toBe('pixels')
  expect(readLogo(header(10_000, 10_000))).toBe('pixels')
  expect(readLogo(header(10_000, 2500))).toMatchObject({ width: 10_000 })
  expect(readLogo(header(0, 10))).toBe('dimensions')
  expect(readLogo(header(410, 10))).toBe('slim')
  expect(readLogo(Buffer.from(svg(square, `${ns} width="100%" height="100%"`)))).toBe('dimensions')
  expect(readLogo(Buffer.from(svg(square, `${ns} viewBox="0 0 1e30 1e30"`)))).toBe('dimensions')
  expect(readLogo(Buffer.from(svg(square, `${ns} viewBox="0 0 21000 29700"`)))).toMatchObject({ width: 21_000 })
  expect(readLogo(Buffer.from(svg(square, `${ns} width="1.5cm" height="1cm"`)))).toMatchObject({
    width: 150,
    height: 100,
  })
})

test('a picture inside an SVG is whole, and counts with its pixels', async () => {
  const holding = (picture: Buffer) =>
    svg(
      `<image width="9" height="9" href="data:image/png;base64,${picture.toString('base64').replaceAll('A', 'A&#10;')}"/>`,
    )
  expect(await bring(holding(png(3, 2)))).toMatchObject({ type: 'svg' })
  expect(await bring(holding(png(3, 2).subarray(0, 20)))).toBe('damaged')
  const large = Buffer.from(png(1, 1))
  large.writeUInt32BE(15_000, 16)
  large.writeUInt32BE(15_000, 20)
  expect(readLogo(Buffer.from(holding(large)))).toBe('pixels')
})

test('a picture that brings the drawing program down is refused, and takes nobody along', async () => {
  const depth = 100_000
  const nested = svg('<g>'.repeat(depth) + square + '</g>'.repeat(depth))
  expect(await bring(nested)).toBe('damaged')
})

test('a picture that takes too long is given up', async () => {
  // Each group shows the one before ten times: 100,000 squares.
  const groups = Array.from({ length: 5 }, (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`)
  const heavy = readLogo(Buffer.from(svg(`<g id="g0">${square}</g>${groups.join('')}`))) as LogoFile
  expect(await findUndrawable([heavy], { patience: 50 })).toEqual({ at: 0, fault: 'heavy' })
  const calledOff = findUndrawable([heavy], { signal: AbortSignal.timeout(300) })
  await expect(calledOff).rejects.toThrow(/timeout/)
})

test('the first of several that cannot be drawn is named by its place', async () => {
  const sound = readLogo(Buffer.from(svg(square))) as LogoFile
  const broken = { ...sound, bytes: Buffer.from(`<svg ${ns}>`) }
  expect(await findUndrawable([])).toBeNull()
  expect(await findUndrawable([sound, sound])).toBeNull()
  expect(await findUndrawable([sound, broken, broken])).toEqual({ at: 1, fault: 'damaged' })
})

test('a hostile prolog is read in one go', () => {
  const started = performance.now()
  expect(readLogo(Buffer.from('<!-- -->'.repeat(logoBytes / 8)))).toBe('type')
  expect(readLogo(Buffer.from('<!DOCTYPE svg ['.repeat(logoBytes / 16)))).toBe('type')
  expect(readLogo(deflateSync(Buffer.alloc(10)))).toBe('type')
  expect(performance.now() - started).toBeLessThan(2000)
})
