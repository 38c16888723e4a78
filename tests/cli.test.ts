import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a script of the project as a person would. */
const run = (script: string, ...args: string[]) => node(join(root, 'scripts/start.mjs'), script, ...args)

function node(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, out: stdout + stderr })
    })
  })
}

/** `npm run build:forms`, which starts its program as one file. */
function buildForms(...args: string[]) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const [, ...command] = (scripts['build:forms'] ?? '').split(' ')
  return node(...command, ...args)
}

const record = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const example = join(
  root,
  'examples/assessment',
  readdirSync(join(root, 'examples/assessment')).find((name) => !name.includes('notes')) ?? '',
)

test('validate accepts the example', async () => {
  expect(await run('forms.ts', 'validate', 'assessment', example)).toMatchObject({ code: 0, out: expect.stringContaining('is a complete') })
})

test('validate says everything that is wrong, with lines, and ends with 1', async () => {
  const { code, out } = await run(
    'forms.ts',
    'validate',
    'assessment',
    record('bad.json', '{\n  "form": "assessment",\n  "conversation": {}\n}'),
  )
  expect(code).toBe(1)
  expect(out).toMatch(/bad\.json:3:3 {2}“Your full name”\n {4}This has not been answered\./)
  expect(out).toMatch(/\d+ things to mend\./)
})

test('validate takes a file that is not JSON as an error in the input', async () => {
  const { code, out } = await run('forms.ts', 'validate', 'assessment', record('not.json', '{ "form": '))
  expect([code, out]).toEqual([1, expect.stringContaining('not valid JSON')])
})

test('what could not be run ends with 2: no such file, no such form, no such option', async () => {
  const runs = [
    await run('forms.ts', 'validate', 'assessment', join(folder, 'nowhere.json')),
    await run('forms.ts', 'validate', 'asessment', example),
    await run('forms.ts', 'valdiate'),
    await run('build-forms.ts', '--fom', 'x'),
  ]
  expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2])
  expect(runs[1]?.out).toContain('Did you mean “assessment”?')
})

test('explain says what an item is and where it is used, and offers the nearest for a wrong id', async () => {
  const used = await run('forms.ts', 'explain', 'ca14-s9-6')
  expect(used.code).toBe(0)
  expect(used.out).toMatch(/Care Act 2014/)
  expect(used.out).toMatch(/\/strengths\/strengths/)
  expect(await run('forms.ts', 'explain', 'principle-hoep')).toEqual({
    code: 1,
    out: expect.stringContaining('Did you mean “principle-hope”?'),
  })
})

test('carry starts the next form, as data or as Word, and says what to confirm', async () => {
  const draft = join(folder, 'draft.json')
  const { code, out } = await run('forms.ts', 'carry', example, '--to', 'care-and-support-plan', '-o', draft)
  expect(code).toBe(0)
  expect(out).toMatch(/ask whether it is still right:\n {2}“What do you like to be called\?”/)
  expect(JSON.parse(readFileSync(draft, 'utf8'))).toMatchObject({ form: 'care-and-support-plan' })
  const word = join(folder, 'draft.docx')
  expect((await run('forms.ts', 'carry', example, '--to', 'care-and-support-plan', '--format', 'docx', '-o', word)).code).toBe(0)
  expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK')
  expect((await run('forms.ts', 'carry', example, '--to', 'care-and-support-plan', '--format', 'odt')).code).toBe(2)
})

test('fill and read are each other’s way back, in Word and in Markdown', async () => {
  for (const name of ['filled.docx', 'filled.md']) {
    const path = join(folder, name)
    expect(await run('forms.ts', 'fill', 'assessment', example, '-o', path)).toMatchObject({ code: 0 })
    const back = join(folder, `${name}.json`)
    expect(await run('forms.ts', 'read', path, '-o', back)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything in it was read.'),
    })
    expect(JSON.parse(readFileSync(back, 'utf8'))).toEqual(JSON.parse(readFileSync(example, 'utf8')))
  }
})

