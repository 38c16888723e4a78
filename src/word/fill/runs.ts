/** Answers as the runs of text that Word shows. */
import { escapeXml } from '../xml-text.ts'

const opening = '<w:t xml:space="preserve">'
const closing = '</w:t>'

/** What stands before and after the text of a run. @param format The run's properties, as XML. */
export const aroundRun = (format = ''): { lead: string; tail: string } => ({ lead: `<w:r>${format}${opening}`, tail: `${closing}</w:r>` })

/** The text of a run, its new lines and tabs as Word writes them. */
export function runText(text: string): string {
  const escaped = escapeXml(text)
  if (!/[\n\t]/.test(escaped)) return escaped
  return escaped
    .replace(/[\n\t]/g, (break_) => `${closing}${break_ === '\n' ? '<w:br/>' : '<w:tab/>'}${opening}`)
    .replaceAll(`${opening}${closing}`, '')
}

/** One run. */
export function runXml(text: string, format = ''): string {
  const { lead, tail } = aroundRun(format)
  return `${lead}${runText(text)}${tail}`
}
