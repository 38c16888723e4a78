/** Questions answered in a table: its columns, and the controls of one cell. */
import type { XmlComponent } from 'docx'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import type { Control } from '../kinds/kind.ts'
import { tickControl } from './control.ts'
import { paragraph, run } from './element.ts'
import type { Sheet } from './sheet.ts'
import { singleControl, whoseWords } from './single.ts'
import { type Cell, leastWidth } from './tables.ts'

/** Least width, in twentieths of a point, and share of the rest, of a column for each control. */
const columnLooks: Readonly<Record<Control, { readonly least: number; readonly share: number }>> = {
  line: { least: 1100, share: 2 },
  lines: { least: 1800, share: 4 },
  date: { least: 1800, share: 0.3 },
  tick: { least: 700, share: 0.3 },
  pickOne: { least: 1150, share: 1 },
  pickMany: { least: 1700, share: 2 },
  words: { least: 2200, share: 5 },
  parts: { least: 1700, share: 3 },
  rows: { least: 0, share: 1 },
  items: { least: 0, share: 1 },
}

/** How wide a question's column wants to be. */
export function columnOf(question: Question): { least: number; share: number } {
  const { least, share } = columnLooks[kindOf(question).control]
  return { least: Math.max(least, leastWidth(question.label)), share }
}

/** Room for a pen in a row of these questions, in twentieths of a point. */
export function rowHeight(questions: readonly Question[]): number {
  return questions.some((question) => ['lines', 'words'].includes(kindOf(question).control)) ? 1050 : 520
}

/** A column's head. What it wants is said in the key above the table. */
export const headCell = (question: Question): Cell => [paragraph('TableHead', [run(question.label)])]

/** The controls that answer one question, in a cell. */
export function answerCell(sheet: Sheet, question: Question, rows: readonly number[]): Cell {
  switch (kindOf(question).control) {
    case 'line':
    case 'lines':
    case 'date':
    case 'pickOne':
      return [paragraph('TableAnswer', singleControl(sheet, question, rows))]
    case 'tick':
      return [paragraph('TableAnswer', tickControl(sheet, { path: question.path, alias: question.label, rows }))]
    case 'pickMany':
      return [paragraph('TableAnswer', runTogether(sheet, question, rows))]
    case 'words': {
      const [text, ...about] = question.parts
      if (!text) throw new Error(`Bug: ${question.path} has no text part`)
      return [
        paragraph('TableAnswer', singleControl(sheet, { ...text, label: question.label }, rows)),
        ...about.map((part) => paragraph('TableHint', whoseWords(sheet, [part], rows))),
      ]
    }
    case 'parts':
      return question.parts.flatMap((part) => [paragraph('TableHint', [run(part.label)]), ...answerCell(sheet, part, rows)])
    case 'rows':
    case 'items':
      throw new Error(`Bug: ${question.path} cannot stand in a table`)
  }
}

/** Boxes one after another to save space. A hard space keeps each box with its label. */
export function runTogether(sheet: Sheet, question: Question, rows: readonly number[]): XmlComponent[] {
  return question.options.flatMap(({ value, label }, index) => [
    ...(index ? [run('   ')] : []),
    ...tickControl(sheet, { path: question.path, option: value, alias: label, rows }),
    run(`\u00A0${label}`),
  ])
}
