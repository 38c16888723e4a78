/** Looks that words alone cannot describe; a pattern names one with `check`. Adding one is a file and a line here. */
import type { WordLists } from '../../practice-language.ts'
import type { Reading } from '../pattern.ts'
import type { Span } from '../quotations.ts'
import { acronyms } from './acronyms.ts'
import { copied } from './copied.ts'
import { length } from './length.ts'
import { names } from './names.ts'
import { ownWords } from './own-words.ts'
import { pronouns } from './pronouns.ts'

/** Where a reading shows what it looks for. */
export type Check = (reading: Reading, lists: WordLists) => Span[]

export const checks: Readonly<Record<string, Check>> = {
  acronyms,
  copied,
  length,
  ownWords,
  anotherPerson: (reading, lists) => [...names(reading, lists), ...pronouns(reading, lists)],
}
