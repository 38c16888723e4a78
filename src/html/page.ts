/** A document as a whole page of HTML: one file that needs no other, and may ask for none. */
import { createHash } from 'node:crypto'
import { toHtml } from 'hast-util-to-html'
import type { Document } from '../document/nodes.ts'
import { xmlSafe } from '../word/xml-text.ts'
import { htmlOf } from './body.ts'
import { words } from './element.ts'
import { style } from './style.ts'

/** What stands around a document. */
export interface Page {
  readonly title: string
  /** The language of its words, as BCP 47 has it. */
  readonly language?: 'en-GB'
  /** Stands below it, and belongs to the file rather than to the words. */
  readonly footer?: string
  /** True for a page that is printed on its long side. */
  readonly landscape?: boolean
}

/** No heading has it, as no anchor holds a dot. */
const start = 'page.content'

/**
 * Prints a page. The same document gives the same bytes.
 *
 * Its Content Security Policy (level 3, w3.org/TR/CSP3) lets a browser use this style sheet, and nothing else: no script, font, frame
 * or form, and no picture but one that is in the file.
 * @returns HTML in UTF-8, for people with or without a mouse, a screen or a network.
 * @throws Error as `htmlOf` does.
 */
export function printHtml(document: Document, { title, language = 'en-GB', footer, landscape }: Page): string {
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body${landscape ? ' class="landscape"' : ''}>
<a class="skip" href="#${start}">Skip to main content</a>
<main id="${start}" tabindex="-1">
${htmlOf(document)}
</main>
${footer ? `<footer>${escaped(footer)}</footer>\n` : ''}</body>
</html>
`
}

const escaped = (text: string): string => toHtml(words(xmlSafe(text)))
