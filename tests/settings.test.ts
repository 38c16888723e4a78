import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { collector, type Diagnostic } from '../src/diagnostics.ts'
import { markdown } from '../src/emit/markdown.ts'
import { strengthsMap } from '../src/emit/strengths-map.ts'
import { word } from '../src/emit/word.ts'
import { contrast, darkened, enough, paletteOf } from '../src/palette.ts'
import { pngOf } from '../src/picture/png.ts'
import { sizeOfPng } from '../src/picture/png-file.ts'
import { unsafeIn } from '../src/picture/svg-file.ts'
import { readableForms, readForm } from '../src/read.ts'
import { loadModel } from '../src/schema/load.ts'
import { parseSettings } from '../src/schema/settings.ts'
import { readSources, type Sources } from '../src/schema/sources.ts'
import { neutral, type Settings } from '../src/settings.ts'
import { allotment, allotmentSchema, load, root, set } from './project.ts'

const sources = await allotment()
const file = 'schemas/settings.json'
const tree = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><path d="M0 60L60 0L120 60z" fill="#35591b"/></svg>'
const png = await pngOf(tree, 1)
const base64 = Buffer.from(png).toString('base64')

/** The project with a settings file that says this, and a logo of each kind beside it. */
const withSettings = (settings: object, logos: Record<string, string> = { 'logo.svg': tree, 'logo.png': base64 }): Sources =>
  new Map([
    ...sources,
    [file, JSON.stringify({ $schema: 'dialect/settings.json', ...settings }, null, 2)],
    ...Object.entries(logos).map(([name, text]) => [`schemas/${name}`, text] as const),
  ])

async function parsed(given: Sources): Promise<{ settings: Settings; found: readonly Diagnostic[] }> {
  const { found, report } = collector()
  const { files } = loadModel(given, report)
  return { settings: await parseSettings(files, given, report), found }
}

const society = {
  organisation: { name: 'The *Old* Orchard Society', logo: 'logo.svg' },
  colours: { heading: '#7A4300', accent: '#5b3a75' },
  contact: {
    email: 'plots@orchard.example.org',
    telephone: '01632 960 001',
    hours: 'Mondays, 9 am to noon',
    address: '1 Lane End, Southtown',
  },
  advocacy: { name: 'Southtown Voices', telephone: '01632 960 002', website: 'https://voices.example.org/help' },
  website: 'https://forms.example.org/plots/',
}

describe('what is read', () => {
  test('a project without the file has neutral settings, which our own file states', async () => {
    expect((await parsed(sources)).settings).toEqual(neutral)
    const ours = await readSources(root)
    expect(ours.has(file)).toBe(true)
    expect((await parsed(ours)).settings).toEqual(neutral)
  })

  test('what a file leaves out, or leaves empty, is neutral or not said', async () => {
    const { settings, found } = await parsed(withSettings({ contact: { email: '', telephone: '101' }, website: '', advocacy: {} }))
    expect(found).toEqual([])
    expect(settings).toEqual({ ...neutral, contact: { telephone: '101' } })
  })

  test('a drawn logo is as high as it may be, and has its pixels beside it', async () => {
    const { settings } = await parsed(withSettings(society))
    const { logo } = settings.organisation
    expect(logo).toMatchObject({ svg: tree, width: 72, height: 36, alt: 'The *Old* Orchard Society' })
    expect(sizeOfPng(logo?.png ?? new Uint8Array())).toEqual({ width: 360, height: 180 })
    expect(settings).toMatchObject({ colours: { heading: '#7a4300', accent: '#5b3a75' }, website: society.website })
  })

  test.each([
    ['120 60', 72, 36],
    ['2000 60', 240, 7.2],
    ['10 400', 0.9, 36],
  ])('a logo of %s keeps its proportions', async (box, width, height) => {
    const { settings } = await parsed(withSettings(society, { 'logo.svg': tree.replace('120 60', box) }))
    expect(settings.organisation.logo?.width).toBeCloseTo(width)
    expect(settings.organisation.logo?.height).toBeCloseTo(height)
  })

  test('a logo in pixels is never enlarged', async () => {
    const small = Buffer.from(await pngOf(tree, 0.2)).toString('base64')
    const { settings, found } = await parsed(withSettings({ organisation: { logo: 'logo.png' } }, { 'logo.png': small }))
    expect(found).toEqual([])
    expect(settings.organisation.logo).toMatchObject({ width: 18, height: 9, alt: 'Your council' })
    expect(settings.organisation.logo).not.toHaveProperty('svg')
  })
})

