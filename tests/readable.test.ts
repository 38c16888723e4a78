import type { Heading } from 'mdast'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { wordsOf } from '../src/document/markdown.ts'
import type { Document } from '../src/document/nodes.ts'
import { readable } from '../src/document/readable.ts'
import type { Question } from '../src/form.ts'
import { printHtml } from '../src/html/page.ts'
import { kindOf } from '../src/kinds/index.ts'
import { questionsOf, withParts } from '../src/questions.ts'
import { tagOf } from '../src/tag.ts'
import { allotment, set } from './project.ts'
import { allToRead, allUnder, blocks, packed, toRead, under } from './reading.ts'

const all = await allToRead()

const headingsOf = (document: Document): Heading[] => {
  const found: Heading[] = []
  visit(document, 'heading', (heading) => {
    found.push(heading)
  })
  return found
}

/** An open answer is told of as a whole, and not by the label of its text. */
const toldOf = (question: Question): Question[] =>
  withParts(question).filter(
    ({ path }) => !withParts(question).some((each) => kindOf(each).control === 'words' && each.parts[0]?.path === path),
  )

const plain = (markdown: string) => markdown.replace(/[*_\\]/g, '')

test.each(all.map((each) => [each.form.id, each] as const))(
  '%s: every question is there, with its words, parts and choices',
  (_, { form, full }) => {
    const page = readable(full, form.brief)
    for (const question of questionsOf(form.sections)) {
      const words = packed(under(page, tagOf(question.path)))
      for (const part of toldOf(question)) {
        expect(words).toContain(packed(part.label))
        if (part.hint) expect(words).toContain(packed(plain(part.hint)))
        for (const when of part.askWhen) expect(words).toContain(packed(`Answer this if ${when}.`))
      }
      for (const { label, description } of question.options.filter(() => !question.calculated)) {
        expect(words).toContain(packed(label))
        if (description) expect(words).toContain(packed(plain(description)))
      }
      if (question.calculated) expect(words).toContain(packed(plain(question.calculated.words)))
    }
    expect(blocks(page, 'question').length).toBe(questionsOf(form.sections).length)
  },
)

test.each(all.flatMap(({ form, editions }) => editions.map((edition) => [`${form.id} ${edition.name}`, form, edition] as const)))(
  '%s prints as one page of prose, its headings in order and every anchor once',
  (_, form, { document }) => {
    const page = readable(document, form.brief)
    const anchors = headingsOf(page).flatMap(({ anchor }) => anchor ?? [])
    expect(new Set(anchors).size).toBe(anchors.length)
    let above = 0
    for (const { depth } of headingsOf(page)) {
      expect(depth).toBeLessThanOrEqual(above + 1)
      above = depth
    }
    const html = printHtml(page, { title: form.title })
    expect(html).not.toMatch(/<div class="\w+">\s*<\/div>|undefined|: <\/p>|\.\.</)
    expect(html.match(/<div class="question">/g)?.length).toBe(document.children.filter(({ type }) => type === 'formQuestion').length)
  },
)

test('a question says that it is of the full form only, where there is a brief one', () => {
  for (const { form, full, editions } of all) {
    const deeper = questionsOf(form.sections).filter(({ tier }) => tier !== 'brief')
    expect(blocks(readable(full), 'tier')).toEqual([])
    expect(blocks(readable(full, true), 'tier').length).toBe(deeper.length)
    for (const { document } of editions.filter(({ name }) => name === 'brief')) expect(blocks(readable(document, true), 'tier')).toEqual([])
    if (deeper[0]) expect(under(readable(full, true), tagOf(deeper[0].path)).split('\n')[1]).toBe('Full form only')
  }
})

const page = readable(toRead(await allotment())[0]?.full ?? { type: 'root', children: [] }, true)
const said = (path: string) => under(page, tagOf(path)).split('\n').slice(1)

