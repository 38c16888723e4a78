/** A filled form to read: a page it begins with, and one for each of its sections, where notes in the margin say why it is good. */
import type { Heading, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { adviceAddress, personFormAddress } from '../addresses.ts'
import { headingsOf } from '../document/anchors.ts'
import { answered } from '../document/answered.ts'
import { isBlank, mapInWords } from '../document/map-words.ts'
import type { Block, Document } from '../document/nodes.ts'
import { partsOf } from '../document/parts.ts'
import { block, heading, paragraph } from '../document/prose.ts'
import type { Example, Job } from '../emit/emitter.ts'
import type { Form, Path, Question } from '../form.ts'
import { mapOf, type StrengthsMap, titleOf } from '../map/model.ts'
import { picture, size } from '../map/svg.ts'
import { allQuestions } from '../questions.ts'
import { tagOf } from '../tag.ts'
import type { Download } from './downloads.ts'
import { type Compose, inOrder, type Link, linkTo, type Page } from './page.ts'

/** A section of a filled form. */
export interface FilledSection extends Link {
  readonly notes: number
  readonly isBlank: boolean
}

/** The pages of one filled form. */
export interface FilledPages {
  readonly pages: readonly Page[]
  readonly sections: readonly FilledSection[]
  /** Where the answer at a path stands: a row of it, counted from 0, or the nearest around it; undefined where none was shown. */
  readonly addressOf: (path: Path, row?: number) => string | undefined
}

/**
 * @param person Whose form it is.
 * @param within The pages above it.
 */
export function filledPages(
  { form, editions, settings }: Job,
  example: Example,
  person: string,
  downloads: readonly Download[],
  within: Page['within'],
  compose: Compose,
): FilledPages {
  const whole: Document = editions[0]?.document ?? { type: 'root', children: [] }
  const { parts } = partsOf(answered(whole, example.record, example.notes))
  const first = { path: personFormAddress(form, example.name).slice(1), title: `${person}: ${form.title}` }
  const folder = first.path.replace(/[^/]*$/, '')
  const pages = parts.map(
    ({ name, title, document }): Page => ({
      path: `${folder}${name}.html`,
      title: `${title}: ${person}, ${form.title}`,
      document: withOwner(withAdvice(document, form), `${person}: ${form.title}`),
      within: [...within, linkTo(first)],
      look: 'filled',
    }),
  )
  const sections = parts.map(
    ({ title, document }, index): FilledSection => ({
      title,
      href: `/${pages[index]?.path ?? ''}`,
      notes: blocksOf(document, 'note'),
      isBlank: !blocksOf(document, 'question'),
    }),
  )
  const map = mapOf(form, example.record)
  const front = compose('person-form', { name: person, form, sections: sections.map(listed), downloads })
  const document = { ...front, children: [...front.children, ...(map && !isBlank(map) ? pictured(map, settings.colours.heading) : [])] }
  const places = new Map(
    pages.flatMap(({ path, document }) =>
      headingsOf(document).flatMap(({ anchor }) => (anchor ? [[anchor, `/${path}#${anchor}`] as const] : [])),
    ),
  )
  return {
    pages: [{ ...first, within, document }, ...inOrder(pages)],
    sections,
    addressOf: (path, row) => placeIn(places, path, row),
  }
}

const listed = ({ title, href, notes, isBlank }: FilledSection) => ({
  title,
  href,
  has: isBlank ? 'nothing written' : notes ? countOf(notes, 'note') : '',
})

/** “1 note”, “3 notes”. */
export const countOf = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`

function blocksOf(document: Document, name: string): number {
  let count = 0
  visit(document, 'block', (node) => {
    if (node.name === name) count++
  })
  return count
}

function placeIn(places: ReadonlyMap<string, string>, path: Path, row?: number): string | undefined {
  const own = row === undefined ? undefined : places.get(`${tagOf(path)}.${row + 1}`)
  for (let at = path; at && !own; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(tagOf(at))
    if (place) return place
  }
  return own
}

/** Whoever comes by a link sees at once whose words these are. */
function withOwner({ children: [title, ...others] }: Document, owner: string): Document {
  return { type: 'root', children: [...(title ? [title] : []), ...block('owner', [paragraph(owner)]), ...others] }
}

/** Each question with a link to what staff are told about it. */
function withAdvice(document: Document, form: Form): Document {
  const byTag = new Map(allQuestions(form).map((question) => [tagOf(question.path), question]))
  const advised = (node: RootContent): RootContent => {
    const start = node.type === 'block' && node.name === 'question' ? node.children[0] : undefined
    const question = start?.type === 'heading' ? byTag.get(start.anchor ?? '') : undefined
    return question?.guidance ? { ...(node as Block), children: [...(node as Block).children, ...adviceOn(question, form)] } : node
  }
  return { ...document, children: document.children.map(advised) }
}

const adviceOn = (question: Question, form: Form): Block[] =>
  block('advice', [
    paragraph([
      { type: 'link', url: adviceAddress(form, question), children: [{ type: 'text', value: `Guidance on “${question.label}”` }] },
    ]),
  ])

/** A strengths map, and below it everything on it in words that need no magnifying glass. */
function pictured(map: StrengthsMap, ink: string): RootContent[] {
  const alt = `A circle with ${map.name ? 'a name' : 'room for a name'} and four areas around it. What they say stands below, in words.`
  const depth = 3 satisfies Heading['depth']
  return [
    heading(2, 'Strengths map'),
    // A page of HTML shows the drawing itself.
    { type: 'picture', svg: picture(map, ink), png: new Uint8Array(), ...size, title: titleOf(map), alt },
    ...block('map-words', mapInWords(map, depth)),
  ]
}
