/**
 * npm run accuracy: how well the practice language does on the half of the corpus that it was not tuned on, beside tools that others would reach for.
 * `-- --tune`: how it does on the other half, and what it got wrong there; without the tools of others.
 */
import { parseArgs } from 'node:util'
import { corpus, type Half } from '../../tests/practice-language/corpus.ts'
import { practiceLanguage, project } from '../project.ts'
import { accuracy, mistakes } from './accuracy-report.ts'
import { keywordSearch, ours, peers } from './noticing.ts'

const { values } = parseArgs({ options: { tune: { type: 'boolean' } } })
const half: Half = values.tune ? 'tune' : 'quote'
const language = practiceLanguage(await project())
const [items, us] = [corpus(half), ours(language)]

console.log(accuracy(language, items, us, [keywordSearch(language), ...(half === 'quote' ? await peers() : [])]))
if (half === 'tune') console.log(`\n${mistakes(items, us)}`)
