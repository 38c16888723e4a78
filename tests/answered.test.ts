import fc from 'fast-check'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { answered } from '../src/document/answered.ts'
import { wordsOf } from '../src/document/markdown.ts'
import type { Document } from '../src/document/nodes.ts'
import { readable } from '../src/document/readable.ts'
import type { Draft, Form, Question } from '../src/form.ts'
import { printHtml } from '../src/html/page.ts'
import { isSingle, kindOf } from '../src/kinds/index.ts'
import { segments } from '../src/pointer.ts'
import { questionsOf } from '../src/questions.ts'
import { tagOf } from '../src/tag.ts'
import { drafts } from './arbitraries/drafts.ts'
import { answersIn } from './arbitraries/places.ts'
import { allotment } from './project.ts'
import { allToRead, allUnder, blocks, packed, toRead, under } from './reading.ts'

const all = await allToRead()
const examples = all.flatMap(({ form, full, examples }) => examples.map(({ name, ...rest }) => [name, { form, full, ...rest }] as const))

/** The words of each answer of a record, by the tag of the question that they stand under. */
function wordsIn(form: Form, record: Draft): { tag: string; words: string[] }[] {
  const tops = questionsOf(form.sections)
  return answersIn(form.sections, record).map(({ question, pointer, value }) => {
    const kind = kindOf(question)
    const top = tops.find(({ path }) => pointer === path || pointer.startsWith(`${path}/`))
    if (!isSingle(kind) || !top) throw new Error(`no words for ${pointer}`)
    const many = kind.control === 'pickMany' && Array.isArray(value) ? value.map((each) => [each]) : [value]
    return { tag: tagOf(top.path), words: many.map((each) => kind.format(each, question)) }
  })
}

/** The law: what was answered stands under its question, and no question without an answer stands there at all. */
function holdsAll(form: Form, full: Document, record: Draft): Document {
  const page = answered(full, record)
  const said = new Map([...allUnder(page)].map(([tag, words]) => [tag, packed(words)]))
  const expected = wordsIn(form, record)
  const lost = expected.flatMap(({ tag, words }) => words.filter((each) => !said.get(tag)?.includes(packed(each)) && each.trim()))
  expect(lost).toEqual([])
  const tags = new Set(expected.filter(({ words }) => words.some((each) => each.trim())).map(({ tag }) => tag))
  expect(new Set(said.keys())).toEqual(tags)
  return page
}

const anchorsOf = (document: Document): string[] => {
  const found: string[] = []
  visit(document, 'heading', ({ anchor }) => {
    if (anchor) found.push(anchor)
  })
  return found
}

test('there are examples of every form', () => {
  expect(new Set(examples.map(([, { form }]) => form.id)).size).toBe(5)
})

test.each(examples)(
  '%s: every answer stands under its question, and every note directly after its own',
  (_, { form, full, record, notes }) => {
    holdsAll(form, full, record)
    const page = answered(full, record, notes)
    for (const [path, words] of notes) {
      const said = under(page, tagOf(path))
      expect(said.split('\n').at(-1)).toBe(`Why this is good. ${words}`)
    }
    expect(blocks(page, 'note').length).toBe(notes.size)
  },
)

test.each(examples)('%s prints, leads where the blank form does, and has every anchor once', (_, { form, full, record, notes }) => {
  const page = answered(full, record, notes)
  const html = printHtml(page, { title: form.title })
  expect(html).not.toMatch(/<div class="\w+">\s*<\/div>|<ul>\s*<\/ul>|undefined/)
  const anchors = anchorsOf(page)
  expect(new Set(anchors).size).toBe(anchors.length)
  const questions = new Set(anchorsOf(readable(full)))
  const asked = blocks(page, 'question').flatMap(({ children: [first] }) => (first?.type === 'heading' ? [first.anchor] : []))
  for (const anchor of asked) expect(questions).toContain(anchor)
})

test.each(all.map(({ form, full }) => [form.id, form, full] as const))('%s: the law holds for any draft', (_, form, full) => {
  fc.assert(
    fc.property(drafts(form, { longTexts: false }), (draft) => {
      holdsAll(form, full, draft)
    }),
    { numRuns: 40, seed: 20_261_128 },
  )
})

const sources = await allotment()
const [plot] = toRead(sources)
if (!plot) throw new Error('no form')
const { full } = plot
const ines = plot.examples[0]?.record as Draft & { plot: Draft; work: Draft }
const filled = (answers: { plot?: Draft; work?: Draft }, notes: Record<string, string> = {}): Document =>
  answered(
    full,
    { ...ines, plot: { ...ines.plot, ...answers.plot }, work: { ...ines.work, ...answers.work } },
    new Map(Object.entries(notes)),
  )
