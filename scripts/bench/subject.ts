/** What is measured on: the real assessment and its first example, in a folder where processes of their own find them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft, Form } from '../../src/form.ts'
import { wordsOf } from './answers.ts'
import type { Block } from './page.ts'

export interface Subject {
  readonly folder: string
  readonly form: Form
  readonly record: Draft
  /** The record as it came, with every answer in it. */
  readonly recordText: string
  /** The words that every filled form must show. */
  readonly words: readonly string[]
  /** The form that practitioners download, and the same filled. */
  readonly template: Uint8Array
  readonly filled: Uint8Array
}

/** What only some contenders need, by file name in the folder. */
export const files = { page: 'page.json', placeholderWords: 'words.json', braces: 'braces.docx', carbones: 'carbones.docx' } as const

/** Reads what `prepare` wrote. */
export function open(folder: string): Subject {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  const form = JSON.parse(text('form.json')) as Form
  const record = JSON.parse(text('record.json')) as Draft
  return {
    folder,
    form,
    record,
    recordText: text('record.json'),
    words: wordsOf(form, record),
    template: readFileSync(join(folder, 'template.docx')),
    filled: readFileSync(join(folder, 'filled.docx')),
  }
}

export const pageIn = (folder: string): Block[] => JSON.parse(readFileSync(join(folder, files.page), 'utf8'))
export const placeholderWordsIn = (folder: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, files.placeholderWords), 'utf8'))
