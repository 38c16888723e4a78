/** Which phrases a sentence may say at all, by how its words begin: of thousands, a few dozen are then held against it. */
import type { ReadyPattern } from './pattern.ts'
import { beginningsIn, type Phrase } from './phrase.ts'
import type { Sentence } from './words.ts'

export type Shortlist = ReadonlyMap<ReadyPattern, readonly Phrase[]>

/** Made once for all patterns. */
export function shortlister(patterns: readonly ReadyPattern[]): (sentence: Sentence) => Shortlist {
  const always: Entry[] = []
  const byBeginning = new Map<string, Entry[]>()
  for (const pattern of patterns) {
    for (const phrase of pattern.phrases) {
      const entry = { pattern, phrase }
      if (!phrase.needs) always.push(entry)
      for (const beginning of phrase.needs ?? []) byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry])
    }
  }
  return (sentence) => {
    const found = new Set([...always, ...[...beginningsIn(sentence)].flatMap((beginning) => byBeginning.get(beginning) ?? [])])
    const list = new Map<ReadyPattern, Phrase[]>()
    for (const { pattern, phrase } of found) {
      const phrases = list.get(pattern)
      if (phrases) phrases.push(phrase)
      else list.set(pattern, [phrase])
    }
    return list
  }
}

interface Entry {
  readonly pattern: ReadyPattern
  readonly phrase: Phrase
}
