/** The framework and the law, to browse both ways: from an item to the questions that answer to it, and from a question back. */

import { adviceAddress, answerAddress, frameworkFormAddress, itemAddress, listName } from '../addresses.ts'
import { answerWords, excerpt } from '../answer-words.ts'
import { coverageOf } from '../coverage.ts'
import type { Job } from '../emit/emitter.ts'
import type { Form, Question, Section } from '../form.ts'
import { type FrameworkItem, isLaw } from '../framework.ts'
import { questionsOf } from '../questions.ts'
import { linkTo, type Page } from './page.ts'
import { whoseRecord } from './people.ts'
import type { Whole } from './whole.ts'

export function frameworkPages(whole: Whole): Page[] {
  const { jobs, framework, compose } = whole
  const usesOf = usesIn(whole)
  const inOrder = [...whole.lists.keys()].flatMap((list) => [...framework.values()].filter(({ file }) => file === list))
  const lists = grouped(inOrder, listName)
  const first = { path: 'framework/index.html', title: 'Framework and law' }
  const within = [linkTo(first)]
  const entries = [...lists].map(([name, items]) => ({ name, items, title: titleOf(items, whole), law: items.some(isLaw) }))
  const index: Page = {
    ...first,
    within: [],
    document: compose('framework', {
      lists: entries.filter(({ law }) => !law).map((entry) => indexEntry(entry, whole)),
      // What binds most comes first: statute, then regulations, then guidance, as the list of law begins with them.
      acts: [
        ...grouped(
          entries.filter(({ law }) => law),
          statusOf,
        ).values(),
      ]
        .flat()
        .map((entry) => indexEntry(entry, whole)),
      forms: jobs.map(({ form }) => ({ title: form.title, href: frameworkFormAddress(form) })),
      downloads: jobs.flatMap(({ downloads }) => downloads.framework),
    }),
  }
  const pages = entries.map(({ name, items, title }): Page => {
    const groups = [...grouped(items, groupOf)].map(([heading, its]) => ({ heading, its }))
    const inGroups = groups.length > 1 && groups.length < items.length
    const labelOf = labelsFor(items.flatMap(usesOf))
    return {
      path: `framework/${name}.html`,
      title,
      within,
      found: 'Framework and law',
      background: true,
      document: compose('framework-list', {
        title,
        description: items.some(isLaw) ? '' : listOf(items, whole).description,
        asked: items.some((item) => usesOf(item).length),
        groups: (inGroups ? groups : [{ heading: '', its: items }]).map(({ heading, its }) => ({
          title: heading,
          all: its.length > 1 ? together(its.flatMap(usesOf), whole, labelOf) : [],
          items: its.map((item) => ({ ...itemEntry(item, usesOf(item), labelOf), depth: heading ? 3 : 2 })),
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

/** The shortest passage of the examples that is long enough to show something, and where it stands. Prose is read before rows of a table. */
function passagesOf(questions: readonly Question[], { form, examples }: Job): object[] {
  const all = questions.flatMap((question) =>
    examples.map((example) => ({ question, example, rows: question.parts.length > 0, words: answerWords(question, example.record) })),
  )
  const [best] = all
    .filter(({ words }) => words.length >= 40)
    .sort((a, b) => Number(a.rows) - Number(b.rows) || a.words.length - b.words.length)
  if (!best) return []
  const { question, example, words } = best
  const who = `${whoseRecord(form, example)}, ${form.title}: “${question.label}”`
  return [{ words: excerpt(words, 240), who, href: answerAddress(form, example.name, question) }]
}

/** What a link to a question says on one page. */
type LabelOf = (form: Form, question: Question) => string

/** Two forms may ask in the same words: then the form is named, so that no two links of a page say the same and lead elsewhere. */
function labelsFor(uses: readonly Use[]): LabelOf {
  const asked = grouped(
    uses.flatMap(({ form, questions }) => questions.map(({ label }) => ({ label, form }))),
    ({ label }) => label,
  )
  const isShared = (label: string) => new Set(asked.get(label)?.map(({ form }) => form)).size > 1
  return (form, { label }) => (isShared(label) ? `${label} (${form.title})` : label)
}

/** Every question of several items, each once, in the order of the forms. */
function together(uses: readonly Use[], { jobs }: Whole, labelOf: LabelOf): object[] {
  return jobs.flatMap(({ form }) => {
    const used = new Set(uses.filter((use) => use.form === form).flatMap(({ questions }) => questions))
    const questions = questionsOf(form.sections).filter((question) => used.has(question))
    return questions.length ? [questionLinks(form, questions, labelOf)] : []
  })
}

const questionLinks = (form: Form, questions: readonly Question[], labelOf: LabelOf) => ({
  title: form.title,
  questions: questions.map((question) => ({ label: labelOf(form, question), href: adviceAddress(form, question) })),
})

const itemEntry = ({ id, title, description, source }: FrameworkItem, uses: readonly Use[], labelOf: LabelOf) => ({
  id,
  title,
  description,
  from: source.act ? `${source.act}, ${source.section}` : `${source.document}, “${source.heading}”`,
  url: source.url,
  note: source.note,
  forms: uses.map(({ form, questions }) => questionLinks(form, questions, labelOf)),
  passages: uses.flatMap(({ passages }) => passages).slice(0, 2),
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

const statusOf = ({ items: [first] }: { items: readonly FrameworkItem[] }): string => first?.source.status ?? ''

const indexEntry = ({ items, title }: { items: readonly FrameworkItem[]; title: string }, whole: Whole) => ({
  title,
  href: items[0] ? itemAddress(items[0]).replace(/#.*/, '') : '',
  description: listOf(items, whole).description,
  status: statusOf({ items }),
  count: items.length === 1 ? '1 entry' : `${items.length} entries`,
})
