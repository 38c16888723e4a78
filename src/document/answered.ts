/** A filled form as something to read: the form's pages, with every question that was answered, its answer, and why that is good. */
import type { RootContent } from 'mdast'
import type { Draft, Path, Question } from '../form.ts'
import { withParts } from '../questions.ts'
import { answerTo, type Filled, isAnswered, isAnsweredAnywhere, noteOn } from './answers.ts'
import { headingFor } from './asked.ts'
import type { Document } from './nodes.ts'
import { block, paragraph } from './prose.ts'

/**
 * An edition of a form with the answers of a record. Each question is a block `question` under the heading it has in `readable`; in it
 * are blocks `answer`, `card` and `note`. Questions without an answer are left out; of a section without any, its beginning stays, so that it can be
 * seen what was not needed.
 * @param document As `editionsOf` makes it.
 * @param record Complete or not. What is in it never passes through Markdown or a template.
 * @param notes Why an answer is good, by the question's path; words, and no Markdown. A note on a part of a repeat stands once, with its first answer.
 * @throws Error for a note that no answer on these pages could have: it would be lost.
 */
export function answered(document: Document, record: Draft, notes: ReadonlyMap<Path, string> = new Map()): Document {
  const filled: Filled = { record, notes }
  const questions = document.children.flatMap((node) => (node.type === 'formQuestion' ? withParts(node.question) : []))
  const noted = new Set(questions.filter((each) => notes.has(each.path) && isAnsweredAnywhere(each, filled)).map(({ path }) => path))
  const lost = [...notes.keys()].filter((path) => !noted.has(path))
  if (lost.length) throw new Error(`Bug: a note belongs to no answer on these pages, and would be lost: ${lost.join(', ')}`)
  return { type: 'root', children: pages(document.children, filled) }
}

function pages(nodes: readonly RootContent[], filled: Filled): RootContent[] {
  const made: RootContent[] = []
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index] as RootContent
    const section = node.type === 'heading' ? sectionAt(nodes, index) : []
    if (isBlank(section, filled)) {
      made.push(...beginningOf(section), ...block('hint', [paragraph(leftBlank)]))
      index += section.length
      continue
    }
    made.push(...(node.type === 'formQuestion' ? shown(node.question, node.depth, filled) : [node]))
    index++
  }
  return made
}

const leftBlank = 'Nothing was written here, and that is fine: not every record needs every part.'

function shown(question: Question, depth: number, filled: Filled): RootContent[] {
  if (!isAnswered(question, filled)) return []
  return block('question', [headingFor(question, depth + 1), ...answerTo(question, depth + 1, filled), ...noteOn(question, filled)])
}

/** A heading and all that stands under it, smaller headings too. */
function sectionAt(nodes: readonly RootContent[], start: number): readonly RootContent[] {
  const depthOf = (node: RootContent | undefined): number => (node?.type === 'heading' ? node.depth : Number.POSITIVE_INFINITY)
  const after = nodes.findIndex((node, index) => index > start && depthOf(node) <= depthOf(nodes[start]))
  return nodes.slice(start, after < 0 ? undefined : after)
}

/** True for a section that asks something, and was answered nothing. */
function isBlank(section: readonly RootContent[], filled: Filled): boolean {
  const questions = section.flatMap((node) => (node.type === 'formQuestion' ? [node.question] : []))
  return questions.length > 0 && !questions.some((question) => isAnswered(question, filled))
}

/** Its heading and what is said before anything is asked, such as when it is needed. */
function beginningOf([heading, ...others]: readonly RootContent[]): RootContent[] {
  const end = others.findIndex(({ type }) => type === 'formQuestion' || type === 'heading')
  return [...(heading ? [heading] : []), ...others.slice(0, end)]
}
