/** A bar chart as SVG: rows of labelled bars, each in parts. Measured in points and drawn with attributes only, as Word reads no style sheets. */
import { wrap } from '../map/wrap.ts'
import { escapeXml } from '../word/xml-text.ts'

export interface Bars {
  readonly title: string
  /** Everything it shows, in words. */
  readonly alt: string
  /** What the parts of a bar are, in order. */
  readonly parts: readonly string[]
  readonly rows: readonly {
    readonly label: string
    readonly values: readonly number[]
    /** Instead of the number, where it is not told. */
    readonly told?: string
  }[]
}

/** Each told from its neighbour by lightness as well as hue; the words on it have a contrast of 4.5 to 1 or more. */
const looks = [
  { fill: '#14394A', ink: '#FFFFFF' },
  { fill: '#8CC3C0', ink: '#0B2530' },
  { fill: '#B5622D', ink: '#FFFFFF' },
  { fill: '#E3D9C6', ink: '#0B2530' },
] as const

const width = 480
const left = 200
const bar = { height: 20, gap: 12 } as const

/** The size of a chart, in points. */
export const sizeOf = ({ rows, parts }: Bars): { width: number; height: number } => ({
  width,
  height: 8 + rows.reduce((sum, row) => sum + rowHeight(row.label), 0) + (parts.length > 1 ? legendRows(parts).length * 18 + 8 : 0),
})

export function barChart(bars: Bars): string {
  const { title, alt, parts, rows } = bars
  const size = sizeOf(bars)
  const most = Math.max(1, ...rows.map(({ values }) => sum(values)))
  const scale = (width - left - 44) / most
  let y = 4
  const drawn = rows.flatMap((row) => {
    const height = rowHeight(row.label)
    const made = drawRow(row, y, height, scale)
    y += height
    return made
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeXml(title)}" lang="en-GB" xml:lang="en-GB" font-family="Arial, Helvetica, sans-serif">
<title>${escapeXml(title)}</title>
<desc>${escapeXml(alt)}</desc>
${[...drawn, ...(parts.length > 1 ? legend(parts, y + 8) : [])].join('\n')}
</svg>
`
}

function drawRow({ label, values, told }: Bars['rows'][number], y: number, height: number, scale: number): string[] {
  const lines = wrap(label, (left - 12) / 11)
  const top = y + (height - bar.gap - bar.height) / 2
  let x = left
  const drawn = values.flatMap((value, index) => {
    const { fill, ink } = looks[index % looks.length] ?? looks[0]
    const wide = value * scale
    const at = x
    x += wide
    if (!value) return []
    const number =
      values.length > 1 && wide > 14 ? [words(at + wide / 2, top + 14, String(value), `fill="${ink}" text-anchor="middle"`)] : []
    return [`<rect x="${round(at)}" y="${round(top)}" width="${round(wide)}" height="${bar.height}" fill="${fill}"/>`, ...number]
  })
  return [
    ...lines.map((line, index) =>
      words(left - 10, y + (height - bar.gap - lines.length * 13) / 2 + 11 + index * 13, line, 'text-anchor="end"'),
    ),
    ...drawn,
    ...(values.length === 1 ? [words(x + 6, top + 14, told ?? String(values[0] ?? 0), '')] : []),
  ]
}

const rowHeight = (label: string): number => Math.max(bar.height, wrap(label, (left - 12) / 11).length * 13) + bar.gap

/** The parts in rows of two. */
const legendRows = (parts: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(parts.length / 2) }, (_, row) => parts.slice(row * 2, row * 2 + 2))

const legend = (parts: readonly string[], y: number): string[] =>
  legendRows(parts).flatMap((names, row) =>
    names.flatMap((name, column) => {
      const { fill } = looks[(row * 2 + column) % looks.length] ?? looks[0]
      const x = 10 + column * (width / 2)
      return [`<rect x="${x}" y="${y + row * 18}" width="12" height="12" fill="${fill}"/>`, words(x + 18, y + row * 18 + 10, name, '')]
    }),
  )

const words = (x: number, y: number, said: string, more: string): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="11" ${more.includes('fill=') ? more : `fill="#0B2530" ${more}`}>${escapeXml(said)}</text>`

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const round = (value: number): number => Math.round(value * 100) / 100
