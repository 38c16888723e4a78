import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a script of the project as a person would. */
const run = (script: string, ...args: string[]) => node('--import', 'tsx', join(root, 'scripts', script), ...args)

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
