/** Handlebars templates → Markdown, and pages of HTML around it. Templates see forms, the framework and the settings, never an answer. */
import Handlebars from 'handlebars'
import type { Report } from '../diagnostics.ts'
import type { Sources } from '../schema/sources.ts'
import { tagOf } from '../tag.ts'
import { plainText } from './markdown.ts'

/** Templates by path, such as `templates/form.md.hbs`, each compiled when it is first used. */
export type Templates = ReadonlyMap<string, (context: object) => string>

const helpers = {
  /** Words to be printed as they are, whatever Markdown would make of them. */
  text: (words: unknown) => plainText(String(words)),
  /** Words, or a list of them, in the cell of a table. */
  cell: (words: string | readonly string[]) => plainText([words].flat().join('; ')).replaceAll('|', '\\|'),
  /** The hashes of a heading. */
  hashes: (depth: number) => '#'.repeat(depth),
  /** The place of a question. An autolink: Markdown needs no plug-in for it, and prose cannot hold one by accident. */
  question: (path: string) => `<question:${path}>`,
  /** At the end of a heading: the anchor of a section or question, which stays when its words change. */
  anchor: (path: string) => `<anchor:${tagOf(path)}>`,
  /** The same, for something that is named otherwise. */
  named: (name: string) => `<anchor:${name}>`,
  /** An item of the framework, as words that lead to it where an output has a place for it. */
  item: (id: string, title: string) => `[${plainText(title)}](item:${id})`,
}

const knownHelpers = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]))

/** The templates among the sources, with every one under `partials/`, `chapters/` and `passages/` available to all by name. */
export function templatesOf(sources: Sources): Templates {
  const environment = Handlebars.create()
  environment.registerHelper(helpers)
  const texts = [...sources].filter(([path]) => path.endsWith('.hbs'))
  for (const [path, text] of texts) {
    const partial = /^templates\/(?:partials\/|(?=(?:chapters|passages)\/))(.+)\.md\.hbs$/.exec(path)
    if (partial?.[1]) environment.registerPartial(partial[1], text)
  }
  return new Map(
    texts.map(([path, text]) => {
      // Helpers make words safe in Markdown, one by one; in HTML they are safe unless the template says otherwise.
      const noEscape = path.endsWith('.md.hbs')
      return [path, environment.compile(text, { strict: true, noEscape, knownHelpersOnly: true, knownHelpers })]
    }),
  )
}

/**
 * Renders one template.
 * @param path The template, such as `templates/form.md.hbs`.
 * @returns Markdown or HTML, or undefined where the template is wrong (reported at its line).
 */
export function render(templates: Templates, path: string, context: object, report: Report): string | undefined {
  const template = templates.get(path)
  if (!template) {
    report('missing-file', { name: path }, { file: path })
    return undefined
  }
  try {
    return template(context)
  } catch (problem) {
    const { message, lineNumber, column } = problem as Error & { lineNumber?: number; column?: number }
    const place = lineNumber === undefined ? {} : { line: lineNumber, column: (column ?? 0) + 1 }
    report('bad-template', { problem: message.split('\n')[0] ?? message }, { file: path, ...place })
    return undefined
  }
}
