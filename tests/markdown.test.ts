import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { parseMarkdown, printMarkdown } from '../src/document/markdown.ts'
import { isPlain, plainBlocks } from '../src/document/plain-markdown.ts'

const parser = unified().use(remarkParse).use(remarkGfm)
const printer = unified().use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' }).use(remarkGfm, { tablePipeAlign: false })

/** A tree without the places where its nodes stood. */
const bare = (node: Nodes): unknown => JSON.parse(JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value)))

const scraps = fc.constantFrom(
  ...['a', 'W', 'www', 'http', '1', ' ', ' ', ' ', '.', ':', '/', '-', '*', '**', '_', '|', '>', '#', '!', '[', ']', '(', ')', '`', '~'],
  ...[
    '“',
    '’',
    ',',
    '@',
    '&',
    'amp;',
    '<',
    '+',
    '=',
    '\\',
    'é',
    '£',
    '\n',
    '\n\n',
    '\n- ',
    '\n\n## ',
    '\n\n> ',
    '\n\n**',
    '- ',
    '**A** ',
    '[a](https://b.c)',
    '<a:b>',
  ],
)
const text = fc.array(scraps, { maxLength: 12 }).map((all) => all.join(''))
const words = fc.array(
  fc.constantFrom(
    'Joan',
    'w',
    'well-known',
    '“so”',
    '(then)',
    '£3',
    'a.',
    'b:',
    'on',
    '–',
    '!',
    '**Bold**',
    '**B.**',
    '2.10',
    '[Act 2, s. 1](https://a.org/b-1)',
  ),
  { minLength: 1 },
)
const line = words.map((all) => all.join(' '))
const item = line.map((each) => `- ${each}`)
const page = fc
  .array(
    fc.oneof(
      line,
      item,
      fc.tuple(item, item).map((two) => two.join('\n')),
      line.map((each) => `> ${each}`),
      line.map((each) => `## ${each}`),
      fc.constantFrom('---', '<question:/a/b-2>', '1 x', '- '),
      fc.tuple(line, line, line).map(([a, b, c]) => `| ${a} | ${b} |\n| --- | --- |\n| ${c} |  |\n| - | 1. ${c} |`),
    ),
  )
  .map((all) => all.join('\n\n'))

test('what is read without the parser is what the parser would have read', () => {
  let read = 0
  fc.assert(
    fc.property(fc.oneof(text, page), (markdown) => {
      const children = plainBlocks(markdown)
      if (!children) return
      read++
      expect(bare({ type: 'root', children })).toEqual(bare(parser.parse(markdown)))
    }),
    { numRuns: 3000 },
  )
  expect(read).toBeGreaterThan(300)
})

test('a page is the same whether it is read in pieces or whole', () => {
  fc.assert(
    fc.property(page, (markdown) => {
      expect(bare(parseMarkdown(markdown))).toEqual(bare(parser.parse(markdown)))
    }),
  )
})

test('plain words are printed as the printer prints them', () => {
  let plain = 0
  fc.assert(
    fc.property(fc.oneof(text, line), fc.oneof(text, line), (one, other) => {
      if (isPlain(one)) plain++
      const of = (value: string) => ({ type: 'text' as const, value })
      const strong = { type: 'strong' as const, children: [of('B')] }
      const root = { type: 'root' as const, children: [{ type: 'paragraph' as const, children: [of(one), strong, of(other)] }] }
      expect(printMarkdown(root)).toBe(printer.stringify(root))
    }),
    { numRuns: 2000 },
  )
  expect(plain).toBeGreaterThan(100)
})
