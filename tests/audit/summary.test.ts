/** Many audits → what may be told of them: no small counts, no names, and nothing of which one person is the source. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymous } from '../../src/audit/anonymous.ts'
import { auditorOf } from '../../src/audit/audit.ts'
import { printReport } from '../../src/audit/print.ts'
import { qualitiesOf } from '../../src/audit/report.ts'
import { shuffled } from '../../src/audit/sample.ts'
import { type Gist, gistOf, summariser } from '../../src/audit/summary.ts'
import { fewest, summaryReportOf, told } from '../../src/audit/summary-report.ts'
import { audit, examples, framework, language, remark } from './subjects.ts'

const qualities = qualitiesOf(framework)
const lists = { ...language.lists, firstNames: ['Joan', 'Nadia'] }

const summaryOf = (gists: readonly Gist[]) => {
  const { add, summary } = summariser()
  for (const gist of gists) add(gist)
  return summary()
}
const printed = async (gists: readonly Gist[], drawn = 'what was read') =>
  String(await printReport(await summaryReportOf(summaryOf(gists), { drawn, unread: 0, names: false }, framework), 'html', 'Audit'))

const gist = (says: Partial<Gist> = {}): Gist => ({
  form: 'made',
  title: 'Made',
  who: '',
  remarks: [],
  good: [],
  voices: [],
  sentences: [],
  ...says,
})

describe('small counts', () => {
  const common = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => remark({ id, theme: 'Common' }))
  const voice = (which: 'person' | 'together') => [{ section: 'A', person: 0, together: 0, representative: 0, practitioner: 0, [which]: 1 }]
  /** Forty records, of which so many have something of their own. */
  const forty = (rare: number, says: Partial<Gist>): Gist[] =>
    Array.from({ length: 40 }, (_, index) =>
      gist({ who: `person ${index}`, remarks: common, voices: voice('person'), ...(index < rare ? says : {}) }),
    )
  const own: Partial<Gist> = {
    title: 'Rare form',
    remarks: [...common, remark({ id: 'rare', theme: 'Rare theme', term: 'rare term', suggest: 'Rarely.' })],
    voices: voice('together'),
  }
  const sentences = [{ hash: 'rare', words: 'A rare sentence.' }]

  test.each([1, 2, 3, 4])('%i is told nowhere', async (count) => {
    const html = await printed(forty(count, { ...own, sentences }))
    const text = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ')
    for (const words of ['Rare theme', 'rare term', 'Rare form', 'Written together', ...(count > 1 ? ['A rare sentence.'] : [])])
      expect(text).toContain(words)
    expect(text).not.toMatch(new RegExp(`(?<![\\d.])${count}(?![\\d.])`))
    expect(text.match(/fewer than 5/g)?.length).toBeGreaterThan(3)
  })

  test('one reads as four do', async () => {
    const [one, four] = await Promise.all([printed(forty(1, own)), printed(forty(4, own))])
    // What is told of the others differs by as many.
    const others = (html = '', count = '') => html.replace(/<[^>]+>/g, ' ').replaceAll(new RegExp(`\\b${count}\\b`, 'g'), '#')
    expect(others(one, '39')).toBe(others(four, '36'))
  })
})

test('counts are told from five on, and none is told as none', () => {
  expect([0, 1, 4, 5, 60].map(told)).toEqual(['0', 'fewer than 5', 'fewer than 5', '5', '60'])
  expect(fewest).toBe(5)
})

test('a few records are not compared with one another', async () => {
  const html = await printed([1, 2, 3, 4].map((index) => gist({ who: String(index), remarks: [remark({ id: 'a' })] })))
  expect(html).toContain('too few records')
  expect(html).not.toMatch(/at the fewest/)
})

test('sentences are copied only between different people, whatever forms they stand in', () => {
  const said = (who: string, ...hashes: string[]) => gist({ who, sentences: hashes.map((hash) => ({ hash, words: hash })) })
  const { copied } = summaryOf([said('a', 'x', 'y'), said('a', 'x'), said('b', 'y', 'z'), said('c', 'y'), said('b', 'y')])
  expect(copied).toEqual([{ words: 'y', people: 3 }])
})

describe('who is who', () => {
  const who = (name: string | undefined, text = 'a') =>
    gistOf(
      audit({ person: { name }, passages: [{ text, pointer: '/a', label: 'A', section: 'A', voiced: false }] }),
      qualities,
      lists,
      false,
    ).who
  test('one person’s forms are one person’s, and records without a name are of different people', () => {
    expect(who('Joan Smith')).toBe(who('joan smith', 'b'))
    expect(who('Joan Smith')).not.toBe(who('Joan Smythe'))
    expect(who(undefined, 'a')).not.toBe(who(undefined, 'b'))
    expect(who('Joan Smith')).not.toMatch(/joan|smith/i)
  })
})

