import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { build } from '../src/build.ts'
import type { Job } from '../src/emit/emitter.ts'
import { strengthsMap } from '../src/emit/strengths-map.ts'
import { fitted } from '../src/map/fit.ts'
import { looks } from '../src/map/looks.ts'
import { mapOf, type StrengthsMap } from '../src/map/model.ts'
import { page, picture, size } from '../src/map/svg.ts'
import { shorten, wrap } from '../src/map/wrap.ts'
import { neutral } from '../src/settings.ts'
import { parseXml } from '../src/word/fill/xml-tree.ts'
import { allotment, allotmentSchema, load, set } from './project.ts'
import { page as wordPage } from './word/read.ts'

const sources = await allotment()
const form = load(sources).forms[0]
if (!form) throw new Error('no form')
const ines = JSON.parse(sources.get('examples/allotment-visit/ines-okoro.json') ?? '')
const built = async (from = sources) => (await build(from, { emitters: [strengthsMap] })).artefacts
const maps = await built()
const made = (end: string) => maps.find(({ path }) => path.endsWith(end))?.contents ?? ''

const mapWith = (items: readonly string[], name = ''): StrengthsMap => ({
  name,
  areas: (mapOf(form, {})?.areas ?? []).map((area) => ({ ...area, items })),
})