describe('what is refused', () => {
  const colours = (colour: string) => withSettings({ colours: { accent: colour } })
  const drawn = (inner: string) =>
    withSettings({ organisation: { logo: 'logo.svg' } }, { 'logo.svg': tree.replace('<path', `${inner}<path`) })
  const logo = (name: string) => withSettings({ organisation: { logo: name } })

  const faults: readonly (readonly [string, Sources, RegExp])[] = [
    ['unknown-setting', withSettings({ organization: {} }), /setting `organization`.*Did you mean `organisation`/s],
    ['unknown-setting', withSettings({ contact: { 'e-mail': '' } }), /Did you mean `email`/],
    ['bad-setting', withSettings({ organisation: { name: '' } }), /`name` cannot be empty.*one line/s],
    ['bad-setting', withSettings({ organisation: { name: ' ' } }), /`name` cannot be “ ”/],
    ['bad-setting', withSettings({ advocacy: { name: 'x'.repeat(101) } }), /at most 100 characters/],
    ['bad-setting', withSettings({ organisation: { name: 7 } }), /`name` cannot be 7.*quotation marks/s],
    ['bad-setting', withSettings({ organisation: 'Us' }), /`organisation` cannot be “Us”.*curly brackets/s],
    ['bad-setting', colours('teal'), /`accent` cannot be “teal”.*such as #0f5f6b/s],
    ['bad-setting', colours('#0f5'), /six digits/],
    ['faint-colour', colours('#7fb2b8'), /`#7fb2b8` on white has a contrast of 2\.3 to 1.*`#[0-9a-f]{6}`/s],
    ['missing-file', logo('img/logo.svg'), /no file `schemas\/img\/logo\.svg`/],
    ['bad-setting', logo('logo.jpg'), /\.svg or \.png/],
    ['bad-setting', logo('https://council.example.org/logo.svg'), /as a path/],
    [
      'large-logo',
      withSettings({ organisation: { logo: 'logo.svg' } }, { 'logo.svg': tree + ' '.repeat(200_001) }),
      /201 KB, and may have 200/,
    ],
    [
      'unreadable-logo',
      withSettings({ organisation: { logo: 'logo.svg' } }, { 'logo.svg': '<svg' }),
      /`schemas\/logo\.svg` cannot be drawn/,
    ],
    ['unreadable-logo', withSettings({ organisation: { logo: 'logo.svg' } }, { 'logo.svg': '<html/>' }), /does not begin with <svg/],
    ['unreadable-logo', withSettings({ organisation: { logo: 'logo.png' } }, { 'logo.png': base64.slice(0, 60) }), /cut short/],
    ['unsafe-logo', drawn('<script/>'), /be fetched from elsewhere: <script>/],
    ['bad-setting', withSettings({ contact: { email: 'care at council' } }), /one email address/],
    ['bad-setting', withSettings({ contact: { telephone: '12' } }), /one number/],
    ['bad-setting', withSettings({ advocacy: { telephone: 'ask at the desk' } }), /`telephone` cannot be/],
    ['bad-setting', withSettings({ contact: { address: 'Here\nand there' } }), /one line/],
    ['bad-setting', withSettings({ advocacy: { website: 'voices.example.org' } }), /whole address/],
    ['bad-setting', withSettings({ website: 'http://forms.example.org/' }), /https:\/\//],
    ['bad-setting', withSettings({ website: 'https://forms.example.org' }), /ending in \//],
    ['bad-setting', withSettings({ website: 'https://forms.example.org/?x=/' }), /ending in \//],
  ]

  test.each(faults)('%s: %#', async (code, given, words) => {
    const { diagnostics, artefacts } = await build(given, { emitters: [] })
    expect(artefacts).toEqual([])
    expect(diagnostics.map((each) => each.code)).toEqual([code])
    const [{ reason, remedy, ...place }] = diagnostics as [Diagnostic]
    expect(`${reason}\n${remedy}`).toMatch(words)
    expect(place).toMatchObject({ file, line: expect.any(Number) })
    expect(place.line).toBeGreaterThan(2)
  })

  test.each([
    '<foreignObject/>',
    '<g onload="go()"/>',
    '<g ONLOAD="go()"/>',
    '<image href="https://example.org/x.png"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<a href="javascript:go()"/>',
    '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#a"/>',
    '<g xml:base="https://example.org/"/>',
    '<rect fill="url(https://example.org/#a)"/>',
    '<rect style="fill: u\\72l(//example.org)"/>',
    '<style>@import "x.css";</style>',
    '<style><![CDATA[rect { fill: url( "x.svg#a" ) }]]></style>',
    '<style>@font-face { src: url(data:font/woff;base64,AAAA) }</style>',
    '<set attributeName="href" to="javascript:go()"/>',
    '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="https://example.org"/>',
  ])('%s is not safe in a page', (inner) =>
    expect(unsafeIn(tree.replace('<path', `${inner}<path`))).toHaveLength(inner.startsWith('<h:') ? 2 : 1),
  )

  test('a document type and a style sheet from elsewhere are not safe either', () => {
    const doctype = '<!DOCTYPE svg [<!ENTITY a "b">]>'
    expect(unsafeIn(`<?xml version="1.0"?><?xml-stylesheet href="x.css"?>${doctype}${tree}`)).toEqual(['<?xml-stylesheet?>', '<!DOCTYPE>'])
  })

  test('what drawing programs write is safe', () => {
    const usual = [
      '<metadata><note>javascript: url(x)</note></metadata>',
      '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\logo.png"/>',
      '<style>.a { fill: url(#a) }</style><rect style="fill: url(\'#a\')" class="a"/>',
      '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>',
      `<image href="data:image/png;base64,${base64}"/>`,
    ]
    expect(unsafeIn(`<?xml version="1.0"?>\n${tree.replace('<path', `${usual.join('')}<path`)}`)).toEqual([])
  })
})

describe('colours', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.478, 3)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.542, 3)
  })

  test('the darker colour passes, and the one before it does not', () => {
    for (const colour of ['#7fb2b8', '#ffff00', '#ff0000', '#ffffff', '#8c979d']) {
      const darker = darkened(colour, '#ffffff')
      expect(contrast(darker, '#ffffff')).toBeGreaterThanOrEqual(enough)
      expect(contrast(darker, '#ffffff')).toBeLessThan(enough + 0.12)
    }
    expect(darkened('#0f5f6b', '#ffffff')).toBe('#0f5f6b')
  })

  test('whatever the two colours, text is readable on every ground', () => {
    for (const red of [0, 60, 120, 180, 255])
      for (const green of [0, 60, 110])
        for (const blue of [0, 90, 180, 255]) {
          const given = `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`
          const accent = darkened(given, '#ffffff')
          const { band, tint, onBand, link } = paletteOf({ heading: accent, accent })
          expect(contrast(onBand, band)).toBeGreaterThanOrEqual(enough)
          expect(Math.min(contrast(link, tint), contrast(link, '#ffffff'))).toBeGreaterThanOrEqual(enough)
          for (const [text, ground] of [
            ['#1a1a1a', band],
            ['#4a555c', tint],
          ] as const)
            expect(contrast(text, ground)).toBeGreaterThanOrEqual(enough)
        }
  })
})

