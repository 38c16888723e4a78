/** What a person does to any blank form in LibreOffice, as steps for libreoffice-hands.py, and the record that comes of it. */
import type { Field, Outline, Rows } from '../src/answers/outline.ts'
import type { Draft, Form } from '../src/form.ts'
import { bookmarkOf } from '../src/tag.ts'

export interface ByHand {
  readonly steps: readonly (readonly unknown[])[]
  readonly record: Draft
}

/** One question of each manner and kind is answered, one table's first row copied, and a row without boxes inserted below its last. */
export function filledByHand(form: Form, outline: Outline): ByHand {
  const record: Record<string, unknown> = { form: form.id, formVersion: form.version }
  const single = [...outline.fields.values()].filter(({ rows }) => !rows).map(({ field }) => field)
  const chosen = firstOfEach(single).filter((field) => answerTo(field) !== undefined)
  for (const field of chosen) put(record, field.question.path, answerTo(field)?.value)
  const table = [...new Set([...outline.fields.values()].flatMap(({ rows }) => rows ?? []))].find(isPlainTable)
  const row = table ? fieldsOf(table).map((field) => ({ field, answer: answerTo(field) })) : []
  if (table) {
    const values = Object.fromEntries(row.map(({ field, answer }) => [field.question.path.split('/').at(-1), answer?.value]))
    put(record, table.question.path, [values, values, values])
  }
  const [first] = row
  const last = (table?.question.blankRows ?? 1) > 1 ? `_${table?.question.blankRows}` : ''
  const tableSteps = first
    ? [
        ...row.flatMap(({ field }) => stepsFor(field)),
        ['pasteRow', bookmarkOf(first.field.tag)],
        ['newRow', `${bookmarkOf(first.field.tag)}${last}`, row.map(({ answer }) => answer?.words)],
      ]
    : []
  return { steps: [...chosen.flatMap(stepsFor), ...tableSteps], record }
}

/** One field of each way of answering. */
function firstOfEach(fields: readonly Field[]): Field[] {
  const ways = new Map<string, Field>()
  for (const field of fields) {
    const way = `${field.manner} ${field.kind.name}`
    if (!ways.has(way) && !field.question.calculated) ways.set(way, field)
  }
  return [...ways.values()]
}

/** What is written for a question, and what the record then holds. */
function answerTo({ manner, kind, question, boxes }: Field): { words: string; value: unknown } | undefined {
  const option = question.options.at(-1)
  if (manner === 'date') return { words: '3 May 2026', value: '2026-05-03' }
  if (manner === 'tick') return { words: 'x', value: true }
  if (manner === 'boxes') return { words: '', value: boxes.slice(0, 1).map(({ value }) => value) }
  if (manner === 'choice') return option && { words: option.label, value: option.value }
  if (kind.name === 'note') return { words: 'One line,\nand another', value: 'One line,\nand another' }
  return kind.name === 'text' ? { words: 'In LibreOffice', value: 'In LibreOffice' } : undefined
}

function stepsFor(field: Field): unknown[][] {
  if (field.manner === 'boxes') return field.boxes.slice(0, 1).map(({ tag }) => ['tick', bookmarkOf(tag)])
  if (field.manner === 'tick') return [['tick', bookmarkOf(field.tag)]]
  return [['write', bookmarkOf(field.tag), answerTo(field)?.words]]
}

/** True for a table whose every cell is one box. */
function isPlainTable(rows: Rows): boolean {
  const plain = [...rows.inner.values()].every(
    (place) => place.type === 'field' && place.manner !== 'boxes' && answerTo(place) !== undefined,
  )
  return rows.question.layout === 'table' && plain
}

const fieldsOf = ({ inner }: Rows): Field[] => [...inner.values()].flatMap((place) => (place.type === 'field' ? [place] : []))

function put(record: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('/').slice(1)
  const last = keys.pop() ?? ''
  let at = record
  for (const key of keys) {
    at[key] ??= {}
    at = at[key] as Record<string, unknown>
  }
  at[last] = value
}
