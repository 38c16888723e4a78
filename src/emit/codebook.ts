/** The codebook of a form: every question and part, as a page to read and as a table for programs and spreadsheets. */
import { carriedFrom, depths, type Entry, entriesOf } from '../codebook.ts'
import { printCsv } from '../csv.ts'
import { codebookOf } from '../document/codebook.ts'
import { printMarkdown } from '../document/markdown.ts'
import { optionWords } from '../document/shared.ts'
import { kindOf } from '../kinds/index.ts'
import { tagOf } from '../tag.ts'
import { artefact, type Emitter, fileName } from './emitter.ts'

export const codebook: Emitter = {
  kinds: ['codebook-csv', 'codebook-markdown'],
  drawsFrom: ({ form }) => form,
  emit: ({ form }) => [
    artefact(form, 'codebook-csv', fileName(form, ['codebook'], 'csv'), csvOf(entriesOf(form))),
    artefact(form, 'codebook-markdown', fileName(form, ['codebook'], 'md'), printMarkdown(codebookOf(form))),
  ],
}

/** The columns, by their names. What there may be many of has a line each where it is words, and semicolons between where it is ids. */
const columns: Readonly<Record<string, (entry: Entry) => string>> = {
  Section: ({ within }) => within.map(({ title }) => title).join(' > '),
  'JSON Pointer': ({ question }) => question.path,
  'Tag in Word': ({ question }) => tagOf(question.path),
  Question: ({ question }) => question.label,
  Answer: ({ question }) => kindOf(question).holds(question),
  Options: ({ question }) => question.options.map(optionWords).join('\n'),
  'What to write': ({ question }) => question.want ?? '',
  'When needed': ({ needed }) => needed,
  'Least detail': ({ question }) => depths[question.tier],
  'Worked out': ({ question }) => question.calculated?.words ?? '',
  'Carried from': ({ question }) => question.carry.map(carriedFrom).join('\n'),
  Rules: ({ rules }) => rules.join('; '),
  Framework: ({ question }) => question.practice.framework.join('; '),
  Law: ({ question }) => question.practice.law.join('; '),
}

const csvOf = (entries: readonly Entry[]): string =>
  printCsv([Object.keys(columns), ...entries.map((entry) => Object.values(columns).map((cell) => cell(entry)))])
