/** Every output there is. Adding one is a file and a line here. */
import { codebook } from './codebook.ts'
import { coverage } from './coverage.ts'
import type { Emitter } from './emitter.ts'
import { example } from './example.ts'
import { guidance } from './guidance.ts'
import { markdown } from './markdown.ts'
import { practice } from './practice.ts'
import { schema } from './schema.ts'
import { strengthsMap } from './strengths-map.ts'
import { types } from './types.ts'
import { validator } from './validator.ts'
import { word } from './word.ts'

export const emitters: readonly Emitter[] = [
  types,
  validator,
  word,
  markdown,
  guidance,
  example,
  practice,
  coverage,
  strengthsMap,
  schema,
  codebook,
]
