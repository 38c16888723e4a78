/** The one control that answers a question, chosen by its kind. */
import type { XmlComponent } from 'docx'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { choiceControl, dateControl, textControl } from './control.ts'
import { run } from './element.ts'
import type { Sheet } from './sheet.ts'

/**
 * A text, date or choice control.
 * @param rows Row numbers from 1, outermost repeat first.
 * @param room Empty lines for a pen, in answers of several lines.
 */
export function singleControl(sheet: Sheet, question: Question, rows: readonly number[], room = 0): XmlComponent[] {
  const name = { path: question.path, alias: question.label, rows }
  if (question.calculated) return textControl(sheet, name, { calculated: true })
  const { control } = kindOf(question)
  switch (control) {
    case 'line':
      return textControl(sheet, name)
    case 'lines':
      return textControl(sheet, name, { multiLine: true, room })
    case 'date':
      return dateControl(sheet, name)
    case 'pickOne':
      return choiceControl(sheet, name, question.options)
    default:
      throw new Error(`Bug: ${question.path} is not answered by one control of text, but by ${control}`)
  }
}

/** “Whose words: [choose]  If left blank, why: [choose]”, for the parts of an open answer that are about it. */
export function whoseWords(sheet: Sheet, parts: readonly Question[], rows: readonly number[]): XmlComponent[] {
  return parts.flatMap((part, index) => [run(`${index ? '\t' : ''}${part.label}: `), ...singleControl(sheet, part, rows)])
}