describe('what is made', async () => {
  const passage = 'templates/passages/local.md.hbs'
  const told = set(withSettings(society), allotmentSchema, '/properties/plot/x-passage', 'local')
  const given = new Map([...told, [passage, 'Ask {{text settings.advocacy.name}}.\n\n{{> reach settings.advocacy}}\n']])
  const { artefacts, diagnostics } = await build(given, { emitters: [word, markdown, strengthsMap] })
  const made = (kind: string) => artefacts.find((each) => each.kind === kind)?.contents ?? ''
  const part = (name: string, kind = 'word-template') => Buffer.from(unzipSync(made(kind) as Uint8Array)[name] ?? []).toString()

  test('a form in Word says whose it is, in its colours, and whom to turn to', () => {
    expect(diagnostics).toEqual([])
    expect(part('word/header1.xml')).toContain('The *Old* Orchard Society · ')
    expect(part('word/styles.xml')).toContain('7A4300')
    expect(part('word/styles.xml')).not.toMatch(/14394A|0F5F6B|E2EEF0|F3F7F8/)
    const page = part('word/document.xml')
    expect(page.indexOf('descr="The *Old* Orchard Society"')).toBeLessThan(page.indexOf('<w:pStyle w:val="Heading1"/>'))
    expect(page.split('<w:drawing>')).toHaveLength(2)
    for (const words of [
      'The *Old* Orchard Society can give you',
      'or get in touch.',
      '01632 960 001',
      'Mondays, 9 am to noon',
      '1 Lane End',
      'Ask Southtown Voices.',
      '01632 960 002',
    ])
      expect(page).toContain(words)
    expect(part('word/_rels/document.xml.rels')).toContain('Target="mailto:plots@orchard.example.org"')
  })

  test('so does a form in Markdown', () => {
    const text = String(made('markdown-template'))
    expect(text).toContain('The \\*Old\\* Orchard Society can give you')
    expect(text).toContain('- Email: <plots@orchard.example.org>')
    expect(text).toContain('Ask Southtown Voices.\n\n- Telephone: 01632 960 002\n- Website: <https://voices.example.org/help>')
    expect(text).toMatch(/\n\nThe \\\*Old\\\* Orchard Society\n\nVersion 2\.1\.0, allotment-visit\n$/)
  })

  test('a strengths map has the colour, and no logo, as it fills its page', () => {
    expect(String(made('strengths-map-svg'))).toContain('stroke="#7A4300"')
    expect(String(made('strengths-map-svg'))).not.toContain('#14394A')
    expect(part('word/document.xml', 'strengths-map-word').split('<w:drawing>')).toHaveLength(2)
  })

  test('filled forms are read back as if nothing had been set', () => {
    const forms = readableForms(load(given).forms)
    const record = JSON.parse(sources.get('examples/allotment-visit/ines-okoro.json') ?? '')
    for (const kind of ['example-word', 'example-markdown']) {
      const { record: back, findings } = readForm(Buffer.from(made(kind)), forms)
      expect(findings).toEqual([])
      expect(back).toEqual(record)
    }
  })

  test('a passage that is not there is reported', async () => {
    const { diagnostics } = await build(told, { emitters: [] })
    expect(diagnostics[0]).toMatchObject({ code: 'missing-file', reason: expect.stringContaining(passage) })
  })

  test('a rebuild makes again what a setting touches: names and colours everything that people read, a telephone number what says it', async () => {
    const { made } = await build(sources)
    const remade = async (settings: object) => {
      const kinds = new Set<string>()
      await build(withSettings(settings), { made, progress: ({ kind }) => kinds.add(kind) })
      return [...kinds]
    }
    const all = ['word-template', 'markdown-template', 'guidance-word', 'practice-word', 'coverage-word', 'strengths-map-word']
    for (const settings of [
      { organisation: { name: 'Us' } },
      { colours: { heading: '#000000' } },
      { organisation: { logo: 'logo.png' } },
    ]) {
      const kinds = await remade(settings)
      expect(kinds).toEqual(expect.arrayContaining(all))
      expect(kinds).not.toContain('validator')
    }
    expect(await remade({ contact: { telephone: '101' } })).not.toContain('strengths-map-word')
  })
})
