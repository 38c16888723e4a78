/** A form at one depth → its page: the template, with a place for each question. */
import type { Report } from '../diagnostics.ts'
import type { Form, Item, Section, Tier } from '../form.ts'
import { atDepth, questionsOf } from '../questions.ts'
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
export function editionsOf(form: Form, templates: Templates, report: Report): Edition[] {
  const full = edition(form, templates, '', form.title, 'inDepth', report)
  return form.brief ? [full, edition(form, templates, 'brief', `${form.title}: brief edition`, 'brief', report)] : [full]
}

function edition(form: Form, templates: Templates, name: Edition['name'], title: string, depth: Tier, report: Report): Edition {
  const sections = atDepth(form.sections, depth)
  const context = { form, title, brief: depth === 'brief', sections: sections.map((section, index) => outline(section, 2, index + 1)) }
  const markdown = render(templates, template, context, report) ?? ''
  return { name, title, document: compose(markdown, markdown ? questionsOf(sections) : [], template, report) }
}

/** What the template sees of a section: heading depth, words, and the places of its questions. */
function outline(section: Section, depth: number, number?: number): object {
  const items = section.items.map((item: Item) => (item.type === 'section' ? { section: outline(item, depth + 1) } : { path: item.path }))
  return { path: section.path, title: section.title, intro: section.intro, askWhen: section.askWhen, depth, number, items }
}
