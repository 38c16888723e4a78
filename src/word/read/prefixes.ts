/** Names as Word itself writes them: a file may call Word's namespaces by any prefix, or none. */
import { Refused } from '../../zip/entry.ts'

export interface Prefixes {
  /** @param prefix Empty for the namespace of elements without one. @param depth Of the element that declares it. */
  declare(prefix: string, namespace: string, depth: number): void
  /** Forgets what the element at this depth has declared. */
  leave(depth: number): void
  /** @throws Refused for a prefix that was not declared. */
  element(name: string): string
  attributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>>
}

interface Declared {
  readonly prefix: string
  readonly before: string | undefined
  readonly depth: number
}

export function prefixed(): Prefixes {
  const known = new Map<string, string>([
    ['', ''],
    ['xml', 'xml'],
  ])
  const declared: Declared[] = []
  /** True where `w:` is Word's own, as it nearly always is: then most names need no looking up. */
  let usualW = false
  /** How many of them are called otherwise than Word calls them: mostly none, and then names stay as they are. */
  let odd = 0
  const set = (prefix: string, usual: string | undefined): void => {
    const before = known.get(prefix)
    odd += Number(usual !== undefined && usual !== prefix) - Number(before !== undefined && before !== prefix)
    if (usual === undefined) known.delete(prefix)
    else known.set(prefix, usual)
    usualW = known.get('w') === 'w'
  }
  const name = (written: string, unprefixed: string): string => {
    const colon = written.indexOf(':')
    const prefix = colon < 0 ? '' : written.slice(0, colon)
    const usual = colon < 0 ? unprefixed : known.get(prefix)
    if (usual === undefined)
      throw new Refused(
        `The Word file is damaged: it uses the prefix “${prefix}” without saying what it means. Open it in Word and save it again.`,
      )
    if (usual === prefix) return written
    return usual ? `${usual}:${written.slice(colon + 1)}` : written.slice(colon + 1)
  }
  return {
    declare(prefix, namespace, depth) {
      declared.push({ prefix, before: known.get(prefix), depth })
      // One of Word's prefixes with another meaning is not Word's.
      set(prefix, wordPrefixes.get(namespace) ?? (usual.has(prefix) ? `other-${prefix}` : prefix))
    },
    leave(depth) {
      for (let last = declared.at(-1); last?.depth === depth; last = declared.at(-1)) {
        declared.pop()
        set(last.prefix, last.before)
      }
    },
    element: (written) => (usualW && written.startsWith('w:') ? written : name(written, known.get('') ?? '')),
    // Attributes without a prefix are in no namespace.
    attributes: (attributes) =>
      odd
        ? Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.startsWith('xmlns') ? key : name(key, ''), value]))
        : attributes,
  }
}

/** The prefixes that Word gives its namespaces (ISO/IEC 29500, transitional and strict), for files that give them others. */
const wordPrefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
])
const usual = new Set(wordPrefixes.values())
