import { expect, test } from 'vitest'
import { bookmarkOf } from '../../src/tag.ts'
import { parseXml } from '../../src/word/fill/xml-tree.ts'
import { layOut } from '../../src/word/template.ts'
import { ask, documentOf, form, formOf, markdown, open, page as pageLooks } from './form.ts'
import { blocksOf, bookmarksOf, controlsOf, idsOf, page, partOf, tagged } from './read.ts'

const blank = await layOut(documentOf(form), pageLooks)
const one = (tag: string) => {
  const [control, ...others] = tagged(blank, tag)
  if (!control || others.length) throw new Error(`${others.length + 1} controls ${tag}`)
  return control
}

test('every kind of question has a control of its kind, empty, locked and named', () => {
  expect(one('about.name')).toMatchObject({
    kind: 'w:text',
    alias: 'Your name',
    lock: 'sdtLocked',
    prompting: true,
    text: 'Click or tap to write',
  })
  expect(one('about.dateOfBirth')).toMatchObject({ kind: 'w:date', prompting: true, text: 'Pick a date', fullDate: undefined })
  expect(one('about.depth')).toMatchObject({
    kind: 'w:dropDownList',
    prompting: true,
    text: 'Choose',
    list: ['=Choose', 'brief=Brief', 'standard=Standard', 'inDepth=In depth'],
  })
  expect(one('about.toldAboutRecords')).toMatchObject({ kind: 'w14:checkbox', checked: false, prompting: false, text: '☐' })
  expect(one('about.sensory=hearing')).toMatchObject({ kind: 'w14:checkbox', alias: 'Trouble hearing', checked: false })
  expect(one('aboutMe.whatMatters.text')).toMatchObject({ kind: 'w:richText', alias: 'What matters most to you?', prompting: true })
  expect(one('aboutMe.whatMatters.voice')).toMatchObject({ kind: 'w:dropDownList', alias: 'Whose words' })
  expect(one('money.yearly')).toMatchObject({ kind: 'w:text', lock: 'sdtContentLocked', text: 'Worked out from your answers' })
  expect(one('daily.outcomes.food.managing')).toMatchObject({ kind: 'w:dropDownList', alias: 'Managing?' })
  expect(one('strengths.network')).toMatchObject({ kind: 'w15:repeatingSection', alias: 'Who is important to you?' })
})

test('a multi-line prompt leaves a pen room and is still the prompt', () => {
  expect(one('aboutMe.whatMatters.text').text).toBe('Click or tap to write\n\n\n')
})

test('blank rows repeat the tags, unlocked so that a row can be deleted', () => {
  const names = tagged(blank, 'strengths.network.name')
  expect(names).toHaveLength(3)
  expect(names.map(({ lock }) => lock)).toEqual([undefined, undefined, undefined])
  expect(new Set(names.map(({ id }) => id)).size).toBe(3)
})

test('ids are unique, 32-bit and the same in every build', async () => {
  const ids = idsOf(blank)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => Math.abs(Number(id)) <= 2 ** 31)).toBe(true)
  expect(idsOf(await layOut(documentOf(form), pageLooks))).toEqual(ids)
})

test('every control has its bookmark, numbered from the second row', () => {
  const names = bookmarksOf(blank)
  expect(new Set(names).size).toBe(names.length)
  const tag = bookmarkOf('strengths.network.name')
  expect(names).toEqual(expect.arrayContaining([bookmarkOf('about.name'), tag, `${tag}_2`, `${tag}_3`]))
  expect(names.every((name) => name.length <= 40)).toBe(true)
})

test('label, hint, condition and choices come before the control, which stands alone', () => {
  const blocks = blocksOf(blank)
  const at = blocks.findIndex(({ words }) => words === 'How much detail fits?')
  expect(blocks.slice(at, at + 7)).toEqual([
    { style: 'Question', words: 'How much detail fits?' },
    { style: 'Hint', words: 'Only as much as the decision needs. See the guide.' },
    { style: 'Choices', words: 'Choose one:' },
    { style: 'ChoiceLine', words: 'Brief – One thing is needed, and it is plain what.' },
    { style: 'ChoiceLine', words: 'Standard – Several parts of life are involved.' },
    { style: 'ChoiceLine', words: 'In depth – Life is complicated, or changing fast.' },
    { style: 'AnswerShort', words: 'Choose' },
  ])
  expect(blocks).toContainEqual({ style: 'AskWhen', words: 'Answer this if the conversation is brief.' })
})

