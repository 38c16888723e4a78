/** npm run accuracy: how well the practice language does on the labelled corpus. `-- --tune` says what it got wrong in the half it is tuned on. */
import { parseArgs } from 'node:util'
import { readerOf } from '../src/language/reader.ts'
import { patternsOf } from '../src/practice-language.ts'
import { corpus, type Half, type Item } from '../tests/practice-language/corpus.ts'
import { judge, precision, recall, type Score } from '../tests/practice-language/score.ts'
import { project } from './project.ts'

const { values } = parseArgs({ options: { tune: { type: 'boolean' } } })
const half: Half = values.tune ? 'tune' : 'quote'
const { language } = await project()
const read = readerOf(language)
const found = new Map(corpus(half).map((item) => [item.id, read(item)]))
const notice = ({ id }: Item): string[] =>
  patternsOf(language).flatMap((pattern) => {
    if (pattern.level === 'good') return []
    return (found.get(id) ?? []).filter((each) => each.pattern === pattern).length >= pattern.atLeast ? [pattern.id] : []
  })

const items = corpus(half)
const percent = (part: number): string => part.toFixed(2)
const line = (name: string, score: Score): string =>
  `| ${name} | ${score.right + score.missed} | ${percent(precision(score))} | ${percent(recall(score))} |`
console.log(`| ${half === 'tune' ? 'Tuned on' : 'Quoted'} | to notice | precision | recall |\n|---|---:|---:|---:|`)
for (const { title, patterns } of language.themes) {
  const ids = new Set(patterns.filter(({ level }) => level !== 'good').map(({ id }) => id))
  if (ids.size)
    console.log(
      line(
        title,
        judge(items, notice, (id) => ids.has(id)),
      ),
    )
}
const all = judge(items, notice)
console.log(line('**All**', all))
if (values.tune)
  for (const { item, wrong, missed } of all.items)
    console.log(
      `\n${item.id}${item.about ? ` (${item.about})` : ''}  ${wrong
        .map((id) => `wrongly ${id}`)
        .concat(missed.map((id) => `missed ${id}`))
        .join(', ')}\n  ${item.text}`,
    )
