/** A form's plain schema → a check by Ajv: run at once, or written out as code. */
import { _, Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { Form, JsonSchema } from '../form.ts'
import { formats } from './formats.ts'
import type { Check } from './verdict.ts'

export interface Compiled {
  /** Runs in this process. */
  readonly check: Check
  /** The same check as the source of an ES module that exports `check` and imports `formats` from `./formats.ts`. */
  readonly source: () => string
}

/** @throws Where no check can be made of the form's schema; the message names the keyword. */
export function compileCheck(form: Form): Compiled {
  const compiler = ajv().addSchema(validity(form.schema), form.id)
  const { default: write } = standaloneCode as unknown as { default: typeof standaloneCode.default }
  return {
    check: compiler.getSchema(form.id) as Check,
    source: () => `import { formats } from './formats.ts'\n${write(compiler, { check: form.id })}`,
  }
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
    const kept = Object.entries(value).filter(([key]) => isNames || !['$schema', '$id', 'title', 'description', 'readOnly'].includes(key))
    return Object.fromEntries(kept.map(([key, each]) => [key, strip(each, !isNames && (key === 'properties' || key === '$defs'))]))
  }
  return strip(schema, false) as JsonSchema
}
