/** Files that every page of the site uses, beside its style sheet. */
import type { Settings } from '../settings.ts'

/** A file, by its path from the site's root. */
export interface Asset {
  readonly path: string
  readonly contents: string | Uint8Array
}

/** Beside a page's title in a browser: three people round a table, in the settings' colours. It is nobody's badge. */
export const iconOf = ({ heading }: Settings['colours']): Asset => ({
  path: 'assets/icon.svg',
  contents: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${heading}"/><g fill="#ffffff"><circle cx="16" cy="9" r="4"/><circle cx="8" cy="22" r="4"/><circle cx="24" cy="22" r="4"/></g></svg>\n`,
})

/** The organisation's logo, as a drawing where there is one. */
export function logoOf({ organisation: { logo } }: Settings): Asset | undefined {
  if (!logo) return undefined
  return logo.svg ? { path: 'assets/logo.svg', contents: logo.svg } : { path: 'assets/logo.png', contents: logo.png }
}
