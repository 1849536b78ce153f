// Draws a logotype with the programs that reports are made with: resvg for Word, Typst for PDF. What they refuse cannot
// stand in a report.
import { drawPngWide } from '#report/png-drawing.ts'
import { logoSize } from './logo-size.ts'
import type { Logo } from './model.ts'
import { typeset } from './typst.ts'

/** Sharp on paper: 300 to the inch. */
const pixelsPerCentimetre = 300 / 2.54

/** A logotype in SVG for programs that do not take it, on white. @throws Error with what is no SVG */
export const logoPng = ({ bytes, ...logo }: Pick<Logo, 'bytes' | 'width' | 'height'>): Buffer =>
  drawPngWide(Buffer.from(bytes).toString('utf8'), Math.ceil(logoSize(logo).wide * pixelsPerCentimetre))

export type DrawableLogo = Pick<Logo, 'type' | 'bytes' | 'width' | 'height'>

const page = `#set document(title: "logotype")
#set text(lang: "en", font: "Source Sans 3")
#image(sys.inputs.file, width: 4cm, alt: "logotype")`

/** The logotype in every way that a report would draw it. @throws Error with what the programs say */
export function drawLogo(logo: DrawableLogo): void {
  if (logo.type === 'svg') logoPng(logo)
  typeset(page, (lay) => ({ file: lay(`logotype.${logo.type}`, logo.bytes) }), 0)
}