test('cards are numbered by Word, so that an added one numbers itself', () => {
  const xml = page(blank)
  const [, list] = /<w:pStyle w:val="CardTitle"\/>.*?<w:numId w:val="(\d+)"\/>/.exec(xml) ?? []
  const numbering = partOf(blank, 'word/numbering.xml')
  const [, abstract] = new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(numbering) ?? []
  expect(numbering).toMatch(new RegExp(`w:abstractNumId="${abstract}".*?<w:lvlText w:val="Strength %1"/>`))
  expect(xml.match(/<w:pStyle w:val="CardTitle"\/>/g)).toHaveLength(2)
})

test('rows as cards stand under headings of the next level', () => {
  expect(blocksOf(blank)).toContainEqual({ style: 'Heading3', words: 'Dignity' })
})

test('same document, same bytes, in every time zone', async () => {
  const zone = process.env.TZ
  try {
    process.env.TZ = 'Asia/Kolkata'
    expect(Buffer.compare(await layOut(documentOf(form), pageLooks), blank)).toBe(0)
  } finally {
    process.env.TZ = zone
  }
})

test('the file says what it is: title, language, properties', () => {
  const core = partOf(blank, 'docProps/core.xml')
  expect(core).toContain('<dc:title>Our conversation about your life</dc:title>')
  expect(core).toContain('<dc:language>en-GB</dc:language>')
  expect(core).not.toMatch(/created|modified/)
  expect(partOf(blank, 'docProps/custom.xml')).toMatch(/name="formId".*kitchen-table.*name="formVersion".*1\.0\.0/s)
})

test('contents list headings of two levels, as links with their pages, and ask for no update', async () => {
  const prose = '# Guide\n\nStart.\n\n## One\n\ntext\n\n### Inner\n\n---\n\n## One\n\nSee [first](#one).'
  const guide = await layOut({ type: 'root', children: markdown(prose) }, { ...pageLooks, contents: true })
  const blocks = blocksOf(guide)
  expect(blocks.slice(0, 6)).toEqual([
    { style: 'Heading1', words: 'Guide' },
    { style: 'Normal', words: 'Start.' },
    { style: 'ContentsTitle', words: 'Contents' },
    { style: 'TOC1', words: 'One\t1' },
    { style: 'TOC2', words: 'Inner\t1' },
    { style: 'TOC1', words: 'One\t2' },
  ])
  const anchors = [...page(guide).matchAll(/w:anchor="([^"]*)"/g)].map(([, name]) => name)
  expect(bookmarksOf(guide)).toEqual(expect.arrayContaining(anchors))
  expect(page(guide)).not.toContain('w:dirty')
  expect(partOf(guide, 'word/settings.xml')).not.toContain('updateFields')
})

test('a page break belongs to the block after it, prose or question', async () => {
  const after = await layOut(
    {
      type: 'root',
      children: [...markdown('# T\n\n---\n\ntext\n\n---'), { type: 'formQuestion', question: ask('text', '/a', 'Name'), depth: 1 }],
    },
    pageLooks,
  )
  expect(
    page(after).match(
      /<w:pStyle w:val="(Normal|Question)"\/><w:pageBreakBefore\/>|<w:pStyle w:val="(Normal|Question)"\/><w:keepNext\/><w:pageBreakBefore\/>/g,
    ),
  ).toHaveLength(2)
})

test('hostile words stay words, and what XML cannot carry is dropped', async () => {
  const label = 'A <b> & "c" 😀 \uFFFE\u0007é'
  const hostile = await layOut(documentOf(formOf([ask('text', '/s/a', label)])), {
    ...pageLooks,
    title: label,
    header: label,
    properties: { formId: label },
  })
  expect(controlsOf(hostile)[0]?.alias).toBe('A <b> & "c" 😀 é')
  for (const part of ['docProps/core.xml', 'docProps/custom.xml', 'word/header1.xml'])
    expect(() => parseXml(partOf(hostile, part))).not.toThrow()
  expect(blocksOf(hostile)).toContainEqual({ style: 'Question', words: 'A <b> & "c" 😀 é' })
})

