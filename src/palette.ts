/** Two colours → every colour that depends on them, each readable where it stands. Colours are `#` and six hexadecimal digits. */
import type { Settings } from './settings.ts'

export interface Palette {
  readonly heading: string
  readonly accent: string
  /** Behind headings of tables and cards. */
  readonly band: string
  /** Behind what is set apart from the text. */
  readonly tint: string
  /** Headings on `band`. */
  readonly onBand: string
  /** Links, on white and on `tint`. */
  readonly link: string
}

/** The least contrast of text and its ground: WCAG 2.2, success criterion 1.4.3. */
export const enough = 4.5

/** The colours of every page. Both of those given are known to have enough contrast on white. */
export function paletteOf({ heading, accent }: Settings['colours']): Palette {
  const band = pale(accent, 0.32, 0.914)
  const tint = pale(accent, 0.26, 0.963)
  return { heading, accent, band, tint, onBand: darkened(heading, band), link: darkened(accent, tint) }
}

/** The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The nearest colour that has enough contrast on a light ground: the colour itself, or one with less light in it. */
export function darkened(colour: string, ground: string): string {
  for (let light = 255; light > 0; light--) {
    const darker = hex(channels(colour).map((each) => (each * light) / 255))
    if (contrast(darker, ground) >= enough) return darker
  }
  return '#000000'
}

/** A colour of the same hue, pale and light: two of the three things that HSL (CSS Color 4, section 7) tells colours by. */
function pale(colour: string, saturation: number, lightness: number): string {
  const all = channels(colour)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const own = most === least ? 0 : (most - least) / (255 - Math.abs(most + least - 255))
  const spread = Math.min(own, saturation) * (1 - Math.abs(2 * lightness - 1))
  const from = lightness - spread / 2
  return hex(all.map((each) => 255 * (from + (most === least ? 0 : (spread * (each - least)) / (most - least)))))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((each) => {
    const part = each / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const channels = (colour: string): number[] => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))

const hex = (all: readonly number[]): string => `#${all.map((each) => Math.round(each).toString(16).padStart(2, '0')).join('')}`
