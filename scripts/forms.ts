/** npm run -s forms -- <command>: everything but the build. */
import { Command } from 'commander'
import { audit } from './commands/audit.ts'
import { carry } from './commands/carry.ts'
import { explain } from './commands/explain.ts'
import { fill } from './commands/fill.ts'
import { read } from './commands/read.ts'
import { validate } from './commands/validate.ts'
import { CannotRun } from './project.ts'

const program = new Command('forms')
  .description(
    'Fills in forms and reads them back, audits and checks records, starts the next form from them, and explains what the framework and the law have to do with them.',
  )
  .addHelpText('after', '\nExit codes: 0 fine, 1 the input has errors (all of them printed), 2 it could not be run.')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2))

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem
  process.exit()
})

for (const command of [fill, read, audit, validate, carry, explain]) command(program)

try {
  await program.parseAsync()
} catch (problem) {
  console.error(problem instanceof CannotRun ? problem.message : `It could not be run: ${(problem as Error).message}`)
  process.exitCode = 2
}
