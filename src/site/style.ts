/** The site's style sheet: ours and the parts of GOV.UK Frontend that it names, in the settings' colours. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Exception } from 'sass'
import type { Report } from '../diagnostics.ts'
import type { Sources } from '../schema/sources.ts'

const file = 'templates/site/site.scss'
/** What the style sheet calls the settings' colours: `@use "house"`. */
const house = 'house'

/**
 * Compiles `templates/site/site.scss`.
 * @param colours By name, as `#rrggbb`.
 * @returns CSS, or undefined where the style sheet is wrong (reported at its line).
 */
export async function styleOf(colours: Readonly<Record<string, string>>, sources: Sources, report: Report): Promise<string | undefined> {
  // Loaded when there is something to compile: it is large.
  const { compileString } = await import('sass')
  const declared = Object.entries(colours).map(([name, colour]) => `$${name}: ${colour};`)
  try {
    const { css } = compileString(sources.get(file) ?? '', {
      url: pathToFileURL(`/${file}`),
      loadPaths: [packages()],
      importers: [
        {
          canonicalize: (name) => (name === house ? new URL(`${house}:`) : null),
          load: () => ({ contents: declared.join('\n'), syntax: 'scss' }),
        },
      ],
      style: 'compressed',
      quietDeps: true,
      charset: false,
    })
    return `${css}\n`
  } catch (problem) {
    const { sassMessage, span } = problem as Exception
    if (!sassMessage) throw problem
    report('bad-style', { problem: sassMessage }, { file, line: span.start.line + 1, column: span.start.column + 1 })
    return undefined
  }
}

/** The folder that GOV.UK Frontend is installed in. */
const packages = (): string => join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), '..')
