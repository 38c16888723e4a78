/** A strengths map → SVG. Measured in points, and drawn with attributes only, as Word reads no style sheets. */
import { neutral } from '../settings.ts'
import { escapeXml } from '../word/xml-text.ts'
import { type Column, fitted, markWidth } from './fit.ts'
import { looks } from './looks.ts'
import { type Area, describe, type StrengthsMap, titleOf } from './model.ts'
import { shorten, wrap } from './wrap.ts'

/** The picture without a page around it: what fits under a heading on A4 landscape. */
export const size = { width: 756, height: 440 } as const

/** `clear` is where the areas give way to the circle. */
const middle = { x: size.width / 2, y: size.height / 2, radius: 55, clear: 61 } as const
const box = { width: size.width / 2 - 6, height: size.height / 2 - 6, pad: 16, head: 48 } as const

/** The picture alone, as it stands in a document. @param ink The colour of the name and its circle. */
export const picture = (map: StrengthsMap, ink = neutral.colours.heading): string =>
  svg(map, ink, `width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}"`, [])

/**
 * The picture on a page of A4.
 * @param foot Says where the map belongs, in small print.
 * @param ink The colour of its heading and its circle.
 */
export const page = (map: StrengthsMap, foot: string, ink = neutral.colours.heading): string =>
  svg(map, ink, 'width="297mm" height="210mm" viewBox="-42 -94 842 595"', [
    '<rect x="-42" y="-94" width="842" height="595" fill="#FFFFFF"/>',
    words(0, -28, 'My strengths map', 26, `font-weight="bold" fill="${ink.toUpperCase()}"`),
    words(0, size.height + 28, foot, 9, 'fill="#4A555C"'),
  ])

function svg(map: StrengthsMap, ink: string, frame: string, around: readonly string[]): string {
  const drawn = [
    `<title id="map-title">${escapeXml(titleOf(map))}</title>`,
    `<desc id="map-words">${escapeXml(describe(map))}</desc>`,
    ...around,
    ...map.areas.flatMap((area, index) => areaAt(area, index % 2, Math.floor(index / 2))),
    ...centre(map.name, ink.toUpperCase()),
  ]
  const attributes = `role="img" aria-labelledby="map-title" aria-describedby="map-words" lang="en-GB" xml:lang="en-GB"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${frame} ${attributes} font-family="Arial, Helvetica, sans-serif">
${drawn.join('\n')}
</svg>
`
}

/** One of four areas: left or right of the middle, above or below it. */
function areaAt({ place, heading, prompt, items }: Area, right: number, below: number): string[] {
  const { ink, tint, icon } = looks[place]
  const x = right * (size.width - box.width)
  const y = below * (size.height - box.height)
  // The heading of the last area would start in the circle.
  const headX = x + box.pad + (right && below ? 48 : 0)
  return [
    `<rect x="${x + 1}" y="${y + 1}" width="${box.width - 2}" height="${box.height - 2}" rx="20" fill="${tint}" stroke="${ink}" stroke-width="1.5"/>`,
    `<circle cx="${headX + 14}" cy="${y + 28}" r="15" fill="${ink}"/>`,
    `<path d="${icon}" transform="translate(${headX + 4} ${y + 18}) scale(0.84)" fill="#FFFFFF"/>`,
    words(headX + 38, items.length ? y + 34 : y + 27, heading, 16, `font-weight="bold" fill="${ink}"`),
    ...(items.length
      ? fitted(items, columnsOf(x, y, right, below)).flatMap(({ x, y, words: said, size, first }) => [
          ...(first ? [`<circle cx="${x + 3}" cy="${y - size * 0.34}" r="2.2" fill="${ink}"/>`] : []),
          words(x + markWidth, y, said, size),
        ])
      : [words(headX + 38, y + 42, prompt, 10, `fill="${ink}"`), ...guides(x, y, right)]),
  ]
}

/** Two columns; the one beside the circle ends above it, and below it both start. */
function columnsOf(x: number, y: number, right: number, below: number): Column[] {
  const width = (box.width - 2 * box.pad - 10) / 2
  return [0, 1].map((index) => {
    const inner = index !== right
    return {
      x: x + box.pad + index * (width + 10),
      width,
      top: below ? middle.y + middle.clear + 2 : y + box.head,
      bottom: inner && !below ? middle.y - middle.clear - 4 : y + box.height - 10,
    }
  })
}

/** Faint lines to write on, which end where the circle begins. */
function guides(x: number, y: number, right: number): string[] {
  return [1, 2, 3, 4, 5].map((row) => {
    const at = y + box.head + 8 + row * 28
    const reach = Math.sqrt(Math.max(0, (middle.clear + 8) ** 2 - (at - middle.y) ** 2))
    const from = Math.max(x + box.pad, right * (middle.x + reach))
    const to = right ? x + box.width - box.pad : Math.min(x + box.width - box.pad, middle.x - reach)
    return `<path d="M${round(from)} ${at}H${round(to)}" stroke="#A9B4B9" stroke-width="0.8" fill="none"/>`
  })
}

function centre(name: string, ink: string): string[] {
  const { x, y, radius, clear } = middle
  const lines = name ? shorten(wrap(name, 80 / 14), 80 / 14, 3) : []
  return [
    `<circle cx="${x}" cy="${y}" r="${clear}" fill="#FFFFFF"/>`,
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="#FFFFFF" stroke="${ink}" stroke-width="3"/>`,
    ...(name
      ? lines.map((each, row) =>
          words(x, y + 5 + (row - (lines.length - 1) / 2) * 17, each, 14, `text-anchor="middle" font-weight="bold" fill="${ink}"`),
        )
      : [
          words(x, y - 20, 'My name', 11, 'text-anchor="middle" fill="#4A555C"'),
          `<path d="M${x - 46} ${y + 14}h92" stroke="#A9B4B9" stroke-width="0.8" fill="none"/>`,
        ]),
  ]
}

const words = (x: number, y: number, said: string, points: number, looks = 'fill="#1A1A1A"'): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${points}" ${looks}>${escapeXml(said)}</text>`

const round = (value: number): number => Math.round(value * 100) / 100
