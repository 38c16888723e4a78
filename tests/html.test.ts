import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { PhrasingContent, RootContent } from 'mdast'
import { expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { anchorsOf } from '../src/document/anchors.ts'
import { withContents } from '../src/document/contents.ts'
import { parseMarkdown } from '../src/document/markdown.ts'
import type { Document, Picture } from '../src/document/nodes.ts'
import type { Job } from '../src/emit/emitter.ts'
import { htmlOf } from '../src/html/body.ts'
import { leadsSomewhere } from '../src/html/links.ts'
import { printHtml } from '../src/html/page.ts'
import { style } from '../src/html/style.ts'
import { describe as describeMap, mapOf, titleOf } from '../src/map/model.ts'
import { picture as draw, size } from '../src/map/svg.ts'
import { questionsOf } from '../src/questions.ts'
import { allotment, load } from './project.ts'

const sources = await allotment()
const form = load(sources).forms[0]
if (!form) throw new Error('no form')

const page = (...children: RootContent[]): Document => ({ type: 'root', children })
const text = (value: string): PhrasingContent => ({ type: 'text', value })
const heading = (words: string): RootContent => ({ type: 'heading', depth: 2, children: [text(words)] })
const says = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children })
const link = (url: string, title?: string): PhrasingContent => ({
  type: 'link',
  url,
  ...(title ? { title } : {}),
  children: [text('here')],
})
const cells = (...values: string[]) => ({
  type: 'tableRow' as const,
  children: values.map((value) => ({ type: 'tableCell' as const, children: [text(value)] })),
})
const drawing = (svg: string, words: { title?: string; alt?: string } = {}): Picture => ({
  type: 'picture',
  png: new Uint8Array(),
  width: 75,
  height: 30,
  title: 'Bars',
  alt: 'Three bars.',
  ...words,
  svg,
})

const tag = /<[/!]?[a-zA-Z][^\s/>]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*>/g

/** Every tag with the names of its attributes. Between them there is no other. */
function tagsOf(html: string): string[] {
  expect(html.replace(tag, '')).not.toContain('<')
  return [...html.matchAll(tag)].map(([each]) => each.replace(/="[^"]*"/g, ''))
}

const all = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value)

/** What holds in every page: ids are unique, and whatever names an id or an address finds it. */
function expectSound(html: string) {
  const ids = all(html, 'id')
  expect(new Set(ids).size).toBe(ids.length)
  for (const name of all(html, 'aria-labelledby')) expect(ids).toContain(name)
  for (const url of all(html, 'href').filter((each) => each.startsWith('#'))) expect(ids).toContain(decodeURIComponent(url.slice(1)))
}

test('prose comes out as the elements that mean it, and tables say what names what', () => {
  const markdown = [
    '# Beans & roses',
    'Some **bold** and *other* words\\\non two lines.',
    '- One\n- Two\n\n  > A box',
    '3. Three',
    '---',
    '## How many',
    '|  | Sown | Eaten |\n| --- | ---: | :-: |\n| Beans | 12 | [all](#how-many) |\n| Peas | 3 |',
  ]
  expect(htmlOf(parseMarkdown(markdown.join('\n\n')))).toMatchInlineSnapshot(`
    "<h1 id="beans--roses">Beans &#x26; roses</h1>
    <p>Some <strong>bold</strong> and <em>other</em> words<br>
    on two lines.</p>
    <ul>
    <li>
    <p>One</p>
    </li>
    <li>
    <p>Two</p>
    <blockquote>
    <p>A box</p>
    </blockquote>
    </li>
    </ul>
    <ol start="3">
    <li>Three</li>
    </ol>
    <hr>
    <h2 id="how-many">How many</h2>
    <div class="scroll" role="group" tabindex="0" aria-labelledby="how-many"><table aria-labelledby="how-many">
    <thead>
    <tr>
    <td></td>
    <th scope="col" class="right">Sown</th>
    <th scope="col" class="center">Eaten</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <th scope="row">Beans</th>
    <td class="right">12</td>
    <td class="center"><a href="#how-many">all</a></td>
    </tr>
    <tr>
    <th scope="row">Peas</th>
    <td class="right">3</td>
    <td class="center"></td>
    </tr>
    </tbody>
    </table></div>"
  `)
})

test('a table with a full corner names columns only, and one above all headings is still called something', () => {
  const html = htmlOf(page({ type: 'table', align: ['left'], children: [cells('What', 'When'), cells('Dig', 'in May'.repeat(12))] }))
  expect(html).toContain('<div class="scroll" role="group" tabindex="0" aria-label="Table"><table aria-label="Table">')
  expect(html).toContain('<th scope="col">What</th>')
  expect(html).toContain('<td>Dig</td>')
  expect(html).toContain('<td class="long">in May')
})

