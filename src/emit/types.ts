/** TypeScript types of a filled form. Names come from ids, so rewording a question changes a comment and no name. */
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import type { JsonSchema } from '../form.ts'
import { pascal } from '../schema/bundle.ts'
import { artefact, banner, type Emitter } from './emitter.ts'

export const types: Emitter = {
  kinds: ['types'],
  async emit({ form }) {
    const { $defs = {}, ...root } = form.schema as { $defs?: Record<string, JsonSchema> }
    const named = {
      ...shape(root, pascal(form.id), $defs),
      definitions: Object.fromEntries(Object.entries($defs).map(([name, schema]) => [name, shape(schema, name, $defs)])),
    }
    const code = await compile(named as JSONSchema, pascal(form.id), {
      bannerComment: `// ${banner(form)}`,
      additionalProperties: false,
      unreachableDefinitions: true,
      format: false,
    })
    return [
      artefact(
        form,
        'types',
        `${form.id}-types.d.ts`,
        laidOut(code).replace(/\n?\/\*\*\n \* This interface was referenced by[\s\S]*?\*\/\n/g, '\n'),
      ),
    ]
  },
}

/**
 * A schema as the type compiler should see it: objects named, labels as comments, conditions left to the validator.
 * @param name The interface it becomes; only for objects.
 * @param definitions What has a name already: a row of the same shape as one of these is that.
 */
function shape(schema: JsonSchema, name: string, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { title, description, $ref, type, properties, required, items, enum: options, const: constant } = schema as Parts
  const comment = [title, description].filter(Boolean).join('\n\n').replaceAll('*/', '*\\/')
  const doc = comment ? { description: comment } : {}
  if ($ref) return { ...doc, tsType: $ref.split('/').at(-1) }
  if (type === 'array') {
    const row = items?.title ? pascal(items.title) : `${name}Row`
    if (items && JSON.stringify(definitions[row]) === JSON.stringify(items)) return { ...doc, type, items: { tsType: row } }
    return { ...doc, type, ...(items ? { items: shape(items, row, definitions) } : {}) }
  }
  if (type !== 'object')
    return {
      ...doc,
      ...(type ? { type } : {}),
      ...(options ? { enum: options } : {}),
      ...(constant === undefined ? {} : { const: constant }),
    }
  const shaped = Object.entries(properties ?? {}).map(([key, each]) => [key, shape(each, pascal(key), definitions)])
  return {
    ...doc,
    title: name,
    type,
    properties: Object.fromEntries(shaped),
    ...(required ? { required } : {}),
    additionalProperties: false,
  }
}

/**
 * Lays declarations out to be read. The compiler's own formatter, made for any TypeScript, takes ten times as long as the compiler.
 * @param code One property, brace or line of a comment on each line, nothing set in.
 */
function laidOut(code: string): string {
  let depth = 0
  const lines = code.split('\n').map((written) => {
    const line = written.trim()
    if (/^(\/\*\*|\/\/)/.test(line)) return set(depth, line)
    if (line.startsWith('*')) return set(depth, ` ${line}`)
    if (line.startsWith('}')) depth--
    const shown = union(line.replace(/"([^"'\\]*)"/g, "'$1'"), depth)
    if (line.endsWith('{')) depth++
    return shown
  })
  return lines.join('\n')
}

/** The longest line that a union may have for itself. */
const widest = 120

const set = (depth: number, line: string): string => (line ? '  '.repeat(depth) + line : '')

/** A property, its choices on lines of their own where there is no room for them on one. */
function union(line: string, depth: number): string {
  const { name = '', choices = '', list = '' } = /^(?<name>[^(]+: )\((?<choices>'.*')\)(?<list>\[\])?$/.exec(line)?.groups ?? {}
  if (!choices) return set(depth, line)
  const short = set(depth, list ? line : name + choices)
  if (short.length <= widest) return short
  const each = choices.split(/ \| (?=')/).map((choice) => set(depth + 1, `| ${choice}`))
  return [set(depth, list ? `${name}(` : name.trim()), ...each, ...(list ? [set(depth, `)${list}`)] : [])].join('\n')
}

interface Parts {
  title?: string
  description?: string
  $ref?: string
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema & { title?: string }
  enum?: string[]
  const?: unknown
}
