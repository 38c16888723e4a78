/** Code lists → the framework: every item that a question can cite, by its id. */
import type { Report } from '../diagnostics.ts'
import type { Framework, FrameworkItem, List, Source } from '../framework.ts'
import type { JsonFiles } from './node.ts'

interface Code {
  const: string
  title: string
  description: string
  'x-itemKind': string
  'x-source': Source
  'x-appliesTo': string[]
}

/** What the code lists are called, by file, in the order they ask for; those that ask for none come last. */
export function listsOf(files: JsonFiles): Map<string, List> {
  const lists = [...files.values()].filter(({ path }) => path.startsWith('schemas/framework/'))
  const placed = lists.map(({ path, value }) => {
    const { title = '', description = '', 'x-order': order = Number.MAX_SAFE_INTEGER } = value as Partial<List> & { 'x-order'?: number }
    return { path, title, description, order }
  })
  return new Map(
    placed.sort((a, b) => a.order - b.order).map(({ path, title, description }): [string, List] => [path, { title, description }]),
  )
}

/** Reads the code lists under `schemas/framework`. Their shape has been checked against the dialect. */
export function parseFramework(files: JsonFiles, report: Report): Framework {
  const framework = new Map<string, FrameworkItem>()
  for (const file of files.values()) {
    if (!file.path.startsWith('schemas/framework/')) continue
    const codes = (file.value as { oneOf?: Partial<Code>[] } | null)?.oneOf ?? []
    for (const [index, code] of codes.entries()) {
      if (typeof code.const !== 'string') continue
      const known = framework.get(code.const)
      if (known) report('doubled-id', { name: code.const, other: known.file }, file.place(`/oneOf/${index}`))
      else {
        framework.set(code.const, {
          id: code.const,
          kind: code['x-itemKind'] ?? '',
          title: code.title ?? '',
          description: code.description ?? '',
          source: code['x-source'] ?? {},
          appliesTo: code['x-appliesTo'] ?? [],
          file: file.path,
        })
      }
    }
  }
  return framework
}
