/** forms audit: what completed forms show of the practice behind them. */
import { mkdir } from 'node:fs/promises'
import { dirname, extname, join, relative } from 'node:path'
import { type Command, Option } from 'commander'
import { printReport, type ReportFormat, reportFormats } from '../../src/audit/print.ts'
import { shuffled } from '../../src/audit/sample.ts'
import { sarifOf } from '../../src/audit/sarif.ts'
import { summariser } from '../../src/audit/summary.ts'
import { summaryReportOf } from '../../src/audit/summary-report.ts'
import { writeFile } from '../../src/output.ts'
import { type AuditData, type AuditedFile, fileAuditor, type Settings } from '../audit/audit-file.ts'
import { type Found, filesIn } from '../audit/files.ts'
import { inOrder } from '../bulk/pool.ts'
import { CannotRun, formNamed, practiceLanguage, project, projectSettings } from '../project.ts'

interface Options {
  form?: string
  output?: string
  outDir?: string
  format?: string
  sample?: string
  seed?: string
  names?: true
  json?: true
  sarif?: true
}

export function audit(program: Command): void {
  program
    .command('audit <file|folder...>')
    .description(
      'practice audit of completed forms (.json, .docx, .md): what is going well, and what to reflect on; for several, a summary',
    )
    .option('--form <id>', 'which form it is, where the files do not say')
    .option('-o, --output <file>', 'where to write the report, or the summary of several: .docx, .md or .html')
    .option('--out-dir <folder>', 'a report on each form as well')
    .option('--format <docx|md|html>', 'with --out-dir: what to make (docx, where it is not said)')
    .option('--sample <number>', 'audit a random sample')
    .option('--seed <number>', 'which sample: the same number draws the same one again')
    .option('--names', 'leave names and numbers in the summary, and in what machines are given of several forms')
    .addOption(new Option('--json', 'print one JSON object and nothing else').conflicts(['sarif', 'output']))
    .addOption(new Option('--sarif', 'print SARIF 2.1.0 and nothing else').conflicts('output'))
    .action(run)
}

const none = 'There are no filled forms there: .json, .docx or .md.'

async function run(paths: string[], options: Options): Promise<void> {
  if (options.format !== undefined && options.outDir === undefined)
    throw new CannotRun('--format goes with --out-dir. With -o, the ending of the file’s name says what to make.')
  const output = options.output === undefined ? undefined : formatNamed(extname(options.output).slice(1))
  const perForm = options.outDir === undefined ? undefined : formatNamed(options.format ?? 'docx')
  const model = await project()
  const { forms, framework } = model
  const found = filesIn(paths)
  const { files, size, drawn } = draw(found, options)
  for (const { path, reason } of found.lost) tell(path, reason)
  if (!files.length) throw new CannotRun(none)
  if (found.lost.length) process.exitCode = 1
  const single = files.length === 1 && !found.lost.length && found.named.has(files[0] ?? '')
  if (single && perForm && output) throw new CannotRun('One form has one report: say where it goes with -o, or with --out-dir.')
  const machine = options.json || options.sarif
  const settings: Settings = {
    forms: options.form === undefined ? forms : [formNamed(options.form, forms)],
    framework,
    language: practiceLanguage(model),
    told: options.form !== undefined,
    names: options.names === true || single,
    ours: await projectSettings(model),
    report: perForm ?? (single && !machine ? (output ?? 'md') : undefined),
  }

  const { add, summary } = summariser()
  const located: AuditData[] = []
  let unread = found.lost.length
  let audited = 0
  let reports = 0
  const heard = async (file: AuditedFile): Promise<void> => {
    if (file.refused) {
      const wanted = found.named.has(file.path) || file.refused.isForm
      if (wanted) process.exitCode = 1
      if (wanted) unread++
      tell(file.path, `${wanted ? '' : 'left aside: '}${file.refused.reason}`)
      return
    }
    audited++
    if (file.gist) add(file.gist)
    if (file.lost) {
      process.exitCode = 1
      tell(file.path, `${file.lost} ${file.lost > 1 ? 'answers' : 'answer'} could not be read; the rest was audited.`)
    }
    if (options.outDir !== undefined && file.report !== undefined) {
      // A report that cannot be written stops no other.
      await writeReport(options.outDir, file.path, perForm ?? 'docx', file.report).then(
        () => reports++,
        (problem: Error) => {
          process.exitCode = 1
          tell(file.path, `Its report cannot be written: ${problem.message}.`)
        },
      )
    }
    if (options.json && file.data) printed.next(file.data)
    if (options.sarif && file.data) located.push(file.data)
    if (single && !machine && options.outDir === undefined && file.report !== undefined) await give(file.report, options.output)
  }
  const printed = jsonPrinter()
  // Among the files of a folder there are others than forms: as many more are drawn as were left aside.
  for (let next = 0, want = size; next < files.length && want > 0; want = size - audited) {
    const batch = files.slice(next, next + want)
    next += batch.length
    await auditAll(batch, settings, heard)
  }
  if (options.outDir !== undefined && reports) console.error(`Reports: ${reports}, in ${options.outDir}.`)

  if (!audited && !process.exitCode) throw new CannotRun(none)
  if (options.json)
    printed.end(single ? undefined : { drawn: `${audited} of ${found.all.length} files${drawn}`, unread, summary: summary() })
  else if (options.sarif) console.log(JSON.stringify(sarifOf(located, framework)))
  else if (!single && audited) {
    const made = summary()
    const about = { drawn: `${made.records} ${made.records === 1 ? 'record' : 'records'}${drawn}`, unread, names: settings.names }
    await give(
      await printReport(await summaryReportOf(made, about, framework), output ?? 'md', 'Practice audit', settings.ours),
      options.output,
    )
  }
}

