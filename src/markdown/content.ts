/** What stands in the fence of one question: its answer in words, or boxes to tick. */
import type { ByTag } from '../answers/answers.ts'
import type { Field } from '../answers/outline.ts'
import { box, boxes } from './boxes.ts'

/** With an answer, or without: then there is an empty line, or boxes that nobody has ticked. */
export function contentOf({ manner, question, tag, boxes: all }: Field, answers: ByTag): string {
  const answer = answers.get(tag)
  switch (manner) {
    case 'tick':
      return box(answer !== undefined, question.label)
    case 'choice':
      return boxes(question.options, (value) => value === answer?.value)
    case 'boxes':
      return boxes(all, (value) => all.some((each) => each.value === value && answers.has(each.tag)))
    default:
      return answer?.words.replace(/\r\n?/g, '\n') ?? ''
  }
}
