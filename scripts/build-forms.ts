/** npm run build:forms: every form into every output. */
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { type Build, build } from '../src/build.ts'
import { type Diagnostic, failed, sentence } from '../src/diagnostics.ts'
import { compareBuild, writeBuild } from '../src/output.ts'
import { readSources, sourceFolders } from '../src/schema/sources.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Options {
  form?: string
  out: string
  check?: true
  watch?: true
  json?: true
}

const program = new Command('build:forms')
  .description(
    'Turns schemas, templates and examples into types, validators, Word and Markdown forms, guidance, filled examples and a site.',
  )
  .option('--form <id>', 'build only this form, and leave the site as it is')
  .option('--out <dir>', 'output folder', join(root, 'dist'))
  .option('--check', 'write nothing; fail on any error, and on any difference from what is on disk')
  .option('--watch', 'build again whenever a source changes')
  .option('--json', 'print one JSON object and nothing else')
  .addHelpText('after', '\nExit codes: 0 fine, 1 the sources have errors, 2 it could not be run.')
  .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : 2))

const options = program.parse().opts<Options>()

try {
  const { fine, made } = await once()
  process.exitCode = fine ? 0 : 1
  if (options.watch) await watch(made)
} catch (problem) {
  console.error(`It could not be run: ${(problem as Error).message}`)
  process.exitCode = 2
}

/**
 * Builds, writes or compares, and says so.
 * @param before What the last build made, of which what has not changed is kept.
 */
async function once(form = options.form, before?: Build['made']): Promise<{ fine: boolean; made: Build['made'] }> {
  const started = performance.now()
  const say = options.json ? () => undefined : console.log
  const result = await build(await readSources(root), {
    ...(form ? { form } : {}),
    ...(before ? { made: before } : {}),
    progress: ({ path, contents }) => say(`  ${path}  ${size(Buffer.byteLength(contents))}`),
  })
  const stale = options.check && !failed(result.diagnostics) ? await compareBuild(options.out, result.artefacts, form) : []
  const diagnostics = [...result.diagnostics, ...stale]
  const fine = !failed(diagnostics)
  if (fine && !options.check) await writeBuild(options.out, result.artefacts, form)
  if (options.json)
    console.log(JSON.stringify({ ok: fine, diagnostics, artefacts: result.artefacts.map(({ contents: _, ...rest }) => rest) }))
  else report(diagnostics, result, performance.now() - started)
  return { fine, made: result.made }
}

function report(diagnostics: readonly Diagnostic[], { artefacts }: Build, milliseconds: number): void {
  for (const diagnostic of diagnostics) console.error(sentence(diagnostic))
  const count = (level: string) => diagnostics.filter((each) => each.level === level).length
  const [errors, warnings] = [count('error'), count('warning')]
  const found = [errors && `${errors} error${errors > 1 ? 's' : ''}`, warnings && `${warnings} warning${warnings > 1 ? 's' : ''}`]
    .filter(Boolean)
    .join(', ')
  const time = `${(milliseconds / 1000).toFixed(1)} s`
  const where = relative(process.cwd(), options.out) || '.'
  const pages = artefacts.filter(({ kind }) => kind === 'site-page').length
  if (errors) console.error(`\n${found}. Nothing was written.`)
  else if (options.check) console.log(`\n${artefacts.length} files are as the sources make them${found ? `; ${found}` : ''} (${time}).`)
  else
    console.log(
      [
        `\n${artefacts.length} files in ${where}${found ? `; ${found}` : ''} (${time}). The list is ${join(where, 'manifest.json')}.`,
        ...(pages ? [`The site has ${pages} pages; open ${join(where, 'site', 'index.html')}.`] : []),
      ].join('\n'),
    )
}

/** Builds again what each change touches, until stopped. Changes that come while building are built afterwards, together. */
async function watch(before: Build['made']): Promise<void> {
  let made = before
  const { watch: chokidar } = await import('chokidar')
  const watcher = chokidar(
    sourceFolders.map((folder) => join(root, folder)),
    { ignoreInitial: true, awaitWriteFinish: { stabilityThreshold: 80 } },
  )
  const waiting = new Set<string>()
  let running = false
  watcher.on('all', async (_, path) => {
    waiting.add(relative(root, path))
    if (running) return
    running = true
    while (waiting.size) {
      const changed = [...waiting]
      waiting.clear()
      if (!options.json) console.log(`\n${changed.join(', ')} changed`)
      try {
        const form = onlyForm(changed)
        made = (await once(form, made)).made
        // The form is what somebody waits for; the site, which shows all of them, comes when there is time.
        if (form && !options.form && !waiting.size) made = (await once(undefined, made)).made
      } catch (problem) {
        console.error(`It could not be run: ${(problem as Error).message}`)
      }
    }
    running = false
  })
  if (!options.json) console.log('\nWatching schemas, templates and examples. Stop with Ctrl+C.')
}

/** The one form whose own files changed; undefined where something shared did. */
function onlyForm(changed: readonly string[]): string | undefined {
  const owners = new Set(changed.map((path) => /^(?:schemas\/forms|examples)\/([^/.]+)/.exec(path.replaceAll('\\', '/'))?.[1]))
  const [only] = owners
  return options.form ?? (owners.size === 1 ? only : undefined)
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`
}
