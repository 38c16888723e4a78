/** A form's schemas → one JSON Schema with nothing outside it, and none of our own keywords in it. */
import type { Report } from '../diagnostics.ts'
import type { JsonSchema } from '../form.ts'
import { child, type JsonFiles, type Node, type Origin, resolve } from './node.ts'

/**
 * Bundles a form. What several questions share and is an object becomes a named definition; everything else is written out in place.
 * @param root The form's root schema, resolved.
 * @returns Plain JSON Schema 2020-12 with `title` and `description` kept, for whoever reads the types.
 */
export function bundle(files: JsonFiles, root: Node, report: Report): JsonSchema {
  const definitions: Record<string, JsonSchema> = {}
  const named = new Map<string, string>()

  /**
   * @param key What the schema is the answer to; a second name for its definition where the first is taken.
   */
  function answer(node: Node, key: string): JsonSchema {
    if (!node.target || node.keywords.type !== 'object') return written(node)
    const { title, description } = node.keywords
    const words = { ...(title ? { title } : {}), ...(description ? { description } : {}) }
    return { ...words, $ref: `#/$defs/${definitionName(node, node.target, key)}` }
  }

  /** The definition that a shared object is known by, written the first time it is met. */
  function definitionName(node: Node, { file, pointer }: Origin, key: string): string {
    const place = `${file.path}#${pointer}`
    const known = named.get(place)
    if (known) return known
    const last = pointer.split('/').at(-1) || (file.path.split('/').at(-1) ?? '').replace('.json', '')
    const wanted = pascal(last === 'items' ? String(node.keywords.title ?? last) : last)
    const taken = (name: string) => name in definitions
    const [free = wanted] = [wanted, pascal(key), ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${wanted}${number}`)].filter(
      (name) => !taken(name),
    )
    named.set(place, free)
    definitions[free] = {}
    // Its words are its own, and not those of the question that was the first to use it.
    const { title, description } = resolve(files, { file, pointer }, report).keywords
    const whole = Object.entries({ ...written(node), title, description })
    definitions[free] = Object.fromEntries(whole.filter(([, value]) => value !== undefined))
    return free
  }

  function written(node: Node): JsonSchema {
    const out: Record<string, unknown> = {}
    for (const [keyword, value] of Object.entries(node.keywords)) {
      if (keyword.startsWith('x-') || keyword.startsWith('$')) continue
      const at = (...keys: (string | number)[]) => child(files, node, report, keyword, ...keys)
      if (keyword === 'properties')
        out[keyword] = Object.fromEntries(Object.keys(value as object).map((key) => [key, answer(at(key), key)]))
      else if (keyword === 'items') out[keyword] = answer(at(), 'row')
      else if (keyword === 'oneOf' && isOptions(value)) Object.assign(out, { type: 'string', enum: value.map((option) => option.const) })
      // A condition is nobody's answer: it is written where it stands and has no name.
      else if (['not', 'if', 'then', 'else', 'contains'].includes(keyword)) out[keyword] = written(at())
      else if (['oneOf', 'anyOf', 'allOf'].includes(keyword)) out[keyword] = (value as unknown[]).map((_, index) => written(at(index)))
      else out[keyword] = value
    }
    return out
  }

  const schema = written(root)
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...addressOf(root), ...schema, $defs: definitions }
}

/** Each version of a form is a schema of its own, so its version is part of its address. */
function addressOf({ keywords: { $id, 'x-form': header } }: Node): { $id?: string } {
  const { version } = (header ?? {}) as { version?: string }
  return $id && version ? { $id: String($id).replace(/(\.json)?$/, `-${version}.json`) } : {}
}

const isOptions = (value: unknown): value is { const: string }[] =>
  Array.isArray(value) && value.every((each) => each !== null && 'const' in each)

/** `about-me` and `aboutMe` → `AboutMe`. */
export const pascal = (words: string): string =>
  words.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, letter: string) => letter.toUpperCase()).replace(/[^A-Za-z0-9]/g, '')
