/** The choices of a question in print: on paper, a list that drops down shows nothing. */
import { AlignmentType, LevelFormat, type XmlComponent } from 'docx'
import { afterLabel, choicesOf, keyOf } from '../document/key.ts'
import { inlineOf } from '../document/markdown.ts'
import type { Option, Question } from '../form.ts'
import { blockStyle } from './block-styles.ts'
import { paragraph, run, valued } from './element.ts'
import { inset } from './looks.ts'
import { phrasing } from './phrasing.ts'
import type { Place } from './place.ts'

/** The choices under a question of its own. */
export function printedChoices(question: Question, { setIn }: Place): XmlComponent[] {
  const { words, listed } = choicesOf(question)
  return [paragraph(blockStyle('Choices', setIn), phrasing(inlineOf(words))), ...list(listed, setIn)]
}

/** What each part of the rows below wants, once for all of them. Its last line stays with the first row. */
export function drawKey(question: Question, { setIn }: Place): XmlComponent[] {
  const lines = keyOf(question).flatMap(({ name, words, choices }) => [
    {
      style: 'Key' as const,
      children: [run(name, [valued('w:rStyle', 'Strong')]), run(afterLabel(name)), ...phrasing(inlineOf(words))],
      changes: {},
    },
    ...choices.map((option) => ({ style: 'KeyChoice' as const, children: choiceWords(option), changes: listed(setIn) })),
  ])
  return lines.map(({ style, children, changes }, index) =>
    paragraph(blockStyle(style, setIn), children, { ...changes, ...(index === lines.length - 1 ? { keepNext: true } : {}) }),
  )
}

/** A real list, which a screen reader counts. */
const list = (options: readonly Option[], setIn: boolean): XmlComponent[] =>
  options.map((option) => paragraph(blockStyle('ChoiceLine', setIn), choiceWords(option), listed(setIn)))

const listed = (setIn: boolean) => ({ numbering: { reference: choiceList.reference, level: setIn ? 1 : 0 } })

/** “**Brief** – One thing is needed.” */
export function choiceWords({ label, description }: Option): XmlComponent[] {
  if (!description) return [run(label)]
  return [run(label, [valued('w:rStyle', 'Strong')]), run(' – '), ...phrasing(inlineOf(description))]
}

/** One level for plain questions and one for parts. */
export const choiceList = {
  reference: 'choices',
  levels: [0, inset].map((left, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: left + 240, hanging: 240 } } },
  })),
}
