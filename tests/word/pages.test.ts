import { Document, Packer, type PageNumberEstimator } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/document/markdown.ts'
import { neutral } from '../../src/settings.ts'
import { blocks } from '../../src/word/blocks.ts'
import { coloursOf, page } from '../../src/word/looks.ts'
import { pageCount } from '../../src/word/page-count.ts'
import { pageNumbersOn } from '../../src/word/pages.ts'
import { headingBookmark } from '../../src/word/phrasing.ts'
import { proseNumberings } from '../../src/word/prose.ts'
import { newSheet } from '../../src/word/sheet.ts'
import { stylesIn } from '../../src/word/styles.ts'
import { tableStyle } from '../../src/word/tables.ts'
import { ask } from './form.ts'

const colours = coloursOf(neutral.colours)
const height = page.height - 2 * page.margin - 300

/** The pages of a document by some reckoning, bookmark by bookmark. */
async function pagesBy(reckon: PageNumberEstimator, children: ReturnType<typeof parseMarkdown>['children']) {
  let found: ReturnType<PageNumberEstimator> | undefined
  const pageNumbers: PageNumberEstimator = (body, context) => {
    found = reckon(body, context)
    return found
  }
  const margin = { top: page.margin + 300, bottom: page.margin, left: page.margin, right: page.margin, header: 600, footer: 560 }
  const docx = await Packer.toBuffer(
    new Document({
      externalStyles: tableStyle(colours),
      styles: stylesIn(colours),
      numbering: { config: proseNumberings },
      pageNumbers,
      sections: [
        {
          properties: { page: { size: { width: page.width, height: page.height }, margin } },
          children: blocks(newSheet(headingBookmark, page.text), { type: 'root', children }, true) as never[],
        },
      ],
    }),
  )
  return { bookmarks: Object.fromEntries(found?.bookmarks ?? []), pageCount: found?.pageCount, docx }
}

const word = fc.constantFrom(...'I Mrs well-being walks “home” slowly; 24/7 (again), wherever £5 understanding WWW – and'.split(' '))
const sentence = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((words) => `So ${words.join(' ')}.`)
const lines = (start: string) =>
  fc.array(sentence(40), { minLength: 1, maxLength: 6 }).map((all) => all.map((each) => start + each).join('\n'))
const table = fc
  .array(fc.tuple(sentence(6), sentence(50)), { minLength: 1, maxLength: 8 })
  .map((rows) => `| One | Other |\n| --- | --- |\n${rows.map(([one, other]) => `| ${one} | ${other} |`).join('\n')}\n\nAfter it.`)
const block = fc.oneof(
  { weight: 4, arbitrary: sentence(150) },
  { weight: 2, arbitrary: sentence(30).map((words) => `**In bold** ${words}`) },
  { weight: 2, arbitrary: lines('- ') },
  { weight: 2, arbitrary: sentence(60).map((words) => `> ${words}\n>\n> ${words}`) },
  { weight: 1, arbitrary: table },
  { weight: 3, arbitrary: fc.tuple(fc.integer({ min: 2, max: 5 }), sentence(12)).map(([depth, words]) => `${'#'.repeat(depth)} ${words}`) },
)

test('pages are those of the layout that docx has, which follows Word', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 20, maxLength: 60 }), async (all) => {
      const { children } = parseMarkdown(`# Title\n\n${all.join('\n\n')}`)
      const { docx, ...found } = await pagesBy(pageNumbersOn(page.text, height), children)
      const { docx: _, ...expected } = await pagesBy(estimatePageNumbers, children)
      expect(found).toMatchObject(expected)
      // The finished file is counted by itself, from nothing but what it says.
      expect(pageCount(docx)).toBe(found.pageCount)
    }),
    { numRuns: 8, seed: 4 },
  )
}, 60_000)

test('a logo above the title takes its height', async () => {
  const { children } = parseMarkdown(
    `# Title\n\n${Array.from({ length: 30 }, (_, n) => `## Number ${n}\n\nSo it goes on.\n\nAnd on.`).join('\n\n')}`,
  )
  for (const points of [6, 17, 36, 200]) {
    const logo = { type: 'picture' as const, svg: '<svg/>', png: new Uint8Array(8), width: 80, height: points, title: 'Logo', alt: 'Us' }
    const { docx, ...reckoned } = await pagesBy(pageNumbersOn(page.text, height), [logo, ...children])
    const { docx: _, ...expected } = await pagesBy(estimatePageNumbers, [logo, ...children])
    expect(reckoned.pageCount).toBeGreaterThan(2)
    expect(reckoned).toEqual(expected)
    expect(pageCount(docx)).toBe(reckoned.pageCount)
  }
})

test('there are no numbers after the first thing that is not prose', async () => {
  const { children } = parseMarkdown('# Title\n\nWords.\n\n## One\n\nWords.\n\n## Two\n\nWords.')
  const question = { type: 'formQuestion' as const, question: ask('text', '/a', 'Name'), depth: 2 }
  const { bookmarks, pageCount } = await pagesBy(pageNumbersOn(page.text, height), [
    ...children.slice(0, 4),
    question,
    ...children.slice(4),
  ])
  expect(Object.keys(bookmarks)).toEqual([headingBookmark('Title'), headingBookmark('One')])
  expect(pageCount).toBeUndefined()
})
