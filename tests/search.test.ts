import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compose } from '../src/document/compose.ts'
import { htmlOf } from '../src/html/body.ts'
import { readSources } from '../src/schema/sources.ts'
import { excerptOf, marked } from '../src/site/browser/excerpt.ts'
import { type Entry, finderOf } from '../src/site/browser/find.ts'
import { termOf } from '../src/site/browser/words.ts'
import type { Page } from '../src/site/page.ts'
import { entriesOf, indexFile, searchFiles } from '../src/site/search.ts'
import { siteOf } from '../src/site/site.ts'
import { root } from './project.ts'
import { wholeOf } from './whole.ts'

const whole = wholeOf(await readSources(root))
const site = await siteOf(whole)

const refuse = (code: string): never => {
  throw new Error(code)
}

const page = (path: string, markdown: string, more: Partial<Page> = {}): Page => ({
  path,
  title: path,
  within: [],
  document: compose(markdown, [], path, refuse),
  found: 'Guidance: Allotment visit',
  ...more,
})

/** What a page finds in its index file. */
const entriesIn = (script: string): Entry[] => {
  const page: { searchEntries?: Entry[] } = {}
  runInNewContext(script, page)
  return JSON.parse(JSON.stringify(page.searchEntries)) as Entry[]
}

describe('what can be found', () => {
  test('a page, each of its parts with a place of its own, and under each what it says', () => {
    const markdown = `# Beds <anchor:beds>

Dig *once*.

<block:question>

## How long is the bed?

In metres.

<block:hint>

Pace it out.

<block:end>

#### On slopes

Measure twice.

### Corners <anchor:beds.corners>

| Corner | Angle |
| --- | --- |
| North | Right |`.replace('<block:question>\n\n', '')
    expect(entriesOf([page('beds.html', markdown)])).toEqual([
      { title: 'Beds', href: 'beds.html', part: 'Guidance: Allotment visit', text: 'Dig once.' },
      {
        title: 'How long is the bed?',
        href: 'beds.html#how-long-is-the-bed',
        part: 'Guidance: Allotment visit',
        page: 'Beds',
        text: 'In metres.\nPace it out.\nOn slopes\nMeasure twice.',
      },
      {
        title: 'Corners',
        href: 'beds.html#beds.corners',
        part: 'Guidance: Allotment visit',
        page: 'Beds',
        text: 'Corner; Angle\nNorth; Right',
      },
    ])
  })

  test('headings in blocks begin parts too', () => {
    const entries = entriesOf([page('beds.html', '# Beds\n\n<block:question>\n\n## Length\n\nIn metres.\n\n<block:end>')])
    expect(entries.map(({ href, text }) => [href, text])).toEqual([
      ['beds.html', ''],
      ['beds.html#length', 'In metres.'],
    ])
  })

  test('an item of a list says what it is an item of, and lists of links say nothing', () => {
    const text = entriesOf([
      page(
        'beds.html',
        '# Beds\n\n**Avoid**:\n\n- Slugs\n- Snails, and [toads](#beds)\n\nSee also:\n\n- [All the other beds](/others.html)\n\nDig.',
      ),
    ])[0]?.text
    expect(text).toBe('Avoid: Slugs\nAvoid: Snails, and toads\nDig.')
  })

  test('pages that nobody looks for are not in it; what is background says so', () => {
    const { found: _, ...unfound } = page('a.html', '# A')
    const entries = entriesOf([unfound, page('b.html', '# B\n\nWords.', { background: true })])
    expect(entries).toEqual([{ title: 'B', href: 'b.html', part: 'Guidance: Allotment visit', text: 'Words.', background: true }])
  })

  test('the same words in several places are one result, which names the others', () => {
    const chapter = '# Chapter\n\n## Shared\n\nThe same.\n\n## Alone\n\n'
    const entries = entriesOf([
      page('a/chapter.html', `${chapter}Here.`, { found: 'A' }),
      page('b/chapter.html', `${chapter}There.`, { found: 'B' }),
    ])
    expect(entries.map(({ title, href, also }) => [title, href, also])).toEqual([
      ['Chapter', 'a/chapter.html', undefined],
      ['Shared', 'a/chapter.html#shared', [{ part: 'B', href: 'b/chapter.html#shared' }]],
      ['Alone', 'a/chapter.html#alone', undefined],
      ['Chapter', 'b/chapter.html', undefined],
      ['Alone', 'b/chapter.html#alone', undefined],
    ])
  })
})

