/** A form's plain schema → a check by Ajv: run at once, or written out as code. */
import { _, Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { Form, JsonSchema } from '../form.ts'
import { formats } from './formats.ts'
import type { Check } from './verdict.ts'

/** A check that runs in this process. */
export const compileCheck = (form: Form): Check => ajv().compile(validity(form.schema)) as Check

/** The same check as the source of an ES module that exports `check` and imports `formats` from `./formats.ts`. */
export function checkSource(form: Form): string {
  const compiler = ajv()
  compiler.addSchema(validity(form.schema), form.id)
  const code = (standaloneCode as unknown as { default: typeof standaloneCode.default }).default(compiler, { check: form.id })
  return `import { formats } from './formats.ts'\n${code}`
}

function ajv(): Ajv {
  return new Ajv({
    allErrors: true,
    strict: true,
    // Conditions name questions that are typed and declared elsewhere: `if` and `then` need not say it again.
    strictTypes: false,
    strictRequired: false,
    // The dialect has held every schema against its own, smaller vocabulary, which Ajv's smallest one covers.
    validateSchema: false,
    messages: false,
    // A shared definition is one function, called where it is used, and not written out at each place.
    inlineRefs: false,
    formats,
    code: { source: true, esm: true, formats: _`formats` },
  })
}

/** Only what decides validity: words, and the name of the dialect, are no business of a check. */
export function validity(schema: JsonSchema): JsonSchema {
  const strip = (value: unknown, isNames: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => strip(each, false))
    if (value === null || typeof value !== 'object') return value
    const kept = Object.entries(value).filter(([key]) => isNames || !['$schema', 'title', 'description', 'readOnly'].includes(key))
    return Object.fromEntries(kept.map(([key, each]) => [key, strip(each, !isNames && (key === 'properties' || key === '$defs'))]))
  }
  return strip(schema, false) as JsonSchema
}
