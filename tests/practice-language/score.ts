/** How well something notices what it should in the corpus, and nothing else. */
import type { Item } from './corpus.ts'

export interface Score {
  /** Noticed, and rightly. */
  readonly right: number
  /** Noticed, and wrongly. */
  readonly wrong: number
  readonly missed: number
}

/** Of what is noticed, how much is right. */
export const precision = ({ right, wrong }: Score): number => (right + wrong ? right / (right + wrong) : 1)
/** Of what should be noticed, how much is. */
export const recall = ({ right, missed }: Score): number => (right + missed ? right / (right + missed) : 1)

export interface Judged extends Score {
  readonly items: readonly { readonly item: Item; readonly wrong: readonly string[]; readonly missed: readonly string[] }[]
}

/**
 * Scores findings by item and pattern.
 * @param notice The ids of the patterns noticed in an item.
 * @param counts Which ids count; all where it is not given.
 */
export function judge(
  items: readonly Item[],
  notice: (item: Item) => readonly string[],
  counts: (id: string) => boolean = () => true,
): Judged {
  const judged = items.map((item) => {
    const found = [...new Set(notice(item))].filter(counts)
    const expected = item.expect.filter(counts)
    return {
      item,
      right: expected.filter((id) => found.includes(id)),
      wrong: found.filter((id) => !expected.includes(id)),
      missed: expected.filter((id) => !found.includes(id)),
    }
  })
  const sum = (key: 'right' | 'wrong' | 'missed') => judged.reduce((total, each) => total + each[key].length, 0)
  return {
    right: sum('right'),
    wrong: sum('wrong'),
    missed: sum('missed'),
    items: judged.filter((each) => each.wrong.length || each.missed.length),
  }
}

/**
 * Scores findings by the sentence, for tools that have no patterns of ours: one with something to notice is found by any finding in it,
 * a sound one is wronged by any.
 */
export function judgeSentences(items: readonly Item[], finds: (item: Item) => boolean): Score {
  const [expecting, sound] = [items.filter(({ expect }) => expect.length), items.filter(({ expect }) => !expect.length)]
  const right = expecting.filter(finds).length
  return { right, wrong: sound.filter(finds).length, missed: expecting.length - right }
}
