/** A template, Word or Markdown, and a record → the filled form: the way back is read.ts. */
import type { Problem } from './answers/problem.ts'
import type { Draft, Form } from './form.ts'
import { fill as fillMarkdown } from './markdown/fill.ts'
import { compileTemplate as compileMarkdown } from './markdown/template.ts'
import { identityIn, isMarkdown } from './read.ts'
import { fill as fillWord } from './word/fill/fill.ts'
import { type Filler, fillerOf } from './word/fill/filler.ts'
import { compileTemplate as compileWord } from './word/fill/scan.ts'
import { Refused } from './zip/entry.ts'
import { packedHere } from './zip/write.ts'

export interface FilledForm {
  readonly contents: Uint8Array | string
  /** What could not be shown. */
  readonly problems: readonly Problem[]
}

/** A template taken apart, once for all the records it will be filled with. */
export interface Fillable {
  readonly extension: 'docx' | 'md'
  /** Where the template does not fit the form, whatever the record. */
  readonly problems: readonly Problem[]
  /** Fills in one record, complete or not. Never throws. */
  fill(draft: Draft): FilledForm
  /** The same for many records after each other: the first takes longer, and every other a tenth of the time. */
  many(): (draft: Draft) => FilledForm
}

/**
 * Takes a template apart.
 * @param template A .docx or .md form: our own, or what a council made of it.
 * @throws Refused, with one sentence, where it cannot be filled, or is another form's.
 */
export const fillableFrom = (template: Uint8Array, form: Form): Fillable =>
  isMarkdown(template) ? markdownFrom(template, form) : wordFrom(template, form)

function wordFrom(bytes: Uint8Array, form: Form): Fillable {
  const template = compileWord(bytes, form)
  refuseOther(template.formId, form)
  const known = keysOf(template.misplaced)
  const only = ({ docx, problems }: ReturnType<typeof fillWord>) => ({ contents: docx, problems: besides(problems, known) })
  return {
    extension: 'docx',
    problems: template.misplaced,
    fill: (draft) => only(fillWord(template, draft, new Map(), packedHere)),
    many() {
      let filler: Filler | undefined
      return (draft) => {
        filler ??= fillerOf(template, draft)
        return only(filler.fill(draft))
      }
    },
  }
}

function markdownFrom(bytes: Uint8Array, form: Form): Fillable {
  const template = compileMarkdown(bytes, form)
  refuseOther(identityIn(new TextDecoder().decode(bytes)).id, form)
  const known = keysOf(template.misplaced)
  const fill = (draft: Draft): FilledForm => {
    const { markdown, problems } = fillMarkdown(template, draft)
    return { contents: markdown, problems: besides(problems, known) }
  }
  return { extension: 'md', problems: template.misplaced, fill, many: () => fill }
}

function refuseOther(id: string | undefined, form: Form): void {
  if (id !== undefined && id !== form.id) throw new Refused(`This is a template of the form “${id}”, and not of “${form.id}”.`)
}

const keyOf = ({ path, label, reason }: Problem): string => `${path}\n${label}\n${reason}`
const keysOf = (problems: readonly Problem[]): Set<string> => new Set(problems.map(keyOf))
const besides = (problems: readonly Problem[], known: ReadonlySet<string>): Problem[] =>
  problems.filter((problem) => !known.has(keyOf(problem)))
