/** What can be downloaded, with everything a person wants to know first. */
import { createHash } from 'node:crypto'
import { downloadAddress } from '../addresses.ts'
import type { Edition } from '../document/form-page.ts'
import { type Artefact, fileName, type Job } from '../emit/emitter.ts'
import { dayInWords } from '../kinds/date.ts'
import { pageCount } from '../word/page-count.ts'
import { whoseRecord } from './people.ts'

export interface Download {
  /** Says by itself what it is: “Strengths-based assessment: brief edition, in Word”. */
  readonly title: string
  readonly href: string
  /** “Word document, 55 KB, about 34 pages.” */
  readonly about: string
  /** The name that it is saved under. */
  readonly file: string
  /** Hexadecimal SHA-256. */
  readonly sha256: string
}

/** The downloads of a form. */
export interface FormDownloads {
  /** To fill in: each edition in Word and Markdown, and the strengths map. */
  readonly forms: readonly Download[]
  readonly guidance: readonly Download[]
  /** By the name of the example. */
  readonly examples: ReadonlyMap<string, readonly Download[]>
  /** What shows how form, framework and law hang together. */
  readonly framework: readonly Download[]
  /** What is for programs. */
  readonly developers: readonly Download[]
}

/** Formats by the ending of a file: what a link says, and what it is. */
const formats: Readonly<Record<string, readonly [short: string, long: string]>> = {
  docx: ['in Word', 'Word document'],
  md: ['as plain text', 'Text with Markdown'],
  svg: ['as a picture', 'SVG picture'],
  json: ['as data', 'JSON'],
  csv: ['as a table', 'CSV table'],
  js: ['as a program', 'JavaScript module'],
  'd.ts': ['as types', 'TypeScript declarations'],
}

/** Of the files of one form, what people download. */
export function downloadsOf({ form, editions, examples }: Job, artefacts: readonly Artefact[]): FormDownloads {
  const files = new Map(artefacts.filter((each) => each.form === form.id).map((each) => [each.path, each]))
  /** Takes a file for its place on a page; none where it was not made. */
  const take = (name: readonly string[], title: string, ...endings: string[]): Download[] =>
    endings.flatMap((ending) => {
      const path = `${form.id}/${fileName(form, name, ending)}`
      const file = files.get(path)
      return file && files.delete(path) ? [download(file, title, form)] : []
    })
  const forms = [
    ...orderedForBeginners(editions).flatMap(({ name, title }) => take(['form', name], title, 'docx', 'md')),
    ...take(['strengths-map'], `Strengths map to fill in: ${form.title}`, 'docx', 'svg'),
  ]
  const guidance = take(['guidance'], `Guidance for staff: ${form.title}`, 'docx', 'md')
  const ofExamples = examples.map((example): readonly [string, Download[]] => {
    const { name } = example
    const person = whoseRecord(form, example)
    const about = `${person}: ${form.title}`
    return [
      name,
      [
        ...take(['example', name], about, 'docx', 'md', 'json'),
        ...take(['example', name, 'strengths-map'], `Strengths map of ${about}`, 'docx', 'svg'),
        ...take(['example', name, 'why-it-is-good'], `Why it is good practice: ${person}`, 'docx', 'md'),
      ],
    ]
  })
  const framework = take(['coverage'], `What answers to what: ${form.title}`, 'docx', 'md')
  return {
    forms,
    guidance,
    examples: new Map(ofExamples),
    framework,
    developers: [...files.values()].map((file) => download(file, nameOf(file), form)),
  }
}

/** The shorter form first: it is the one that most people want. */
const orderedForBeginners = (editions: readonly Edition[]): Edition[] => [...editions].reverse()

function download({ path, contents }: Artefact, title: string, { version, changes }: Job['form']): Download {
  const bytes = Buffer.from(contents)
  const ending = Object.keys(formats).find((each) => path.endsWith(`.${each}`)) ?? ''
  const [short, long] = formats[ending] ?? ['', `${ending.toUpperCase()} file`]
  const dated = changes.find((change) => change.version === version)?.date
  const facts = [long, sizeOf(bytes.length), ...lengthOf(ending, contents)].join(', ')
  return {
    title: short && !title.includes('.') ? `${title}, ${short}` : title,
    href: downloadAddress(path),
    about: `${facts}. Version ${version}${dated ? `, ${dayInWords(dated)}` : ''}.`,
    file: nameOf({ path }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

const nameOf = ({ path }: Pick<Artefact, 'path'>): string => path.slice(path.lastIndexOf('/') + 1)

/** How long it is, in the measure of its format: pages for paper, words for a text; programs have none. */
function lengthOf(ending: string, contents: string | Uint8Array): string[] {
  if (ending === 'docx') {
    const pages = pageCount(contents as Uint8Array)
    return [pages === 1 ? '1 page' : `about ${pages} pages`]
  }
  if (ending !== 'md') return []
  const words = String(contents).split(/\s+/).length
  return [`about ${String(Math.round(words / 100) * 100).replace(/\B(?=\d{3}$)/, ',')} words`]
}

/** Kilobytes of 1,024 bytes. */
export const sizeOf = (bytes: number): string => (bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`)