test('a long label is cut between whole characters', async () => {
  const long = await layOut(documentOf(formOf([ask('text', '/s/a', `${'x'.repeat(62)}😀😀`)])), pageLooks)
  expect(controlsOf(long)[0]?.alias).toBe(`${'x'.repeat(62)}…`)
})

test('a tag too long for Word is a bug', async () => {
  await expect(layOut(documentOf(formOf([ask('text', `/s/${'a'.repeat(63)}`, 'A')])), pageLooks)).rejects.toThrow(/longer than 64/)
})

test.each(['`code`', '![picture](a.png)', '<b>html</b>', '```\ncode\n```'])(
  'prose that no author may write is a bug: %s',
  async (prose) => {
    await expect(layOut({ type: 'root', children: markdown(`# T\n\n${prose}`) }, pageLooks)).rejects.toThrow(/^Bug: Word prose cannot hold/)
  },
)

test('a link to no heading is a bug', async () => {
  await expect(layOut({ type: 'root', children: markdown('# T\n\n[lost](#nowhere)') }, pageLooks)).rejects.toThrow(
    /#nowhere leads to no heading/,
  )
})

test('two tables with nothing between are a bug, for Word would join them', async () => {
  const [table] = markdown('| a |\n|---|\n| b |')
  if (!table) throw new Error('no table')
  await expect(layOut({ type: 'root', children: [...markdown('# T'), table, table] }, pageLooks)).rejects.toThrow(/two tables/)
})

test('a table has a header row, a title and rows that stay whole', async () => {
  const prose = await layOut(
    { type: 'root', children: markdown('# T\n\n## Law\n\n| Duty | Source |\n|---|---|\n| Assess | Act |') },
    pageLooks,
  )
  expect(page(prose)).toMatch(/<w:tblCaption w:val="Law"\/>.*<w:cantSplit\/><w:tblHeader\/>.*Duty.*<w:cantSplit\/><\/w:trPr>.*Assess/)
})

test('fixed rows may be single questions, and open answers may stand in a table', async () => {
  const parts = ['a', 'b'].map((name) =>
    ask('choice', `/s/grid/${name}`, `Row ${name}`, { hint: 'Hint.', options: [{ value: 'y', label: 'Yes' }] }),
  )
  const grid = await layOut(documentOf(formOf([ask('rows', '/s/grid', 'Grid', { layout: 'table', item: 'thing', parts })])), pageLooks)
  expect(blocksOf(grid)).toContainEqual({ style: 'w:tbl', words: 'ThingAnswerRow aHint.ChooseRow bHint.Choose' })
  const words = [open('/s/rows/*/why', 'Why')]
  const open2 = await layOut(
    documentOf(formOf([ask('repeat', '/s/rows', 'Rows', { layout: 'table', blankRows: 1, parts: words })])),
    pageLooks,
  )
  expect(controlsOf(open2).map(({ tag }) => tag)).toEqual(['s.rows', 's.rows.why.text', 's.rows.why.voice', 's.rows.why.notAskedReason'])
})

test('what each part wants is said once above the cards, which show labels and answers only', async () => {
  const options = [{ value: 'y', label: 'Yes', description: 'Choose this when so.' }]
  const parts = [ask('choice', '/s/r/*/c', 'C', { options })]
  const cards = blocksOf(
    await layOut(documentOf(formOf([ask('repeat', '/s/r', 'R', { layout: 'cards', blankRows: 2, parts })])), pageLooks),
  )
  const at = cards.findIndex(({ style }) => style === 'w:sdt')
  expect(cards.slice(at - 2, at + 1)).toEqual([
    { style: 'Key', words: 'C: Choose one:' },
    { style: 'KeyChoice', words: 'Yes – Choose this when so.' },
    { style: 'w:sdt', words: 'C: ChooseC: Choose' },
  ])
})
