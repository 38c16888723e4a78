/** Practice notes: what is good about an answer, printed in a box after it in worked examples. */
import type { Problem } from '../../answers/problem.ts'
import type { Path, Question } from '../../form.ts'
import { allQuestions, withParts } from '../../questions.ts'
import { tagOf } from '../../tag.ts'
import { runXml } from './runs.ts'
import type { Template } from './scan.ts'

/** The notes to print after each block, by the block's number. */
export function placeNotes(
  template: Template,
  notes: ReadonlyMap<Path, string>,
): { after: ReadonlyMap<number, string>; problems: readonly Problem[] } {
  const after = new Map<number, string>()
  const problems: Problem[] = []
  const questions = new Map(allQuestions(template.form).map((each) => [each.path, each]))
  for (const [path, words] of notes) {
    const question = questions.get(path)
    const block = question ? lastBlock(template, question) : -1
    if (block >= 0) after.set(block, (after.get(block) ?? '') + noteXml(words, template.notesStyled))
    else problems.push({ path, label: question?.label ?? path, reason: 'has no place for its note, which is not shown' })
  }
  return { after, problems }
}

/** The last block with a control of this question, and the words that belong to it. */
function lastBlock({ blocks }: Template, question: Question): number {
  const tags = withParts(question).flatMap(({ path, options }) => [tagOf(path), ...options.map((option) => tagOf(path, option.value))])
  let block = blocks.findLastIndex((each) => tags.some((tag) => each.tags.has(tag)))
  while (block >= 0 && blocks[block + 1]?.follows) block++
  return block
}

function noteXml(words: string, styled: boolean): string {
  const properties = styled ? '<w:pStyle w:val="PracticeNote"/>' : plainBox
  return `<w:p><w:pPr>${properties}</w:pPr>${runXml('Why this is good: ', '<w:rPr><w:b/></w:rPr>')}${runXml(words)}</w:p>`
}

/** For templates whose styles were lost on the way. */
const plainBox = `<w:pBdr>${['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="4" w:color="auto"/>`)
  .join('')}</w:pBdr>`