test('anchors are unique, those of the contents list, and never the page’s own', () => {
  const names = ['Soil', 'Soil', 'Soil-1', 'Main', 'picture.1.title', 'page.content', 'Été & hiver', '<b>', 'section']
  const html = printHtml(withContents(page(...names.map(heading), drawing('<svg/>')), anchorsOf), { title: 'Soil' })
  expectSound(html)
  expect(all(html, 'id').length).toBe(names.length + 3)
  expect(all(html, 'id')).toEqual(expect.arrayContaining(['soil', 'soil-1', 'soil-1-1', 'main', 'été--hiver']))
  expect(all(htmlOf(page(...['…', 'Section', '!?'].map(heading))), 'id')).toEqual(['section', 'section-1', 'section-2'])
})

test('a link to no heading is a bug, as in Word', () => {
  expect(() => htmlOf(page(heading('Soil'), says(link('#spoil'))))).toThrow('the link #spoil leads to no heading')
})

test('links lead to pages, mailboxes, telephones and this site, and nowhere else', () => {
  const good = ['https://example.org/a?b=c&d', 'mailto:ines@example.org', 'tel:+441632960001', '../guidance/#soil', './a:b.html', '#soil']
  const disguised = [
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    '\\\\elsewhere\\x',
    '/\t/elsewhere.example',
  ]
  const bad = [
    'javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/hosts',
    '//elsewhere.example/x',
    'a:b',
    'https://',
  ]
  expect(good.filter((url) => !leadsSomewhere(url))).toEqual([])
  expect([...disguised, ...bad].filter(leadsSomewhere)).toEqual([])
  const html = htmlOf(page(heading('Soil'), ...[...disguised, ...good, ...bad].map((url) => says(link(url)))))
  expect(all(html, 'href').map((href) => href.replace('&#x26;', '&'))).toEqual(good)
})

test('a link that leads nowhere good keeps its words', () => {
  const html = htmlOf(page(says(text('Go '), link('javascript:alert(1)', 'x'), text('.')), says(link('https://example.org/?a="b"&c'))))
  expect(html).toBe('<p>Go here.</p>\n<p><a href="https://example.org/?a=%22b%22&#x26;c">here</a></p>')
})

const pieces = '<script>alert(1)</script> <img src=x onerror=a> " \' > < &lt; <!-- ]]> </title> </svg> </style> \0 \uD800 \n a'.split(' ')
const hostile = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }))).map((some) => some.join(''))

test('words are words, wherever they stand', () => {
  const made = (between: string) => {
    const words = `a${between}`.padEnd(200, '.')
    const url = `https://example.org/${words}`
    return printHtml(
      page(
        heading(words),
        says(text(words), { type: 'strong', children: [text(words)] }, link(url, words)),
        { type: 'list', children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text(words)] }] }] },
        { type: 'table', children: [cells('Head', words), cells(words, words)] },
        drawing('<svg><text>&lt;script&gt;</text></svg>', { title: words, alt: words }),
      ),
      { title: words, footer: words },
    )
  }
  const plain = made('plain')
  expect(tagsOf(plain).join()).not.toContain('script')
  fc.assert(
    fc.property(hostile, (words) => {
      const html = made(words)
      expect(tagsOf(html)).toEqual(tagsOf(plain))
      expect(html).not.toContain('\0')
      expect(Buffer.from(html).toString()).toBe(html)
      expectSound(html)
    }),
  )
})

test('no node brings HTML of its own', () => {
  const script = '<script>alert(1)</script>'
  expect(() => htmlOf(page({ type: 'html', value: script }))).toThrow('cannot hold the node html')
  expect(() => htmlOf(page(says({ type: 'html', value: script })))).toThrow('cannot hold the node html')
  expect(() => htmlOf(page(says({ type: 'image', url: 'https://example.org/a.png' })))).toThrow('cannot hold the node image')
  expect(() => htmlOf(page({ type: 'raw', value: script } as never))).toThrow('cannot hold the node raw')
  const data = { hName: 'script', hProperties: { onclick: 'a' }, hChildren: [{ type: 'raw' as const, value: script }] }
  const disguised: Document = {
    type: 'root',
    data,
    children: [
      { type: 'heading', depth: 1, data, children: [{ type: 'text', value: 'a', data }] },
      { type: 'paragraph', data, children: [{ ...link('#a'), data } as PhrasingContent] },
      { type: 'table', data, children: [{ ...cells('b'), data }] },
    ],
  }
  const bare = page({ type: 'heading', depth: 1, children: [text('a')] }, says(link('#a')), { type: 'table', children: [cells('b')] })
  expect(htmlOf(disguised)).toBe(htmlOf(bare))
})

test('a question in a page is named and refused', () => {
  const [question] = questionsOf(form.sections)
  if (!question) throw new Error('no question')
  expect(() => htmlOf(page({ type: 'formQuestion', question, depth: 2 }))).toThrow(`the question “${question.label}”`)
})

