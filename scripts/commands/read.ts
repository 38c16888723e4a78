/** forms read: the record in a filled form. */
import type { Command } from 'commander'
import type { Finding } from '../../src/answers/findings.ts'
import { writeFile } from '../../src/output.ts'
import { type Reading, readableForms, readForm } from '../../src/read.ts'
import { standardFor } from '../../src/validator/standard.ts'
import { type Problem, verdict } from '../../src/validator/verdict.ts'
import { Refused } from '../../src/zip/entry.ts'
import { bytesOf, formNamed, project } from '../project.ts'

interface Options {
  form?: string
  draft?: true
  output?: string
  json?: true
}

export function read(program: Command): void {
  program
    .command('read <file.docx|file.md>')
    .description('read a filled form back: prints the record, and everything that a person should look at')
    .option('--form <id>', 'which form it is, where the file does not say')
    .option('--draft', 'the form is still being filled in: do not say what is missing')
    .option('-o, --output <file>', 'where to write the record; it is otherwise printed')
    .option('--json', 'print one JSON object with the record, the findings and what is to mend, and nothing else')
    .action(async (path: string, { form: id, draft, output, json }: Options) => {
      const { forms } = await project()
      const wanted = id === undefined ? forms : [formNamed(id, forms)]
      const reading = tryReading(path, () => readForm(bytesOf(path), readableForms(wanted), id !== undefined))
      if (!reading) return
      const { form, record, findings } = reading
      const judged = draft ? { valid: true as const, warnings: [] } : verdict(standardFor(form), record)
      const problems = judged.valid ? [] : judged.problems
      const lost = findings.filter(({ level }) => level === 'error').length
      process.exitCode = lost || problems.length ? 1 : 0
      if (json)
        return console.log(JSON.stringify({ ok: !process.exitCode, form: form.id, record, findings, problems, warnings: judged.warnings }))
      const text = `${JSON.stringify(record, null, 2)}\n`
      if (output) await writeFile(output, text)
      else process.stdout.write(text)
      for (const line of report(path, findings, problems, judged.warnings)) console.error(line)
      console.error(`\n${path} is a ${form.title.toLowerCase()}. ${summary(findings.length, problems.length)}`)
    })
}

/** A file that cannot be read is an error in the input, said in a sentence. */
function tryReading(path: string, read: () => Reading): Reading | undefined {
  try {
    return read()
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    process.exitCode = 1
    console.error(`${path}: ${problem.message}`)
    return undefined
  }
}

function report(path: string, findings: readonly Finding[], problems: readonly Problem[], warnings: readonly Problem[]): string[] {
  const told =
    (lead: string) =>
    ({ label, message, remedy, pointer }: Problem) =>
      `${path}  “${label}”\n    ${lead}${message} ${remedy}\n    ${pointer || '/'}`
  return [
    ...findings.filter(({ level }) => level === 'error').map(told('')),
    ...findings.filter(({ level }) => level === 'warning').map(told('Look again: ')),
    ...problems.map(told('')),
    ...warnings.map(told('Worth a thought: ')),
  ]
}

function summary(findings: number, problems: number): string {
  const read = findings ? `${findings} place${findings > 1 ? 's' : ''} to look at.` : 'Everything in it was read.'
  return problems ? `${read} ${problems} thing${problems > 1 ? 's' : ''} to mend before it is complete.` : read
}
