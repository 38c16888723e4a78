/** Looks that words alone cannot describe; a pattern names one with `check`. Adding one is a file and a line here. */
import type { WordLists } from '../../practice-language.ts'
import type { Reading } from '../pattern.ts'
import type { Span } from '../quotations.ts'
import { acronyms } from './acronyms.ts'
import { copied } from './copied.ts'
import { length } from './length.ts'
import { longSentences } from './long-sentences.ts'
import { names } from './names.ts'
import { ownWords } from './own-words.ts'
import { pronouns } from './pronouns.ts'

/** Where a reading shows what it looks for; made once from the lists, used for many. */
export type Check = (lists: WordLists) => (reading: Reading) => Span[]

export const checks: Readonly<Record<string, Check>> = {
  acronyms,
  copied,
  length,
  longSentences,
  ownWords,
  anotherPerson: (lists) => {
    const [inNames, inPronouns] = [names(lists), pronouns(lists)]
    return (reading) => [...inNames(reading), ...inPronouns(reading)]
  },
}