test('a template that a council changed is filled, what it lost is named, and another form’s is refused', async () => {
  const own = join(folder, 'own.md')
  await run('forms.ts', 'fill', 'assessment', record('draft.json', '{}'), '-o', own)
  writeFileSync(
    own,
    readFileSync(own, 'utf8')
      .replace('# ', '# Ourtown Council: ')
      .replace(/^```conversation\.fullName\n\n```$/m, ''),
  )
  const { code, out } = await run('forms.ts', 'fill', 'assessment', example, '--template', own, '-o', join(folder, 'own-filled.md'))
  expect([code, out]).toEqual([1, expect.stringContaining('“Your full name” has no place in the Markdown template')])
  expect(readFileSync(join(folder, 'own-filled.md'), 'utf8')).toMatch(/^# Ourtown Council: /)
  const other = await run('forms.ts', 'fill', 'review', record('draft.json', '{}'), '--template', own, '-o', join(folder, 'other.md'))
  expect([other.code, other.out]).toEqual([2, expect.stringContaining('This is a template of the form “assessment”, and not of “review”.')])
})

test('read says what could not be read, and refuses in a sentence what is no form', async () => {
  const half = join(folder, 'half.md')
  await run('forms.ts', 'fill', 'assessment', record('half.json', '{"conversation":{"dateOfBirth":"1950-03-09"}}'), '-o', half)
  writeFileSync(half, readFileSync(half, 'utf8').replace('9 March 1950', 'in the spring of 1950'))
  const draft = await run('forms.ts', 'read', half, '--draft', '--json')
  expect(draft.code).toBe(1)
  expect(JSON.parse(draft.out)).toMatchObject({
    record: { form: 'assessment' },
    findings: [
      { code: 'unreadable', label: 'Your date of birth', pointer: '/conversation/dateOfBirth', message: expect.stringContaining('spring') },
    ],
  })
  const letter = await run('forms.ts', 'read', record('letter.md', 'Dear council'))
  expect([letter.code, letter.out]).toEqual([1, expect.stringContaining('does not say which form it is')])
})

test('many records are filled, bad ones listed by line, half-written files of an earlier run removed', async () => {
  const out = join(folder, 'many')
  const good = JSON.stringify(JSON.parse(readFileSync(example, 'utf8')))
  const lines = [good, 'not json', '', '{"form":"review"}', '{"form":"assessment","decision":{"zzz":1}}', good]
  mkdirSync(out)
  writeFileSync(join(out, 'strengths-based-assessment-000001.docx.part'), 'half')
  const { code, out: told } = await run('forms.ts', 'fill', 'assessment', record('many.ndjson', lines.join('\n')), '--out-dir', out)
  expect(code).toBe(1)
  expect(told).toMatch(/many\.ndjson:2 {2}it is not valid JSON/)
  expect(told).toMatch(/many\.ndjson:4 {2}it is a record of “review”/)
  expect(told).toMatch(/many\.ndjson:5 {2}“zzz” is not asked in this form/)
  expect(told).toMatch(/3 forms filled in.*2 could not be; in 1 something could not be shown/)
  expect(readdirSync(out).sort()).toEqual([1, 5, 6].map((line) => `strengths-based-assessment-00000${line}.docx`))
  const back = await run('forms.ts', 'read', join(out, 'strengths-based-assessment-000006.docx'), '--json')
  expect(JSON.parse(back.out).record).toEqual(JSON.parse(good))
})

test('a build goes where it is told, and checking it finds no difference until something changes', async () => {
  const out = join(folder, 'out')
  const built = await buildForms('--form', 'assessment', '--out', out, '--json')
  expect(JSON.parse(built.out)).toMatchObject({ ok: true })
  expect(readdirSync(out)).toEqual(expect.arrayContaining(['assessment', 'manifest.json']))
  expect((await run('build-forms.ts', '--form', 'assessment', '--out', out, '--check')).code).toBe(0)
  cpSync(join(out, 'manifest.json'), join(out, 'assessment', 'strengths-based-assessment-form.md'))
  const stale = await run('build-forms.ts', '--form', 'assessment', '--out', out, '--check')
  expect(stale.code).toBe(1)
  expect(stale.out).toContain('strengths-based-assessment-form.md')
}, 120_000)
