/** Answers of a record as prose: short ones in paragraphs and lists, rows in a table or on cards. What people wrote becomes text, and nothing but text. */
import type { Paragraph, PhrasingContent, Table, TableCell } from 'mdast'
import { rowCount } from '../answer.ts'
import { answerWords, excerpt } from '../answer-words.ts'
import type { Draft, Path, Question } from '../form.ts'
import { isSingle, kindOf } from '../kinds/index.ts'
import { withParts } from '../questions.ts'
import { tagOf } from '../tag.ts'
import { afterLabel, capital } from './key.ts'
import { anchored, block, type Content, emphasis, list, listed, paragraph, strong, text } from './prose.ts'

/** A record, with why its answers are good. */
export interface Filled {
  readonly record: Draft
  readonly notes: ReadonlyMap<Path, string>
}

/** The row meant by each `*` of a path, counted from 0. */
type Rows = readonly number[]

/** True where a question, or any part of it, has an answer that can be said in words. */
export function isAnswered(question: Question, filled: Filled, rows: Rows = []): boolean {
  const { control } = kindOf(question)
  if (control === 'items') return rowsOf(question, filled).length > 0
  return question.parts.length
    ? question.parts.some((part) => isAnswered(part, filled, rows))
    : answerWords(question, filled.record, rows).trim() !== ''
}

/** The same in any row, for a part of a repeat. */
export function isAnsweredAnywhere(question: Question, filled: Filled): boolean {
  const [repeat = '', ...within] = question.path.split('/*')
  const rows = within.length ? rowCount(filled.record, repeat) : 1
  return Array.from({ length: rows }, (_, row) => [row]).some((each) => isAnswered(question, filled, each))
}

/** The rows of a repeat in which anything is answered. */
const rowsOf = (question: Question, filled: Filled): Rows[] =>
  Array.from({ length: rowCount(filled.record, question.path) }, (_, row) => [row]).filter((rows) =>
    question.parts.some((part) => isAnswered(part, filled, rows)),
  )

/** Why an answer is good. On a part of a repeat, it stands with the first row that has the answer. */
export function noteOn(question: Question, filled: Filled, rows: Rows = []): Content[] {
  const words = filled.notes.get(question.path)
  const earlier = Array.from({ length: rows[0] ?? 0 }, (_, row) => [row])
  if (words === undefined || earlier.some((each) => isAnswered(question, filled, each))) return []
  return block('note', led([strong('Why this is good.'), text(' ')], paragraphs(words)))
}

/**
 * The answer to a question: blocks `answer`, a table, or a block `card` for each row.
 * @param depth The level of the question's heading.
 */
export function answerTo(question: Question, depth: number, filled: Filled): Content[] {
  switch (kindOf(question).control) {
    case 'items':
      return inRows(question, itemsOf(question, filled), depth, filled)
    case 'rows':
      if (question.parts.every((row) => kindOf(row).control === 'parts')) return inRows(question, gridOf(question, filled), depth, filled)
      return block('answer', listed(pairs(question.parts, filled)))
    case 'parts':
      return block('answer', listed(pairs(question.parts, filled)))
    case 'words':
      return block('answer', open(question, filled))
    default:
      return block('answer', ticked(question, filled))
  }
}

/** What is ticked in a list is a list again; all else is words. */
function ticked(question: Question, { record }: Filled): Content[] {
  const chosen =
    kindOf(question).control === 'pickMany'
      ? question.options.filter((option) => answerWords({ ...question, options: [option] }, record))
      : []
  return chosen.length > 1 ? [list(chosen.map(({ label }) => label))] : paragraphs(answerWords(question, record))
}

/** An open answer, with whose words they are, or why there are none, in a caption. */
function open({ parts: [words, ...about] }: Question, filled: Filled, rows: Rows = []): Content[] {
  const said = (question: Question): string => answerWords(question, filled.record, rows)
  const captions = about
    .filter(said)
    .flatMap((part) => [paragraph([emphasis(part.label + afterLabel(part.label) + said(part))]), ...noteOn(part, filled, rows)])
  return [...(words ? [...paragraphs(said(words)), ...noteOn(words, filled, rows)] : []), ...captions]
}

/** The answered ones of some questions, each as the content of an item: its label, then its answer. */
const pairs = (questions: readonly Question[], filled: Filled, rows: Rows = []): Content[][] =>
  questions
    .filter((question) => isAnswered(question, filled, rows))
    .map((question) => [...pair(question, filled, rows), ...noteOn(question, filled, rows)])

function pair(question: Question, filled: Filled, rows: Rows): Content[] {
  const label = [strong(question.label)]
  switch (kindOf(question).control) {
    case 'parts':
    case 'rows':
      return [paragraph(label), ...listed(pairs(question.parts, filled, rows))]
    case 'items':
      return [
        paragraph(label),
        ...listed(itemsOf(question, filled).map((row) => [paragraph([strong(row.title)]), ...listed(pairs(row.parts, filled, row.rows))])),
      ]
    case 'words':
      return led([...label, text(afterLabel(question.label))], open(question, filled, rows))
    default:
      return led([...label, text(afterLabel(question.label))], paragraphs(answerWords(question, filled.record, rows)))
  }
}

