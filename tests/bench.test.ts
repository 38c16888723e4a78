/** The benchmark's own arithmetic: it says how fast, so nothing here is timed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { missing, textOfDocx, textOfMarkup } from '../scripts/bench/answers.ts'
import { type Contender, LeftOut, race, spread, timesAsFast } from '../scripts/bench/harness.ts'
import { compressed, inflated, partsOf, zipped } from '../scripts/bench/package-files.ts'
import { braces, carbones, withPlaceholders } from '../scripts/bench/placeholders.ts'
import { report } from '../scripts/bench/report.ts'
import { raceOf } from '../scripts/bench/results.ts'
import { synthetic, syntheticId } from '../scripts/bench/synthetic.ts'
import { readSources } from '../src/schema/sources.ts'
import { standardFor } from '../src/validator/standard.ts'
import { verdict } from '../src/validator/verdict.ts'
import { load, root } from './project.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('the middle of some numbers, and their smallest and largest', () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 })
  expect(spread([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 })
  expect(spread([7])).toEqual({ median: 7, min: 7, max: 7 })
})

test('a ratio is taken round by round, so that a slow round for both counts for neither', () => {
  expect(timesAsFast([1, 10, 2], [4, 40, 8])).toEqual({ median: 4, min: 4, max: 4 })
  expect(timesAsFast([2, 2], [1, 3])).toEqual({ median: 1, min: 0.5, max: 1.5 })
})

test('the fastest peer is a library, never a limit', () => {
  const { rows } = raceOf('Filling', 'forms', [
    { name: 'limit', side: 'limit', times: [1, 1, 1] },
    { name: 'ours', side: 'ours', times: [2, 2, 4] },
    { name: 'slow', side: 'peer', times: [50, 50, 50] },
    { name: 'fast', side: 'peer', times: [20, 20, 20] },
    { name: 'wrong', side: 'peer', refused: 'refused: its output lacks “Joan”' },
  ])
  expect(rows[1]).toMatchObject({ ofReference: { median: 0.5, min: 0.25 }, ofPeer: { median: 10, min: 5, max: 10 } })
  expect(rows[4]).toEqual({ name: 'wrong', side: 'peer', refused: 'refused: its output lacks “Joan”' })
})

describe('a race', () => {
  const contender = (name: string, load: Contender['load']): Contender => ({ name, side: 'peer', load })
  const pace = { rounds: 3, turn: 1, warm: 1 }
  const check = (output: unknown) => (output === 'right' ? undefined : `it says ${output}`)

  test('counts only contenders whose output is right', async () => {
    const raced = await race(
      [
        contender('right', async () => () => 'right'),
        contender('late', async () => async () => 'right'),
        contender('wrong', async () => () => 'wrong'),
        contender('broken', async () => () => {
          throw new Error('no such file')
        }),
        contender('absent', async () => {
          throw new LeftOut('it is not installed')
        }),
      ],
      check,
      pace,
    )
    expect(raced.map((each) => ('times' in each ? each.times.length : each.refused))).toEqual([
      3,
      3,
      'refused: it says wrong',
      'failed: no such file',
      'left out: it is not installed',
    ])
  })

  test('lets contenders take turns', async () => {
    const order: string[] = []
    const logging = (name: string) =>
      contender(name, async () => () => {
        if (order.at(-1) !== name) order.push(name)
        return 'right'
      })
    await race([logging('A'), logging('B'), logging('C')], check, pace)
    expect(order.join('')).toBe('ABC'.repeat(4))
  })
})

describe('an output is held to the answers', () => {
  const answers = ['Joan Marsh', '“Tea & toast\nat six.”', 'Yes']
  const docx = (body: string) => zipped([compressed('word/document.xml', bytes(body), 6)])
  const filled = '<w:p><w:t>Joan</w:t><w:t> Marsh</w:t></w:p><w:p><w:t>“Tea &amp; toast</w:t><w:br/><w:t>at six.”</w:t></w:p><w:t>Yes</w:t>'

  test('one with all of them, however split, is accepted', () => expect(missing(textOfDocx(docx(filled)), answers)).toBeUndefined())

  test('one that lacks an answer is refused', () => {
    expect(missing(textOfDocx(docx(filled.replace(' Marsh', ''))), answers)).toMatch('JoanMarsh')
    expect(missing(textOfDocx(docx(filled.replace('Yes', ''))), answers)).toMatch('Yes')
  })

  test('one with answers in the wrong order is refused', () =>
    expect(missing('Yes Joan Marsh “Tea & toast at six.”', answers)).toMatch('Yes'))

  test('tags say nothing, and entities what they stand for', () =>
    expect(textOfMarkup('<p title="no">&#8220;a &lt;b&gt; &#x1F600;&amp;amp;</p>')).toBe('“a <b> 😀&amp;'))
})

test('parts of a zip file are taken out and put back as they lie', () => {
  const parts = [compressed('a.xml', bytes('a'.repeat(1000)), 6), compressed('b/c.bin', bytes('stored'), 0)]
  const file = zipped(parts)
  expect(unzipSync(file)).toEqual({ 'a.xml': new Uint8Array(bytes('a'.repeat(1000))), 'b/c.bin': new Uint8Array(bytes('stored')) })
  const again = partsOf(file)
  expect(again.map(({ name }) => name)).toEqual(['a.xml', 'b/c.bin'])
  expect(again.map((part) => Buffer.from(inflated(part)).toString())).toEqual(['a'.repeat(1000), 'stored'])
  expect(zipped(again)).toEqual(file)
})

test('a placeholder stands for each control, and the controls are gone', () => {
  const control = (run: string) => `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`
  const page = (inner: string) => bytes(`<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`)
  const xml = page(
    control(
      `<w:p>${control('<w:r><w:rPr><w:b/></w:rPr><w:t>{Tea}</w:t><w:br/><w:t>&amp; toast</w:t></w:r>')}</w:p><w:p>${control('<w:r><w:t>Yes</w:t></w:r>')}</w:p>`,
    ),
  )
  const made = withPlaceholders(xml, carbones)
  expect(made.words).toEqual({ a0: '{Tea}\n& toast', a1: 'Yes' })
  expect(made.xml).toEqual(
    page(
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{d.a0:convCRLF}</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">{d.a1}</w:t></w:r></w:p>',
    ),
  )
  expect(() => withPlaceholders(page('<w:p><w:r><w:t>{loose}</w:t></w:r></w:p>'), braces)).toThrow('braces')
})

test('a synthetic form is a form without errors, and its record is a valid one that answers every question', async () => {
  const { sources, record } = synthetic(await readSources(root), 60)
  const { forms, found } = load(sources)
  expect(found.filter(({ level }) => level === 'error')).toEqual([])
  const form = forms.find(({ id }) => id === syntheticId)
  expect(form?.sections.map(({ items }) => items.length)).toEqual([50, 10])
  expect(new Set(form?.sections.flatMap(({ items }) => items.map((item) => item.type === 'question' && item.kind))).size).toBeGreaterThan(
    12,
  )
  expect(form && verdict(standardFor(form), record)).toMatchObject({ valid: true })
})

test('the report shows a ratio with its spread, and says why a contender is missing', () => {
  const races = [
    raceOf('Filling', 'forms', [
      { name: 'limit: deflate', side: 'limit', times: [10, 10, 10] },
      { name: '**this project**', side: 'ours', times: [20, 25, 10] },
      { name: 'absent', side: 'peer', refused: 'left out: it is not installed' },
    ]),
  ]
  const text = report({ date: '2026-11-28', machine: 'Node 20.20 on two processor cores', quick: false, races })
  expect(text).toContain('28 November 2026 with Node 20.20 on two processor cores')
  expect(text).toMatch(/\| \*\*this project\*\* +\| +50 \| +0\.5 \(0\.4–1\) \|/)
  expect(text).toContain('absent – left out: it is not installed.')
})

test('no peer brings another version of what the benchmark shares with the project', () => {
  const read = <Shape>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Shape
  const { dependencies } = read<{ dependencies: Record<string, string> }>('package.json')
  const { packages } = read<{ packages: Record<string, { version: string }> }>('scripts/bench/package-lock.json')
  const folder = join(root, 'scripts/bench')
  const texts = readdirSync(folder).flatMap((name) => (name.endsWith('.ts') ? [readFileSync(join(folder, name), 'utf8')] : []))
  const shared = Object.entries(dependencies).filter(([name]) => texts.some((text) => text.includes(`from '${name}'`)))
  expect(shared.map(([name]) => name)).toContain('unified')
  for (const [name, version] of shared) expect(packages[`node_modules/${name}`]?.version ?? version, name).toBe(version)
})
