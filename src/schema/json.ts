/** A JSON file whose every value knows its line. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Place, Report } from '../diagnostics.ts'

export interface JsonFile {
  readonly path: string
  readonly value: unknown
  /** The place of a value, or of the nearest one above it that exists. */
  place(pointer: string): Place
}

/**
 * Parses strict JSON (RFC 8259).
 * @param path For diagnostics.
 * @returns The file, or undefined where it is not JSON (reported).
 */
export function parseJson(path: string, text: string, report: Report): JsonFile | undefined {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const lines = lineStarts(text)
  const placeAt = (offset: number, pointer: string): Place => ({ file: path, pointer, ...position(lines, offset) })
  for (const { error, offset } of errors) report('bad-json', { problem: spaced(printParseErrorCode(error)) }, placeAt(offset, ''))
  if (errors.length || !tree) {
    if (!errors.length) report('bad-json', { problem: 'it is empty' }, placeAt(0, ''))
    return undefined
  }
  return {
    path,
    value: JSON.parse(text),
    place: (pointer) => {
      const found = nodeAt(tree, segments(pointer))
      // A property's place is its name: that is where the eye goes.
      const shown = found.parent?.type === 'property' ? found.parent : found
      return placeAt(shown.offset, pointer)
    },
  }
}

/** The unescaped segments of a JSON Pointer (RFC 6901). */
export const segments = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))

/** A JSON Pointer one step deeper. */
export const below = (pointer: string, ...keys: (string | number)[]): string =>
  pointer + keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The value at a JSON Pointer, or undefined. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  segments(pointer).reduce<unknown>(
    (each, key) =>
      each !== null && typeof each === 'object' && Object.hasOwn(each, key) ? (each as Record<string, unknown>)[key] : undefined,
    value,
  )

function nodeAt(tree: Node, keys: readonly string[]): Node {
  let node = tree
  for (const key of keys) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key])
    if (!next) break
    node = next
  }
  return node
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

function position(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = starts.findLastIndex((start) => start <= offset)
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
}

const spaced = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
