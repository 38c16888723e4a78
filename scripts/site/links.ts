/** Where links lead, and what they are called. */
import type { Facts, Link } from './facts.ts'
import type { Found } from './faults.ts'
import type { Site } from './site.ts'

/** Where a link of a page leads on the site: a path, and an id there. Undefined for links to elsewhere. */
export function targetOf(path: string, href: string): { file: string; anchor: string } | undefined {
  const base = 'http://site.invalid/'
  if (!URL.canParse(href, base + path)) return { file: href, anchor: '' }
  const { origin, pathname, hash } = new URL(href, base + path)
  if (`${origin}/` !== base) return undefined
  return { file: decodeURIComponent(pathname.slice(1)), anchor: decodeURIComponent(hash.slice(1)) }
}

export function lostLinks(path: string, { links, loads }: Facts, facts: ReadonlyMap<string, Facts>, { files }: Site): Found[] {
  const loaded = loads.map((href): Pick<Link, 'href' | 'element'> => ({ href, element: href }))
  return [...links, ...loaded].flatMap(({ href, element }): Found[] => {
    if (/^(?:\/|file:)/.test(href))
      return [
        { rule: 'link', element, says: `${href} is right in one place only: an address on the site begins from the page it stands on.` },
      ]
    const target = targetOf(path, href)
    if (!target || (!target.anchor && href.startsWith('#'))) return []
    const { file, anchor } = target
    if (!files.has(file))
      return [{ rule: 'lost-link', element, says: `It leads to ${file || 'a folder'}, and there is no such page or file.` }]
    // A page that was not opened is asked nothing.
    const there = facts.get(file)
    return !anchor || !there || there.ids.includes(anchor)
      ? []
      : [{ rule: 'lost-link', element, says: `It leads to “${anchor}” on ${file}, and nothing there has that id.` }]
  })
}

export function sameNames(path: string, { links }: Facts): Found[] {
  const byName = new Map<string, Map<string, Link>>()
  for (const link of links) {
    const name = link.name.toLowerCase()
    const target = new URL(link.href, `http://site.invalid/${path}`).href
    byName.set(name, (byName.get(name) ?? new Map()).set(target, link))
  }
  return [...byName.values()].flatMap((targets): Found[] => {
    const [one, other] = [...targets.values()]
    if (one && !one.name) return [{ rule: 'link-name', element: one.element, says: 'The link has no words: say where it leads.' }]
    if (!one || !other) return []
    const says = `“${one.name}” leads to ${targets.size} places (${one.href}, ${other.href}): a list of links alone must tell them apart.`
    return [{ rule: 'link-name', element: other.element, says }]
  })
}
