/** Colours and measures of the Word forms. Every colour of text is at least 4.5:1 on its ground. */
import { BorderStyle, type IBorderOptions, type IParagraphStyleOptions } from 'docx'
import { type Palette, paletteOf } from '../palette.ts'
import type { Settings } from '../settings.ts'

/** Colours that are the same in every form. */
const fixed = {
  text: '1A1A1A',
  quiet: '4A555C',
  prompt: '595959',
  line: '8C979D',
  faintLine: 'C5CED2',
  note: 'FFF7E0',
  noteLine: 'B98900',
} as const

/** All colours of a form, as Word writes them: six hexadecimal digits. */
export type Colours = Readonly<Record<keyof typeof fixed | keyof Palette, string>>

/** The colours of an organisation's forms. */
export function coloursOf(settings: Settings['colours']): Colours {
  const palette = paletteOf(settings)
  const own = Object.entries(palette).map(([name, colour]) => [name, colour.slice(1).toUpperCase()])
  return { ...fixed, ...(Object.fromEntries(own) as Readonly<Record<keyof Palette, string>>) }
}

/** In word, metric-compatible with Liberation Sans, and plain to read. */
export const font = 'Arial'

/** Twentieths of a point. A4 with 2 cm margins. */
export const page = { width: 11906, height: 16838, margin: 1134, text: 11906 - 2 * 1134 } as const

/** The same sheet on its long side, with 1.5 cm margins. */
export const landscape = { margin: 850, text: 16838 - 2 * 850 } as const

/** How far the parts of a question are set in, in twentieths of a point. */
export const inset = 340

/** The same border on four sides. @param space Points between line and text. */
export function box(color: string, size = 6, space = 4) {
  const side: IBorderOptions = { style: BorderStyle.SINGLE, size, color, space }
  return { top: side, bottom: side, left: side, right: side }
}

/** Keeps a box, whose lines stand outside the text, within the margins. */
export const boxEdge = 100

/** Room between a cell's lines and its words, in twentieths of a point: above and below, left and right. */
export const cellMargin = { ends: 50, sides: 110 } as const

/** What a style says. */
export type Looks = Pick<IParagraphStyleOptions, 'paragraph' | 'run'>
