// How a report looks in Word: the page, the colours, and styles that whoever goes on working in it finds by name.
import { AlignmentType, LevelFormat, LineRuleType } from 'docx'
import type { Language } from '#i18n/phrases.ts'

/** A4 with margins of 2.5 cm, in twentieths of a point. */
export const page = { width: 11906, height: 16838, margin: 1417 }
export const textWidth = page.width - 2 * page.margin
export const colours = { ink: '1D2733', soft: '55616D', blue: '00527F', line: 'C3CCD4' } as const
export const locales = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>

/** Half points. */
export const tableTypeSizes = { TableText: 18, TableSmall: 15 } as const

export function styles(language: Language) {
  const base = { font: 'Calibri', color: colours.ink, language: { value: locales[language] } }
  const heading = (size: number, before: number, after: number) => ({
    run: { ...base, size, bold: true },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: { ...base, size: 21 },
        paragraph: { spacing: { after: 130, line: 276, lineRule: LineRuleType.AUTO }, widowControl: true },
      },
      heading1: heading(36, 420, 180),
      heading2: heading(27, 340, 120),
      heading3: heading(22, 240, 80),
      hyperlink: { run: { color: colours.blue } },
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 19, bold: true },
        paragraph: { spacing: { before: 240, after: 90 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: tableTypeSizes.TableText },
        paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'TableSmall',
        name: 'Table Small',
        basedOn: 'TableText',
        run: { size: tableTypeSizes.TableSmall },
        paragraph: { spacing: { before: 15, after: 15, line: 228, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Note',
        name: 'Note',
        basedOn: 'Normal',
        run: { size: 17, color: colours.soft },
        paragraph: { spacing: { before: 60, after: 90, line: 240, lineRule: LineRuleType.AUTO } },
      },
      // As Word has them, on less room: contents of a dozen municipalities stand on one page.
      ...[1, 2].map((level) => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        basedOn: 'Normal',
        next: 'Normal',
        uiPriority: 39,
        run: { size: 20 },
        paragraph: {
          spacing: { after: 50, line: 245, lineRule: LineRuleType.AUTO },
          indent: { left: (level - 1) * 210 },
        },
      })),
      {
        id: 'ContentsHeading',
        name: 'Contents Heading',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 36, bold: true },
        paragraph: { spacing: { after: 180 }, keepNext: true },
      },
      {
        id: 'ReportTitle',
        name: 'Report Title',
        basedOn: 'Normal',
        run: { size: 60, bold: true },
        paragraph: { spacing: { after: 500, line: 252, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'ReportKind',
        name: 'Report Kind',
        basedOn: 'Normal',
        run: { size: 26, bold: true, color: colours.blue },
        paragraph: { spacing: { before: 1900, after: 60 } },
      },
    ],
  }
}

/** Points of lists. */
export const numbering = {
  config: [
    {
      reference: 'points',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 340, hanging: 227 } } },
        },
      ],
    },
  ],
}
