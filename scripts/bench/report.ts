/** Results as Markdown tables, aligned so that they read as well in a terminal as in the README. */
import type { Built } from './building.ts'
import type { Bulk, Size } from './growth.ts'
import { type Spread, spread } from './harness.ts'
import type { Race, Results, Row } from './results.ts'

/** Everything a run found. */
export function report(results: Results): string {
  const { races, builds, questions, records } = results
  const parts = [
    `Measured on ${day(results.date)} with ${results.machine}${results.quick ? ', in a short run' : ''}. Ratios are medians of rounds, with the smallest and largest.`,
    ...races.map(raceTable),
    ...(builds ? [buildTable(builds)] : []),
    ...(questions?.length ? [questionTable(questions)] : []),
    ...(records?.length ? [recordTable(records)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function raceTable({ title, unit, reference, rows }: Race): string {
  const measured = rows.filter((row) => !('refused' in row))
  const sized = measured.some((row) => 'kilobytes' in row)
  const weighed = measured.some((row) => 'peak' in row)
  const head = [title, `${unit} a second`, `against ${plain(reference)}`, 'against the fastest peer']
  const cells = rows.map((row) => [
    ...raceCells(row),
    ...(sized ? [whole(row, 'kilobytes')] : []),
    ...(weighed ? [whole(row, 'peak')] : []),
  ])
  return table([...head, ...(sized ? ['KB a file'] : []), ...(weighed ? ['peak MiB'] : [])], cells)
}

function raceCells(row: Row): string[] {
  if ('refused' in row) return [row.name, row.refused.startsWith('left out') ? 'not there yet' : row.refused, '', '']
  return [row.name, figure(1000 / row.time.median), ratio(row.ofReference), row.ofPeer ? ratio(row.ofPeer) : '']
}

const whole = (row: Row, key: 'kilobytes' | 'peak'): string => {
  const value = 'refused' in row ? undefined : row[key]
  return value === undefined ? '' : String(Math.round(value))
}

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

/** Microseconds for each question: a line that stays level is linear. */
function questionTable(sizes: readonly Size[]): string {
  const steps = [...new Set(sizes.flatMap(({ costs }) => Object.keys(costs)))]
  const names: Readonly<Record<string, string>> = {
    template: 'schemas to template',
    compile: 'compile',
    fill: 'fill',
    limit: 'fill, limit',
    validator: 'make validator',
    validate: 'validate',
    read: 'read',
  }
  return table(
    ['Questions', ...steps.map((step) => `${names[step] ?? step}, µs each`), 'peak MiB'],
    sizes.map(({ questions, costs, peak }) => [
      figure(questions),
      ...steps.map((step) => (costs[step] === undefined ? '' : figure(((costs[step] ?? 0) * 1000) / questions))),
      String(Math.round(peak)),
    ]),
  )
}

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
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
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
