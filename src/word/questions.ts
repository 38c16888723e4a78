/** A question as blocks of Word: its label, what helps to answer it, and its controls. */
import type { XmlComponent } from 'docx'
import { afterLabel } from '../document/key.ts'
import { parseMarkdown } from '../document/markdown.ts'
import type { Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { type BlockStyle, blockStyle } from './block-styles.ts'
import { runTogether } from './cells.ts'
import { choiceWords, printedChoices } from './choices.ts'
import { tickControl } from './control.ts'
import { type ParagraphChanges, paragraph, run, valued } from './element.ts'
import { drawItems, drawRows } from './groups.ts'
import type { Place } from './place.ts'
import { prose } from './prose.ts'
import type { Sheet } from './sheet.ts'
import { singleControl, whoseWords } from './single.ts'

/** The blocks of one question. */
export function drawQuestion(sheet: Sheet, question: Question, { first, ...place }: Place): XmlComponent[] {
  const styled = (style: BlockStyle, children: readonly XmlComponent[]) => paragraph(blockStyle(style, place.setIn), children)
  const { control } = kindOf(question)
  if (control === 'tick') return tick(sheet, question, place, first)
  if (place.inCard && (control === 'line' || control === 'pickOne' || control === 'date')) return [beside(sheet, question, place, first)]
  const label = paragraph(blockStyle('Question', place.setIn), [run(question.label)], first)
  const asked = [label, ...(place.inCard ? [] : help(sheet, question, place))]
  if (question.calculated) return [...asked, styled('Answer', singleControl(sheet, question, place.rows))]
  switch (control) {
    case 'line':
      return [...asked, styled('Answer', singleControl(sheet, question, place.rows))]
    case 'lines':
      return [...asked, styled('Answer', singleControl(sheet, question, place.rows, place.inCard ? 1 : 2))]
    case 'date':
      return [...asked, styled('AnswerShort', singleControl(sheet, question, place.rows))]
    case 'pickOne':
      return [
        ...asked,
        ...(place.inCard ? [] : printedChoices(question, place)),
        styled('AnswerShort', singleControl(sheet, question, place.rows)),
      ]
    case 'pickMany':
      return [...asked, ...boxes(sheet, question, place)]
    case 'words': {
      const [text, ...about] = question.parts
      if (!text) throw new Error(`Bug: ${question.path} has no text part`)
      const named = { ...text, label: question.label }
      return [
        ...asked,
        styled('AnswerOpen', singleControl(sheet, named, place.rows, place.inCard ? 2 : 3)),
        styled('WhoseWords', whoseWords(sheet, about, place.rows)),
      ]
    }
    case 'parts':
      return [...asked, ...question.parts.flatMap((part) => drawQuestion(sheet, part, { ...place, setIn: true }))]
    case 'rows':
      return [...asked, ...drawRows(sheet, question, place, drawQuestion)]
    case 'items':
      return [...asked, ...drawItems(sheet, question, place, drawQuestion)]
  }
}

/** In a card, an answer of a line or less stands beside its label. */
function beside(sheet: Sheet, question: Question, { setIn, rows }: Place, first?: ParagraphChanges): XmlComponent {
  const label = [run(question.label, [valued('w:rStyle', 'Strong')]), run(afterLabel(question.label))]
  return paragraph(blockStyle('AnswerBeside', setIn), [...label, ...singleControl(sheet, question, rows)], first)
}

/** Hint, and when to answer. */
function help(sheet: Sheet, { hint, askWhen }: Question, { setIn }: Place): XmlComponent[] {
  return [
    ...(hint ? hintBlocks(sheet, hint, blockStyle('Hint', setIn)) : []),
    ...askWhen.map((when) => paragraph(blockStyle('AskWhen', setIn), [run(`Answer this if ${when}.`)])),
  ]
}

const hintBlocks = (sheet: Sheet, hint: string, style: string, first: ParagraphChanges = {}): XmlComponent[] =>
  parseMarkdown(hint).children.flatMap((block) => prose(sheet, block, { style, heading: '', first }))

/** The box first, as on any paper form; what helps comes under it. */
function tick(sheet: Sheet, question: Question, { setIn, inCard, rows }: Place, first?: ParagraphChanges): XmlComponent[] {
  const { path, label } = question
  const { hint, askWhen } = inCard ? { hint: undefined, askWhen: [] } : question
  const style = blockStyle('TickHint', setIn)
  return [
    paragraph(blockStyle('Tick', setIn), [...tickControl(sheet, { path, alias: label, rows }), run(`\t${label}`)], {
      ...first,
      ...(hint || askWhen.length ? { keepNext: true } : {}),
    }),
    ...(hint ? hintBlocks(sheet, hint, style, askWhen.length ? { keepNext: true } : undefined) : []),
    ...askWhen.map((when) => paragraph(blockStyle('TickWhen', setIn), [run(`Answer this if ${when}.`)])),
  ]
}

function boxes(sheet: Sheet, question: Question, { setIn, inCard, rows }: Place): XmlComponent[] {
  const style = blockStyle('TickOption', setIn)
  if (inCard) return [paragraph(blockStyle('TickRun', setIn), runTogether(sheet, question, rows))]
  return question.options.map((option, index) =>
    paragraph(
      style,
      [...tickControl(sheet, { path: question.path, option: option.value, alias: option.label, rows }), run('\t'), ...choiceWords(option)],
      index < question.options.length - 1 ? { keepNext: true } : undefined,
    ),
  )
}
