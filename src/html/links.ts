/** Where a link may lead. */

const safe = new Set(['https:', 'http:', 'mailto:', 'tel:'])
const here = 'https://here.invalid'

/**
 * True for an address of a page, a mailbox or a telephone, and for a place on this site.
 * False for one that would run something (`javascript:`, `data:`), open a file, or name another machine without saying how (`//…`).
 * @param url Browsers read it as `URL` does: letter case, spaces, tabs and backslashes mislead neither.
 */
export function leadsSomewhere(url: string): boolean {
  if (URL.canParse(url)) return safe.has(new URL(url).protocol)
  return URL.canParse(url, here) && new URL(url, here).origin === here
}
