/** Questions with rows: fixed rows and repeats, each as one table or as cards. */
import { AlignmentType, LevelFormat, LevelSuffix, type XmlComponent } from 'docx'
import { capital } from '../document/key.ts'
import { inlineOf } from '../document/markdown.ts'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { answerCell, columnOf, headCell, rowHeight } from './cells.ts'
import { drawKey } from './choices.ts'
import { repeatControl } from './control.ts'
import { paragraph, run } from './element.ts'
import { inset, page } from './looks.ts'
import { phrasing } from './phrasing.ts'
import type { Draw, Place } from './place.ts'
import type { Sheet } from './sheet.ts'
import { type Cell, row, shareOut, table } from './tables.ts'

/** The same questions for each of a fixed list of rows. */
export function drawRows(sheet: Sheet, question: Question, place: Place, draw: Draw): XmlComponent[] {
  if (question.layout === 'cards') {
    const depth = Math.min(place.depth + 1, 6)
    const rows = question.parts.flatMap((part) => [
      paragraph(`Heading${depth}`, [run(part.label)]),
      ...(part.hint ? [paragraph('Hint', phrasing(inlineOf(part.hint)))] : []),
      ...cellsOf(part).flatMap((each) => draw(sheet, each, { ...place, depth, setIn: true, inCard: true })),
    ])
    return [...drawKey(question, place), ...rows]
  }
  const columns = columnsOf(question)
  const widths = shareOut(tableWidth(place), [{ least: 1900, share: 2 }, ...columns.map(columnOf)])
  const heads = [[paragraph('TableHead', [run(capital(question.item ?? 'about'))])], ...columns.map(headCell)]
  const body = question.parts.map((part) => {
    const label = [
      paragraph('TableRowLabel', [run(part.label)]),
      ...(part.hint ? [paragraph('TableHint', phrasing(inlineOf(part.hint)))] : []),
      ...part.askWhen.map((when) => paragraph('TableHint', [run(`Answer this if ${when}.`)])),
    ]
    const cells: Cell[] = [label, ...cellsOf(part).map((each) => answerCell(sheet, each, place.rows))]
    return row(widths, cells, { height: rowHeight(columns) })
  })
  return [...drawKey(question, place), table(looksOf(question, widths, place), heads, body)]
}

/** The same questions for as many rows as there are. */
export function drawItems(sheet: Sheet, question: Question, place: Place, draw: Draw): XmlComponent[] {
  const name = { path: question.path, alias: question.label, rows: place.rows }
  const numbers = Array.from({ length: question.blankRows ?? 1 }, (_, index) => [...place.rows, index + 1])
  if (question.layout === 'cards') {
    const reference = sheet.addNumbering([cardNumbers(question)])
    const inside = { ...place, setIn: true, inCard: true }
    const items = numbers.map((rows) => [
      paragraph('CardTitle', [], { numbering: { reference, level: 0 } }),
      ...question.parts.flatMap((part) => draw(sheet, part, { ...inside, rows })),
    ])
    return [...drawKey(question, place), repeatControl(sheet, name, items)]
  }
  const columns = question.parts
  const widths = shareOut(tableWidth(place), columns.map(columnOf))
  const items = numbers.map((rows) => [
    row(
      widths,
      columns.map((part) => answerCell(sheet, part, rows)),
      { height: rowHeight(columns) },
    ),
  ])
  const body = repeatControl(sheet, name, items)
  return [...drawKey(question, place), table(looksOf(question, widths, place), columns.map(headCell), [body])]
}

/** Word counts the cards, so that one added with “+” has its number. */
const cardNumbers = ({ item = 'row' }: Question) => ({
  level: 0,
  format: LevelFormat.DECIMAL,
  text: `${capital(item)} %1`,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.NOTHING,
})

/** The questions asked of one row. */
function cellsOf(part: Question): readonly Question[] {
  return kindOf(part).control === 'parts' ? part.parts : [part]
}

/** Every row asks the same questions: those of the first name the columns. */
function columnsOf(question: Question): readonly Question[] {
  const [first, ...others] = question.parts
  if (!first) throw new Error(`Bug: ${question.path} has no rows`)
  const columns = cellsOf(first)
  if (others.some((part) => cellsOf(part).length !== columns.length)) {
    throw new Error(`Bug: the rows of ${question.path} do not ask the same questions`)
  }
  if (columns[0] !== first) return columns
  // Each row is one question with words of its own, so the column has none of them.
  const { hint: _, ...column } = first
  return [{ ...column, label: 'Answer', askWhen: [] }]
}

const tableWidth = ({ setIn }: Place): number => page.text - (setIn ? inset : 0)

const looksOf = ({ label }: Question, widths: readonly number[], { setIn }: Place) => ({
  title: label,
  widths,
  left: setIn ? inset : 0,
})
