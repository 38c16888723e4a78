/** How well tools notice what they should in the corpus, as a Markdown table; and what ours got wrong, for whoever mends the patterns. */
import type { PracticeLanguage } from '../../src/practice-language.ts'
import { type Item, isTheirOwn } from '../../tests/practice-language/corpus.ts'
import { judge, judgeSentences, precision, recall, type Score } from '../../tests/practice-language/score.ts'
import type { Noticing } from './noticing.ts'
import { table } from './report.ts'

/**
 * Precision and recall for each theme and over all. Ours is judged pattern by pattern, which is strict, and by the sentence, as others are,
 * whose findings have other names: a sentence with something to notice is found by any finding at all in it.
 */
export function accuracy({ themes }: PracticeLanguage, items: readonly Item[], us: Noticing, others: readonly Noticing[]): string {
  const all = [us, ...others].map(({ name, notice }) => ({ name, noticed: new Map(items.map((item) => [item, notice(item)])) }))
  const strictly = (counts?: (id: string) => boolean) => judge(items, (item) => all[0]?.noticed.get(item) ?? [], counts)
  const bySentence = (some: readonly Item[]) =>
    all.map(({ noticed }) => figures(judgeSentences(some, (item) => Boolean(noticed.get(item)?.length))))

  const rows = themes.flatMap(({ title, patterns }) => {
    const ids = new Set(patterns.filter(({ level }) => level !== 'good').map(({ id }) => id))
    const counts = (id: string): boolean => ids.has(id)
    // Sound sentences that use near-miss words are named after the pattern they are near.
    const near = ({ id, expect }: Item): boolean => expect.some(counts) || (!expect.length && counts(id.replace(/-\d+$/, '')))
    const strict = strictly(counts)
    return ids.size ? [[title, String(strict.right + strict.missed), figures(strict), ...bySentence(items.filter(near))]] : []
  })
  const total = strictly()
  const own = items.filter(isTheirOwn)
  return table(
    ['Precision / recall', 'to notice', 'this project, by pattern', ...all.map(({ name }, us) => (us ? name : `${name}, by sentence`))],
    [
      ...rows,
      ['**All**', String(total.right + total.missed), figures(total), ...bySentence(items)],
      [
        `Findings in ${own.length} passages of the person’s own words`,
        '0',
        ...[all[0], ...all].map((each) => String(own.flatMap((item) => each?.noticed.get(item) ?? []).length)),
      ],
    ],
  )
}

/** `0.95 / 0.90`; what finds nothing has no precision to speak of. */
const figures = (score: Score): string => `${score.right + score.wrong ? precision(score).toFixed(2) : '–'} / ${recall(score).toFixed(2)}`

/** Every item that ours got wrong, with what it noticed wrongly and what it missed. */
export const mistakes = (items: readonly Item[], { notice }: Noticing): string =>
  judge(items, notice)
    .items.map(({ item, wrong, missed }) => {
      const about = item.about ? ` (${item.about})` : ''
      const what = [...wrong.map((id) => `wrongly ${id}`), ...missed.map((id) => `missed ${id}`)].join(', ')
      return `${item.id}${about}  ${what}\n  ${item.text}\n`
    })
    .join('\n')