test('what there is room for is said as to a person', () => {
  expect(said('/plot/holder')).toEqual(['First and last name.', 'One line of text.'])
  expect(said('/plot/visited')).toEqual(['A date: day, month and year.'])
  expect(said('/plot/phone')).toEqual(['Full form only', 'Write a phone number in figures, for example 020 7946 0100.'])
  expect(said('/plot/water')).toEqual(['Choose one: Yes · No · Not sure.'])
  expect(said('/plot/soil')).toEqual(['Choose one:Clay – It holds a footprint.SandLoam'])
  expect(said('/plot/crops')).toEqual(['Tick any: Beans · Kale · Roses <red> & "white".'])
  expect(said('/plot/rulesRead')).toEqual(['A box to tick.'])
  expect(said('/work/jobCount').at(-1)).toBe('Nobody has to fill this in: the form works it out. Counted from the jobs.')
})

test('parts are a list, each with what helps to answer it', () => {
  const [jobs] = blocks(page, 'answer').filter((block) => wordsOf(block).includes('For each job:'))
  expect(jobs?.children).toMatchObject([
    { type: 'paragraph', children: [{ value: 'As many as you need. For each job:' }] },
    { type: 'list', children: [{}, { children: [{ children: [{ children: [{ value: 'What' }] }] }] }, {}, {}] },
  ])
  expect(said('/work/seasons').join('')).toMatch(
    /Answers for each of these:SpringAutumn: After the clocks go back\.Of each of them, the form asks:How is it\? Choose one: Good · Poor\.In words$/,
  )
  expect(said('/work/shed').at(-1)).toBe('Answers to each of these:ColourLocked? Choose one: Yes · No.')
})

test('what stands beside an open answer is told in full once in each section, and by name after that', () => {
  const { form, full } = all.find(({ form: { id } }) => id === 'assessment') ?? all[0] ?? { form: undefined, full: undefined }
  if (!form || !full) throw new Error('no form')
  const read = allUnder(readable(full))
  for (const section of form.sections) {
    const open = questionsOf([section]).filter(({ kind }) => kind === 'longText')
    const told = open.map(({ path }) => read.get(tagOf(path))?.includes('Someone speaking for the person'))
    expect(told).toEqual(open.map((_, index) => index === 0))
    for (const { path } of open.slice(1)) expect(read.get(tagOf(path))).toContain('Beside them: “Whose words” and “If left blank, why”.')
  }
})

test('a hint of a part may be more than a sentence', async () => {
  const hint = 'Such as:\n\n- green\n- *very* green'
  const sources = set(
    await allotment(),
    'schemas/forms/allotment-visit.json',
    '/properties/work/properties/shed/properties/colour/description',
    hint,
  )
  const [form] = toRead(sources)
  if (!form) throw new Error('no form')
  const html = printHtml(readable(form.full), { title: '' })
  expect(html).toMatch(/<strong>Colour<\/strong><\/p>\s*<p>Such as:<\/p>\s*<ul>\s*<li>green<\/li>\s*<li><em>very<\/em> green<\/li>/)
})

test('words that look like Markdown or HTML stay words', async () => {
  const label = '*Who* <script>alert(1)</script> | `digs`'
  let sources = set(await allotment(), 'schemas/forms/allotment-visit.json', '/properties/plot/properties/holder/title', label)
  sources = set(sources, 'schemas/forms/allotment-visit.json', '/properties/plot/properties/soil/oneOf/1/title', label)
  sources = set(sources, 'schemas/forms/allotment-visit.json', '/properties/work/properties/jobs/x-item', label)
  const [form] = toRead(sources)
  if (!form) throw new Error('no form')
  const read = readable(form.full)
  expect(under(read, 'plot.holder')).toContain(label)
  expect(under(read, 'plot.soil')).toContain(label)
  expect(under(read, 'work.jobs')).toContain(`For each ${label}:`)
  expect(printHtml(read, { title: '' })).not.toContain('<script')
})