describe('the index file', () => {
  test('is safe, whatever the words: it sets one global, and gives back what was put in', () => {
    const hostile = '</script><!--<script>alert(1)//\u2028\u2029\u0000"\\u003c`$1'
    const pages = [{ ...page('a.html', '# A'), document: { type: 'root' as const, children: [heading(hostile), paragraph(hostile)] } }]
    const script = indexFile(pages)
    expect(script).not.toMatch(/[<\u2028\u2029]/)
    expect(entriesIn(script)).toEqual(entriesOf(pages))
    expect(entriesIn(script)[0]?.title).toBe(hostile)
  })

  const heading = (value: string) => ({ type: 'heading' as const, depth: 1 as const, children: [{ type: 'text' as const, value }] })
  const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] })
})

describe('words', () => {
  test.each([
    ['advocate', 'advocates', 'advocacy', 'Advocacy’s', 'ADVOCATE'],
    ['carer', 'carers', 'carer’s', "carers'"],
    ['payment', 'Payments'],
    ['assess', 'assessed', 'assessing', 'assesses'],
    ['café', 'Cafe', 'cafés'],
  ])('%s is found by its relations', (...words) => {
    expect(new Set(words.map(termOf)).size).toBe(1)
    expect(termOf(words[0] ?? '')).toBeTruthy()
  })

  test.each([
    ['carer', 'career'],
    ['capacity', 'capable'],
  ])('%s is not %s', (one, other) => expect(termOf(one)).not.toBe(termOf(other)))

  test('small words are not looked for', () => expect(['the', 'Of', 'a', 'I', 's'].map(termOf)).toEqual(Array(5).fill(undefined)))
})

describe('finding', () => {
  const entry = (title: string, text: string, more: Partial<Entry> = {}): Entry => ({ title, text, href: title, part: 'Part', ...more })
  const find = finderOf([
    entry('Carers', 'Who helps, and how they are.', { page: 'Page' }),
    entry('Work', 'A career, or a job. Ask the carer too.', { page: 'Page' }),
    entry('Advocacy', 'Who speaks with them.', { page: 'Page', background: true }),
    entry('Advocates', 'Somebody on their side.', { page: 'Page' }),
  ])
  const titles = (asked: string) => find(asked).entries.map(({ title }) => title)

  test('a title says more than a text', () => expect(titles('carer')).toEqual(['Carers', 'Work']))
  test('what staff do comes before its background', () => expect(titles('advocate')).toEqual(['Advocates', 'Advocacy']))
  test('the beginning of a word will do', () => expect(titles('advo')).toEqual(['Advocates', 'Advocacy']))
  test('a slip is forgiven', () => expect(titles('advokate')).toEqual(['Advocates', 'Advocacy']))
  test('and a word that is there is no slip', () => {
    expect(find('career').terms).toEqual(new Set([termOf('career')]))
    expect(titles('career')).toEqual(['Work'])
  })
  test('every word has to be there', () => expect(find('career carer')).toMatchObject({ whole: true, entries: [{ title: 'Work' }] }))
  test('or else some of them', () => {
    expect(find('side speaks').whole).toBe(false)
    expect(titles('side speaks').sort()).toEqual(['Advocacy', 'Advocates'])
  })
  test('nothing is found for what is nowhere, and for small words', () => {
    for (const asked of ['xylophone', 'the of', '', '<>', '%']) expect(find(asked).entries).toEqual([])
  })
})

