/** npm run -s forms -- <command>: everything but the build. */
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { collector, failed, sentence } from '../src/diagnostics.ts'
import { usesOf } from '../src/explain.ts'
import type { Form } from '../src/form.ts'
import { nearest } from '../src/nearest.ts'
import { parseJson } from '../src/schema/json.ts'
import { loadModel, type Model } from '../src/schema/load.ts'
import { readSources, readText } from '../src/schema/sources.ts'
import { judge, type PlacedProblem } from '../src/validator/places.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Ends the program because it could not be run, as opposed to having found errors. */
class CannotRun extends Error {}

const program = new Command('forms')
  .description('Checks filled forms and explains what the framework and the law have to do with them.')
  .addHelpText('after', '\nExit codes: 0 fine, 1 the input has errors (all of them printed), 2 it could not be run.')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2))

program
  .command('validate <form> <record.json>')
  .description('check a filled form and print everything that is wrong with it')
  .option('--against <record.json>', 'an earlier form of the same person, for the rules that look across forms')
  .option('--json', 'print one JSON object and nothing else')
  .action(async (id: string, path: string, { json, against }: { json?: true; against?: string }) => {
    const { forms } = await model()
    const form = named(id, forms)
    const earlier = against === undefined ? {} : earlierRecord(against, forms)
    const { diagnostics, problems, warnings } = judge(form, path, text(path), earlier)
    const fine = !diagnostics.length && !problems.length
    process.exitCode = fine ? 0 : 1
    if (json) return console.log(JSON.stringify({ ok: fine, diagnostics, problems, warnings }))
    for (const diagnostic of diagnostics) console.log(sentence(diagnostic))
    for (const problem of problems) show(path, problem)
    for (const warning of warnings) show(path, warning, 'Worth a thought: ')
    const count = diagnostics.length + problems.length
    console.log(fine ? `${path} is a complete ${form.title.toLowerCase()}.` : `\n${count} thing${count > 1 ? 's' : ''} to mend.`)
  })

program
  .command('explain <id>')
  .description('say what a framework item or a law is, and where it is used')
  .option('--json', 'print one JSON object and nothing else')
  .action(async (id: string, { json }: { json?: true }) => {
    const { forms, framework } = await model()
    const item = framework.get(id)
    if (!item) {
      process.exitCode = 1
      return console.log(`There is no framework item or law “${id}”. ${meant(id, framework.keys())}`)
    }
    const uses = usesOf(id, forms)
    if (json) return console.log(JSON.stringify({ item, uses }))
    const { act, section, status, document, heading, url, note } = item.source
    console.log(`${item.title}  (${item.id}, ${item.kind})\n\n${item.description}`)
    if (note) console.log(note)
    console.log(`\nSource: ${act ? `${act}, ${section} (${status})` : `${document}, “${heading}”`}${url ? `\n        ${url}` : ''}`)
    console.log(`For: ${item.appliesTo.join(', ')}`)
    if (!uses.length) console.log('\nNo question cites it.')
    for (const use of uses) {
      console.log(`\n${use.form}`)
      for (const { label, path } of use.questions) console.log(`  “${label}”  ${path}`)
      console.log(`  Printed in the staff guidance of ${use.guidance.length} of these.`)
    }
  })

try {
  await program.parseAsync()
} catch (problem) {
  console.error(problem instanceof CannotRun ? problem.message : `It could not be run: ${(problem as Error).message}`)
  process.exitCode = 2
}

/** The forms of this project; they have to be right before anything can be held against them. */
async function model(): Promise<Model> {
  const { found, report } = collector()
  const loaded = loadModel(await readSources(root), report)
  if (failed(found)) throw new CannotRun(`${found.map(sentence).join('\n')}\nThe schemas have errors. Mend them first.`)
  return loaded
}

function named(id: string, forms: readonly Form[]): Form {
  const form = forms.find((each) => each.id === id)
  if (!form)
    throw new CannotRun(
      `There is no form “${id}”. ${meant(
        id,
        forms.map((each) => each.id),
      )}`,
    )
  return form
}

/** The record of an earlier form, under the stage of that form, which it names itself. */
function earlierRecord(path: string, forms: readonly Form[]): Readonly<Record<string, unknown>> {
  const { found, report } = collector()
  const file = parseJson(path, text(path), report)
  if (!file) throw new CannotRun(found.map(sentence).join('\n'))
  const id = String((file.value as { form?: unknown } | null)?.form)
  return { [named(id, forms).stage]: file.value }
}

function show(path: string, { line, column, label, message, remedy, pointer }: PlacedProblem, lead = ''): void {
  console.log(`${path}:${line}:${column}  “${label}”\n    ${lead}${message} ${remedy}\n    ${pointer || '/'}`)
}

function text(path: string): string {
  try {
    return readText(path)
  } catch (problem) {
    throw new CannotRun(`${path} cannot be read: ${(problem as Error).message}`)
  }
}

function meant(word: string, known: Iterable<string>): string {
  const all = [...known]
  const near = nearest(word, all)
  if (near) return `Did you mean “${near}”?`
  return all.length > 12 ? 'Ids are listed in schemas/framework.' : `There is: ${all.join(', ')}.`
}
