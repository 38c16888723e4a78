/** The framework and the law, to browse both ways: from an item to the questions that answer to it, and from a question back. */

import { adviceAddress, answerAddress, frameworkFormAddress, itemAddress, listName } from '../addresses.ts'
import { answerWords, excerpt } from '../answer-words.ts'
import { coverageOf } from '../coverage.ts'
import type { Job } from '../emit/emitter.ts'
import type { Form, Question, Section } from '../form.ts'
import { type FrameworkItem, isLaw } from '../framework.ts'
import { questionsOf } from '../questions.ts'
import { type Compose, linkTo, type Page } from './page.ts'
import type { Whole } from './whole.ts'

export function frameworkPages(whole: Whole, compose: Compose): Page[] {
  const { jobs, framework } = whole
  const usesOf = usesIn(whole)
  const lists = grouped([...framework.values()], listName)
  const first = { path: 'framework/index.html', title: 'Framework and law' }
  const within = [linkTo(first)]
  const entries = [...lists].map(([name, items]) => ({ name, items, title: titleOf(items, whole), law: items.some(isLaw) }))
  const index: Page = {
    ...first,
    within: [],
    document: compose('framework', {
      lists: entries.filter(({ law }) => !law).map((entry) => indexEntry(entry, whole)),
      acts: entries.filter(({ law }) => law).map((entry) => indexEntry(entry, whole)),
      forms: jobs.map(({ form }) => ({ title: form.title, href: frameworkFormAddress(form) })),
    }),
  }
  const pages = entries.map(({ name, items, title }): Page => {
    const groups = [...grouped(items, groupOf)].map(([heading, its]) => ({ heading, its }))
    const inGroups = groups.length > 1 && groups.length < items.length
    return {
      path: `framework/${name}.html`,
      title,
      within,
      found: 'Framework and law',
      document: compose('framework-list', {
        title,
        description: items.some(isLaw) ? '' : listOf(items, whole).description,
        groups: (inGroups ? groups : [{ heading: '', its: items }]).map(({ heading, its }) => ({
          title: heading,
          all: its.length > 1 ? together(its.map(usesOf)) : [],
          items: its.map((item) => ({ ...itemEntry(item, usesOf(item)), depth: heading ? 3 : 2 })),
        })),
      }),
    }
  })
  const backwards = jobs.map(({ form }): Page => {
    const title = `${form.title}: what each question answers to`
    const cited = (ids: readonly string[]) => ids.flatMap((id) => framework.get(id) ?? [])
    const sections = form.sections.map((section: Section) => ({
      title: section.title,
      questions: questionsOf([section]).map((question) => ({
        label: question.label,
        href: adviceAddress(form, question),
        framework: cited(question.practice.framework),
        law: cited(question.practice.law),
      })),
    }))
    return { path: frameworkFormAddress(form).slice(1), title, within, document: compose('framework-form', { form, sections }) }
  })
  return [index, ...pages, ...backwards]
}

interface Use {
  readonly form: Form
  readonly questions: readonly Question[]
  readonly passages: readonly object[]
}

/** What answers to each item, form by form. */
function usesIn({ jobs, framework }: Whole): (item: FrameworkItem) => readonly Use[] {
  const uses = new Map<string, Use[]>()
  for (const job of jobs) {
    for (const { item, questions } of coverageOf(job.form, framework)) {
      const use = { form: job.form, questions, passages: passagesOf(questions, job) }
      if (questions.length) uses.set(item.id, [...(uses.get(item.id) ?? []), use])
    }
  }
  return ({ id }) => uses.get(id) ?? []
}

/** The shortest passage of the examples that is long enough to show something, and where it stands. */
function passagesOf(questions: readonly Question[], { form, examples }: Job): object[] {
  const all = questions.flatMap((question) =>
    examples.map(({ name, record }) => ({ question, name, words: answerWords(question, record) })),
  )
  const [best] = all.filter(({ words }) => words.length >= 40).sort((a, b) => a.words.length - b.words.length)
  if (!best) return []
  const { question, name, words } = best
  return [{ words: excerpt(words, 240), who: `${question.label} (${form.title})`, href: answerAddress(form, name, question) }]
}

/** Every question of several items, each once. */
function together(uses: readonly (readonly Use[])[]): object[] {
  const byForm = grouped(uses.flat(), ({ form }) => form)
  return [...byForm].map(([form, its]) => questionLinks(form, [...new Set(its.flatMap(({ questions }) => questions))]))
}

const questionLinks = (form: Form, questions: readonly Question[]) => ({
  form: form.title,
  title: form.title,
  questions: questions.map((question) => ({ label: question.label, href: adviceAddress(form, question) })),
})

const itemEntry = ({ id, title, description, source }: FrameworkItem, uses: readonly Use[]) => ({
  id,
  title,
  description,
  from: source.act ? `${source.act}, ${source.section}` : `${source.document}, “${source.heading}”`,
  url: source.url,
  note: source.note,
  forms: uses.map(({ form, questions }) => questionLinks(form, questions)),
  passages: uses.flatMap(({ passages }) => passages).slice(0, 2),
  without: 'No question asks about this: it guides how staff work, how they are supported and what an audit looks at.',
})

/** What items stand together under: the heading of their source, up to its colon. */
const groupOf = ({ source }: FrameworkItem): string => (source.act ? '' : (source.heading?.split(':')[0] ?? ''))

const listOf = ([item]: readonly FrameworkItem[], { lists }: Whole) => lists.get(item?.file ?? '') ?? { title: '', description: '' }

/** What a page of items is called: its Act, or its list. */
const titleOf = (items: readonly FrameworkItem[], whole: Whole): string => items[0]?.source.act ?? listOf(items, whole).title

/** In groups, in the order in which each is met first. */
function grouped<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>()
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return groups
}

const indexEntry = ({ items, title }: { items: readonly FrameworkItem[]; title: string }, whole: Whole) => ({
  title,
  href: items[0] ? itemAddress(items[0]).replace(/#.*/, '') : '',
  description: listOf(items, whole).description,
  count: items.length === 1 ? '1 item' : `${items.length} items`,
})