test('a picture is named, drawn in the page, and said in words where it takes many', () => {
  const ines = mapOf(form, JSON.parse(sources.get('examples/allotment-visit/ines-okoro.json') ?? ''))
  if (!ines) throw new Error('no map')
  const map = { ...drawing(draw(ines)), ...size, title: titleOf(ines), alt: describeMap(ines) }
  const html = htmlOf(page(map, drawing('<svg viewBox="0 0 9 9"><title>Old</title><rect width="3"/></svg>')))
  expectSound(html)
  expect(html).toMatch(
    /^<figure><figcaption>Strengths map: Ines Okoro<\/figcaption><svg width="1008" height="587" viewBox="0 0 756 440" lang="en-GB" [^>]*role="img" aria-labelledby="picture.1.title"><title id="picture.1.title">Strengths map: Ines Okoro<\/title>/,
  )
  expect(html).toContain('<details><summary>Strengths map: Ines Okoro, in words</summary><p>A circle in the middle')
  expect(html).not.toMatch(/<desc|aria-describedby|map-title/)
  expect(html).toContain('stroke-width="1.5"')
  expect(html.split('Sow &#x3C;kale>').length).toBe(3)
  expect(html.split('\n').at(-1)).toBe(
    '<figure><figcaption>Bars</figcaption><svg viewBox="0 0 9 9" width="100" height="40" role="img" aria-labelledby="picture.2.title"><title id="picture.2.title">Three bars.</title><rect width="3"></rect></svg></figure>',
  )
})

test('two pictures with the same ids keep to their own', () => {
  const dotted = drawing('<svg><defs><pattern id="dots"><circle r="1"/></pattern></defs><rect fill="url(#dots)"/></svg>')
  const html = htmlOf(page(dotted, dotted))
  expectSound(html)
  for (const number of [1, 2]) {
    expect(html).toContain(`<pattern id="picture.${number}.dots">`)
    expect(html).toContain(`fill="url(#picture.${number}.dots)"`)
  }
})

test.each([
  ['<svg><script>alert(1)</script></svg>', 'holds <script>'],
  ['<svg><foreignObject/></svg>', 'holds <foreignObject>'],
  ['<svg><a href="https://example.org"/></svg>', 'holds <a>'],
  ['<svg onload="alert(1)"/>', 'has onload='],
  ['<svg><rect style="fill:red"/></svg>', 'has style='],
  ['<svg><linearGradient xlink:href="#a"/></svg>', 'has xlink:href='],
  ['<svg><rect fill="url(https://example.org/a)"/></svg>', 'has fill='],
  ['<svg>', 'is not XML'],
  ['</svg><script>alert(1)</script>', 'is not XML'],
  ['<g/>', 'is not an <svg>'],
])('a picture that is not ours is refused: %s', (svg, problem) => {
  expect(() => htmlOf(page(drawing(svg)))).toThrow(problem)
})

test('a page stands alone, asks for nothing, and allows its one style sheet only', () => {
  const html = printHtml(page(heading('Soil')), { title: 'Soil & <sky>', footer: 'Version 1', landscape: true })
  expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n/)
  expect(html).toContain('<title>Soil &#x26; &#x3C;sky></title>')
  expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
  expect(html).toContain('<footer>Version 1</footer>')
  expect(html).toContain('<body class="landscape">')
  const [sheet, ...more] = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)]
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
  const hash = createHash('sha256')
    .update(sheet?.[1] ?? '')
    .digest('base64')
  expect(more).toEqual([])
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}';`)
  expect(policy).not.toMatch(/unsafe|script|https?:/)
  expect(html).not.toMatch(/ style=|<script|<link (?!rel="icon" href="data:,")|https?:\/\/|@import|src=/)
  // The way past what stands above the words leads to them.
  expect(html.indexOf('<a class="skip" href="#page.content">')).toBeLessThan(html.indexOf('<main id="page.content" tabindex="-1">'))
  expect(printHtml(page(), { title: '' })).not.toMatch(/<footer|class="landscape"/)
})

test('whole documents print, and print the same each time', async () => {
  const printed: string[] = []
  const emit = ({ form: { title }, guide, coverage }: Job) => {
    printed.push(printHtml(withContents(guide, anchorsOf), { title }), printHtml(coverage, { title, landscape: true }))
    return []
  }
  for (let time = 0; time < 2; time++) await build(sources, { emitters: [{ kinds: ['page'], emit }] })
  const [guide = '', coverage = '', ...again] = printed
  expect(again).toEqual([guide, coverage])
  for (const html of [guide, coverage]) {
    expectSound(html)
    expect(html.split('<h1 ').length).toBe(2)
  }
  expect(coverage).toContain('<th scope="col">')
})

test('text stands out from its ground, and what can be reached shows where it is', () => {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
  }
  const named = Object.fromEntries([...style.matchAll(/--(\w+): (#\w{6})/g)].map(([, name = '', colour = '']) => [name, colour]))
  const { text: ink = '', heading: title = '', accent = '', quiet = '', line = '', band = '', tint = '' } = named
  const texts = [ink, title, accent, quiet, ...[...style.matchAll(/ color: (#\w{6})/g)].map(([, colour = '']) => colour)]
  for (const colour of texts) for (const ground of ['#ffffff', tint]) expect(light(ground) / light(colour)).toBeGreaterThan(6)
  expect(light(band) / light(title)).toBeGreaterThan(6)
  expect(light('#ffffff') / light(line)).toBeGreaterThan(3)
  expect(style).toMatch(/:focus-visible \{ outline: 3px/)
})
