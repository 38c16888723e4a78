/** The audit command as a person runs it: on one form in every file form, on folders of all sorts, and where it cannot be run. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, expect, test } from 'vitest'
import type { AuditData } from '../scripts/audit/audit-file.ts'
import { audit as describeAudit } from '../scripts/commands/audit.ts'
import { shuffled } from '../src/audit/sample.ts'
import { containerOf } from './audit/word.ts'
import { root } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-audit-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const forms = (...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'scripts/start.mjs'), 'forms.ts', ...args],
      { cwd: folder, maxBuffer: 1e9 },
      (error, out, err) => {
        done({ code: error ? Number(error.code) : 0, out, err })
      },
    )
  })
const audit = (...args: string[]): Promise<Ran> => forms('audit', ...args)

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}

const examples = join(root, 'examples/assessment')
/** The shortest, as time is long enough. */
const [name = ''] = readdirSync(examples)
  .filter((each) => /^[^.]+\.json$/.test(each))
  .sort((a, b) => statSync(join(examples, a)).size - statSync(join(examples, b)).size)
/** An example with a few things said that are worth a word. */
const spoilt = readFileSync(join(examples, name), 'utf8').replace(
  /("text": ")([^"]*",\s*"voice": ")(?:personOwnWords|writtenTogether)/g,
  '$1He suffers from dementia. $2practitioner',
)
const record = write('record.json', spoilt)

// Every start takes seconds, so those that do not need each other run beside each other.
const made = Promise.all([forms('fill', 'assessment', record, '-o', 'record.docx'), forms('fill', 'assessment', record, '-o', 'record.md')])

const auditsIn = ({ out }: Ran): AuditData[] => JSON.parse(out).audits
/** What an audit says, without where its file has it. */
const said = ({ well, remarks, voices }: AuditData) => ({ well, voices, remarks: remarks.map(({ line, column, ...rest }) => rest) })

test('a record, a Word file and Markdown of one form are audited alike', async () => {
  await made
  const ran = await audit(record, 'record.docx', 'record.md', '--json', '--names')
  expect([ran.code, ran.err]).toEqual([0, ''])
  const [json, ...others] = auditsIn(ran)
  if (!json) throw new Error('nothing was audited')
  expect(json.remarks.filter(({ words }) => /suffers from/.test(words)).length).toBeGreaterThan(2)
  expect(json.well.length).toBeGreaterThan(3)
  expect(others.map(said)).toEqual([said(json), said(json)])
  const lines = spoilt.split('\n')
  for (const { words, line } of json.remarks) if (words) expect(lines[(line ?? 0) - 1]).toContain(JSON.stringify(words).slice(1, -1))
})

test('a folder of all sorts: forms are counted, pages left aside, broken files named, and nobody is', async () => {
  await made
  const all = join(folder, 'all')
  mkdirSync(join(all, 'deep'), { recursive: true })
  write('blank.json', '{ "form": "assessment", "formVersion": "1.0.0" }')
  for (const each of ['record.docx', 'record.md', 'blank.json']) copyFileSync(join(folder, each), join(all, each))
  copyFileSync(join(folder, record), join(all, 'deep', record))
  copyFileSync(join(examples, name.replace('.json', '.notes.json')), join(all, name.replace('.json', '.notes.json')))
  writeFileSync(join(all, 'guidance.md'), '# Guidance\n\nVersion 1.0.0, assessment\n')
  writeFileSync(join(all, 'broken.docx'), 'PK\u0003\u0004 and no more')
  writeFileSync(join(all, '~$record.docx'), 'who has it open')
  writeFileSync(join(all, 'picture.png'), 'a picture')
  const ran = await audit('all', './all/record.md', '-o', 'summary.html')
  expect(ran.code).toBe(1)
  const told = ran.err.split('\n').filter(Boolean)
  expect(told.length).toBe(5)
  expect(told).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^The report is in summary\.html/),
      expect.stringMatching(/^all\/.*\.notes\.json {2}left aside: /),
      expect.stringMatching(/^all\/blank\.json {2}left aside: There are no open answers/),
      expect.stringMatching(/^all\/broken\.docx {2}(?!left aside)/),
      expect.stringMatching(/^all\/guidance\.md {2}left aside: /),
    ]),
  )
  const html = readFileSync(join(folder, 'summary.html'), 'utf8')
  expect(html).toContain('For a practice fortnight: 3 records')
  expect(html).toContain('1 file could not be audited')
  const { conversation } = JSON.parse(spoilt) as { conversation: { fullName: string } }
  for (const part of conversation.fullName.split(' ')) expect(html).not.toMatch(new RegExp(`>[^<]*\\b${part}\\b`))
})