describe('excerpts', () => {
  const terms = new Set(['risk', 'plan'])
  const said = (text: string) =>
    excerptOf(text, terms)
      .map(({ words, found }) => (found ? `[${words}]` : words))
      .join('')

  test('come from the line with most of the words', () =>
    expect(said('Nothing.\nA risk and a risk.\nPlans for risks.\nA plan.')).toBe('[Plans] for [risks].'))
  test('or are the beginning of the text', () => expect(said('The first.\nThe second.')).toBe('The first.'))
  test('begin with the sentence and end with a word, where a line is long', () => {
    const long = said(`${'Before it all. '.repeat(20)}Here is a risk. ${'Afterwards words '.repeat(30)}`)
    expect(long).toMatch(/^… Here is a \[risk\]\. Afterwards .*(?:Afterwards|words) …$/)
    expect(long.length).toBeLessThan(260)
  })
  test('show the word even in a sentence without end', () =>
    expect(said(`${'on and '.repeat(100)}risk${' and on'.repeat(100)}`)).toContain('[risk]'))
  test('marks change no word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('risk', 'Plans', 'x', ' ', '<', '’s', '\n', '😀')), (pieces) => {
        const text = pieces.join('')
        expect(
          marked(text, terms)
            .map(({ words }) => words)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('the search box', () => {
  const html = (markdown: string) => htmlOf(compose(markdown, [], 'a page', refuse))

  test('is a plain form that leads where its link does, and needs no script', () => {
    expect(html('<block:search-box>\n\n[Search “this” & that](../search.html)\n\n<block:end>')).toBe(
      '<form class="search-box" role="search" action="../search.html" method="get"><label class="govuk-label govuk-label--s" for="search.words">Search “this” &#x26; that</label><input class="govuk-input" id="search.words" name="q" type="search" maxlength="200"><button class="govuk-button" type="submit">Search</button></form>',
    )
  })
  test('leads nowhere that a link may not', () =>
    expect(html('<block:search-box>\n\n[Search](javascript:alert)\n\n<block:end>')).toBe('<div class="search-box">\n<p>Search</p>\n</div>'))
})

describe('the search of this project', () => {
  const files = new Map(site.map(({ path, contents }) => [path.replace(/^site\//, ''), String(contents)]))
  const entries = entriesIn(files.get('assets/search-index.js') ?? '')

  test('nothing is wrong with its pages', () => expect(whole.found.filter(({ level }) => level === 'error')).toEqual([]))

  test('every result leads to a part of a page that is there', () => {
    expect(entries.length).toBeGreaterThan(1000)
    for (const { href } of entries.flatMap((entry) => [entry, ...(entry.also ?? [])])) {
      const [path = '', anchor] = href.split('#')
      expect(files.get(path), href).toBeDefined()
      if (anchor !== undefined) expect(files.get(path), href).toContain(` id="${anchor}"`)
    }
  })

  test.each([
    ['advocate', /advoca/i],
    ['carer', /carer/i],
    ['risk', /risk/i],
    ['capacity', /capacity/i],
    ['direct payment', /direct payment/i],
  ])('“%s” finds first what is about it, in guidance and forms', (asked, about) => {
    const { entries: found, whole } = finderOf(entries)(asked)
    expect(whole).toBe(true)
    expect(found[0]?.title).toMatch(about)
    expect(found[0]?.part).toMatch(/^(?:Guidance|Form): /)
    for (const part of [/^Guidance: /, /^Form: /, /^Framework/]) expect(found.some((entry) => part.test(entry.part))).toBe(true)
  })

  test('a chapter that several forms share is found once', () => {
    const chapters = entries.filter(({ title, page, part }) => /^Advocacy: /.test(title) && !page && /^Guidance/.test(part))
    expect(chapters.map(({ also }) => also?.length)).toEqual([2])
  })

  test('the search page loads its index and its program, and every page that has a box leads to it', () => {
    const scripts = [...(files.get('search.html') ?? '').matchAll(/<script src="([^"]+)" defer>/g)].map(([, src]) => src)
    expect(scripts).toEqual(['assets/search-index.js', 'assets/search.js'])
    for (const script of scripts) expect(files.get(script ?? '')).toBeTruthy()
    expect(files.get('search.html')).toContain('<form class="search-box" role="search" action="search.html" method="get">')
    expect(files.get('guidance/index.html')).toContain('<form class="search-box" role="search" action="../search.html" method="get">')
  })

  test('the program is one classic script that makes no HTML of words, asks for nothing and names whose work is in it', async () => {
    const program = files.get('assets/search.js') ?? ''
    expect(program).toMatch(/^\/\* .*Luca Ongaro.*Titus Wormer/)
    const unsafe = /(?:inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\b|XMLHttpRequest|\bimport\b|\brequire\(/
    expect(unsafe.exec(program)?.[0]).toBeUndefined()
    expect(() => new Function(program)).not.toThrow()
    expect(program.length).toBeLessThan(30_000)
    expect((files.get('assets/search-index.js') ?? '').length).toBeLessThan(1_500_000)
  })

  test('the same pages give the same bytes', async () => {
    const two = [page('a.html', '# A\n\nWords.'), page('b.html', '# B')]
    expect(await searchFiles(two)).toEqual(await searchFiles(two))
  })
})
