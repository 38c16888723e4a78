/** Filling a Word form: this project, libraries that fill templates or write pages, and the work that no program can avoid. */

import { strFromU8 } from 'fflate'
import { parseXml } from '../../src/word/fill/xml-tree.ts'
import { missing, partOf, textOfDocx } from './answers.ts'
import type { Contender, Run } from './harness.ts'
import { cachedFill, type Fill, plainFill } from './ours.ts'
import { compressed, partsOf, zipped } from './package-files.ts'
import { carbone, docxTemplates, docxtemplater, easyTemplateX, type PeerFill } from './peers.ts'
import { pageIn, type Subject } from './subject.ts'

/** Everything that fills. The first is the reference. */
export function fillers(subject: Subject): Contender[] {
  const { form, template, record, folder } = subject
  const ours = (name: string, make: () => Fill): Contender => ({
    name,
    side: 'ours',
    load: async () => {
      const fill = make()
      return () => fill(record)
    },
  })
  const filler = (name: string, load: PeerFill): Contender => ({ name, side: 'peer', load: () => load(folder) })
  return [
    limit('limit: the finished page deflated, zlib 6', subject, 6),
    limit('the same, zlib 1', subject, 1),
    limit('the same, stored', subject, 0),
    ours('**this project**, plain', () => plainFill(form, template)),
    ours('**this project**, compression kept', () => cachedFill(form, template)),
    filler('docx, from scratch', fromScratch),
    filler('carbone', carbone),
    filler('easy-template-x', easyTemplateX),
    filler('docxtemplater', docxtemplater),
    filler('docx-templates', docxTemplates),
  ]
}

/** What is wrong with a filled file: answers that it does not show. */
export function badlyFilled({ words }: Pick<Subject, 'words'>): (output: unknown) => string | undefined {
  return (output) => {
    if (!(output instanceof Uint8Array)) return 'its output is no file'
    parseXml(strFromU8(partOf(output)))
    return missing(textOfDocx(output), words)
  }
}

/** The finished page compressed anew; the other parts' compressed bytes copied. */
const limit = (name: string, { filled }: Subject, level: number): Contender => ({
  name,
  side: 'limit',
  load: async (): Promise<Run> => {
    const page = partOf(filled)
    const parts = partsOf(filled)
    return () => zipped(parts.map((part) => (part.name === 'word/document.xml' ? compressed(part.name, page, level) : part)))
  },
})

async function fromScratch(folder: string): Promise<Run> {
  const { stylesOf, written } = await import('./scratch.ts')
  const page = pageIn(folder)
  const styles = stylesOf(page)
  return () => written(page, styles)
}