/** A row of answers, of a repeat or a grid. */
interface Row {
  readonly title: string
  readonly anchor: string
  readonly parts: readonly Question[]
  /** Those of them that its title has said already. */
  readonly said: readonly Question[]
  readonly rows: Rows
  /** Why the row as a whole is good. */
  readonly note: readonly Content[]
}

const gridOf = ({ parts }: Question, filled: Filled): Row[] =>
  parts
    .filter((row) => isAnswered(row, filled))
    .map((row) => ({ title: row.label, anchor: tagOf(row.path), parts: row.parts, said: [], rows: [], note: noteOn(row, filled) }))

/** “Strength S1: Something I know about”: what a row is, its own number or else its place, and how its first words begin. */
function itemsOf(question: Question, filled: Filled): Row[] {
  const { path, parts, item = 'row' } = question
  return rowsOf(question, filled).map((rows) => {
    const place = (rows[0] ?? 0) + 1
    const written = parts.filter(tellsRows).map((part) => ({ part, words: answerWords(part, filled.record, rows) }))
    const own = written.find(({ words }, index) => index === 0 && /^\p{Lu}{1,3}\d+$/u.test(words))
    const first = written.find(({ part, words }) => part !== own?.part && words)
    const start = first ? excerpt(first.words, 60) : ''
    const said = [own?.part, start === first?.words ? first?.part : undefined].filter((part) => part !== undefined)
    return {
      title: `${capital(item)} ${own?.words ?? place}${start && `: ${start}`}`,
      anchor: `${tagOf(path)}.${place}`,
      parts,
      said: said.filter((part) => !filled.notes.has(part.path)),
      rows,
      note: [],
    }
  })
}

/** True for a part whose answer tells a row from others: words, or one of several. “Yes” says nothing by itself. */
const tellsRows = (part: Question): boolean => {
  const { control } = kindOf(part)
  return control === 'line' || control === 'lines' || (control === 'pickOne' && part.options.length > 3)
}

/** Rows as the form lays them out; cards, too, where a table would be hard to read on a telephone. */
function inRows(question: Question, rows: readonly Row[], depth: number, filled: Filled): Content[] {
  const table = question.layout === 'table' ? tableOf(question, rows, filled) : undefined
  if (table) return [table]
  return rows.flatMap(({ title, anchor, parts, said, rows: at, note }) => {
    const others = parts.filter((part) => !said.includes(part))
    return block('card', [anchored(depth + 1, title, anchor), ...listed(pairs(others, filled, at)), ...note])
  })
}

/** Beyond these, a cell is all height and a table all width. */
const most = { columns: 5, letters: 200 }

/** A table of short answers, columns that nobody answered left out; undefined where an answer is not short, or has a note of its own. */
function tableOf(question: Question, rows: readonly Row[], filled: Filled): Table | undefined {
  const isGrid = kindOf(question).control === 'rows'
  const columns = (rows[0]?.parts ?? []).map((part, column) => ({
    part,
    cells: rows.map(({ parts, rows: at }) => {
      const own = parts[column]
      return own ? answerWords(own, filled.record, at) : ''
    }),
  }))
  const noted = question.parts.flatMap(withParts).some(({ path }) => filled.notes.has(path))
  const used = columns.filter(({ cells }) => cells.some(Boolean))
  const isShort = used.every(
    ({ part, cells }) => isSingle(kindOf(part)) && cells.every((words) => words.length <= most.letters && !/[\r\n]/.test(words)),
  )
  if (noted || !isShort || used.length > most.columns) return undefined
  const lines = [used.map(({ part }) => part.label), ...rows.map((_, row) => used.map(({ cells }) => cells[row] ?? ''))]
  // An empty corner says that the first column names the rows.
  const named = isGrid ? lines.map((line, index) => [index ? (rows[index - 1]?.title ?? '') : '', ...line]) : lines
  return { type: 'table', children: named.map((line) => ({ type: 'tableRow', children: line.map(cell) })) }
}

const cell = (words: string): TableCell => ({ type: 'tableCell', children: words ? [text(words)] : [] })

/** What somebody wrote, line by line. */
const paragraphs = (words: string): Paragraph[] =>
  words
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((each) => each.trim())
    .map((each) =>
      paragraph(each.split('\n').flatMap((line, index): PhrasingContent[] => (index ? [{ type: 'break' }, text(line)] : [text(line)]))),
    )

/** Content whose first paragraph begins with other words. */
function led(start: readonly PhrasingContent[], [first, ...others]: readonly Content[]): Content[] {
  return first?.type === 'paragraph'
    ? [paragraph([...start, ...first.children]), ...others]
    : [paragraph(start), ...(first ? [first] : []), ...others]
}
