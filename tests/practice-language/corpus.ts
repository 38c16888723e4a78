/** The labelled corpus: recording of every sort, with what has to be noticed in it. Patterns are tuned on one half; numbers are quoted from the other. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Passage } from '../../src/practice-language.ts'

export type Half = 'tune' | 'quote'

export interface Item extends Passage {
  readonly id: string
  /** Ids of the patterns that have to notice something in it; none for sound recording. */
  readonly expect: readonly string[]
}

/** The items of one half, in the order of their files. */
export function corpus(half: Half): Item[] {
  const folder = join(import.meta.dirname, half)
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const items = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Item[]
      // Whole answers are answers to open questions that have to be answered; a sentence is a part of one.
      return name === 'answers.json' ? items.map((item) => ({ ...item, required: true })) : items
    })
}

/** Whether there is nothing but the person's own words in an item, or words quoted and reported that are theirs: where no tool should find anything. */
export const isTheirOwn = ({ id, voice, expect }: Item): boolean =>
  !expect.length && (voice === 'personOwnWords' || id.startsWith('voices-'))
