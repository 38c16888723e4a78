/** Reading a filled Word form back: this project, readers of Word files, and the work that no program can avoid. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { strFromU8 } from 'fflate'
import { SaxesParser } from 'saxes'
import { missing, textOfMarkup } from './answers.ts'
import { type Contender, LeftOut, type Run } from './harness.ts'
import { read } from './ours.ts'
import { inflated, type Part, partsOf } from './package-files.ts'
import { peer } from './peers.ts'
import type { Subject } from './subject.ts'

/** Everything that reads. The first is the reference. */
export function readers({ form, filled, folder }: Subject): Contender[] {
  const page = () => pageOf(filled)
  return [
    { name: 'limit: the page inflated', side: 'limit', load: async () => inflating(page()) },
    { name: 'inflated and decoded', side: 'limit', load: async () => decoding(page()) },
    { name: 'inflated, decoded and parsed by saxes', side: 'limit', load: async () => parsing(page()) },
    {
      name: '**this project**, to a record',
      side: 'ours',
      load: async () => {
        const reader = read(form)
        return () => ({ record: reader(filled) })
      },
    },
    { name: 'mammoth, to raw text', side: 'peer', load: () => mammoth('extractRawText', filled) },
    { name: 'mammoth, to HTML', side: 'peer', load: () => mammoth('convertToHtml', filled) },
    { name: 'pandoc, one process a file', side: 'peer', outside: true, load: async () => pandoc(join(folder, 'filled.docx')) },
  ]
}

/** What is wrong with what was read: for this project, anything but the record; for the others, an answer that is not in their text. */
export function badlyRead({ words, record }: Subject): (output: unknown) => string | undefined {
  return (output) => {
    if (output instanceof Uint8Array) return missing(textOfMarkup(strFromU8(output)), words)
    if (typeof output === 'string') return missing(textOfMarkup(output), words)
    return isDeepStrictEqual(output, { record }) ? undefined : 'the record it read is another'
  }
}

function pageOf(docx: Uint8Array): Part {
  const part = partsOf(docx).find(({ name }) => name === 'word/document.xml')
  if (!part) throw new Error('there is no page')
  return part
}

const inflating =
  (page: Part): Run =>
  () =>
    inflated(page)

const decoding = (page: Part): Run => {
  const decoder = new TextDecoder()
  return () => decoder.decode(inflated(page))
}

/** Strict, with namespaces, and all text kept. It still has to be made sense of. */
const parsing = (page: Part): Run => {
  const decoder = new TextDecoder()
  return () => {
    const pieces: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('text', (text) => pieces.push(text.replaceAll('<', '&lt;')))
    parser.write(decoder.decode(inflated(page))).close()
    return pieces.join('')
  }
}

async function mammoth(task: 'extractRawText' | 'convertToHtml', docx: Uint8Array): Promise<Run> {
  type Task = (input: { buffer: Buffer }) => Promise<{ value: string }>
  const { default: library } = await peer<{ default: Record<typeof task, Task> }>('mammoth')
  const buffer = Buffer.from(docx)
  return () => library[task]({ buffer }).then(({ value }) => (task === 'convertToHtml' ? value : value.replaceAll('<', '&lt;')))
}

function pandoc(path: string): Run {
  if (spawnSync('pandoc', ['--version']).error) throw new LeftOut('there is no pandoc on this machine')
  return () => spawnSync('pandoc', ['-f', 'docx', '-t', 'html', '--wrap=none', path], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout
}
