/** Filled examples as data. */
import { artefact, type Emitter, fileName } from './emitter.ts'

export const example: Emitter = {
  kinds: ['example-json'],
  emit: ({ form, examples }) =>
    examples.map(({ name, record }) =>
      artefact(form, 'example-json', fileName(form, ['example', name], 'json'), `${JSON.stringify(record, null, 2)}\n`),
    ),
}
