/** A draft → its answers, each under the tag of the place where a document shows it. The draft need not be complete or valid. */
import type { Draft, Path } from '../form.ts'
import type { Field, Names, Outline, Rows } from './outline.ts'
import type { Problem } from './problem.ts'

/** What one place is to show. */
export interface Answer {
  /** As in the record: an ISO date, an option's value; `true` for a tick. */
  readonly value: string
  /** As a person reads it; nothing for a tick. */
  readonly words: string
}

export type ByTag = ReadonlyMap<string, Answer>

export interface Answers {
  /** Answers outside repeats. */
  readonly single: ByTag
  /** The rows of each repeat that has any, by the repeat's tag. */
  readonly rows: ReadonlyMap<string, readonly ByTag[]>
  /** Whatever cannot be shown. */
  readonly problems: readonly Problem[]
}

/** Reads every answer of a draft. What cannot be shown is a problem, never an exception. */
export function answersOf(outline: Outline, draft: Draft): Answers {
  const single = new Map<string, Answer>()
  const rows = new Map<string, readonly ByTag[]>()
  const problems: Problem[] = []

  const visit = (names: Names, value: Readonly<Record<string, unknown>>, path: Path, into: Map<string, Answer>): void => {
    for (const [name, inner] of Object.entries(value)) {
      const place = names.get(name)
      const here = `${path}/${name}`
      if (inner === undefined) continue
      if (!place) {
        // Names at the top, such as the form's version, are about the record itself.
        if (path !== '' || typeof inner === 'object')
          problems.push({ path: here, label: name, reason: 'is not asked in this form, so it is not shown' })
      } else if (place.type === 'field') {
        for (const { tag, answer } of shown(place, inner, (reason) => problems.push(unshown(place.question.label, here, reason, inner))))
          into.set(tag, answer)
      } else if (place.type === 'rows') visitRows(place, inner, here)
      else if (isRecord(inner)) visit(place.inner, inner, here, into)
      else if (place.type === 'section')
        problems.push({ path: here, label: name, reason: 'is a section, so what stands there is not shown' })
      else problems.push(unshown(place.question.label, here, 'has parts, so this is not shown', inner))
    }
  }

  const visitRows = ({ question, tag, inner }: Rows, value: unknown, path: Path): void => {
    const report = (reason: string, row: unknown) => problems.push(unshown(question.label, path, reason, row))
    if (!Array.isArray(value)) {
      report('needs a list of rows, so this is not shown', value)
      return
    }
    const found = value.map((row: unknown, index) => {
      const into = new Map<string, Answer>()
      if (isRecord(row)) visit(inner, row, `${path}/${index}`, into)
      else report('has parts, so this is not shown', row)
      return into
    })
    // A row that says nothing is no row.
    const said = found.filter(({ size }) => size > 0)
    if (said.length) rows.set(tag, said)
  }

  visit(outline.names, draft, '', single)
  return { single, rows, problems }
}

type Report = (reason: string) => void

/** The answers that one question puts into places: one, or one for each box; none where it cannot be shown. */
function shown(field: Field, value: unknown, report: Report): { tag: string; answer: Answer }[] {
  const { manner, tag, question, kind, boxes } = field
  if (manner === 'tick') {
    if (value === true) return [{ tag, answer: ticked }]
    report('is a box, ticked (true) or left out, so this is not shown')
    return []
  }
  if (manner === 'boxes') {
    if (!Array.isArray(value)) {
      report('needs a list of choices, so this is not shown')
      return []
    }
    if (value.some((each) => !boxes.some((box) => box.value === each))) report('does not have this choice, so it is not shown')
    return boxes.filter((box) => value.includes(box.value)).map((box) => ({ tag: box.tag, answer: ticked }))
  }
  const words = wordsFor(field, value)
  if (words === undefined) report('cannot be written from this, so it is not shown')
  else if (words !== '' && manner === 'choice' && !question.options.some((option) => option.value === value))
    report('does not have this choice, so it is not shown')
  // A date is stamped in one form only, however the draft writes it.
  else if (words !== '') return [{ tag, answer: { value: String(manner === 'date' ? kind.parse(words, question) : value), words } }]
  return []
}

const ticked: Answer = { value: 'true', words: '' }

/** A kind's words for a value; undefined where they would not say what the value says. */
function wordsFor({ kind, question }: Field, value: unknown): string | undefined {
  const simple = (each: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof each)
  if (!simple(value) && !(Array.isArray(value) && value.every(simple))) return undefined
  let words: unknown
  try {
    words = kind.format(value, question)
  } catch {
    return undefined
  }
  if (typeof words !== 'string') return undefined
  if (!words.trim()) return ''
  const back = kind.parse(words, question)
  // A half-written answer, such as nine digits of ten, cannot be read back, but shows itself.
  if (back === undefined) return words === value ? words : undefined
  return typeof back === typeof value && Array.isArray(back) === Array.isArray(value) ? words : undefined
}

const unshown = (label: string, path: Path, reason: string, value: unknown): Problem => ({
  path,
  label,
  reason: `${reason}: ${JSON.stringify(value)?.slice(0, 200) ?? String(value)}`,
})

/** True for an object that is no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
