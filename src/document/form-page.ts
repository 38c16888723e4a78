/** A form at one depth → its page: the template, with a place for each question. */
import type { Report } from '../diagnostics.ts'
import type { Form, Item, Section, Tier } from '../form.ts'
import { atDepth, questionsOf } from '../questions.ts'
import type { Settings } from '../settings.ts'
import { compose } from './compose.ts'
import type { Document } from './nodes.ts'
import { render, type Templates } from './template.ts'

const template = 'templates/form.md.hbs'

/** One printing of a form. */
export interface Edition {
  /** Part of the file name; empty for the full form. */
  readonly name: '' | 'brief'
  readonly title: string
  readonly document: Document
}

/** The editions of a form: all questions, and, where the form has one, only those of a brief conversation. */
export function editionsOf(form: Form, settings: Settings, templates: Templates, report: Report): Edition[] {
  for (const passage of passagesIn(form.sections)) {
    const name = `templates/${passage}.md.hbs`
    if (!templates.has(name)) report('missing-file', { name }, { file: `schemas/forms/${form.id}.json` })
  }
  const edition = (name: Edition['name'], title: string, depth: Tier): Edition => {
    const sections = atDepth(form.sections, depth)
    const shown = sections.map((section, index) => outline(section, 2, index + 1))
    const markdown = render(templates, template, { form, settings, title, brief: depth === 'brief', sections: shown }, report) ?? ''
    return { name, title, document: compose(markdown, markdown ? questionsOf(sections) : [], template, report) }
  }
  const full = edition('', form.title, 'inDepth')
  return form.brief ? [full, edition('brief', `${form.title}: brief edition`, 'brief')] : [full]
}

/** The passages of some sections and those inside them, by the names that templates know them by. */
const passagesIn = (items: readonly Item[]): string[] =>
  items.flatMap((item) =>
    item.type === 'section' ? [...(item.passage ? [`passages/${item.passage}`] : []), ...passagesIn(item.items)] : [],
  )

/** What the template sees of a section: heading depth, words, and the places of its questions. */
function outline(section: Section, depth: number, number?: number): object {
  const items = section.items.map((item: Item) => (item.type === 'section' ? { section: outline(item, depth + 1) } : { path: item.path }))
  const { path, title, intro, passage, askWhen } = section
  return { path, title, intro, passage: passage && `passages/${passage}`, askWhen, depth, number, items }
}
