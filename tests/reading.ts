/** Forms and their pages to read: those of this project and of both fixtures. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { collector } from '../src/diagnostics.ts'
import { type Edition, editionsOf } from '../src/document/form-page.ts'
import { wordsOf } from '../src/document/markdown.ts'
import type { Document } from '../src/document/nodes.ts'
import { templatesOf } from '../src/document/template.ts'
import type { Draft, Form, Path } from '../src/form.ts'
import { readSources, type Sources } from '../src/schema/sources.ts'
import { neutral } from '../src/settings.ts'
import { allotment, load, root } from './project.ts'

export interface ToRead {
  readonly form: Form
  readonly editions: readonly Edition[]
  readonly full: Document
  readonly examples: readonly { readonly name: string; readonly record: Draft; readonly notes: ReadonlyMap<Path, string> }[]
}

/** The forms of some sources, each with its pages and examples. */
export const toRead = (sources: Sources): ToRead[] =>
  load(sources).forms.map((form) => {
    const editions = editionsOf(form, neutral, templatesOf(sources), collector().report)
    const full = editions[0]?.document
    if (!full) throw new Error(`${form.id} has no edition`)
    const paths = [...sources.keys()].filter((path) => path.startsWith(`examples/${form.id}/`) && /^[^.]+\.json$/.test(path))
    const examples = paths.map((path) => ({
      name: path,
      record: JSON.parse(sources.get(path) ?? '') as Draft,
      notes: new Map(Object.entries(JSON.parse(sources.get(path.replace(/\.json$/, '.notes.json')) ?? '{}') as Record<string, string>)),
    }))
    return { form, editions, full, examples }
  })

export const smallest = (file: string) => readFileSync(join(root, 'tests/fixtures/smallest-form', file), 'utf8')

/** Every form there is: three of social care, one of an allotment, and the smallest. */
export async function allToRead(): Promise<ToRead[]> {
  const ours = new Map([
    ...(await readSources(root)),
    ['schemas/forms/smallest-form.json', smallest('form.json')],
    ['examples/smallest-form/rose.json', smallest('example.json')],
  ])
  return [...toRead(ours), ...toRead(await allotment())]
}

/** The blocks of a name, outermost first. */
export function blocks(node: Nodes, name: string): Extract<RootContent, { type: 'block' }>[] {
  const found: Extract<RootContent, { type: 'block' }>[] = []
  visit(node, 'block', (block) => {
    if (block.name === name) found.push(block)
  })
  return found
}

/** Words without the spaces between them, which paragraphs, new lines and tabs all become. */
export const packed = (words: string): string => words.replace(/\s+/g, '')

/** What stands under each question, a line for each block, by the anchor of its heading. */
export const allUnder = (document: Document): ReadonlyMap<string, string> =>
  new Map(
    blocks(document, 'question').map(({ children }) => [
      (children[0]?.type === 'heading' && children[0].anchor) || '',
      children.map(wordsOf).join('\n'),
    ]),
  )

/** The same for one question; empty where it is not there. */
export const under = (document: Document, anchor: string): string => allUnder(document).get(anchor) ?? ''