/** Every text of a drawing: where it starts, how large it is, what it says. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text x="([^"]+)" y="([^"]+)" font-size="([^"]+)"[^>]*>([^<]*)</g)].map(([, x, y, points, words = '']) => ({
    x: Number(x),
    y: Number(y),
    points: Number(points),
    words,
  }))

test('the schema says what goes where: parts of a row make one item', () => {
  const items = Object.fromEntries((mapOf(form, ines)?.areas ?? []).map(({ place, items }) => [place, items]))
  expect(mapOf(form, ines)?.name).toBe('Ines Okoro')
  expect(items).toEqual({
    strengths: ['Beans; Roses <red> & "white"'],
    people: ['Bo – Digs. Sings.'],
    places: ['By the gate. Turn it left – # *not* right.'],
    hopes: ['Mend the fence', 'Sow <kale> & leeks'],
  })
})

test('a form that puts nothing on the map makes none', async () => {
  const text = sources.get(allotmentSchema) ?? ''
  const bare = new Map([...sources, [allotmentSchema, text.replace(/"x-map": "\w+",\s*|,\s*"x-map": "\w+"/g, '')]])
  expect(bare.get(allotmentSchema)).not.toContain('x-map')
  expect(await built(bare)).toEqual([])
})

test('a record with nothing to picture makes no map of its own', async () => {
  const name = 'examples/allotment-visit/ines-okoro.json'
  const job = { form, settings: neutral, examples: [{ name, record: { plot: { holder: 'Ines Okoro' } }, notes: new Map() }] }
  const artefacts = await strengthsMap.emit(job as unknown as Job)
  expect(artefacts.map(({ path }) => path.split('.').at(-1))).toEqual(['svg', 'docx'])
})

test('a place that no map has is refused where it is written', () => {
  const { found } = load(set(sources, allotmentSchema, '/properties/plot/properties/holder/x-map', 'moon'))
  expect(found).toMatchObject([{ code: 'keyword-misused', pointer: '/properties/plot/properties/holder/x-map' }])
})

test('the drawing names itself and says in words all that it shows', async () => {
  const svg = String(made('ines-okoro-strengths-map.svg'))
  expect(() => parseXml(svg)).not.toThrow()
  expect(svg).toContain('width="297mm" height="210mm"')
  expect(svg).toContain('role="img"')
  expect(svg).toContain('lang="en-GB"')
  expect(svg).toContain('<title id="map-title">Strengths map: Ines Okoro</title>')
  expect(svg).toContain('People: Bo – Digs. Sings. Places and groups: By the gate.')
  expect(svg).toContain('What I want: Mend the fence; Sow &lt;kale&gt; &amp; leeks.')
})

test('a blank map has lines to write on and a place for the name; an area left empty keeps its lines', async () => {
  const lines = (svg: string) => svg.split('stroke="#A9B4B9"').length - 1
  expect(lines(String(made('visit-strengths-map.svg')))).toBe(4 * 5 + 1)
  expect(lines(page({ ...mapWith(['One']), name: 'Bo' }, ''))).toBe(0)
  const [first, ...others] = mapWith(['One'], 'Bo').areas
  expect(lines(picture({ name: 'Bo', areas: first ? [{ ...first, items: [] }, ...others] : [] }))).toBe(5)
})

const texts: Record<string, string> = {
  English: 'Baking bread for the whole street on Sundays and remembering who likes the crust. ',
  'one long word': 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  capitals: 'WWWWMMMM@@@@%%%%',
  Cyrillic: 'Щербакова Жанна любит выпекать хлеб ',
  Arabic: 'محمد يحب الخبز ',
  Chinese: '李小龙先生和太太',
  Punjabi: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ',
  emoji: '👩‍👩‍👧👋🏽',
  'no text at all': '\u0000\uFFFE\uD800 <&>"\' ',
}

test.each(Object.entries(texts))('nothing overlaps or runs over, however many items there are: %s', (_, text) => {
  const column = { x: 10, top: 20, width: 150, bottom: 170 }
  for (const count of [1, 7, 20, 60]) {
    for (const length of [3, 40, 200]) {
      const items = Array.from({ length: count }, () => [...text.repeat(100)].slice(0, length).join(''))
      const lines = fitted(items, [column, { ...column, x: 180, bottom: 110 }])
      expect(lines.length).toBeGreaterThan(0)
      for (const [index, { x, y, size }] of lines.entries()) {
        expect(size).toBeGreaterThanOrEqual(9)
        expect(y - size).toBeGreaterThanOrEqual(20)
        expect(y).toBeLessThanOrEqual(x === 10 ? 170 : 110)
        const before = lines[index - 1]
        if (before?.x === x) expect(y - before.y).toBeGreaterThanOrEqual(size * 1.2)
      }
      const svg = picture(mapWith(items, items[0] ?? ''))
      expect(() => parseXml(svg)).not.toThrow()
      for (const { x, y } of textsOf(svg)) {
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThan(size.width)
        expect(y).toBeLessThan(size.height - 5)
      }
    }
  }
})

test('few words are shown in full and large, many are cut after a word, and what has no room is counted', () => {
  const columns = [{ x: 0, top: 0, width: 170, bottom: 150 }]
  expect(fitted(['Singing', 'Soup'], columns)).toMatchObject([
    { words: 'Singing', size: 12, first: true },
    { words: 'Soup', size: 12, first: true },
  ])
  const many = Array.from({ length: 30 }, (_, index) => `Thing ${index}`)
  expect(fitted(many, columns).at(-1)?.words).toBe(`and ${30 - fitted(many, columns).length + 1} more`)
  expect(shorten(wrap('one two three four', 5), 5, 1)).toEqual(['one two …'])
  expect(shorten(wrap('“one two three four”', 6), 6, 1)).toEqual(['“one two …”'])
  expect(wrap('e\u0301'.repeat(3), 1.2)).toEqual(['e\u0301e\u0301', 'e\u0301'])
})

test('ink stands out from its tint, and white from ink', () => {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
  }
  for (const { ink, tint } of Object.values(looks)) expect(light(tint) / light(ink)).toBeGreaterThan(6)
})

test('the Word file lies on its side, and says in words and in a list what the picture shows', async () => {
  const docx = made('ines-okoro-strengths-map.docx') as Uint8Array
  const xml = wordPage(docx)
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  expect(xml).toMatch(/<wp:docPr id="1" [^>]*descr="[^"]*People: Bo – Digs\. Sings\.[^"]*" title="Strengths map: Ines Okoro"/)
  expect(xml).toContain('Sow &lt;kale&gt; &amp; leeks</w:t>')
  const media = Object.keys(unzipSync(docx)).filter((name) => name.startsWith('word/media/'))
  expect(media.map((name) => name.split('.').at(-1))).toEqual(['png', 'svg'])
  const png = unzipSync(docx)[media[0] ?? ''] ?? new Uint8Array()
  expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(size.width * 1.5)
})
