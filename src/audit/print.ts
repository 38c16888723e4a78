/** A report in the format that somebody asked for. */

import { printMarkdown } from '../document/markdown.ts'
import type { Document } from '../document/nodes.ts'
import { printHtml } from '../html/page.ts'
import { layOut } from '../word/template.ts'

export const reportFormats = ['docx', 'md', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** @param title What stands at the top of every page. */
export async function printReport(document: Document, format: ReportFormat, title: string): Promise<Uint8Array | string> {
  switch (format) {
    case 'docx':
      return layOut(document, { title, header: title, footer: 'For reflection and supervision', properties: {} })
    case 'html':
      return printHtml(document, { title })
    case 'md':
      return printMarkdown(document)
  }
}