const html = (document: Document) => printHtml(document, { title: '' })
const lines = (document: Document, path: string) => under(document, tagOf(path)).split('\n').slice(1)
const cards = (document: Document) => blocks(document, 'card').map(({ children: [title] }) => (title ? wordsOf(title) : ''))

test('short answers are words, several choices a list, and an answer in words says whose they are', () => {
  const page = filled({})
  expect(lines(page, '/plot/visited')).toEqual(['28 February 2026'])
  expect(lines(page, '/plot/rent')).toEqual(['£1,234.50'])
  expect(lines(page, '/plot/rulesRead')).toEqual(['Yes'])
  expect(html(page)).toContain('<ul>\n<li>Beans</li>\n<li>Roses &#x3C;red> &#x26; "white"</li>\n</ul>')
  expect(html(filled({ plot: { crops: ['kale'] } }))).toMatch(/<div class="answer">\s*<p>Kale<\/p>/)
  expect(html(page)).toContain('<p>Turn it\tleft – # *not* right.</p>\n<p><em>Whose words: The person’s own words</em></p>')
  expect(lines(filled({ plot: { tapWhere: { notAskedReason: 'toFollow' } } }), '/plot/tapWhere')).toEqual([
    'If left blank, why: We will come back to it',
  ])
})

test('lines and paragraphs stay apart, in a list too', () => {
  const story = 'Digs.\r\nSings.\n\n\nStays late.'
  const page = html(filled({ plot: { tapWhere: { text: story, voice: 'practitioner' } }, work: { helpers: [{ name: 'Bo', story }] } }))
  expect(page).toContain('<p>Digs.<br>\nSings.</p>\n<p>Stays late.</p>\n<p><em>')
  expect(page).toMatch(/<p><strong>What they do<\/strong>: Digs\.<br>\s*Sings\.<\/p>\s*<p>Stays late\.<\/p>/)
})

