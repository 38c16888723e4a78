/** Ways to break a page, each with the rule that has to find it. */

export interface Breakage {
  /** The rule that finds it. */
  readonly rule: string
  /** Where only one way of looking can find it. */
  readonly how?: string
  /** The page broken; as it was where there is nothing in it to break like this. */
  readonly of: (html: string) => string
  /** The page that it happens on; any where it does not matter. */
  readonly page?: string
  /** True where the ways that take long have to look at it. */
  readonly slow?: true
  /** What the style sheet, which all pages share, says of `broken-…`. */
  readonly style?: string
}

const add =
  (html: string) =>
  (page: string): string =>
    page.replace(/<\/main>/, `${html}</main>`)
const classed = (name: string) => (page: string) => page.replace(/<body class="/, `$&${name} `)
const long = 'unbreakable'.repeat(40)

export const breakages: readonly Breakage[] = [
  { rule: 'image-alt', of: add('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">') },
  { rule: 'color-contrast', of: add('<p class="broken-pale">Pale words</p>'), style: '.broken-pale{color:#ccc!important}' },
  {
    rule: 'sideways-scroll',
    how: '320 px',
    of: add(`<table class="broken-wide"><tr><td>${long}</td></tr></table>`),
    style: '.broken-wide *{overflow-wrap:normal}',
  },
  { rule: 'sideways-scroll', how: '200 % text', of: add('<p class="broken-broad">Words</p>'), style: '.broken-broad{min-width:60rem}' },
  { rule: 'text-does-not-grow', of: add('<p class="broken-small">Words</p>'), style: '.broken-small{font-size:16px!important}' },
  { rule: 'text-cut-off', of: add('<p class="broken-low">Words</p>'), style: '.broken-low{height:20px;overflow:hidden}' },
  { rule: 'inline', of: add('<p onclick="1">Words</p>') },
  { rule: 'inline', of: add('<script>document.title</script>') },
  { rule: 'policy', of: add('<p style="color:red">Words</p>') },
  { rule: 'policy', of: add('<img alt="" src="https://example.org/a.png">') },
  {
    rule: 'other-host',
    of: (page) => page.replace(/<meta http-equiv[^>]*>/, '').replace('</main>', '<img alt="" src="https://host.invalid/a.png"></main>'),
  },
  { rule: 'failed-request', of: add('<img alt="" src="nowhere.png">') },
  {
    rule: 'script-error',
    of: (page) =>
      page
        .replace('</head>', '<script src="data:text/javascript,nothing.there"></script></head>')
        .replace("script-src 'self'", 'script-src data:'),
  },
  {
    rule: 'stored',
    of: (page) =>
      page
        .replace('</head>', '<script src="data:text/javascript,localStorage.kept=1"></script></head>')
        .replace("script-src 'self'", 'script-src data:'),
  },
  { rule: 'lost-link', of: add('<a href="nowhere.html">Nowhere</a>') },
  { rule: 'lost-link', of: add('<a href="#nowhere">Nowhere on this page</a>') },
  { rule: 'link-name', of: add('<p><a href="#page.content">Twice</a> <a href="#top">Twice</a></p>') },
  { rule: 'link', of: add('<a href="/index.html">From the root</a>') },
  { rule: 'id', of: add('<p id="twice">One</p><p id="twice">Two</p>') },
  { rule: 'one-h1', of: add('<h1>Another</h1>') },
  { rule: 'heading-order', of: add('<h2>Two</h2><h4>Four</h4>') },
  { rule: 'lang', of: (page) => page.replace(/<html lang="[^"]*"/, '<html') },
  { rule: 'title', of: (page) => page.replace(/<title>.*<\/title>/, '<title></title>') },
  { rule: 'size', of: add(`<!-- ${'x'.repeat(100 * 1024)} -->`) },
  { rule: 'download-size', of: (page) => page.replace(/(\d+) KB/, (_, size) => `${Number(size) + 1} KB`) },
  { rule: 'download-length', of: (page) => page.replace(/KB\b/, 'KB, 999 pages') },
  { rule: 'checksum', of: (page) => page.replace(/<td([^>]*)>[0-9a-f]{8}(?=[0-9a-f]{56}<)/, '<td$1>01234567') },
  { rule: 'no-scripts', slow: true, of: add('<p hidden>Words for those who have scripts</p>') },
  {
    rule: 'colour',
    slow: true,
    of: add('<p class="broken-colour"><a href="#page.content">Not to be seen</a></p>'),
    style: '@media (forced-colors:active){.broken-colour a{forced-color-adjust:none;color:Canvas!important}}',
  },
  {
    rule: 'print',
    slow: true,
    page: 'guidance/',
    of: classed('broken-print'),
    style: '@media print{.broken-print *{display:revert!important}}',
  },
  { rule: 'skip-link', page: 'index.html', of: (page) => page.replace(/<a [^>]*skip-link[^>]*>.*?<\/a>/, '') },
  {
    rule: 'focus-visible',
    page: 'index.html',
    of: classed('broken-focus'),
    style: '.broken-focus header nav a:focus{all:unset!important}.broken-focus header nav a{all:unset!important}',
  },
  { rule: 'keyboard', page: 'index.html', of: (page) => page.replaceAll(/-form-brief\.docx/g, '-form-gone.docx') },
  { rule: 'search', page: 'search.html', of: (page) => page.replaceAll(/<input[^>]*>/g, '') },
]