describe('names and numbers', () => {
  const record = {
    short: ['Delphine Okoro-Byrne', 'Hebden Bridge', 'JOSÉ'],
    person: { name: 'wanjiru o’dell', preferredName: 'Ло́ра' },
    passages: [],
  }
  const hide = anonymous(record, lists)
  test.each([
    ['Delphine’s bag, DELPHINE.', '(…) bag, (…).'],
    ['The Okoro house, Byrne-led.', 'The (…) house, (…).'],
    ['Okoro-Byrne and Okoro–Byrne', '(…) and (…)–(…)'],
    ["Wanjiru O’Dell, O'Dell", '(…), (…)'],
    ['In Hebden Bridge with José.', 'In (…) with (…).'],
    ['With Ло́ра now.', 'With (…) now.'],
    ['Nadia rang joan@example.org on 01632 960 001 for £20.50.', '(…) rang (…) on (…) for (…).'],
    ['She lives at HX7 8AB, hx7 8ab.', 'She lives at (…), (…).'],
    ['She was born 3/4/1950, ٣٤.', 'She was born (…), (…).'],
    ['The GP Nwosu came – Tareq did not; Siobhra did.', 'The GP (…) came – (…) did not; (…) did.'],
    ['The social worker said on Monday that I’m well.', 'The social worker said on Monday that I’m well.'],
  ])('%s', (passage, told) => expect(hide(passage).replaceAll('(…)’s', '(…)')).toBe(told))

  test('whoever has a capital in the middle of a sentence is named', () => {
    const text = 'Her friend Philippa came to Ilkley with Mum. Philippa is kind to the GP.'
    const found = anonymous(
      { ...record, passages: [{ text, pointer: '/a', label: 'A', section: 'A', voiced: false }] },
      language.lists,
    )(text)
    expect(found).toBe('Her friend (…) came to (…) with Mum. (…) is kind to the GP.')
  })

  const ordinary =
    /^(?:It|Mrs?|Ms|Miss|Mx|Dr|The|An?|And|Of|For|To|In|On|At|By|With|Or|Her|Him|His|He|She|They|I['’]\w+|Social|Worker|Practitioner|Council|Team|Services?|Home|House|Road|Street|Avenue|Lane|Close|Phone|Email|Weekly|Daily|\w+day|January|February|March|April|May|June|July|August|September|October|November|December|English)$/i
  test.each(examples.map((each) => [each.path, each] as const))('none of %s goes further', (_, { form, record }) => {
    const made = auditorOf(form, language)(record)
    const told = gistOf(made, qualities, language.lists, false)
    const out = [...told.good.map(({ passage }) => passage), ...told.sentences.map(({ words }) => words)].join('\n')
    const known = new Set([...language.lists.acronyms, ...language.lists.relations].map((word) => word.toLowerCase()))
    const names = made.short
      .flatMap((words) => words.match(/(?<![\p{L}-])\p{Lu}[\p{L}’'-]+/gu) ?? [])

      .map((name) => name.replace(/['’]s?$/, ''))
      .filter((name) => !ordinary.test(name) && !known.has(name.toLowerCase()))
    expect(names.length).toBeGreaterThan(5)
    const leaks = (name: string) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(out)
    expect([...new Set(names)].filter(leaks)).toEqual([])
    expect(out.match(/.{20}\p{Nd}.{20}/gu) ?? []).toEqual([])
    expect(
      gistOf(made, qualities, language.lists, true)
        .good.map(({ passage }) => passage)
        .join(),
    ).not.toContain('(…)')
  })
})

describe('samples', () => {
  const things = Array.from({ length: 50 }, (_, index) => index)
  test('are the same from the same seed, without replacement', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = shuffled(things, seed)
        expect(drawn).toEqual(shuffled(things, seed))
        expect(drawn.toSorted((a, b) => a - b)).toEqual(things)
      }),
    )
  })
  test('differ by seed, and draw everything about as often', () => {
    const seeds = Array.from({ length: 2000 }, (_, seed) => shuffled(things, seed).slice(0, 5))
    expect(new Set(seeds.map(String)).size).toBeGreaterThan(1990)
    const often = things.map((thing) => seeds.filter((drawn) => drawn.includes(thing)).length)
    // 200 each, give or take five times the spread of chance.
    expect(Math.min(...often)).toBeGreaterThan(130)
    expect(Math.max(...often)).toBeLessThan(270)
  })
})
