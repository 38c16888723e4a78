/** forms explain: what a framework item or a law is, and where it is used. */
import type { Command } from 'commander'
import { usesOf } from '../../src/explain.ts'
import { meant, project } from '../project.ts'

export function explain(program: Command): void {
  program
    .command('explain <id>')
    .description('say what a framework item or a law is, and where it is used')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (id: string, { json }: { json?: true }) => {
      const { forms, framework } = await project()
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
}
