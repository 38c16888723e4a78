/** The choices of a question in print: on paper, a list that drops down shows nothing. */
import { AlignmentType, LevelFormat, type XmlComponent } from 'docx'
import type { Option, Question } from '../form.ts'
import { blockStyle } from './block-styles.ts'
import { paragraph, run, valued } from './element.ts'
import { inset } from './looks.ts'
import { inlineOf } from './markdown.ts'
import { phrasing } from './phrasing.ts'
import type { Place } from './questions.ts'

/** All in one line, or as a list where most of them are explained. */
export function printedChoices({ options }: Question, { setIn, again }: Place): XmlComponent[] {
  const explained = again ? [] : options.filter((option) => option.description)
  const listed = explained.length * 2 > options.length
  const line = listed ? 'Choose one:' : `Choose one: ${options.map((option) => option.label).join(' · ')}`
  return [
    paragraph(blockStyle('Choices', setIn), [run(line)]),
    ...(listed ? options : explained).map((option) =>
      paragraph(blockStyle('ChoiceLine', setIn), choiceWords(option), {
        numbering: { reference: choiceList.reference, level: setIn ? 1 : 0 },
      }),
    ),
  ]
}

/** “**Brief** – One thing is needed.” */
export function choiceWords({ label, description }: Option): XmlComponent[] {
  if (!description) return [run(label)]
  return [run(label, [valued('w:rStyle', 'Strong')]), run(' – '), ...phrasing(inlineOf(description))]
}

/** A real list, which a screen reader counts; one level for plain questions and one for parts. */
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
