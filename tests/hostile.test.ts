import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  control,
  override,
  page,
  properties,
  property,
  recordOf,
  relationship,
  relationships,
  told,
  types,
  withPage,
  wordFile,
  words,
} from './hostile/files.ts'
import * as markdown from './hostile/markdown.ts'
import * as word from './hostile/word.ts'
import { root } from './project.ts'

describe.each([
  ['Word', word],
  ['Markdown', markdown],
])('%s', (_, { large, sly }) => {
  test.each(sly)('%s', (_, file, said) => {
    expect(told(file())).toContain(said)
  })
  test.each(large)('%s', (_, file, said) => {
    expect(told(file())).toContain(said)
  })
})

test('what cannot be read takes no memory to speak of', () => {
  // In a process of its own: what others took before would hide it.
  const more = execFileSync(process.execPath, ['--import', 'tsx', join(root, 'tests/hostile/memory.ts')], { cwd: root, encoding: 'utf8' })
  expect(Number(more)).toBeGreaterThanOrEqual(0)
  expect(Number(more)).toBeLessThan(100 * 1024)
})

const rose = { form: 'kitchen-table', formVersion: '1.0.0', about: { name: 'Rose Example' } }

test('a form that means no harm is read, with all that people and programs do to it', () => {
  const types2 = types(
    override('word/document.xml') + override('word/embeddings/a.bin', 'application/vnd.openxmlformats-officedocument.oleObject'),
  )
  const good = page(control('about.name', 'Rose Example'))
  const harmless: Record<string, Uint8Array> = {
    untouched: wordFile(),
    'a byte order mark in each part': wordFile({
      'word/document.xml': `\ufeff${good}`,
      '_rels/.rels': `\ufeff${relationships(relationship('word/document.xml'))}`,
    }),
    'lines of Windows': wordFile({ 'word/document.xml': good.replaceAll('><', '>\r\n<') }),
    'an embedded workbook and an ActiveX control, which are not opened': wordFile({
      'word/embeddings/a.bin': 'MZ',
      'word/activeX/activeX1.bin': 'MZ',
      '[Content_Types].xml': types2,
    }),
    'twenty footers of almost a megabyte': wordFile(
      Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`word/footer${at}.xml`, page(words('x'.repeat(1_000_000)))])),
    ),
    'properties that every object has': wordFile({
      'docProps/custom.xml': properties(
        ['__proto__', 'constructor', 'toString'].map((name) => property(name, 'x')).join('') + property('formId', 'kitchen-table'),
      ),
    }),
    'elements that every object has': withPage(
      `<hidden>${control('about.name', 'Rose Example').replace('<w:t>', '<constructor/><__proto__/><toString/><w:t>')}</hidden>`,
    ),
    'symbols that are none': withPage(
      control('about.name', 'Rose Example').replace('<w:t>', '<w:sym w:char="-1"/><w:sym w:char="110000"/><w:sym w:char="x"/><w:t>'),
    ),
    'tags that every object has': withPage(
      ['__proto__', 'constructor', 'constructor.name', 'toString'].map((tag) => control(tag, 'x')).join('') +
        control('about.name', 'Rose Example'),
    ),
  }
  for (const [name, file] of Object.entries(harmless)) expect(recordOf(file), name).toEqual(rose)
  const md = '\ufeff```about.name\r\nRose Example\r\n```\r\n\r\nVersion 1.0.0, kitchen-table\r\n'
  expect(recordOf(Buffer.from(md))).toEqual(rose)
})

test('a box whose signs are no characters is a box', () => {
  const box =
    '<w14:checkbox><w14:checked w14:val="1"/><w14:checkedState w14:val="-2612"/><w14:uncheckedState w14:val="110000"/></w14:checkbox>'
  expect(recordOf(withPage(control('about.toldAboutRecords', '☒', box)))).toMatchObject({ about: { toldAboutRecords: true } })
})

test('words of bookmarks that overlap, and of those whose control is gone, are kept apart', () => {
  const mark = (id: number, name: string) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`
  const end = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`
  const [name, called] = ['about.name', 'about.likeToBeCalled'].map((tag) => word.bookmarkNamed(tag))
  const overlapping = `${mark(1, name ?? '')}${words('Rose')}${mark(2, called ?? '')}${words('Example')}${end(1)}${words('Rosie')}${end(2)}${words('not asked')}`
  expect(recordOf(withPage(overlapping))).toMatchObject({ about: { name: 'Rose\nExample', likeToBeCalled: 'Example\nRosie' } })
})

describe('nothing that a file refers to is fetched', () => {
  let calls = 0
  const server = createServer((_, response) => {
    calls++
    response.end()
  }).listen(0, '127.0.0.1')
  afterAll(() => server.close())

  test('whatever it refers to', async () => {
    await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once('listening', resolve)))
    const address = server.address()
    const site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/x`
    const external = ' TargetMode="External"'
    const kinds = ['attachedTemplate', 'image', 'frame', 'oleObject', 'hyperlink', 'subDocument', 'footer', 'settings']
    const file = wordFile({
      'word/_rels/document.xml.rels': relationships(kinds.map((kind) => relationship(site, external, kind)).join('')),
      'word/_rels/settings.xml.rels': relationships(relationship(site, external, 'attachedTemplate')),
    })
    expect(recordOf(file)).toEqual(rose)
    await new Promise((resolve) => setImmediate(resolve))
    expect(calls).toBe(0)
  })

  test('as what reads it can open neither a file nor a connection', () => {
    const folders = ['word', 'zip', 'markdown', 'answers', 'kinds'].map((folder) => join(root, 'src', folder))
    const sources = [
      join(root, 'src/read.ts'),
      ...folders.flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => join(folder, name)),
      ),
    ]
    for (const path of sources)
      expect(readFileSync(path, 'utf8'), path).not.toMatch(
        /['"](?:node:)?(?:fs|http|https|http2|net|tls|dgram|dns|child_process|worker_threads)(?:\/promises)?['"]|\bfetch\(|XMLHttpRequest|WebSocket/,
      )
  })
})
