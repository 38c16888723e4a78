/** forms validate: everything that is wrong with a filled form. */
import type { Command } from 'commander'
import { sentence } from '../../src/diagnostics.ts'
import { judge, type PlacedProblem } from '../../src/validator/places.ts'
import { formNamed, project, recordIn, textOf } from '../project.ts'

interface Options {
  against?: string
  json?: true
}

export function validate(program: Command): void {
  program
    .command('validate <form> <record.json>')
    .description('check a filled form and print everything that is wrong with it')
    .option('--against <record.json>', 'an earlier form of the same person, for the rules that look across forms')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (id: string, path: string, { json, against }: Options) => {
      const { forms } = await project()
      const form = formNamed(id, forms)
      const earlier = against === undefined ? undefined : recordIn(against, forms)
      const { diagnostics, problems, warnings } = judge(form, path, textOf(path), earlier ? { [earlier.form.stage]: earlier.record } : {})
      const count = diagnostics.length + problems.length
      process.exitCode = count ? 1 : 0
      if (json) return console.log(JSON.stringify({ ok: !count, diagnostics, problems, warnings }))
      for (const diagnostic of diagnostics) console.log(sentence(diagnostic))
      for (const problem of problems) show(path, problem)
      for (const warning of warnings) show(path, warning, 'Worth a thought: ')
      console.log(count ? `\n${count} thing${count > 1 ? 's' : ''} to mend.` : `${path} is a complete ${form.title.toLowerCase()}.`)
    })
}

function show(path: string, { line, column, label, message, remedy, pointer }: PlacedProblem, lead = ''): void {
  console.log(`${path}:${line}:${column}  “${label}”\n    ${lead}${message} ${remedy}\n    ${pointer || '/'}`)
}
