/** The program of the search page: reads what is looked for from the address, and shows what was found. */
/// <reference lib="dom" />
import { excerptOf, marked, type Piece } from './excerpt.ts'
import { type Entry, type Finding, finderOf } from './find.ts'

/** Findings shown at once. */
const most = 50

const place = document.querySelector<HTMLElement>('main div.search')
const box = document.querySelector<HTMLInputElement>('main input[name="q"]')
const { searchEntries } = globalThis as { searchEntries?: readonly Entry[] }

// Without its index there is nothing to find: the page goes on saying where to look.
if (place && box && searchEntries) {
  const elsewhere = [...place.querySelectorAll('ul')]
  const asked = (new URLSearchParams(location.search).get('q') ?? '').trim().slice(0, 200)
  // Also where somebody comes back to a page that still holds what they typed next.
  addEventListener('pageshow', () => {
    box.value = asked
  })
  if (asked) answer(place, asked, searchEntries, elsewhere)
  else place.replaceChildren(element('p', {}, 'Or browse:'), ...elsewhere)
}

/**
 * Searches, once the page has said that it does: what changes afterwards is read aloud.
 * @param elsewhere Where to look where nothing is found.
 */
function answer(place: HTMLElement, asked: string, entries: readonly Entry[], elsewhere: readonly Node[]): void {
  const status = element('p', { role: 'status' }, 'Searching …')
  place.replaceChildren(status)
  document.title = `${asked} – ${document.title}`
  setTimeout(() => {
    const finding = finderOf(entries)(asked)
    status.replaceChildren(...counted(asked, finding))
    if (finding.entries.length) place.append(resultsOf(finding))
    else place.append(element('p', {}, 'Try a shorter word, or one that means much the same. Or browse:'), ...elsewhere)
  })
}

function counted(asked: string, { entries, whole }: Finding): (Node | string)[] {
  const { length } = entries
  const words = element('strong', {}, asked)
  if (!length) return ['Nothing was found for ', words, '.']
  const count = length === 1 ? '1 result' : `${length} results`
  const first = length > most ? `. Here are the first ${most}` : ''
  if (!whole) return ['No page has all of ', words, `. ${count} for some of it${first}.`]
  return [`${count} for `, words, first && `${first}: one more word would narrow them down.`]
}

/** Said to be a list, as one without numbers is none to some screen readers. */
const resultsOf = ({ entries, terms }: Finding): Node =>
  element('ol', { class: 'search-results', role: 'list' }, ...entries.slice(0, most).map((entry) => resultOf(entry, terms)))

function resultOf({ title, href, part, page, text, also = [] }: Entry, terms: ReadonlySet<string>): Node {
  const where = element('span', { class: 'search-part' }, page ? `${part}, ${page}` : part)
  const link = element('a', { href, class: 'govuk-link' }, element('span', {}, ...shown(marked(title, terms))), ' ', where)
  const others = also.flatMap((other, index) => {
    // Each link says by itself where it leads, to those who go from link to link.
    const hidden = element('span', { class: 'govuk-visually-hidden' }, `: ${title}`)
    return [index ? ', ' : 'Also in ', element('a', { href: other.href }, other.part, hidden)]
  })
  return element(
    'li',
    {},
    link,
    ...(text ? [element('p', {}, ...shown(excerptOf(text, terms)))] : []),
    ...(others.length ? [element('p', { class: 'search-also' }, ...others)] : []),
  )
}

const shown = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map(({ words, found }) => (found ? element('mark', {}, words) : words))

/** An element with what it holds; words come out as words, whatever characters they have. */
function element(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): Element {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}
