import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Link, Table } from 'mdast'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { printCsv } from '../src/csv.ts'
import { markdownAnchorsOf } from '../src/document/anchors.ts'
import { codebookOf } from '../src/document/codebook.ts'
import { wordsOf } from '../src/document/markdown.ts'
import type { Document } from '../src/document/nodes.ts'
import { codebook } from '../src/emit/codebook.ts'
import type { Job } from '../src/emit/emitter.ts'
import type { Form } from '../src/form.ts'
import { htmlOf } from '../src/html/body.ts'
import { allQuestions } from '../src/questions.ts'
import { readSources } from '../src/schema/sources.ts'
import { tagOf } from '../src/tag.ts'
import { allotment, load, root } from './project.ts'

const smallest = readFileSync(join(root, 'tests/fixtures/smallest-form/form.json'), 'utf8')
const sources = await readSources(root)
const ours = load(sources).forms
const { forms: others } = load(new Map([...sources, ['schemas/forms/smallest-form.json', smallest]]))
const forms = [...ours, ...others.filter(({ id }) => id === 'smallest-form'), ...load(await allotment()).forms]

/** RFC 4180, by its grammar. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (cells.lastIndex < text.length) {
    const at = cells.lastIndex
    const cell = cells.exec(text)
    if (!cell) throw new Error(`no cell at ${text.slice(at, at + 50)}`)
    const [, quoted, plain = '', end] = cell
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

/** The rows of a form's CSV by the names of their columns. */
async function linesOf(form: Form): Promise<Record<string, string>[]> {
  const made = await codebook.emit({ form } as Job)
  const text = String(made.find(({ path }) => path === `${form.id}/${form.fileName}-codebook.csv`)?.contents)
  expect(text.startsWith('\uFEFF')).toBe(true)
  const [head = [], ...rows] = parseCsv(text.slice(1))
  for (const row of rows) expect(row).toHaveLength(head.length)
  return rows.map((row) => Object.fromEntries(row.map((cell, column) => [head[column] ?? '', cell])))
}

test('the CSV has a line for every question and part of every form, in its order', async () => {
  expect(forms.map(({ id }) => id)).toEqual(expect.arrayContaining(['assessment', 'smallest-form', 'allotment-visit']))
  for (const form of forms) {
    const lines = await linesOf(form)
    const questions = allQuestions(form)
    expect(lines.map((line) => line['JSON Pointer'])).toEqual(questions.map(({ path }) => path))
    for (const [index, question] of questions.entries()) {
      const line = lines[index] ?? {}
      expect(line).toMatchObject({
        'Tag in Word': tagOf(question.path),
        Question: question.label,
        Options: question.options.map(({ value, label }) => `${value} = ${label}`).join('\n'),
        Framework: question.practice.framework.join('; '),
        Law: question.practice.law.join('; '),
      })
      expect(line['When needed'], question.path).toMatch(/^[A-Z].+\.$/)
      if (question.required) expect(line['When needed'], question.path).not.toBe('Optional.')
    }
  }
})

test('a line says what is true of its question', async () => {
  const [assessment, plan] = ours
  const line = async (form: Form | undefined, pointer: string) =>
    (form ? await linesOf(form) : []).find((each) => each['JSON Pointer'] === pointer)
  expect(await line(assessment, '/conversation/infoBeforeDetail')).toMatchObject({
    Section: 'About this conversation',
    Answer: 'one line of text',
    'When needed': 'If you did not get information before we met.',
    'Least detail': 'Brief',
  })
  expect(await line(assessment, '/takingPart/capacity/supportToDecide/voice')).toMatchObject({
    Section: 'Taking part > Making decisions',
    'When needed': 'Write the answer and say whose words they are, or choose why it is blank.',
    'Least detail': 'Standard',
  })
  expect((await line(plan, '/strengths/planStrengths'))?.['Carried from']).toContain('assessment /strengths/strengths (')
  const calculated = (await linesOf(forms.at(-1) as Form)).find((each) => each['Worked out'])
  expect(calculated).toMatchObject({ 'JSON Pointer': '/work/jobCount', 'When needed': 'Worked out by the form.' })
})

test('every rule stands at every question that it looks at, each row of a grid among them', async () => {
  for (const form of forms) {
    const lines = await linesOf(form)
    const questions = new Map(allQuestions(form).map((question) => [question.path, question]))
    for (const { id, questions: paths } of form.rules) {
      for (const path of paths) {
        const [grid = '', part = ''] = path.split('/*/')
        const rows = questions.get(grid)?.kind === 'rows' && part ? (questions.get(grid)?.parts ?? []) : undefined
        for (const each of rows ? rows.map((row) => `${row.path}/${part}`) : [path]) {
          expect(lines.find((line) => line['JSON Pointer'] === each)?.Rules?.split('; '), `${id} at ${each}`).toContain(id)
        }
      }
    }
  }
  expect(forms.flatMap(({ rules }) => rules).length).toBeGreaterThan(100)
})

