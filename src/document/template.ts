/** Handlebars templates → Markdown. Templates see forms, the framework and the settings, never an answer. */
import Handlebars from 'handlebars'
import type { Report } from '../diagnostics.ts'
import type { Sources } from '../schema/sources.ts'
import { plainText } from './markdown.ts'

export type Templates = ReadonlyMap<string, string>

/** The templates among the sources. */
export const templatesOf = (sources: Sources): Templates => new Map([...sources].filter(([path]) => path.endsWith('.hbs')))

const helpers = {
  /** Words to be printed as they are, whatever Markdown would make of them. */
  text: (words: unknown) => plainText(String(words)),
  /** Words, or a list of them, in the cell of a table. */
  cell: (words: string | readonly string[]) => plainText([words].flat().join('; ')).replaceAll('|', '\\|'),
  /** The hashes of a heading. */
  hashes: (depth: number) => '#'.repeat(depth),
  /** The place of a question. An autolink: Markdown needs no plug-in for it, and prose cannot hold one by accident. */
  question: (path: string) => `<question:${path}>`,
}

/**
 * Renders one template, with every template under `partials/`, `chapters/` and `passages/` available to it by name.
 * @param path The template, such as `templates/form.md.hbs`.
 * @returns Markdown, or undefined where the template is wrong (reported at its line).
 */
export function render(templates: Templates, path: string, context: object, report: Report): string | undefined {
  const source = templates.get(path)
  if (source === undefined) {
    report('missing-file', { name: path }, { file: path })
    return undefined
  }
  const environment = Handlebars.create()
  for (const [name, text] of templates) {
    const partial = /^templates\/(?:partials\/|(?=(?:chapters|passages)\/))(.+)\.md\.hbs$/.exec(name)
    if (partial?.[1]) environment.registerPartial(partial[1], text)
  }
  environment.registerHelper(helpers)
  try {
    const options = {
      strict: true,
      noEscape: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
    }
    return environment.compile(source, options)(context)
  } catch (problem) {
    const { message, lineNumber, column } = problem as Error & { lineNumber?: number; column?: number }
    const place = lineNumber === undefined ? {} : { line: lineNumber, column: (column ?? 0) + 1 }
    report('bad-template', { problem: message.split('\n')[0] ?? message }, { file: path, ...place })
    return undefined
  }
}
