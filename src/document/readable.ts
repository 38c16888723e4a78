/** A blank form as something to read: every question with what helps to answer it, and in words what the form has room for. */
import type { RootContent } from 'mdast'
import type { Markdown, Question } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { note } from '../kinds/note.ts'
import { text } from '../kinds/text.ts'
import { asked, choiceList, headingFor, type Manner } from './asked.ts'
import { afterLabel, choicesOf, whenWords } from './key.ts'
import { inlineOf, parseMarkdown, plainText } from './markdown.ts'
import type { Document } from './nodes.ts'
import { block, type Content, list, listed, paragraph, text as run, strong } from './prose.ts'

/**
 * An edition of a form as prose. Each question is a block `question` under a heading that links can lead to; in it are blocks `tier`,
 * `hint`, `when` and `answer`, where there is something to say.
 * @param document As `editionsOf` makes it.
 * @param depthShown True where the form has a brief edition: questions that it leaves out say so.
 */
export function readable(document: Document, depthShown = false): Document {
  let manner = inWords(depthShown)
  const children = document.children.flatMap((node): RootContent[] => {
    // Who opens the form at a section has read none of the others.
    if (node.type === 'heading' && node.depth <= 2) manner = inWords(depthShown)
    return node.type === 'formQuestion' ? block('question', asked(node.question, { rows: [], depth: node.depth }, manner)) : [node]
  })
  return { type: 'root', children }
}

/** What stands beside open answers, as told already: it is the same again and again, and told in full once. */
type Told = Set<string>

function inWords(depthShown: boolean): Manner {
  const told: Told = new Set()
  return {
    label: (question, { depth }) => [
      headingFor(question, depth + 1),
      ...(depthShown && question.tier !== 'brief' ? block('tier', [paragraph('Full form only')]) : []),
    ],
    help: block,
    answer(question) {
      const { words, more } = roomFor(question, told)
      return block('answer', [paragraph(inlineOf(words)), ...more])
    },
  }
}

/** What the form has room for: a sentence, and whatever it introduces. */
interface Room {
  readonly words: Markdown
  readonly more: Content[]
}

function roomFor(question: Question, told: Told): Room {
  const { parts, options, calculated, want, item = 'row' } = question
  const { asks, control } = kindOf(question)
  if (calculated) return { words: `Nobody has to fill this in: the form works it out. ${calculated.words}`, more: [] }
  if (options.length) return choicesFor(question)
  switch (control) {
    case 'words':
      return beside(asks, parts.slice(1), told)
    case 'parts':
      return { words: `${asks}:`, more: partList(parts, told) }
    case 'rows': {
      const [first] = parts
      if (!first || kindOf(first).control !== 'parts') return { words: `${asks}:`, more: partList(parts, told) }
      const rows = listed(parts.map((row) => entry(row)))
      return { words: `${asks}:`, more: [...rows, paragraph('Of each of them, the form asks:'), ...partList(first.parts, told)] }
    }
    case 'items':
      return { words: `${asks}. For each ${plainText(item)}:`, more: partList(parts, told) }
    default:
      return { words: want === undefined ? `${asks}.` : plainText(want), more: [] }
  }
}

/** A screen has room for a list where paper has not; a few words that explain themselves are read faster in a sentence. */
function choicesFor(question: Question): Room {
  const { options } = question
  const explained = options.some(({ description }) => description)
  if (!explained && options.length <= 4) return { words: choicesOf(question).words, more: [] }
  return { words: `${kindOf(question).asks}:`, more: explained ? choiceList(options) : [list(options.map(({ label }) => label))] }
}

/** An open answer, and what the form asks beside it: whose words they are, or why there are none. */
function beside(asks: string, parts: readonly Question[], told: Told): Room {
  if (!parts.length) return { words: `${asks}.`, more: [] }
  const shape = JSON.stringify(parts.map(({ label, hint, askWhen, options }) => ({ label, hint, askWhen, options })))
  if (!told.has(shape)) {
    told.add(shape)
    return { words: `${asks}. Beside them:`, more: partList(parts, told) }
  }
  const labels = parts.map(({ label }) => `“${plainText(label)}”`)
  return { words: `${asks}. Beside them: ${labels.join(' and ')}.`, more: [] }
}

/** A part that is answered in plain words says so by its label. */
const partList = (parts: readonly Question[], told: Told): Content[] =>
  listed(
    parts.map((part) =>
      entry(part, part.want === undefined && plain.includes(kindOf(part)) && !part.calculated ? undefined : roomFor(part, told)),
    ),
  )

const plain: readonly unknown[] = [text, note]

/** One of a list of parts: its label, what helps to answer it, and what there is room for. */
function entry(part: Question, { words, more }: Room = { words: '', more: [] }): Content[] {
  const hint = parseMarkdown(part.hint ?? '').children as Content[]
  // Few hints are more than a sentence or two, and run on after the label.
  const runsOn = hint.every(({ type }) => type === 'paragraph')
  const said = [runsOn ? part.hint : undefined, ...whenWords(part), words].filter(Boolean).join(' ')
  const about = said ? [run(afterLabel(part.label)), ...inlineOf(said)] : []
  return [paragraph([strong(part.label), ...about]), ...(runsOn ? [] : hint), ...more]
}