test('any words come back from CSV as they were, and none of them is a formula', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@SUM(A1)', '+44', '-1', '\t=1', '"', 'a,b', 'two\r\nlines', ''))
  const law = fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
    const read = parseCsv(printCsv(rows).slice(1))
    for (const words of read.flat()) expect(words).not.toMatch(/^[=+\-@]/)
    expect(read).toEqual(rows.map((row) => row.map((words) => words.replace(/^(?=[=+\-@\t\r\n])/, "'"))))
  })
  fc.assert(law)
})

interface Chapter {
  lead: string
  table?: Table
}

/** The first paragraph and the table under each heading, by its anchor. */
function chaptersOf(document: Document): Map<string, Chapter> {
  const anchors = markdownAnchorsOf(document)
  const chapters = new Map<string, Chapter>()
  let under: Chapter = { lead: '' }
  for (const node of document.children) {
    if (node.type === 'heading') {
      under = { lead: '' }
      chapters.set(anchors.get(node) ?? '', under)
    } else if (node.type === 'paragraph' && !under.lead) under.lead = wordsOf(node)
    else if (node.type === 'table') under.table = node
  }
  return chapters
}

/** Every pointer that a page tells of: read as its first lines say. */
function pointersOn(document: Document): Set<string> {
  const chapters = chaptersOf(document)
  const found = new Set<string>()
  const read = (table: Table, base: string, rowsOf: ReadonlyMap<string, readonly string[]>): void => {
    const named = new Map(rowsOf)
    for (const { children: cells } of table.children.slice(1)) {
      const [name = '', answer = ''] = [1, 2].map((column) => wordsOf(cells[column] as never))
      const at = `${base}/${name}`
      const [, listed] = /^The same questions for each row: (.*?= .*?)\.(?: |$)/.exec(answer) ?? []
      if (listed)
        named.set(
          at,
          listed.split('; ').map((each) => each.split(' = ')[0] ?? ''),
        )
      // A grid’s rows stand for its *.
      const grid = [...named.keys()].find((each) => at.startsWith(`${each}/*`))
      for (const row of grid ? (named.get(grid) ?? []) : ['*']) found.add(grid ? at.replace(`${grid}/*`, `${grid}/${row}`) : at)
      for (const row of named.get(at) ?? []) found.add(`${at}/${row}`)
      const shared = cells[2]?.children.find((each): each is Link => each.type === 'link')
      const parts = shared && chapters.get(shared.url.slice(1))?.table
      if (parts) read(parts, at, named)
    }
  }
  for (const { lead, table } of chapters.values()) {
    const [path = ''] = lead.split('. ')
    if (path.startsWith('/') && table) read(table, path, new Map())
  }
  return found
}

test('the page tells of every question and part, with what they share told once', () => {
  for (const form of forms) {
    const found = pointersOn(codebookOf(form))
    expect([...found].sort(), form.id).toEqual(
      allQuestions(form)
        .map(({ path }) => path)
        .sort(),
    )
  }
})

test('the page has every rule and every option, and its links lead to headings in HTML and in Markdown', () => {
  for (const form of forms) {
    const document = codebookOf(form)
    const words = document.children.map(wordsOf).join('\n')
    const chapters = chaptersOf(document)
    for (const { id, says, questions } of form.rules) {
      const { lead = '' } = chapters.get(id.toLowerCase()) ?? {}
      for (const each of [says, ...questions]) expect(lead, id).toContain(each)
    }
    for (const { options } of allQuestions(form))
      for (const { value, label } of options) expect(words, form.id).toContain(`${value} = ${label}`)
    visit(document, 'link', ({ url }) => {
      expect([...chapters.keys()]).toContain(url.slice(1))
    })
    // Throws where a link leads nowhere.
    expect(htmlOf(document)).toContain('<h1')
  }
})

test('each rule is linked from rows whose questions it looks at, and from no others', () => {
  for (const form of forms) {
    const looksAt = new Map(form.rules.map(({ id, questions }) => [id, questions]))
    const linked = new Set<string>()
    for (const { lead, table } of chaptersOf(codebookOf(form)).values()) {
      for (const { children: cells } of table?.children.slice(1) ?? []) {
        const at = `${lead.split('. ')[0]}/${cells[1] ? wordsOf(cells[1]) : ''}`
        const ids = cells[4]?.children.filter(({ type }) => type === 'link').map(wordsOf) ?? []
        for (const id of ids) {
          linked.add(id)
          // A row may stand for its parts, too.
          expect(
            looksAt.get(id)?.some((path) => path === at || path.startsWith(`${at}/`)),
            `${id} at ${at}`,
          ).toBe(true)
        }
      }
    }
    expect(linked, form.id).toEqual(new Set(looksAt.keys()))
  }
})

test('the page of the largest form leaves room for a site around it in 100 kB', () => {
  for (const form of forms) expect(Buffer.byteLength(htmlOf(codebookOf(form))), form.id).toBeLessThan(90_000)
})
