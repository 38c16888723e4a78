/** Answers as the runs of text that Word shows. */
import { escapeXml, xmlSafe } from './xml-text.ts'

/**
 * One run.
 * @param format The run's properties, as XML.
 */
export function runXml(text: string, format = ''): string {
  const parts = xmlSafe(text)
    .split(/(\n|\t)/)
    .filter(Boolean)
    .map((part) => {
      if (part === '\n') return '<w:br/>'
      return part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`
    })
  return `<w:r>${format}${parts.join('')}</w:r>`
}
