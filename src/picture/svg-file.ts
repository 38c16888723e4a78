/** An SVG that somebody gives us: what in it could run, move, or be fetched from elsewhere. */
import { type SaxesAttributeNS, SaxesParser } from 'saxes'

/** What runs, holds another page, or changes while one reads (WCAG 2.2, 2.2.2); the last four can also give a link another target. */
const refused = new Set(
  'script handler listener foreignobject iframe embed object audio video canvas animate animatemotion animatetransform set'.split(' '),
)

/** A picture within the picture is all right; an SVG there would have to be looked through too. */
const within = /^(?:#|data:image\/(?:png|jpeg|gif);base64,)/i

/** Attributes by which a browser finds something, beside those called `href`. */
const fetching = new Set(['src', 'base'])

/**
 * Everything in an SVG that a page may not hold, as people would find it in the file: `<script>`, `onload="…"`.
 * @returns Empty for a drawing that is safe to put into a page.
 * @throws Error where it is not well-formed XML, or no SVG.
 */
export function unsafeIn(svg: string): string[] {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const found = new Set<string>()
  const open: string[] = []
  let root = false
  parser.on('error', (problem) => {
    throw problem
  })
  // A document type brings rules from elsewhere, and words that stand for other words.
  parser.on('doctype', () => found.add('<!DOCTYPE>'))
  parser.on('processinginstruction', ({ target }) => found.add(`<?${target}?>`))
  parser.on('opentag', ({ local, name, uri, attributes }) => {
    root ||= !open.length && local === 'svg' && uri === 'http://www.w3.org/2000/svg'
    open.push(local.toLowerCase())
    if (refused.has(local.toLowerCase())) found.add(`<${name}>`)
    for (const attribute of Object.values(attributes)) {
      if (isUnsafe(attribute)) found.add(`${attribute.name}="${shortened(attribute.value)}"`)
    }
  })
  parser.on('closetag', () => open.pop())
  const look = (text: string) => {
    if (open.at(-1) === 'style' && fetches(text)) found.add('<style> that fetches something')
  }
  parser.on('text', look)
  parser.on('cdata', look)
  parser.write(svg.trim()).close()
  if (!root) throw new Error('it does not begin with <svg xmlns="http://www.w3.org/2000/svg">')
  return [...found]
}

function isUnsafe({ prefix, local, value }: SaxesAttributeNS): boolean {
  const name = local.toLowerCase()
  if (prefix === 'xmlns') return false
  if (name.startsWith('on')) return true
  if (name === 'href' || fetching.has(name)) return !within.test(value.trim())
  // What drawing programs note for themselves, under a prefix of theirs, no browser reads.
  return prefix === '' && fetches(value)
}

/** True for rules of style that fetch. A backslash can spell any of these words so that nobody sees it. */
const fetches = (rules: string): boolean =>
  /@import|image-set\(|\b(?:image|src)\(|\\/i.test(rules) ||
  [...rules.matchAll(/url\(\s*["']?\s*([^)]*)/gi)].some(([, target = '']) => !within.test(target))

const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value)
