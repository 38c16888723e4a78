/** forms carry: the draft of the next form from records of earlier ones. */
import type { Command } from 'commander'
import { type Carried, carry as carryOver } from '../../src/carry.ts'
import { fillableFrom } from '../../src/fill.ts'
import type { Draft, Form } from '../../src/form.ts'
import { writeFile } from '../../src/output.ts'
import { CannotRun, formNamed, type Project, project, recordIn } from '../project.ts'
import { ownTemplate } from './fill.ts'

interface Options {
  to: string
  format: string
  output?: string
}

export function carry(program: Command): void {
  program
    .command('carry <record.json...>')
    .description('start the next form from earlier ones, oldest first: what is known is carried, what must be asked afresh is left empty')
    .requiredOption('--to <form>', 'the form to start')
    .option('--format <json|docx|md>', 'a draft as data, or the form with it filled in', 'json')
    .option('-o, --output <file>', 'where to write it; JSON is otherwise printed')
    .action(async (paths: string[], { to, format, output }: Options) => {
      if (format !== 'json' && format !== 'docx' && format !== 'md')
        throw new CannotRun(`There is no format “${format}”. There is: json, docx, md.`)
      if (format !== 'json' && !output) throw new CannotRun('Say where the form goes, with -o.')
      const model = await project()
      const form = formNamed(to, model.forms)
      const { draft, carried } = carryOver(
        form,
        paths.map((path) => recordIn(path, model.forms)),
      )
      const made = format !== 'json' ? await filledForm(form, draft, model, format) : `${JSON.stringify(draft, null, 2)}\n`
      if (output) await writeFile(output, made)
      else process.stdout.write(made)
      for (const line of report(carried)) console.error(line)
    })
}

/** The form that practitioners download, with the draft filled in. */
async function filledForm(form: Form, draft: Draft, model: Project, kind: 'docx' | 'md'): Promise<Uint8Array | string> {
  const { contents, problems } = fillableFrom(await ownTemplate(form, model, kind), form).fill(draft)
  if (problems.length) throw new CannotRun(problems.map(({ label, reason }) => `“${label}” ${reason}.`).join('\n'))
  return contents
}

/** What a practitioner does next: answers to confirm, and answers to have in mind. */
function report(carried: readonly Carried[]): string[] {
  const told: Record<Carried['mode'], string> = {
    locked: 'Copied, and not to be changed here',
    confirm: 'Copied: ask whether it is still right',
    seed: 'A first draft: go through it together',
    reference: 'Rows taken over with their numbers: complete them',
    context: 'Not copied; said before, for you to have in mind',
  }
  return Object.entries(told).flatMap(([mode, words]) => {
    const of = carried.filter((each) => each.mode === mode)
    return of.length ? ['', `${words}:`, ...of.map(({ label, path }) => `  “${label}”  ${path}`)] : []
  })
}
