/** forms fill: a record, or many, as filled forms. */
import { extname } from 'node:path'
import type { Command } from 'commander'
import { isRecord } from '../../src/answers/answers.ts'
import type { Problem } from '../../src/answers/problem.ts'
import { collector, failed, sentence } from '../../src/diagnostics.ts'
import { editionsOf } from '../../src/document/form-page.ts'
import { templatesOf } from '../../src/document/template.ts'
import { footOf } from '../../src/emit/emitter.ts'
import { wordTemplate } from '../../src/emit/word.ts'
import { type Fillable, fillableFrom } from '../../src/fill.ts'
import type { Draft, Form } from '../../src/form.ts'
import { blankForm } from '../../src/markdown/blank.ts'
import { writeFile } from '../../src/output.ts'
import { parseJson } from '../../src/schema/json.ts'
import { Refused } from '../../src/zip/entry.ts'
import { fillMany } from '../bulk/fill-many.ts'
import { bytesOf, CannotRun, formNamed, type Project, project, projectSettings, textOf } from '../project.ts'

interface Options {
  output?: string
  outDir?: string
  template?: string
  format?: string
}

export function fill(program: Command): void {
  program
    .command('fill <form> <record.json|records.ndjson>')
    .description('fill in a form from a record; or, with --out-dir, one for each line of a file of records')
    .option('-o, --output <file.docx|file.md>', 'the filled form')
    .option('--out-dir <folder>', 'where the filled forms go: one for each line, named by its number')
    .option('--template <file>', 'your own version of the form, changed in Word or in an editor')
    .option('--format <docx|md>', 'with --out-dir: what to make', 'docx')
    .action(async (id: string, path: string, { output, outDir, template, format = 'docx' }: Options) => {
      if ((output === undefined) === (outDir === undefined))
        throw new CannotRun('Say where the filled form goes, with -o, or the filled forms, with --out-dir.')
      const kind = output === undefined ? format : extname(output).slice(1)
      if (kind !== 'docx' && kind !== 'md') throw new CannotRun(`There is no format “${kind}”. There is: docx, md.`)
      const model = await project()
      const form = formNamed(id, model.forms)
      const bytes = template === undefined ? await ownTemplate(form, model, kind) : bytesOf(template)
      const fillable = usable(bytes, form, template, kind)
      for (const problem of fillable.problems) console.error(`${template ?? 'The form'}: ${told(problem)}`)
      if (fillable.problems.length) process.exitCode = 1
      if (output !== undefined) await one(form, path, fillable, output)
      else if (outDir !== undefined) await many(form, path, bytes, outDir)
    })
}

/** The form that practitioners download. */
export async function ownTemplate(form: Form, model: Project, kind: 'docx' | 'md'): Promise<Uint8Array> {
  const { found, report } = collector()
  const settings = await projectSettings(model)
  const [full] = editionsOf(form, settings, templatesOf(model.sources), report)
  if (!full || failed(found)) throw new CannotRun(found.map(sentence).join('\n'))
  return kind === 'docx' ? wordTemplate(form, full, settings) : Buffer.from(blankForm(full.document, footOf(form, settings)))
}

function usable(bytes: Uint8Array, form: Form, path: string | undefined, kind: string): Fillable {
  try {
    const fillable = fillableFrom(bytes, form)
    if (fillable.extension !== kind) throw new CannotRun(`${path} is a .${fillable.extension} template; the filled form has to be one too.`)
    return fillable
  } catch (problem) {
    throw problem instanceof Refused ? new CannotRun(`${path}: ${problem.message}`) : problem
  }
}

async function one(form: Form, path: string, fillable: Fillable, output: string): Promise<void> {
  const record = recordFor(form, path)
  if (!record) return
  const { contents, problems } = fillable.fill(record)
  await writeFile(output, contents)
  for (const problem of problems) console.error(`${path}: ${told(problem)}\n    ${problem.path}`)
  if (problems.length) process.exitCode = 1
  console.error(problems.length ? `${output} has everything else.` : `${output} is a ${form.title.toLowerCase()}, filled in from ${path}.`)
}

/** The record in a file; undefined where there is none, which is said. A draft need not say which form it is of. */
function recordFor(form: Form, path: string): Draft | undefined {
  const { found, report } = collector()
  const value = parseJson(path, textOf(path), report)?.value
  const other = isRecord(value) && value.form !== undefined && value.form !== form.id
  if (isRecord(value) && !other) return value
  process.exitCode = 1
  for (const diagnostic of found) console.error(sentence(diagnostic))
  if (other) console.error(`${path} is a record of “${String(value.form)}”, and not of “${form.id}”.`)
  else if (!found.length) console.error(`${path} is not a record: one JSON object that holds the answers.`)
  return undefined
}

async function many(form: Form, records: string, template: Uint8Array, out: string): Promise<void> {
  const shows = process.stderr.isTTY
  let unwritten = 0
  let flawed = 0
  const filled = await fillMany(
    { form, template, records, out },
    {
      progress: (count) => shows && process.stderr.write(`\r${count} filled in`),
      bad: ({ line, reason, written }) => {
        if (written) flawed++
        else unwritten++
        console.error(`${shows ? '\r' : ''}${records}:${line}  ${reason}`)
      },
    },
  )
  if (unwritten + flawed) process.exitCode = 1
  const rest = [unwritten && `${unwritten} could not be`, flawed && `in ${flawed} something could not be shown`].filter(Boolean).join('; ')
  console.error(`${shows ? '\r' : ''}${filled} forms filled in, in ${out}${rest ? `; ${rest}` : ''}.`)
}

const told = ({ label, reason }: Problem): string => `“${label}” ${reason}.`
