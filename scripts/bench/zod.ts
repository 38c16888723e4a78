/** A form's JSON Schema → zod, by hand: zod's own `fromJSONSchema` refuses conditions. Covers the keywords that forms use, and no others. */
import { formats } from '../../src/validator/formats.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { peer } from './peers.ts'

/** What is used of a zod type. */
export interface ZodType {
  safeParse(value: unknown): { readonly success: boolean }
  optional(): ZodType
  refine(test: (value: unknown) => boolean): ZodType
}

type Maker = (...parts: readonly unknown[]) => ZodType
interface Zod {
  readonly z: Readonly<
    Record<'any' | 'string' | 'object' | 'strictObject' | 'looseObject' | 'array' | 'enum' | 'literal' | 'int' | 'union' | 'lazy', Maker>
  >
}

/** @throws Error for a keyword that is not known here. */
export async function zodOf(schema: Fields): Promise<ZodType> {
  const { z } = await peer<Zod>('zod')
  const definitions = new Map<string, ZodType>()

  const convert = (node: Fields): ZodType => {
    const unknown = Object.keys(node).filter((keyword) => !keywords.has(keyword))
    if (unknown.length) throw new Error(`zod is not told of ${unknown.join(', ')}`)
    return conditions(node, base(node))
  }

  const base = (node: Fields): ZodType => {
    if (typeof node.$ref === 'string') return definition(node.$ref.replace('#/$defs/', ''))
    if (node.enum) return z.enum(node.enum)
    if ('const' in node) return z.literal(node.const)
    if (node.type === 'string') return tested(z.string(), node)
    if (node.type === 'integer') return tested(z.int(), node)
    if (node.type === 'array') return tested(z.array(convert(fieldsOf(node.items))), node)
    return node.type === 'object' || node.properties || node.required ? object(node) : z.any()
  }

  const object = (node: Fields): ZodType => {
    const required = (node.required ?? []) as string[]
    const properties = fieldsOf(node.properties)
    const shape = Object.fromEntries(
      [...new Set([...Object.keys(properties), ...required])].map((name) => {
        const type = properties[name] === undefined ? z.any().refine((value) => value !== undefined) : convert(fieldsOf(properties[name]))
        return [name, required.includes(name) ? type : type.optional()]
      }),
    )
    return (node.additionalProperties === false ? z.strictObject : z.looseObject)(shape)
  }

  const tested = (type: ZodType, node: Fields): ZodType => {
    const tests: ((value: never) => boolean)[] = []
    if (typeof node.pattern === 'string') {
      const pattern = new RegExp(node.pattern, 'u')
      tests.push((text: string) => pattern.test(text))
    }
    if (node.format) tests.push(formats[node.format as keyof typeof formats])
    for (const [keyword, fits] of Object.entries(limits)) {
      const limit = node[keyword]
      if (typeof limit === 'number') tests.push((value: never) => fits(value, limit))
    }
    if (node.contains) {
      const wanted = convert(fieldsOf(node.contains))
      tests.push((items: readonly unknown[]) => items.some((item) => wanted.safeParse(item).success))
    }
    if (node.uniqueItems)
      tests.push((items: readonly unknown[]) => new Set(items.map((item) => JSON.stringify(item))).size === items.length)
    return tests.reduce((whole, test) => whole.refine(test as (value: unknown) => boolean), type)
  }

  const conditions = (node: Fields, type: ZodType): ZodType => {
    let whole = type
    // zod's intersection lets through a name that either side does not forbid, so what stands beside a type is a test of its own.
    const also = [...((node.allOf ?? []) as Fields[]).map(convert), ...(node.anyOf ? [z.union((node.anyOf as Fields[]).map(convert))] : [])]
    for (const each of also) whole = whole.refine((value) => each.safeParse(value).success)
    if (node.not) {
      const not = convert(fieldsOf(node.not))
      whole = whole.refine((value) => !not.safeParse(value).success)
    }
    if (node.if) {
      const [when, then, otherwise] = [node.if, node.then ?? {}, node.else ?? {}].map((each) => convert(fieldsOf(each)))
      whole = whole.refine((value) => (when?.safeParse(value).success ? then : otherwise)?.safeParse(value).success === true)
    }
    return whole
  }

  const definition = (name: string): ZodType => {
    const known = definitions.get(name)
    if (known) return known
    const made = convert(fieldsOf(fieldsOf(schema.$defs)[name]))
    definitions.set(name, made)
    return made
  }
  return convert(schema)
}

const limits: Readonly<Record<string, (value: never, limit: number) => boolean>> = {
  minItems: (items: readonly unknown[], limit) => items.length >= limit,
  maxItems: (items: readonly unknown[], limit) => items.length <= limit,
  minLength: (text: string, limit) => text.length >= limit,
  maxLength: (text: string, limit) => text.length <= limit,
  minimum: (value: number, limit) => value >= limit,
  maximum: (value: number, limit) => value <= limit,
}

const keywords = new Set([
  ...['$schema', '$defs', '$ref', 'type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const', 'pattern', 'format'],
  ...['uniqueItems', 'contains', 'allOf', 'anyOf', 'not', 'if', 'then', 'else', 'title', 'description', 'readOnly'],
  ...Object.keys(limits),
])