/** Below this, starting workers takes longer than they save. */
const few = 8

async function auditAll(files: readonly string[], settings: Settings, heard: (file: AuditedFile) => Promise<void>): Promise<void> {
  if (files.length <= few) {
    const auditFile = fileAuditor(settings)
    for (const path of files) await heard(await auditFile(path))
    return
  }
  // Reports are written one after another, while the workers go on.
  let last = Promise.resolve()
  await inOrder<string, AuditedFile>({
    file: new URL('../audit/audit-worker.ts', import.meta.url),
    data: settings,
    tasks: files,
    done: (file) => {
      last = last.then(() => heard(file))
    },
    lost,
  })
  await last
}

/** A fault of the program: one file must not stop the others. */
const lost = (path: string, { message }: Error): AuditedFile => ({
  path,
  refused: { reason: `It could not be audited: ${message}`, isForm: true },
})

/** The files in the order in which they are audited, and how many forms are wanted of them. */
function draw({ all }: Found, { sample, seed }: Options): { files: readonly string[]; size: number; drawn: string } {
  if (sample === undefined) {
    if (seed !== undefined) throw new CannotRun('A seed goes with a sample: say how many, with --sample.')
    return { files: all, size: all.length, drawn: '' }
  }
  const size = wholeNumber(sample, '--sample')
  if (!size) throw new CannotRun('A sample of none shows nothing: say how many, with --sample.')
  // A seed that nobody chose is said, so that the same sample can be drawn again.
  const chosen = seed === undefined ? Math.floor(Math.random() * 1_000_000) : wholeNumber(seed, '--seed')
  return { files: shuffled(all, chosen), size, drawn: `, drawn from ${all.length} files with --sample ${size} --seed ${chosen}` }
}

function wholeNumber(words: string, option: string): number {
  if (!/^\d{1,9}$/.test(words)) throw new CannotRun(`${option} wants a whole number, and not “${words}”.`)
  return Number(words)
}

function formatNamed(name: string): ReportFormat {
  const format = reportFormats.find((each) => each === name.toLowerCase())
  if (!format) throw new CannotRun(`Say what the report is to be: ${reportFormats.join(', ')}${name ? `; there is no “${name}”` : ''}.`)
  return format
}

async function give(report: Uint8Array | string, output: string | undefined): Promise<void> {
  if (output === undefined) process.stdout.write(report)
  else {
    await mkdir(dirname(output), { recursive: true })
    await writeFile(output, report)
    console.error(`The report is in ${output}.`)
  }
}

/** Names of files come from others, and what steers a terminal is not printed on one. */
const tell = (path: string, words: string): void => console.error(`${path}  ${words}`.replace(/\p{C}/gu, '?'))

/** Beside each other as the forms are, so that two of one name do not meet. */
async function writeReport(folder: string, path: string, format: ReportFormat, report: Uint8Array | string): Promise<void> {
  const place = relative(process.cwd(), path)
    .replace(/\.\.(?=[\\/])/g, '_')
    .replace(/^[\\/]+/, '')
  const target = join(folder, `${place}.audit.${format}`)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, report)
}

/** One JSON object, printed as it comes: many audits need not be held at once. */
function jsonPrinter(): { next: (data: AuditData) => void; end: (rest: object | undefined) => void } {
  let count = 0
  return {
    next: (data) => {
      process.stdout.write(`${count++ ? ',' : '{"audits":['}${JSON.stringify(data)}`)
    },
    end: (rest) => {
      const more = rest ? `,${JSON.stringify(rest, (_, each) => (each instanceof Map ? Object.fromEntries(each) : each)).slice(1, -1)}` : ''
      process.stdout.write(`${count ? '' : '{"audits":['}]${more}}\n`)
    },
  }
}
