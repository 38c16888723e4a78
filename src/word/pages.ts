/**
 * On which page each bookmark falls, for the numbers in a list of contents.
 *
 * `docx` has a layout of its own, which knows all of Word and takes some ten times as long as everything else in a build. Our documents
 * need little of it; the tests hold this to the same pages.
 */
import type { IContext, PageNumberEstimator } from 'docx'
import { type Looks, looksIn } from './paper/looks.ts'
import type { Mark } from './paper/mark.ts'
import { blocksOf, joined } from './paper/table.ts'
import { turnPages } from './paper/turn.ts'
import { isFilledIn, markOf, writtenIn } from './written.ts'

/**
 * Works page numbers out for `docx`.
 * @param width Of the text on a page.
 * @param height Of the text on a page.
 * @returns The page of each bookmark up to the first place that people fill in. From there on none: what they write moves what follows, and
 * no number is better than a wrong one.
 */
export function pageNumbersOn(width: number, height: number): PageNumberEstimator {
  return (body, context) => {
    const looks = looksOf(context)
    const elements = writtenIn(body)
    const filledIn = elements.findIndex(isFilledIn)
    const known = elements.slice(0, filledIn < 0 ? undefined : filledIn)
    const blocks = joined(known.flatMap((element) => blocksOf(markOf(element), width, looks)))
    const pages = turnPages(blocks, height)
    const bookmarks = blocks.flatMap((block, index) => block.bookmarks.map((name) => [name, String(pages.starts[index])] as const))
    return { bookmarks: new Map(bookmarks), ...(filledIn < 0 ? { pageCount: pages.count } : {}) }
  }
}

/** The looks of everything in a document that `docx` is about to write. It gives lists their numbers later: until then they have names. */
function looksOf(context: IContext): Looks {
  const { Styles: styles, Numbering: numbering } = context.file
  const names = new Map(numbering.ConcreteNumbering.map(({ numId, reference, instance }) => [`${numId}`, `{${reference}-${instance}}`]))
  const written = numbering.prepForXml(context)
  const lists = written && markOf(written)
  const named = ({ attributes, ...list }: Mark): Mark => {
    const name = list.name === 'w:num' && names.get(attributes['w:numId'] ?? '')
    return { ...list, attributes: name ? { ...attributes, 'w:numId': name } : attributes }
  }
  return looksIn(markOf(styles.prepForXml(context)), lists && { ...lists, children: lists.children.map(named) })
}
