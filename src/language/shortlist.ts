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
      const [first] = phrase.needs
      if (!first) always.push(entry)
      for (const beginning of first ?? []) {
        const entries = byBeginning.get(beginning)
        if (entries) entries.push(entry)
        else byBeginning.set(beginning, [entry])
      }
    }
  }
  return (sentence) => {
    const beginnings = beginningsIn(sentence)
    const found = new Set(always)
    for (const beginning of beginnings) for (const entry of byBeginning.get(beginning) ?? []) found.add(entry)
    const list = new Map<ReadyPattern, Phrase[]>()
    for (const { pattern, phrase } of found) {
      if (!phrase.needs.every((need) => meets(need, beginnings))) continue
      const phrases = list.get(pattern)
      if (phrases) phrases.push(phrase)
      else list.set(pattern, [phrase])
    }
    return list
  }
}

function meets(need: ReadonlySet<string>, beginnings: ReadonlySet<string>): boolean {
  const [fewer, more] = need.size < beginnings.size ? [need, beginnings] : [beginnings, need]
  for (const each of fewer) if (more.has(each)) return true
  return false
}

interface Entry {
  readonly pattern: ReadyPattern
  readonly phrase: Phrase
}
