/** A form → its completion guidance for staff: general chapters, then question by question, then the law and framework cited. */
import { excerpt } from '../answer-words.ts'
import type { Report } from '../diagnostics.ts'
import type { Carry, Form, Item, Question, Section } from '../form.ts'
import { type Framework, type FrameworkItem, isLaw } from '../framework.ts'
import { neededWhen } from '../needed.ts'
import { type PracticeLanguage, passageOf, type Theme } from '../practice-language.ts'
import { questionsOf } from '../questions.ts'
import type { Settings } from '../settings.ts'
import { compose } from './compose.ts'
import type { Document } from './nodes.ts'
import { render, type Templates } from './template.ts'

const template = 'templates/guidance.md.hbs'

/** What a guidance is made of. */
interface Guided {
  readonly form: Form
  readonly framework: Framework
  readonly language: PracticeLanguage
  readonly settings: Settings
}

/** The staff guidance for a form. Prose only: no question of the form is placed in it. */
export function guideOf({ form, framework, language, settings }: Guided, templates: Templates, report: Report): Document {
  for (const chapter of form.chapters) {
    const name = `templates/chapters/${chapter}.md.hbs`
    if (!templates.has(name)) report('missing-file', { name }, { file: `schemas/forms/${form.id}.json` })
  }
  const questions = questionsOf(form.sections)
  const cited = new Set(questions.flatMap(({ practice }) => [...practice.law, ...practice.framework]))
  const items = [...framework.values()].filter(({ id }) => cited.has(id))
  const context = {
    form,
    settings,
    chapters: form.chapters
      .filter((chapter) => templates.has(`templates/chapters/${chapter}.md.hbs`))
      .map((chapter) => `chapters/${chapter}`),
    carries: questions.some(({ carry }) => carry.length),
    sections: form.sections.map((section, index) => outline(section, index + 1, form, framework)),
    // What is worth celebrating is read first.
    themes: language.themes.map(wordingOf).sort((a, b) => Number(b.good) - Number(a.good)),
    law: items.filter(isLaw).map(citation),
    framework: items.filter((item) => !isLaw(item)).map(citation),
  }
  return compose(render(templates, template, context, report) ?? '', [], template, report)
}

function outline(section: Section, number: number | undefined, form: Form, framework: Framework, around: readonly Section[] = []): object {
  const within = [...around, section]
  const items = section.items.map((item: Item) =>
    item.type === 'section'
      ? { section: outline(item, undefined, form, framework, within) }
      : { question: { ...entry(item, neededWhen(item, within, form), framework), ...asidesOf(item, form), carried: carriedOf(item) } },
  )
  return { number, path: section.path, title: section.title, items }
}

/** What the guidance template sees of a question. */
function entry(question: Question, needed: string, framework: Framework): object {
  const cite = (ids: readonly string[]) => ids.flatMap((id) => framework.get(id) ?? []).map(citation)
  return {
    ...question,
    needed,
    checks: [],
    prompts: [],
    carried: [],
    // A row of a grid may have guidance of its own: each daily-life outcome is asked about in its own way.
    rows: question.parts.filter((part) => part.guidance).map((part) => entry(part, '', framework)),
    law: cite(question.practice.law),
    framework: cite(question.practice.framework),
  }
}

/** What is taken over from earlier forms, a sentence each. */
const carriedOf = ({ carry }: Question): string[] => carry.map(({ form, mode }) => `${modes[mode]} (${form.replaceAll('-', ' ')}).`)

const modes: Readonly<Record<Carry['mode'], string>> = {
  locked: 'Copied from the earlier form, and not changed here',
  confirm: 'Copied from the earlier form: ask whether it is still right',
  seed: 'Starts from what the earlier form says: go through it together',
  reference: 'The rows of the earlier form come with their numbers: complete them, and never give a number to something else',
  context: 'Asked afresh: what the earlier form says is shown to you and not copied',
}

/** What is looked at across questions, this one among them: completing "The form checks that …", and "An audit asks whether …". */
function asidesOf({ path }: Question, { rules }: Form): { checks: string[]; prompts: string[] } {
  const touching = rules.filter(({ questions }) => questions.some((each) => each === path || each.startsWith(`${path}/`)))
  const said = (prompted: boolean) => touching.filter(({ level }) => (level === 'prompt') === prompted).map(({ says }) => says)
  return { checks: said(false), prompts: said(true) }
}

/** An item as a reader meets it: its name, its words, where it comes from. */
function citation({ id, title, description, source }: FrameworkItem): object {
  const from = source.act ? `${source.act}, ${source.section}` : `${source.document}, “${source.heading}”`
  return { id, title, description, from, status: source.status, url: source.url, note: source.note }
}

/** A theme of the practice language, as staff read it. */
const wordingOf = ({ title, description, patterns }: Theme) => ({
  title,
  description,
  good: patterns.every(({ level }) => level === 'good'),
  patterns: patterns.map(({ term, why, suggest, caught, sound }) => ({
    term,
    why,
    suggest,
    caught: oneLine(passageOf(caught).text),
    sound: oneLine(passageOf(sound).text),
  })),
})

/** An example is a sentence or two; where it has to be long to show its fault, its beginning will do. */
const oneLine = (words: string): string => excerpt(words, 200)
