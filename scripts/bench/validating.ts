/** Validating a record: the generated validator, others given the same schema, and reading the record's JSON, for scale. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { validator } from '../../src/emit/validator.ts'
import type { Form } from '../../src/form.ts'
import { compileCheck, validity } from '../../src/validator/compile.ts'
import { formats } from '../../src/validator/formats.ts'
import { fieldsOf } from './fields.ts'
import type { Contender } from './harness.ts'
import type { Subject } from './subject.ts'
import { zodOf } from './zod.ts'

/** Says whether a record may stand. */
type Judge = (record: unknown) => boolean

/** Everything that validates. The first is the reference. */
export function validators({ form, record, recordText, folder }: Subject): Contender[] {
  const judge = (name: string, side: Contender['side'], make: () => Promise<Judge>): Contender => ({
    name,
    side,
    load: async () => {
      const valid = await make()
      const fault = brokenRecords(recordText).find((broken) => valid(broken.record))
      if (fault) throw new Error(`it accepts a record ${fault.fault}`)
      return () => valid(record)
    },
  })
  const text = JSON.stringify(record)
  return [
    { name: 'JSON.parse of the same record, for scale', side: 'limit', load: async () => () => JSON.parse(text) !== undefined },
    judge('**this project**, generated, with rules', 'ours', () => generated(form, folder, 'with-rules')),
    judge('**this project**, generated, schema alone', 'ours', () => generated(withoutRules(form), folder, 'schema-alone')),
    judge('ajv, compiled at start', 'peer', async () => {
      const check = new Ajv2020({ strictTypes: false, strictRequired: false, formats }).compile(validity(form.schema))
      return (each) => check(each)
    }),
    judge('zod, the same schema by hand', 'peer', async () => {
      const type = await zodOf(validity(form.schema))
      return (each) => type.safeParse(each).success
    }),
  ]
}

export const badlyValidated = (output: unknown): string | undefined => (output === true ? undefined : 'it refuses a good record')

/** The validator that the build writes, run from its file. */
export async function generated(form: Form, folder: string, name: string): Promise<Judge> {
  const [module] = await validator.emit({ form, checkSource: compileCheck(form).source } as Parameters<typeof validator.emit>[0])
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, module?.contents ?? '')
  const exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>
  const validate = Object.entries(exported).find(([key]) => key.startsWith('validate'))?.[1] as (record: unknown) => { valid: boolean }
  return (record) => validate(record).valid
}

/** The form with nothing to check but its schema: no rules, and no answers worked out from others. */
export const withoutRules = (form: Form): Form =>
  JSON.parse(JSON.stringify({ ...form, rules: [] }), (key, value) => (key === 'calculated' ? undefined : value))

/** Copies of a good record, each with one fault that the schema forbids. */
export function brokenRecords(text: string): { fault: string; record: unknown }[] {
  const broken = (fault: string, change: (record: Record<string, unknown>, first: Record<string, unknown>) => void) => {
    const record = JSON.parse(text) as Record<string, unknown>
    const first = Object.values(record).find((value) => typeof value === 'object')
    change(record, fieldsOf(first))
    return { fault, record }
  }
  return [
    broken('without its form', (record) => delete record.form),
    broken('with a section that is not on the form', (record) => Object.assign(record, { weather: {} })),
    broken('with an answer that is not on the form', (_, first) => Object.assign(first, { weather: 'fine' })),
    broken('of a version that there is not', (record) => Object.assign(record, { formVersion: 'new' })),
    broken('with nothing in its first section', (_, first) => {
      for (const name of Object.keys(first)) delete first[name]
    }),
    broken('whose answers are all numbers', (_, first) => {
      for (const name of Object.keys(first)) first[name] = 0.5
    }),
  ]
}
