/**
 * npm run check:libreoffice: every built form and example, opened and saved by LibreOffice once and again, still says the same;
 * and so do forms that a council restyled, and forms that are filled in there. Needs LibreOffice, and Debian's Python with python3-uno.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Draft } from '../src/form.ts'
import type { Manifest } from '../src/manifest.ts'
import { type Readable, readableForms, readForm } from '../src/read.ts'
import { fill } from '../src/word/fill/fill.ts'
import { compileTemplate } from '../src/word/fill/scan.ts'
import { restyled } from '../tests/word/restyle.ts'
import { filledByHand } from './libreoffice-steps.ts'
import { project } from './project.ts'

const out = fileURLToPath(new URL('../dist', import.meta.url))
const { artefacts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
const files = artefacts.filter(({ kind }) => kind === 'word-template' || kind === 'example-word')
const readable = readableForms((await project()).forms)
const work = mkdtempSync(join(tmpdir(), 'libreoffice-'))
const profile = join(work, 'profile')

let faults = 0
let checked = 0
try {
  const cases = files.flatMap(({ path, form = '', version, kind }) => {
    const file = join(out, path)
    if (kind === 'word-template') return [{ file, record: { form, formVersion: version } }]
    const record = recordIn(file.replace(/\.docx$/, '.json'))
    return [
      { file, record },
      { file: restyledWith(form, record, basename(path)), record },
    ]
  })
  const once = saved(
    cases.map(({ file }) => file),
    'once',
  )
  const twice = saved(once, 'twice')
  for (const [index, { file, record }] of cases.entries())
    report(basename(file), [...faultsIn(once[index], record), ...faultsIn(twice[index], record).map((fault) => `saved twice: ${fault}`)])
  for (const { path, form } of files.filter(({ path }) => isFullForm(path))) {
    const hands = readable.find((each) => each.form.id === form)
    if (hands) report(`${form}, filled in by hand`, filled(join(out, path), hands))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`\n${checked} files through LibreOffice, ${faults} faults.`)
process.exitCode = faults || !checked ? 1 : 0

/** An example in a restyled form. */
function restyledWith(id: string, record: Draft, name: string): string {
  const template = files.find(({ form, path }) => form === id && isFullForm(path))
  const form = readable.find((each) => each.form.id === id)?.form
  if (!template || !form) throw new Error(`There is no Word form for ${id} in dist. Run npm run build:forms first.`)
  mkdirSync(join(work, 'restyled'), { recursive: true })
  const file = join(work, 'restyled', `restyled-${name}`)
  const { docx, problems } = fill(compileTemplate(restyled(readFileSync(join(out, template.path))), form), record)
  if (problems.length) throw new Error(`${name} does not fit the restyled form: ${JSON.stringify(problems)}`)
  writeFileSync(file, docx)
  return file
}

/** The files as LibreOffice saves them, in a folder of that name. */
function saved(files: readonly string[], folder: string): string[] {
  const to = join(work, folder)
  execFileSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'docx', '--outdir', to, ...files], {
    stdio: 'ignore',
  })
  return files.map((file) => join(to, basename(file)))
}

/** A blank form, written, ticked and chosen in, rows pasted and inserted. */
function filled(template: string, { form, outline }: Readable): string[] {
  const { steps, record } = filledByHand(form, outline)
  // A copy: LibreOffice does not open what another run has left locked.
  const source = join(work, `blank-${form.id}.docx`)
  copyFileSync(template, source)
  const target = join(work, `by-hand-${form.id}.docx`)
  const script = fileURLToPath(new URL('libreoffice-hands.py', import.meta.url))
  // Python's bridge to LibreOffice comes with Debian's own Python alone.
  execFileSync('/usr/bin/python3', [script, profile, source, target], {
    input: JSON.stringify(steps),
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: 120_000,
  })
  return faultsIn(target, record)
}

function faultsIn(file: string | undefined, record: Draft): string[] {
  if (!file) return ['was not saved']
  const { record: read, findings } = readForm(readFileSync(file), readable)
  return [
    ...differences(record, read, '').map((pointer) => `differs at ${pointer || 'the record itself'}`),
    ...findings.map(({ code, pointer, message }) => `${code} at ${pointer || 'the document'}: ${message}`),
  ]
}

/** JSON Pointers to everything that is not the same. */
function differences(a: unknown, b: unknown, pointer: string): string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? [] : [pointer]
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => differences(one.get(key), other.get(key), `${pointer}/${key}`))
}

function isFullForm(path: string): boolean {
  return path.endsWith('-form.docx')
}

/** An example, without the name of the schema that editors check it by. */
function recordIn(path: string): Draft {
  const { $schema: _, ...record } = JSON.parse(readFileSync(path, 'utf8')) as Draft
  return record
}

function report(name: string, wrong: readonly string[]): void {
  checked++
  faults += wrong.length
  console.log(`${wrong.length ? 'FAIL' : 'ok  '}  ${name}`)
  for (const fault of wrong) console.log(`      ${fault}`)
}
