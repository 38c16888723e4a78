/** The one style sheet of our pages: the looks of the Word forms, for screens of any width and for A4. */

/** Text is at least 6:1 on its ground, and lines 3:1. No fonts, pictures or addresses: nothing is fetched. A drawing keeps its white ground where somebody has colours of their own. */
export const style = `
:root { color-scheme: light; --text: #1a1a1a; --heading: #14394a; --accent: #0f5f6b; --quiet: #4a555c; --line: #78848a; --band: #e2eef0; --tint: #f3f7f8 }
* { box-sizing: border-box }
html { font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: var(--text); background: #fff; text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0 }
main, footer { max-width: 70rem; margin: 0 auto; padding: 0 max(1rem, 3vw) }
main { padding-top: 1.5rem; padding-bottom: 3rem; overflow-wrap: break-word }
main:focus { outline: none }
footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--quiet); font-size: 1rem }
footer::before { content: ""; display: block; border-top: 1px solid var(--line); margin-bottom: 1rem }
h1, h2, h3, h4, h5, h6, p, ul, ol, blockquote, details { max-width: 42rem }
h1, h2, h3, h4, h5, h6 { color: var(--heading); line-height: 1.25; margin: 2em 0 .5em; text-wrap: balance }
h1 { font-size: clamp(1.75rem, 1.4rem + 1.8vw, 2.375rem); margin-top: 0 }
h2 { font-size: clamp(1.375rem, 1.25rem + .8vw, 1.75rem); border-bottom: 2px solid var(--band); padding-bottom: .2em }
h3 { font-size: 1.3125rem }
h4 { font-size: 1.125rem; margin-top: 1.6em }
h5, h6 { font-size: 1.0625rem; margin-top: 1.4em }
p, ul, ol, blockquote, figure, .scroll { margin: 0 0 1em }
p:has(+ ul, + ol) { margin-bottom: .35em }
ul, ol { padding-left: 1.5em }
li { margin: .25em 0 }
li > p { margin-bottom: .5em }
li > ul, li > ol { margin-bottom: 0 }
a { color: var(--accent); text-underline-offset: .15em }
a:visited { color: #5b3a75 }
a:hover { text-decoration-thickness: .15em }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--heading); outline-offset: 2px; border-radius: 2px }
blockquote { border-left: 4px solid var(--accent); background: var(--tint); padding: .8em 1em; margin-left: 0; margin-right: 0 }
blockquote > :last-child { margin-bottom: 0 }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0 }
.scroll { overflow-x: auto; max-width: 100% }
table { border-collapse: collapse; font-size: 1rem; line-height: 1.45 }
th, td { border: 1px solid var(--line); padding: .45em .65em; text-align: left; vertical-align: top; min-width: 5.5em; max-width: 34em }
th { background: var(--band); color: var(--heading) }
.long { min-width: 11em }
.right { text-align: right }
.center { text-align: center }
figure { margin-left: 0; margin-right: 0 }
figcaption { font-weight: bold; color: var(--heading); margin-bottom: .5em }
svg { display: block; max-width: 100%; height: auto; background: #fff; forced-color-adjust: none }
details { margin-top: .75em }
summary { color: var(--accent); cursor: pointer; padding: .25em 0 }
.skip { position: absolute; left: 1rem; top: -10rem; padding: .75em 1em; background: #fff; z-index: 1 }
.skip:focus { top: .5rem }
@media print {
  @page { size: A4; margin: 18mm }
  @page landscape { size: A4 landscape; margin: 15mm }
  .landscape { page: landscape }
  html { font-size: 10.5pt; line-height: 1.45 }
  main, footer { max-width: none; padding: 0 }
  h1, h2, h3, h4, h5, h6, p, ul, ol, blockquote, details { max-width: none }
  h1, h2, h3, h4, h5, h6, figcaption, p:has(+ ul, + ol, + .scroll, + blockquote) { break-after: avoid }
  tr, figure, blockquote { break-inside: avoid }
  p, li { orphans: 3; widows: 3 }
  table { font-size: 9.5pt }
  th, td, .long { min-width: 0 }
  thead { display: table-header-group }
  th, blockquote { print-color-adjust: exact }
  .scroll { overflow: visible }
  .skip { display: none }
  a { color: inherit }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere }
  hr { visibility: hidden; margin: 0; break-after: page }
  details::details-content { content-visibility: visible; height: auto }
}
`
