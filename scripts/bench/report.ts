/** Results as Markdown tables, aligned so that they read as well in a terminal as in the README. */
import type { Audited } from './auditing.ts'
import type { Built } from './building.ts'
import type { Bulk, Size } from './growth.ts'
import { type Spread, spread } from './harness.ts'
import type { Race, Results, Row } from './results.ts'

/** Everything a run found. */
export function report(results: Results): string {
  const { races, builds, questions, records, audits } = results
  const parts = [
    `Measured on ${day(results.date)} with ${results.machine}${results.quick ? ', in a short run' : ''}. Ratios are medians of rounds, with the smallest and largest.`,
    ...races.map(raceTable),
    ...(builds ? [buildTable(builds)] : []),
    ...(questions?.length ? questionTables(questions) : []),
    ...(records?.length ? [recordTable(records)] : []),
    ...(audits?.length ? [auditTable(audits)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function raceTable({ title, unit, reference, rows }: Race): string {
  const measured = rows.filter((row) => !('refused' in row))
  const has = (key: 'kilobytes' | 'peak') => measured.filter((row) => key in row).length > 1
  const columns = (
    [
      ['KB a file', 'kilobytes'],
      ['peak MiB', 'peak'],
    ] as const
  ).filter(([, key]) => has(key))
  const head = [title, `${unit} a second`, `against ${plain(reference)}`, 'against the fastest peer', ...columns.map(([name]) => name)]
  const cells = measured.map((row) => [...raceCells(row), ...columns.map(([, key]) => whole(row, key))])
  const others = rows.flatMap((row) => ('refused' in row ? [`${plain(row.name)} – ${row.refused}.`] : []))
  return [table(head, cells), ...others].join('\n\n')
}

function raceCells(row: Row): string[] {
  if ('refused' in row) return []
  return [row.name, figure(1000 / row.time.median), ratio(row.ofReference), row.ofPeer ? ratio(row.ofPeer) : '']
}

const whole = (row: Row, key: 'kilobytes' | 'peak'): string => ('refused' in row ? '' : figureOf(row[key]))

const figureOf = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value)))

function buildTable({ cold, changed, watching }: NonNullable<Results['builds']>): string {
  const share = (builds: readonly Built[]) =>
    ratio(spread(builds.map(({ processor }, round) => processor / (cold[round]?.processor ?? Number.NaN))))
  const row = (name: string, builds: readonly Built[]) => {
    const [processor, wall] = [spread(builds.map((each) => each.processor)), spread(builds.map((each) => each.wall))]
    return [name, ratio(processor), ratio(wall), share(builds)]
  }
  return table(
    ['Building', 'processor seconds', 'seconds by the clock', 'processor time against a cold build'],
    [
      row('cold, in a new process', cold),
      row('after one changed question, in a new process', changed),
      row('after one changed question, in the watching process', watching),
    ],
  )
}

const questionTables = (sizes: readonly Size[]): string[] => [
  questionTable(sizes, 'Questions: µs each, this project', ({ steps }) => steps),
  questionTable(sizes, 'Questions: µs each, filling', ({ filling }) => filling),
]

/** Microseconds for each question: where they stay level down a column, costs are linear. */
function questionTable(sizes: readonly Size[], title: string, costsOf: (size: Size) => Readonly<Record<string, number>>): string {
  const columns = [...new Set(sizes.flatMap((size) => Object.keys(costsOf(size))))]
  return table(
    [title, ...columns.map((column) => stepNames[column] ?? column.replace('limit: ', ''))],
    sizes.map((size) => [
      figure(size.questions),
      ...columns.map((column) => figure(((costsOf(size)[column] ?? Number.NaN) * 1000) / size.questions)),
    ]),
  )
}

const stepNames: Readonly<Record<string, string>> = {
  template: 'schemas to template',
  compile: 'template compiled',
  validator: 'validator made',
  validate: 'record validated',
  read: 'file read',
}

const auditTable = (audits: readonly Audited[]): string =>
  table(
    ['Records audited in a folder', 'seconds by the clock', 'processor ms each', 'peak MiB'],
    audits.map(({ what, records, wall, each, peak }) => [`${figure(records)} ${what}`, figure(wall), figure(each), figureOf(peak)]),
  )

const recordTable = (counts: readonly Bulk[]): string =>
  table(
    ['Records filled into a folder', 'documents a second, by the clock', 'processor ms each', 'peak MiB'],
    counts.map(({ records, perSecond, each, peak, wouldTake }) =>
      perSecond === undefined
        ? [figure(records), `not run: about ${figure(wouldTake ?? 0)} minutes`, '', '']
        : [figure(records), figure(perSecond), figure(each ?? 0), String(Math.round(peak ?? 0))],
    ),
  )

/** A Markdown table with its columns aligned: words to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** `0.15 (0.12–0.19)` */
const ratio = ({ median, min, max }: Spread): string => (min === max ? figure(median) : `${figure(median)} (${figure(min)}–${figure(max)})`)

/** Two figures that count, and no more than can be trusted. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return ''
  const size = Math.abs(value)
  if (size >= 1000) return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(value)
  return size >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)))
}

const plain = (markdown: string): string => markdown.replaceAll('*', '').replace(/^limit: /, '')

const day = (iso: string): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))
