/** Guidance for staff, and whether a question has the guidance it needs. */
import type { Place, Report } from '../diagnostics.ts'
import type { Guidance, Question } from '../form.ts'
import { below } from '../pointer.ts'
import type { Context } from './context.ts'
import { type JsonFiles, keywordPlace, type Node, placeOf } from './node.ts'

interface Subject {
  readonly label: string
  readonly kind: string
  readonly parts: readonly Question[]
  readonly required: boolean
  /** True for a part: the whole is guided, and a part may be. */
  readonly optional: boolean
}

/** The guidance of a question; its shape has been checked against the dialect. */
export function parseGuidance({ report }: Context, node: Node, subject: Subject): Guidance | undefined {
  const { label } = subject
  const guidance = node.keywords['x-guidance'] as Guidance | undefined
  if (!guidance) {
    if (!subject.optional) report(subject.required ? 'no-guidance' : 'thin-guidance', { label }, placeOf(node.origin))
    return undefined
  }
  if (!guidance.example && answeredInWords(subject)) report('no-example', { label }, keywordPlace(node, 'x-guidance'))
  return guidance
}

/** True where somebody writes prose: an open question, or one with a part of several lines. */
function answeredInWords({ kind, parts }: Pick<Subject, 'kind' | 'parts'>): boolean {
  return kind === 'longText' || parts.some((part) => part.kind === 'note' || answeredInWords(part))
}

/** Reports guidance said twice in different places: what is true of every question helps with none. */
export function checkRepeats(files: JsonFiles, report: Report): void {
  const said = new Map<string, string>()
  for (const file of files.values()) {
    if (!/^schemas\/(forms|blocks)\//.test(file.path)) continue
    for (const { text, pointer, label } of guidanceTexts(file.value, '', '')) {
      if (said.has(text)) report('repeated-guidance', { label, start: text.slice(0, 50) }, file.place(pointer))
      else said.set(text, pointer)
    }
  }
}

/** Where each text of guidance stands. */
export function guidancePlaces(files: JsonFiles): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const file of files.values()) {
    if (!/^schemas\/(forms|blocks)\//.test(file.path)) continue
    for (const { text, pointer } of guidanceTexts(file.value, '', '')) places.set(text, file.place(pointer))
  }
  return places
}

interface Said {
  readonly text: string
  readonly pointer: string
  readonly label: string
}

/** Every sentence of guidance in a schema file, with its place and the label it belongs to. */
function guidanceTexts(value: unknown, pointer: string, label: string, inside = false): Said[] {
  if (typeof value === 'string') return inside ? [{ text: value, pointer, label }] : []
  if (value === null || typeof value !== 'object') return []
  const title = (value as { title?: unknown }).title
  const nearer = !inside && typeof title === 'string' ? title : label
  return Object.entries(value).flatMap(([key, each]) => guidanceTexts(each, below(pointer, key), nearer, inside || key === 'x-guidance'))
}
