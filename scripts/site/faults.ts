/** What is wrong with the site, told so that somebody can mend it. */

export interface Fault {
  /** Its path from the site’s root; the site itself where it is no page’s. */
  readonly page: string
  /** How it was looked at: `320 px`, `print`. */
  readonly how: string
  /** Permanent name of what does not hold, such as `lost-link`; axe’s own for what axe finds. */
  readonly rule: string
  /** Where in the page, as its HTML begins. */
  readonly element?: string | undefined
  /** What is wrong, and what to do. */
  readonly says: string
}

/** What a check of one page finds; how it looked at it, unless that is said already. */
export type Found = Omit<Fault, 'page' | 'how'> & Partial<Pick<Fault, 'how'>>

/** Faults in lines, one each; what is the same on many pages, as in their layout, is said once. */
export function lines(faults: readonly Fault[]): string[] {
  const same = new Map<string, Fault[]>()
  for (const fault of faults) {
    const { how, rule, element, says } = fault
    const key = JSON.stringify([how, rule, element, says])
    same.set(key, [...(same.get(key) ?? []), fault])
  }
  return [...same.values()].map((all) => {
    const pages = [...new Set(all.map(({ page }) => page))]
    const [{ how, rule, element, says } = {} as Fault] = all
    const others = pages.length > 1 ? ` and ${pages.length - 1} other ${pages.length === 2 ? 'page' : 'pages'}` : ''
    return [`${pages[0]}${others}`, how, rule, ...(element ? [shortened(element)] : []), says].join(' · ')
  })
}

const shortened = (html: string): string => (html.length > 160 ? `${html.slice(0, 157)}…` : html).replaceAll(/\s+/g, ' ')
