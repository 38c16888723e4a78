/** A form → the words its validator speaks: for every place in a record, the question and what a good answer looks like. */
import type { Form, Item, Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'

export interface Words {
  readonly label: string
  /** One sentence telling a person what to do; sections have none. */
  readonly want?: string
  /** Words of each option by its value. */
  readonly options?: Readonly<Record<string, string>>
  /** What one row is called, for a repeat. */
  readonly item?: string
  /** True for a section: it is named only when it is the whole of the trouble. */
  readonly section?: true
}

/** Words by path, with `*` for any row. */
export type Wording = Readonly<Record<string, Words>>

export function wordingOf(form: Form): Wording {
  return {
    '/form': { label: 'Form', want: `Write "${form.id}": the record says which form it fills in.` },
    '/formVersion': { label: 'Form version', want: `Write the version of the form that was filled in, such as "${form.version}".` },
    ...Object.fromEntries(form.sections.flatMap(wordsFor)),
  }
}

function wordsFor(item: Item): [string, Words][] {
  if (item.type === 'section') return [[item.path, { label: item.title, section: true }], ...item.items.flatMap(wordsFor)]
  return [[item.path, wordsOf(item)], ...item.parts.flatMap(wordsFor)]
}

function wordsOf(question: Question): Words {
  const options = question.options.map(({ value, label }) => [value, label])
  return {
    label: question.label,
    want: question.want ?? kindOf(question).want(question),
    ...(options.length ? { options: Object.fromEntries(options) } : {}),
    ...(question.item ? { item: question.item } : {}),
  }
}
