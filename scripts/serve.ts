/** npm run serve: the website on this machine. */
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { CannotRun, root } from './project.ts'
import { serve } from './site/server.ts'
import { readSite } from './site/site.ts'

const options = new Command('serve')
  .description('Shows the website on this machine, until it is stopped (Ctrl+C).')
  .option('--dir <folder>', 'output folder of a build', join(root, 'dist'))
  .option('--port <number>', 'port to serve it at', portIn, 8080)
  .addHelpText('after', '\nExit codes: 0 stopped, 2 it could not be run.')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ dir: string; port: number }>()

try {
  const { pages, folder } = readSite(options.dir)
  const { address } = await serve(folder, { port: options.port })
  console.log(`${pages.length} pages at ${address} (Ctrl+C to stop)`)
} catch (problem) {
  console.error(problem instanceof CannotRun ? problem.message : `It could not be run: ${(problem as Error).message}`)
  process.exitCode = 2
}

function portIn(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 1 to 65535.')
  return port
}
