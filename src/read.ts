/** A filled form as it comes back, Word or Markdown → the record in it, and everything a person should look at. */

import { isRecord } from './answers/answers.ts'
import type { Entry } from './answers/entry.ts'
import { type Finding, finding } from './answers/findings.ts'
import { type Outline, outlineOf } from './answers/outline.ts'
import { readDraft } from './answers/read.ts'
import type { Draft, Form } from './form.ts'
import { entriesIn, markdownText, outside } from './markdown/read.ts'
import { atDepth } from './questions.ts'
import { textIn } from './utf8.ts'
import { entriesOf } from './word/read/entries.ts'
import { readWord } from './word/read/read.ts'
import { NotAForm, Refused } from './zip/entry.ts'

export interface Reading {
  readonly form: Form
  /** Which form and version was filled in, and every answer that could be read. */
  readonly record: Draft
  readonly findings: readonly Finding[]
}

/** A form that can be read, with its outline. Made once, used for every file. */
export interface Readable {
  readonly form: Form
  readonly outline: Outline
  /** The tags of all places in its brief edition. */
  readonly brief: ReadonlySet<string>
}

/** Bytes of a file. Photographs may be pasted in, which are never looked at. Whoever reads it from a disk asks for its size first. */
export const largestFile = 100_000_000

export const readableForms = (forms: readonly Form[]): Readable[] =>
  forms.map((form) => ({
    form,
    outline: outlineOf(form),
    brief: new Set(outlineOf({ sections: atDepth(form.sections, 'brief') }).places.keys()),
  }))

/**
 * Reads a filled form. Which form it is, the file says.
 * `read(fill(x))` is `x` for every record, complete or not, whose answers their kinds can hold.
 * @param bytes A .docx or .md file, or a record as JSON, which is taken as it stands: whether it is right, the validator says.
 * @param forms Every form it may be.
 * @param told True where a person has said which form it is: then it is the one given, whatever the file says.
 * @throws Refused, with one sentence for people, where the file cannot be read at all or is not one of these forms.
 */
export function readForm(bytes: Uint8Array, forms: readonly Readable[], told = false): Reading {
  if (bytes.length > largestFile)
    throw new Refused('This file is larger than any form (100 MB). If there are photographs in it, take them out, and send it again.')
  if (isJson(bytes)) return recordFile(bytes, forms, told)
  const file = isMarkdown(bytes) ? markdownFile(bytes) : wordFile(bytes)
  const [only] = told ? forms : []
  const { form, outline, brief, guessed } = only ? { ...only, guessed: false } : formOf(file, forms)
  const written = file.version ?? form.version
  const entries = file.entries(outline)
  if (!entries.length)
    throw new NotAForm(
      `There is nothing to fill in in this file. It says it belongs to “${form.title}”: send the form itself, not its guidance or another page.`,
    )
  const expected = written === form.version && !guessed ? expectedIn(entries, file.edition, { form, outline, brief }) : undefined
  const { draft, findings } = readDraft(outline, entries, form.version, expected)
  const about = [
    ...(guessed ? [finding('form-guessed', { title: form.title }, '', form.title)] : []),
    ...(written === form.version ? [] : [finding('other-version', { written, version: form.version }, '', form.title)]),
    ...(file.changes ? [finding('tracked-changes', { count: file.changes }, '', form.title)] : []),
  ]
  return { form, record: { form: form.id, formVersion: written, ...draft }, findings: [...about, ...findings] }
}

/** A record that is data already. */
function recordFile(bytes: Uint8Array, forms: readonly Readable[], told: boolean): Reading {
  const record = recordIn(bytes)
  const [only] = told ? forms : []
  const form = only ?? forms.find(({ form }) => form.id === record.form)
  if (!form)
    throw new NotAForm(
      record.form === undefined
        ? 'This is not a filled form: it does not say which form it fills in (“form”).'
        : `This is a record of “${String(record.form)}”, which is not among the forms here: ${forms.map(({ form }) => form.id).join(', ')}.`,
    )
  return { form: form.form, record, findings: [] }
}