test('a sample is the one that its seed draws from the files in order, read by as many workers as there are', async () => {
  const files = Array.from({ length: 12 }, (_, each) => `many/${String(each).padStart(2, '0')}.json`)
  mkdirSync(join(folder, 'many'))
  for (const file of files) copyFileSync(join(folder, record), join(folder, file))
  // What is no form takes no place in the sample.
  writeFileSync(join(folder, 'many/notes.md'), '# Notes')
  const drawn = auditsIn(await audit('many', '--sample', '9', '--seed', '7', '--json')).map(({ file }) => file)
  expect(drawn).toEqual(
    shuffled([...files, 'many/notes.md'], 7)
      .filter((file) => file !== 'many/notes.md')
      .slice(0, 9),
  )
})

test('a report as Word, and SARIF with lines', async () => {
  const [word, sarif] = await Promise.all([audit(record, '-o', 'report.docx'), audit(record, '--sarif')])
  expect([word.code, sarif.code]).toEqual([0, 0])
  expect(containerOf(readFileSync(join(folder, 'report.docx'))).xml).toContain('What is going well')
  const [run] = JSON.parse(sarif.out).runs
  expect(run.results.length).toBeGreaterThan(2)
  for (const { locations } of run.results)
    expect(locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'record.json' },
      region: { startLine: expect.any(Number) },
    })
})

test('what can be read of a form with an unreadable answer is audited, and the command ends with 1', async () => {
  await made
  const { conversation } = JSON.parse(spoilt) as { conversation: { dateOfBirth: string } }
  const year = conversation.dateOfBirth.slice(0, 4)
  const half = readFileSync(join(folder, 'record.md'), 'utf8').replace(new RegExp(`^\\d+ \\w+ ${year}$`, 'm'), 'in the spring')
  const { code, err, out } = await audit(write('half.md', half))
  expect(code).toBe(1)
  expect(err).toContain('half.md  1 answer could not be read; the rest was audited.')
  const order = [
    '# Practice audit: ',
    '## What is going well',
    '## To reflect on',
    '“suffers from”',
    '## What could not be read',
    'in the spring',
  ]
  const places = order.map((words) => out.indexOf(words))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('where it cannot be run it says why, and ends with 2; where a named file is no form, with 1', async () => {
  const [form, letter] = await Promise.all([audit(record, '--form', 'asessment'), audit(write('letter.md', 'Dear council'))])
  expect([form.code, form.err]).toEqual([2, expect.stringContaining('Did you mean “assessment”?')])
  expect([letter.code, letter.err]).toEqual([1, expect.stringContaining('does not say which form it is')])
})

test.each([
  [['-o', 'report.odt'], 'there is no “odt”'],
  [['--out-dir', 'x', '--format', 'pdf'], 'there is no “pdf”'],
  [['--seed', '7'], 'A seed goes with a sample'],
  [['--sample', '0'], 'A sample of none shows nothing'],
])('%j is told from what can be done', async (options, problem) => {
  const program = new Command()
  describeAudit(program)
  await expect(program.parseAsync(['audit', join(folder, record), ...options], { from: 'user' })).rejects.toThrow(problem)
})
