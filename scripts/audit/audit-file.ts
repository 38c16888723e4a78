/** One file → its audit, and whatever of it was asked for. */
import { basename } from 'node:path'
import { anonymous } from '../../src/audit/anonymous.ts'
import { type Audit, type Auditor, auditorOf } from '../../src/audit/audit.ts'
import { printReport, type ReportFormat } from '../../src/audit/print.ts'
import type { Remark } from '../../src/audit/remark.ts'
import { type Audited, qualitiesOf, reportOf } from '../../src/audit/report.ts'
import { type Gist, gistOf } from '../../src/audit/summary.ts'
import { collector } from '../../src/diagnostics.ts'
import type { Form } from '../../src/form.ts'
import type { Framework } from '../../src/framework.ts'
import { readerOf } from '../../src/language/reader.ts'
import type { PracticeLanguage } from '../../src/practice-language.ts'
import { isJson, largestFile, readableForms, readForm } from '../../src/read.ts'
import { parseJson } from '../../src/schema/json.ts'
import { readBytes } from '../../src/schema/sources.ts'
import type { Settings as Ours } from '../../src/settings.ts'
import { textIn } from '../../src/utf8.ts'
import { standardFor } from '../../src/validator/standard.ts'
import { type Standard, verdict } from '../../src/validator/verdict.ts'
import { NotAForm, Refused } from '../../src/zip/entry.ts'

/** What is asked of every file. Plain data: it goes to other threads. */
export interface Settings {
  readonly forms: readonly Form[]
  readonly framework: Framework
  readonly language: PracticeLanguage
  /** True where a person has said which form it is. */
  readonly told: boolean
  /** True to leave names and numbers in what goes beyond those who know the person. */
  readonly names: boolean
  /** What each report is made as; undefined for no report. */
  readonly report: ReportFormat | undefined
  /** Whose reports they are; neutral where it does not say. */
  readonly ours?: Ours
}

export interface AuditedFile {
  readonly path: string
  /** Why it was not audited. */
  readonly refused?: { readonly reason: string; readonly isForm: boolean }
  readonly gist?: Gist
  readonly report?: Uint8Array | string
  /** What machines are given. */
  readonly data?: AuditData
  /** How many answers were lost in reading. */
  readonly lost?: number
}

/** An audit, as `--json` prints it. */
export interface AuditData {
  readonly file: string
  readonly form: string
  readonly formVersion: string
  readonly well: readonly Remark[]
  readonly remarks: readonly (Remark & { readonly line?: number; readonly column?: number })[]
  readonly voices: Audit['voices']
  /** What could not be read with certainty, and what the form still asks for. */
  readonly unread: readonly (Omit<Audited['findings'][number], 'message'> & { readonly message?: string })[]
  readonly unfinished: readonly Partial<Audited['unfinished'][number]>[]
}

/** Makes an auditor of files; made once in each thread. */
export function fileAuditor(settings: Settings): (path: string) => Promise<AuditedFile> {
  const { framework, language, told, names, report, ours } = settings
  const readable = readableForms(settings.forms)
  const qualities = qualitiesOf(framework)
  const read = readerOf(language)
  const auditors = new Map<string, { audit: Auditor; standard: Standard }>()
  const forForm = (form: Form) => {
    const known = auditors.get(form.id) ?? { audit: auditorOf(form, language, read), standard: standardFor(form) }
    auditors.set(form.id, known)
    return known
  }
  const auditFile = async (path: string): Promise<AuditedFile> => {
    const bytes = bytesIn(path)
    const { form, record, findings } = readForm(bytes, readable, told)
    const { audit: auditor, standard } = forForm(form)
    const audit = auditor(record)
    if (!audit.passages.length && !findings.length) throw new NotAForm('There are no open answers in it to read.')
    const judged = verdict(standard, record)
    // What is a prompt already is not asked for twice.
    const asked = new Set(audit.remarks.map(({ id }) => id))
    const unfinished = judged.valid ? [] : judged.problems.filter(({ rule }) => rule === undefined || !asked.has(rule))
    const audited: Audited = { audit, name: basename(path), findings, unfinished }
    return {
      path,
      gist: gistOf(audit, qualities, language.lists, names),
      data: dataOf(path, bytes, audited, settings),
      lost: findings.filter(({ level }) => level === 'error').length,
      ...(report
        ? { report: await printReport(await reportOf(audited, framework), report, `Practice audit: ${basename(path)}`, ours) }
        : {}),
    }
  }
  // A file may be made to break any reader, such as one nested a hundred thousand deep: it stops nothing else.
  return (path) =>
    auditFile(path).catch((problem: Error) =>
      refused(path, problem instanceof Refused ? problem : new Refused(`It could not be audited: ${problem.message}.`)),
    )
}

/** @throws Refused where it cannot be read. */
function bytesIn(path: string): Uint8Array {
  try {
    return readBytes(path, largestFile)
  } catch (problem) {
    throw new Refused(`It cannot be read: ${(problem as Error).message}.`)
  }
}

const refused = (path: string, problem: Refused): AuditedFile => ({
  path,
  refused: { reason: problem.message, isForm: !(problem instanceof NotAForm) },
})

function dataOf(file: string, bytes: Uint8Array, { audit, findings, unfinished }: Audited, { names, language }: Settings): AuditData {
  const { report } = collector()
  const json = isJson(bytes) ? parseJson(file, textIn(bytes) ?? '', report) : undefined
  const hide = names ? (words: string) => words : anonymous(audit, language.lists)
  const told = <R extends Remark>(remark: R): R => ({ ...remark, passage: hide(remark.passage), words: hide(remark.words) })
  return {
    file: file.replaceAll('\\', '/'),
    form: audit.form,
    formVersion: audit.version,
    well: audit.well.map(told),
    remarks: audit.remarks.map((remark) => {
      const { line, column } = json?.place(remark.pointer) ?? {}
      return { ...told(remark), ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
    }),
    voices: audit.voices,
    // Messages quote what was written, whatever it was: without them it is still said where, and what to do.
    unread: names ? findings : findings.map(({ message: _, ...finding }) => finding),
    unfinished: names ? unfinished : unfinished.map(({ label, remedy, rule }) => ({ label, remedy, ...(rule ? { rule } : {}) })),
  }
}