function recordIn(bytes: Uint8Array): Draft {
  let value: unknown
  try {
    value = JSON.parse(textIn(bytes) ?? '')
  } catch (problem) {
    throw new Refused(`This looks like a record, but it is not valid JSON: ${(problem as Error).message}`)
  }
  if (!isRecord(value)) throw new NotAForm('This is not a filled form: a record is one JSON object that holds the answers.')
  if (isDeeper(value, deepest))
    throw new Refused('This is not a filled form: things lie deeper within one another in it than in any record.')
  return value
}

/** Things within things. No form comes near it, and programs that go down into a value end somewhere. */
const deepest = 100

const isDeeper = (value: unknown, levels: number): boolean =>
  value !== null && typeof value === 'object' && (levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1)))

/** The tags that ought to be there. A file that does not say its edition is a brief one if it has nothing beyond. */
function expectedIn(entries: readonly Entry[], edition: string | undefined, { outline, brief }: Readable): ReadonlySet<string> {
  const all = new Set(outline.places.keys())
  const known = entries.filter(({ tag }) => all.has(tag))
  const isBrief = edition === 'brief' || (edition === undefined && known.length > 0 && known.every(({ tag }) => brief.has(tag)))
  return isBrief ? brief : all
}

/** What both kinds of file are read into. */
interface FilledFile {
  readonly id?: string | undefined
  readonly version?: string | undefined
  readonly edition?: string | undefined
  readonly changes: number
  entries(outline: Outline): Entry[]
}

function wordFile(bytes: Uint8Array): FilledFile {
  const page = readWord(bytes)
  const { properties } = page
  return {
    ...identityIn(page.footers),
    ...(properties.has('formId')
      ? { id: properties.get('formId'), version: properties.get('formVersion'), edition: properties.get('edition') }
      : {}),
    changes: page.changes,
    entries: (outline) => entriesOf(outline, page),
  }
}

function markdownFile(bytes: Uint8Array): FilledFile {
  const text = markdownText(bytes)
  return { ...identityIn(outside(text)), changes: 0, entries: (outline) => entriesIn(text, outline) }
}

/** A record begins with a bracket, and no Markdown form does; nor is it rich text. */
export function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
  return start.startsWith('{') && !start.startsWith('{\\')
}

/** A zip begins with PK; Markdown is text without a NUL. */
export const isMarkdown = (bytes: Uint8Array): boolean => !(bytes[0] === 0x50 && bytes[1] === 0x4b) && bytes.length > 0

/** "Version 1.0.0, assessment", as every page and every Markdown form says at its foot. */
export function identityIn(words: string): { id?: string; version?: string } {
  let last: RegExpExecArray | undefined
  for (const each of words.matchAll(/^Version (\d{1,9}\.\d{1,9}\.\d{1,9}), ([a-z0-9-]{1,200})(?:\t.*)?$/gm)) last = each
  const [, version, id] = last ?? []
  return id && version ? { id, version } : {}
}

/** The form that the file names, or, where it names none, the one form that has its questions. */
function formOf(file: FilledFile, forms: readonly Readable[]): Readable & { guessed: boolean } {
  const named = forms.find(({ form }) => form.id === file.id)
  if (named) return { ...named, guessed: false }
  if (file.id !== undefined) {
    const known = forms.map(({ form }) => form.id).join(', ')
    throw new NotAForm(`This is a form called “${file.id.replace(/\p{C}/gu, '?')}”, which is not among the forms here: ${known}.`)
  }
  const [best, next] = forms
    .map((each) => ({ ...each, guessed: true, known: known(file, each) }))
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known)
  if (!best || best.known === next?.known)
    throw new NotAForm('This file does not say which form it is, and its questions do not tell. Was it made from one of our forms?')
  return best
}

/** How many of a form's places the file has. */
const known = (file: FilledFile, { outline }: Readable): number =>
  new Set(file.entries(outline).flatMap(({ tag }) => (outline.places.has(tag) ? [tag] : []))).size
