/** A form's JSON Schema as the world reads it: the same records are valid, and no program needs to be told anything first. */
import type { JsonSchema } from '../form.ts'

/**
 * Our formats, as what every reader of JSON Schema understands: 2020-12 leaves it to each whether to check a `format` at all, and none
 * knows an NHS number. Patterns keep to the syntax that the standard recommends (Core, 6.4), so that they run in any language.
 */
const formats: Readonly<Record<string, JsonSchema>> = {
  date: {
    $comment: 'A day of the calendar as ISO 8601 writes it: 2026-05-03.',
    type: 'string',
    pattern: calendarDay(),
  },
  'nhs-number': {
    $comment: 'Ten digits, no spaces. The last is a check digit (Modulus 11), which a pattern cannot check: the form’s validator does.',
    type: 'string',
    pattern: '^[0-9]{10}$',
  },
}

/** Every day from year 1 to 9999 that the Gregorian calendar has, leap years too. */
function calendarDay(): string {
  const year = '(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})'
  const fourth = '(0[48]|[2468][048]|[13579][26])'
  const leapYear = `([0-9]{2}${fourth}|${fourth}00)`
  const longMonth = '(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])'
  const shortMonth = '(0[469]|11)-(0[1-9]|[12][0-9]|30)'
  return `^(${year}-(${longMonth}|${shortMonth}|02-(0[1-9]|1[0-9]|2[0-8]))|${leapYear}-02-29)$`
}

/**
 * The schema, closed in itself.
 * @param schema A form's own: `Form.schema`.
 * @returns JSON Schema 2020-12 that Ajv opens in its strict mode, with no format or keyword added.
 */
export function plainSchema(schema: JsonSchema): JsonSchema {
  const used = new Set<string>()
  const { $defs, ...root } = plain(schema, used) as { $defs?: object }
  const needed = Object.entries(formats).filter(([name]) => used.has(name))
  return { ...root, $defs: { ...$defs, ...Object.fromEntries(needed) } }
}

/**
 * @param used Takes the names of the formats that are met.
 * @param named True for an object whose keys are names of the form's and not keywords.
 */
function plain(value: unknown, used: Set<string>, named = false): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, used))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, each]) => {
    const isData = !named && ['const', 'enum', 'required'].includes(key)
    return [key, isData ? each : plain(each, used, !named && (key === 'properties' || key === '$defs'))]
  })
  const schema = Object.fromEntries(entries)
  if (named) return schema
  if (schema.format in formats) {
    const { format, ...others } = schema
    used.add(format)
    // A definition’s name is a word of its own kind: those of a form’s objects begin with a capital.
    return { ...others, $ref: `#/$defs/${format}` }
  }
  return saidInFull(schema)
}

/** What has to be, for a keyword to say anything. */
const speaksOf: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items', 'contains', 'minItems', 'maxItems', 'uniqueItems'],
  string: ['pattern'],
  number: ['minimum', 'maximum'],
}

/**
 * A condition speaks of questions that are declared elsewhere, with their types. Strict readers want each declared where it is required,
 * and a type beside what speaks of it: with the declarations elsewhere, both change no verdict.
 */
function saidInFull(schema: JsonSchema): JsonSchema {
  const { required = [], properties } = schema as { required?: string[]; properties?: object }
  const missing = required.filter((name) => !Object.hasOwn(properties ?? {}, name))
  const [type] = Object.keys(speaksOf).filter((each) => speaksOf[each]?.some((keyword) => keyword in schema))
  return {
    ...(type && !schema.type ? { type } : {}),
    ...schema,
    ...(missing.length ? { properties: { ...properties, ...Object.fromEntries(missing.map((name) => [name, true])) } } : {}),
  }
}
