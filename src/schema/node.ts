/** A schema as it is after its references are followed, with every keyword still knowing which file it came from. */
import type { Place, Report } from '../diagnostics.ts'
import { below, valueAt } from '../pointer.ts'
import type { JsonFile } from './json.ts'

export type JsonFiles = ReadonlyMap<string, JsonFile>

/** One schema, merged with what it refers to. */
export interface Node {
  readonly keywords: Readonly<Record<string, unknown>>
  /** Where each keyword stands. */
  readonly origins: Readonly<Record<string, Origin>>
  /** Where the schema itself stands, before any reference. */
  readonly origin: Origin
  /** What it referred to last, as `file#pointer`; undefined where it stands by itself. */
  readonly target?: Origin
}

export interface Origin {
  readonly file: JsonFile
  readonly pointer: string
}

export const placeOf = ({ file, pointer }: Origin): Place => file.place(pointer)

/**
 * Follows a schema's `$ref`. What stands beside the reference is added to what it points to, as JSON Schema 2020-12 has it;
 * labels and our own keywords beside the reference win.
 * @param origin Where the schema stands.
 */
export function resolve(files: JsonFiles, origin: Origin, report: Report, seen: readonly string[] = []): Node {
  const value = valueAt(origin.file.value, origin.pointer)
  const own = (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}) as Record<string, unknown>
  const origins = Object.fromEntries(Object.keys(own).map((key) => [key, { file: origin.file, pointer: below(origin.pointer, key) }]))
  if (typeof own.$ref !== 'string') return { keywords: own, origins, origin }

  const { $ref, ...rest } = own
  const at = { file: origin.file, pointer: below(origin.pointer, '$ref') }
  const target = follow(files, at, $ref, report)
  const name = target && `${target.file.path}#${target.pointer}`
  if (!target || !name) return { keywords: rest, origins, origin }
  if (seen.includes(name)) {
    report('circular-reference', { name: $ref }, placeOf(at))
    return { keywords: rest, origins, origin }
  }
  const base = resolve(files, target, report, [...seen, name])
  for (const keyword of Object.keys(rest).filter((key) => key in base.keywords && !isAnnotation(key))) {
    report(
      'keyword-misused',
      { problem: `says \`${keyword}\` again, beside a reference that already says it` },
      placeOf(origins[keyword] ?? origin),
    )
  }
  return {
    keywords: { ...base.keywords, ...rest },
    origins: { ...base.origins, ...origins },
    origin,
    target: base.target ?? target,
  }
}

/** The schema below a keyword of a node: `child(node, 'properties', 'name')`. */
export function child(files: JsonFiles, node: Node, report: Report, keyword: string, ...keys: (string | number)[]): Node {
  const origin = node.origins[keyword] ?? node.origin
  return resolve(files, { file: origin.file, pointer: below(origin.pointer, ...keys) }, report)
}

/** The place of one keyword, or of the whole schema where it is missing. */
export const keywordPlace = ({ origins, origin }: Node, keyword: string): Place => placeOf(origins[keyword] ?? origin)

/** Keywords that say what a schema means and not what is valid, so the nearer one can stand for the farther. */
export const isAnnotation = (keyword: string): boolean => /^(x-|\$|title$|description$|readOnly$)/.test(keyword)

function follow(files: JsonFiles, at: Origin, ref: string, report: Report): Origin | undefined {
  const [name = '', pointer = ''] = ref.split('#')
  const path = name ? join(at.file.path, name) : at.file.path
  const file = files.get(path)
  if (!file) report('missing-file', { name: path }, placeOf(at))
  else if (valueAt(file.value, pointer) === undefined) report('missing-definition', { name: ref }, placeOf(at))
  else return { file, pointer }
  return undefined
}

/** A relative reference against the file it stands in, by the rules of a URI (RFC 3986). */
export const join = (from: string, reference: string): string => new URL(reference, `file:///${from}`).pathname.slice(1)