test('short rows are a table whose first column names the rows of a grid; what nobody answered is left out', () => {
  const page = html(filled({}))
  expect(page).toMatch(
    /<th scope="col">Number<\/th>\s*<th scope="col">What<\/th>\s*<th scope="col">By when<\/th>\s*<th scope="col">Done<\/th>/,
  )
  expect(page).toMatch(/<td>J2<\/td>\s*<td>Sow &#x3C;kale> &#x26; leeks<\/td>\s*<td><\/td>\s*<td><\/td>/)
  expect(page).toMatch(/<td><\/td>\s*<th scope="col">How is it\?<\/th>\s*<th scope="col">In words<\/th>[\s\S]*<th scope="row">Spring<\/th>/)
  const brief = html(filled({ work: { jobs: [{ id: 'J1', what: 'Dig' }], seasons: { spring: { mood: 'good' } } } }))
  expect(brief).not.toMatch(/By when|Autumn|In words<\/th>/)
})

test('rows with more to say are cards, each with a title of its own', () => {
  expect(cards(filled({}))).toEqual(['Helper 1: Bo', 'Spade'])
  const what = 'Mend the fence by the gate, then the gate itself, and paint it all. '.repeat(4).trim()
  const page = filled({ work: { jobs: [{ id: 'J1', what }, { id: 'J2', what: 'Dig' }, { by: '2026-04-01' }] } })
  expect(cards(page).slice(0, 3)).toEqual(['Job J1: Mend the fence by the gate, then the gate itself, and …', 'Job J2: Dig', 'Job 3'])
  expect(wordsOf(blocks(page, 'card')[0] ?? page)).toContain(`What: ${what}`)
  // What its title says in full is not said again.
  expect(wordsOf(blocks(page, 'card')[1] ?? page)).toBe('Job J2: Dig')
  expect(cards(filled({ work: { jobs: [{ id: 'J1', what: 'One\nTwo' }] } }))[0]).toBe('Job J1: One Two')
})

test('a row without an answer keeps its number free', () => {
  const page = filled({ work: { helpers: [{}, { name: 'Bo' }] } })
  expect(cards(page)[0]).toBe('Helper 2: Bo')
  expect(anchorsOf(page)).toContain('work.helpers.2')
})

test('a note stands directly after what it belongs to: a question, a part, a row, or a part of a row', () => {
  const page = filled(
    { work: { helpers: [{ name: 'Bo' }, { name: 'Al', story: 'Digs.', days: ['sat'] }, { name: 'Cy', story: 'Sings.' }] } },
    {
      '/plot/tapWhere': 'It says which way.\n\nAnd *where*.',
      '/work/shed/colour': 'A colour.',
      '/work/seasons/spring': 'A season.',
      '/work/helpers/*/story': 'What, not how often.',
      '/work/helpers/*/name': 'A name.',
    },
  )
  const text = html(page)
  expect(text).toMatch(
    /<em>Whose words[^<]*<\/em><\/p>\s*<\/div>\s*<div class="note"[^>]*>\s*<p><strong>Why this is good\.<\/strong> It says which way\.<\/p>\s*<p>And \*where\*\.<\/p>/,
  )
  expect(text).toMatch(/<strong>Colour<\/strong>: Green\s*<div class="note"[^>]*>\s*<p><strong>Why this is good\.<\/strong> A colour\./)
  expect(cards(page)).toEqual(['Helper 1: Bo', 'Helper 2: Al', 'Helper 3: Cy', 'Spring', 'Autumn', 'Spade'])
  const [bo, al, cy, spring] = blocks(page, 'card').map((card) => wordsOf(card))
  expect(bo).toBe('Helper 1: BoName: BoWhy this is good. A name.')
  expect(al).toBe('Helper 2: AlName: AlWhat they do: Digs.Why this is good. What, not how often.Days: Saturday')
  expect(cy).not.toContain('Why')
  expect(spring).toMatch(/In words: BusyWhy this is good\. A season\.$/)
  expect(blocks(page, 'note').length).toBe(5)
})

test('a note that would be lost is a mistake', () => {
  expect(() => filled({}, { '/plot/pond': 'Deep.' })).toThrow('would be lost: /plot/pond')
  expect(() => filled({ work: { helpers: [{ name: 'Bo' }] } }, { '/work/helpers/*/story': 'Kind.' })).toThrow('/work/helpers/*/story')
})

test('of a section without answers, its beginning and a sentence stay', () => {
  const headings = (document: Document) => document.children.flatMap((node) => (node.type === 'heading' ? [wordsOf(node)] : []))
  const fine = 'Nothing was written here, and that is fine: not every record needs every part.'
  const plotOnly = answered(full, { plot: { holder: 'Ines' } })
  expect(headings(plotOnly)).toEqual(['Allotment visit', 'Section 1: Your plot', 'Section 2: Work to do'])
  expect(blocks(plotOnly, 'hint').map(wordsOf)).toEqual([fine])
  const unsigned = answered(full, { plot: { holder: 'Ines' }, work: { shed: { colour: 'Green' } } })
  expect(headings(unsigned).at(-1)).toBe('Have we got this right?')
  expect(wordsOf(unsigned.children.at(-1) ?? unsigned)).toBe(fine)
  const noPlot = answered(full, { work: { shed: { colour: 'Green' } } })
  expect(noPlot.children.map(wordsOf)).toContain('Where we are.')
  expect(headings(answered(full, {}))).toEqual(['Allotment visit'])
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '# Not a heading',
  '**not bold** _nor_ `code` [link](javascript:alert(1))',
  '| a | b |\n| - | - |\n| c | d |',
  '</div></main>',
  '<question:/plot/holder> {{form}} <block:end>',
  '&lt;b&gt; &amp;',
  'x'.repeat(5000),
  'www.example.org and ines@example.org',
]

test.each(hostile)('what people write stays words: %.40s', (words) => {
  const page = filled(
    {
      plot: { holder: words, tapWhere: { text: words, voice: 'practitioner' } },
      work: {
        jobs: [{ id: words, what: words }],
        helpers: [{ name: words, story: words }],
        seasons: { spring: { mood: 'good', words } },
        shed: { colour: words },
      },
    },
    { '/plot/tapWhere': words },
  )
  const plain = filled(
    {
      plot: { holder: 'a', tapWhere: { text: 'a', voice: 'practitioner' } },
      work: {
        jobs: [{ id: 'a', what: 'a' }],
        helpers: [{ name: 'a', story: 'b' }],
        seasons: { spring: { mood: 'good', words: 'a' } },
        shed: { colour: 'a' },
      },
    },
    { '/plot/tapWhere': 'a' },
  )
  const kinds = (document: Document) =>
    new Set(
      (html(document).match(/<[a-z0-9]+(?: class="\w+")?/g) ?? []).filter(
        (tag) => !/<(?:br|tr|t[dh]|table|thead|tbody|div class="(?:scroll|card)|h4)/.test(tag),
      ),
    )
  expect(kinds(page)).toEqual(kinds(plain))
  for (const path of ['/plot/holder', '/plot/tapWhere', '/work/jobs', '/work/helpers', '/work/seasons', '/work/shed'])
    expect(packed(under(page, tagOf(path)))).toContain(packed(words))
})

test('an answer that is none of its question’s kind breaks nothing', () => {
  const odd: unknown[] = [null, 7, true, [], {}, [[]], [null], { text: [] }, 'clay']
  for (const value of odd) {
    const named = (question: Question) => [segments(question.path).at(-1) ?? '', value] as const
    const sections = plot.form.sections.map(({ path, items }) => [
      path.slice(1),
      Object.fromEntries(items.flatMap((item) => (item.type === 'question' ? [named(item)] : []))),
    ])
    expect(() => html(answered(full, Object.fromEntries(sections)))).not.toThrow()
  }
})
