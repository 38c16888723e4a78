/** What a report says first, and how it prints: ten prompts at most, in every format, whatever the record holds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditorOf } from '../../src/audit/audit.ts'
import { printReport } from '../../src/audit/print.ts'
import { mostPrompts, promptsOf } from '../../src/audit/prompts.ts'
import type { Remark } from '../../src/audit/remark.ts'
import { qualitiesOf, reportOf } from '../../src/audit/report.ts'
import { sentenceAt } from '../../src/audit/sentence.ts'
import { standardFor } from '../../src/validator/standard.ts'
import { verdict } from '../../src/validator/verdict.ts'
import { audit, examples, framework, language, remark } from './subjects.ts'
import { containerOf } from './word.ts'

const qualities = qualitiesOf(framework)
const remarks = fc.array(
  fc
    .record({
      id: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      quality: fc.nat(qualities.length - 1),
      level: fc.constantFrom('error', 'warning', 'prompt'),
    })
    .map(({ id, level }) => remark({ id, level: level as Remark['level'], quality: qualities[id.charCodeAt(0) % qualities.length] ?? '' })),
  { maxLength: 60 },
)

test('prompts: at most ten, each once, errors first, every quality before any a second time, and always the same', () => {
  expect(qualities.length).toBe(5)
  fc.assert(
    fc.property(remarks, (all) => {
      const prompts = promptsOf(all, qualities)
      const kinds = new Set(all.map(({ id }) => id))
      expect(prompts.length).toBe(Math.min(mostPrompts, kinds.size))
      expect(new Set(prompts.map(({ id }) => id)).size).toBe(prompts.length)
      for (const { id, places, first } of prompts) {
        expect(places).toEqual(all.filter((each) => each.id === id))
        expect(first).toBe(places[0])
      }
      const levels = prompts.map(({ first }) => first.level === 'error')
      expect(levels).toEqual([...levels].sort((a, b) => Number(b) - Number(a)))
      const others = prompts.filter(({ first }) => first.level !== 'error').map(({ quality }) => quality)
      const rest = new Set(all.filter((each) => all.find(({ id }) => id === each.id)?.level !== 'error').map(({ quality }) => quality))
      const turn = others.slice(0, rest.size)
      expect(new Set(turn).size).toBe(turn.length)
      expect(promptsOf(structuredClone(all), qualities)).toEqual(prompts)
    }),
  )
})

test('remarks of a quality that the framework does not have are in the detail, and errors are never lost', () => {
  const all = [remark({ id: 'a', quality: 'elsewhere', level: 'error' }), remark({ id: 'b' })]
  expect(promptsOf(all, qualities).map(({ id }) => id)).toEqual(['a', 'b'])
})

const hostile = '</p><script>alert("1")</script> & <img src=x onerror=alert(1)> ``` **bold** [link](javascript:x) | a | ]]>'

const report = (remarks: readonly Remark[], well: readonly Remark[] = []) =>
  reportOf({ audit: audit({ remarks, well, version: hostile }), name: hostile, unfinished: [], findings: [] }, framework)

test('a report says what stands in the record as words, in every format', async () => {
  const made = remark({ words: hostile, passage: hostile, label: hostile, why: hostile, term: hostile, section: hostile, suggest: hostile })
  const document = await report([made], [{ ...made, level: 'good' }])
  const html = String(await printReport(document, 'html', hostile))
  expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)"/)
  expect(html).toContain('&#x3C;script>alert')
  const { xml } = containerOf((await printReport(document, 'docx', hostile)) as Uint8Array)
  expect(xml).toContain('&lt;script&gt;alert')
  expect(xml).not.toContain('<script')
  expect(String(await printReport(document, 'md', hostile))).not.toMatch(/(?<!\\)<script|(?<!\\)\[link\]\(javascript/)
})

test('it begins with what is going well, and has ten prompts at most', async () => {
  const many = Array.from({ length: 14 }, (_, index) =>
    remark({ id: `r${index}`, quality: qualities[index % 5] ?? '', why: `Why ${index}.`, passage: `It was ${index}.` }),
  )
  const markdown = String(await printReport(await report(many, [remark({ level: 'good', why: 'You listened.' })]), 'md', 'Audit'))
  const order = [
    'What is going well',
    'You listened.',
    'To reflect on',
    'There are 4 more below',
    'Everything that was noticed',
    'How to read this',
  ]
  const places = order.map((words) => markdown.indexOf(words))
  expect(places).toEqual([...places].filter((place) => place >= 0).sort((a, b) => a - b))
  const [, reflect = ''] = /## To reflect on([\s\S]*?)\n## /.exec(markdown) ?? []
  expect(reflect.match(/Why \d+\./g)?.length).toBe(10)
  expect(markdown).not.toMatch(/score of|\d+ ?%|undefined|NaN|\[object/)
})

test('one that has nothing to say still says something kind', async () => {
  const markdown = String(await printReport(await report([]), 'md', 'Audit'))
  expect(markdown).toContain('Nothing stood out.')
  expect(markdown).toContain('What did you do well that the form does not show?')
})

test('a real record prints in three formats, with the same prompts in each, and the same each time', async () => {
  const [example] = examples
  if (!example) throw new Error('no example')
  const { form, record } = example
  const spoilt = JSON.parse(
    example.text
      .replace(/"text": "/g, '"text": "She suffers from dementia and is non-compliant. ')
      .replaceAll('personOwnWords', 'practitioner'),
  )
  const judged = verdict(standardFor(form), { ...record, conversation: {} })
  const audited = {
    audit: auditorOf(form, language)(spoilt),
    name: 'a.json',
    findings: [],
    unfinished: judged.valid ? [] : judged.problems,
  }
  const prompts = promptsOf(audited.audit.remarks, qualities)
  expect(prompts.length).toBeGreaterThan(1)
  const document = await reportOf(audited, framework)
  const markdown = String(await printReport(document, 'md', 'Audit'))
  const html = String(await printReport(document, 'html', 'Audit'))
  const { names, xml } = containerOf((await printReport(document, 'docx', 'Audit')) as Uint8Array)
  expect(names).toEqual(expect.arrayContaining(['word/document.xml', '[Content_Types].xml']))
  // Half a word of each is enough, where no sign is written otherwise in one of the formats.
  for (const { first } of prompts) {
    const [plain = ''] = first.why.match(/[\p{L} ,]{12,}/u) ?? []
    for (const [format, text] of Object.entries({ markdown, html, xml })) expect(text, `${first.id} in ${format}`).toContain(plain.trim())
  }
  expect(html.match(/<svg /g)?.length).toBe(1)
  expect(String(await printReport(await reportOf(audited, framework), 'html', 'Audit'))).toBe(html)
})

test('the sentence around a place holds its words, on one line, and is not long', () => {
  const piece = fc.constantFrom('It rains. ', 'no stop ', 'Why? ', '\n', '\n\n', '“Yes.” ', 'e.g. ', 'word', ' ', '…')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(30), (pieces, from, length) => {
      const text = pieces.join('')
      const start = from % text.length
      const end = Math.min(text.length, start + length + 1)
      const sentence = sentenceAt(text, { start, end })
      expect(sentence).toContain(text.slice(start, end).replace(/\s+/g, ' ').trim())
      expect(sentence).not.toMatch(/\n| {2}/)
      expect(sentence.length).toBeLessThan(420)
    }),
  )
})
