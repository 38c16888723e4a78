/** The libraries measured against, each behind the few words that the benchmark says to it. Their types are not at hand in the project. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Run } from './harness.ts'
import { files, placeholderWordsIn } from './subject.ts'

/** A package of the benchmark's own package.json. */
export const peer = async <Library>(name: string): Promise<Library> => (await import(name)) as Library

type Words = Readonly<Record<string, string>>

/** Fills the template with placeholders that lies in the folder. */
export type PeerFill = (folder: string) => Promise<Run>

const bytesIn = (folder: string, name: string): Buffer => readFileSync(join(folder, name))

export const docxtemplater: PeerFill = async (folder) => {
  interface Filling {
    render(words: Words): void
    getZip(): { generate(options: object): Uint8Array }
  }
  const { default: PizZip } = await peer<{ default: new (file: Buffer) => object }>('pizzip')
  const { default: Docxtemplater } = await peer<{ default: new (zip: object, options: object) => Filling }>('docxtemplater')
  const [file, words] = [bytesIn(folder, files.braces), placeholderWordsIn(folder)]
  // An instance serves one record only, so it is made anew, as its manual says.
  return () => {
    const filling = new Docxtemplater(new PizZip(file), { linebreaks: true, paragraphLoop: true })
    filling.render(words)
    return filling.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
  }
}

export const docxTemplates: PeerFill = async (folder) => {
  const { createReport } = await peer<{ createReport(options: object): Promise<Uint8Array> }>('docx-templates')
  const [template, data] = [bytesIn(folder, files.braces), placeholderWordsIn(folder)]
  // Without its sandbox, which is faster.
  return () => createReport({ template, data, cmdDelimiter: ['{', '}'], noSandbox: true })
}

export const easyTemplateX: PeerFill = async (folder) => {
  interface Handler {
    process(template: Buffer, words: Words): Promise<Uint8Array>
  }
  const { TemplateHandler } = await peer<{ TemplateHandler: new () => Handler }>('easy-template-x')
  const [file, words] = [bytesIn(folder, files.braces), placeholderWordsIn(folder)]
  const handler = new TemplateHandler()
  return () => handler.process(file, words)
}

export const carbone: PeerFill = async (folder) => {
  type Callback = (problem: Error | null, file: Buffer) => void
  const { default: library } = await peer<{ default: { render(path: string, words: Words, done: Callback): void } }>('carbone')
  const render = promisify(library.render)
  const words = placeholderWordsIn(folder)
  return () => render(join(folder, files.carbones), words)
}
