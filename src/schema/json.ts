/** A JSON file whose every value knows its line. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Place, Report } from '../diagnostics.ts'
import { segments } from '../pointer.ts'

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
