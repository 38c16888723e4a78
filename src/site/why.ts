/** The page for trainers on a person's journey, as part of the person's page: who that is, why the recording is good, and where it stands. */
import type { Heading, Link, Nodes, Paragraph, RootContent, Text } from 'mdast'
import { wordsOf } from '../document/markdown.ts'
import type { Document } from '../document/nodes.ts'
import type { Form } from '../form.ts'
import { allQuestions } from '../questions.ts'
import type { FilledPages } from './filled-pages.ts'

/** A passage that trainers are sent to. */
export interface Look {
  readonly form: Form
  /** What it shows: the heading that it is quoted under. */
  readonly shows: string
  /** The question. */
  readonly label: string
  readonly href: string
}

export interface Why {
  /** Who the person is: how the page begins. */
  readonly about: readonly Paragraph[]
  /** Everything else, its headings one level down. */
  readonly reasons: readonly RootContent[]
  readonly looks: readonly Look[]
}

/** One filled form, with the pages that show it. */
type Shown = Pick<FilledPages, 'addressOf'> & { readonly form: Form }

/**
 * Each place named as `(plan, “How will we manage risk together?”)`, a stage and a question, becomes a link to the answer.
 * @param page As somebody wrote it: a title, a paragraph on who the person is, and sections.
 */
export function whyOf({ children }: Document, shown: readonly Shown[]): Why {
  const [title, ...rest] = children
  const all = title?.type === 'heading' && title.depth === 1 ? rest : children
  const about = all[0]?.type === 'paragraph' ? [all[0]] : []
  const looks: Look[] = []
  let shows = ''
  const led = (node: RootContent): RootContent => {
    if (node.type === 'heading') {
      shows = wordsOf(node)
      return { ...node, depth: Math.min(node.depth + 1, 6) as Heading['depth'] }
    }
    const { node: linked, found } = withPlaces(node, shown)
    looks.push(...found.map((place) => ({ ...place, shows })))
    return linked
  }
  return { about, reasons: all.slice(about.length).map(led), looks }
}

type Place = Omit<Look, 'shows'>

/** A node with links to the places that it names. */
function withPlaces<Node extends Nodes>(node: Node, shown: readonly Shown[]): { node: Node; found: Place[] } {
  if (!('children' in node) || node.type === 'link') return { node, found: [] }
  const found: Place[] = []
  const children = node.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return pieces(child, shown, found)
    const inner = withPlaces(child as Nodes, shown)
    found.push(...inner.found)
    return [inner.node]
  })
  return { node: { ...node, children } as Node, found }
}

function pieces({ value }: Text, shown: readonly Shown[], found: Place[]): (Text | Link)[] {
  return value.split(/(?<=\()(\p{L}+, “[^”]+”)(?=\))/u).map((piece, index) => {
    const place = index % 2 ? placeNamed(piece, shown) : undefined
    if (!place) return { type: 'text', value: piece }
    found.push(place)
    return { type: 'link', url: place.href, children: [{ type: 'text', value: piece }] }
  })
}

function placeNamed(words: string, shown: readonly Shown[]): Place | undefined {
  const [, stage = '', label = ''] = /^(\p{L}+), “(.+)”$/u.exec(words) ?? []
  return shown
    .filter(({ form }) => form.stage === stage.toLowerCase())
    .flatMap(({ form, addressOf }) =>
      allQuestions(form)
        .filter((question) => question.label === label)
        .flatMap(({ path }) => addressOf(path) ?? [])
        .map((href) => ({ form, label, href })),
    )[0]
}
