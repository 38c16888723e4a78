/** A report in the format that somebody asked for. */

import { printMarkdown } from '../document/markdown.ts'
import type { Document } from '../document/nodes.ts'
import { printHtml } from '../html/page.ts'
import { neutral, type Settings } from '../settings.ts'
import { layOut } from '../word/template.ts'

export const reportFormats = ['docx', 'md', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/**
 * @param title What stands at the top of every page.
 * @param settings Whose report it is, and how it looks in Word.
 */
export async function printReport(
  document: Document,
  format: ReportFormat,
  title: string,
  { organisation: { name, logo }, colours }: Pick<Settings, 'organisation' | 'colours'> = neutral,
): Promise<Uint8Array | string> {
  switch (format) {
    case 'docx': {
      const page = { title, header: `${name} · ${title}`, footer: 'For reflection and supervision', properties: {}, colours }
      return layOut(document, { ...page, ...(logo ? { logo } : {}) })
    }
    case 'html':
      return printHtml(document, { title })
    case 'md':
      return printMarkdown(document)
  }
}
