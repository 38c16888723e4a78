/** A form as one JSON Schema, for any program that reads them. */
import { plainSchema } from '../schema/plain.ts'
import { artefact, type Emitter } from './emitter.ts'

export const schema: Emitter = {
  kinds: ['schema'],
  drawsFrom: ({ form }) => [form.id, form.version, form.schema],
  emit: ({ form }) => [artefact(form, 'schema', `${form.id}.schema.json`, `${JSON.stringify(plainSchema(form.schema), null, 2)}\n`)],
}
