/** An audit of many files: none of them stops the rest. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AuditedFile, fileAuditor } from '../scripts/audit/audit-file.ts'
import { filesIn } from '../scripts/audit/files.ts'
import { inOrder } from '../scripts/bulk/pool.ts'
import { practiceLanguage, project, root } from '../scripts/project.ts'

const example = readFileSync(join(root, 'examples/assessment/callum-reid.json'), 'utf8')
/** Deeper than any reader that calls itself can go. */
const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit files é 🙂 '))
  mkdirSync(join(folder, 'inner'))
  for (const name of ['b.json', 'a.JSON', 'inner/new\nline.json', '.hidden.json', '~$open.docx', 'a.json.audit.md', 'picture.png'])
    writeFileSync(join(folder, name), example)
  writeFileSync(join(folder, 'deep.json'), `${example.trim().slice(0, -1)}, "more": ${nested}}`)
  symlinkSync(folder, join(folder, 'inner', 'round'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inside = (path: string): string => relative(folder, path)

test('a folder is its filled forms, in one order, and links do not go round', () => {
  const { all, named, lost } = filesIn([folder])
  expect(all.map(inside)).toEqual(['a.JSON', 'b.json', 'deep.json', 'inner/new\nline.json'])
  expect([named.size, lost.length]).toEqual([0, 0])
})

test('a file named in several ways is one, and one that is not there stops nothing', () => {
  const b = join(folder, 'b.json')
  const { all, named, lost } = filesIn([relative(process.cwd(), b), folder, b, join(folder, 'gone.json')])
  expect(all.length).toBe(4)
  expect(named.size).toBe(1)
  expect(all).toEqual(expect.arrayContaining([...named]))
  expect(lost.map(({ path }) => inside(path))).toEqual(['gone.json'])
})

test('a file made to break readers is refused, here and in a worker started from anywhere', async () => {
  const model = await project()
  const { forms, framework } = model
  const settings = { forms, framework, language: practiceLanguage(model), told: false, names: false, report: undefined }
  const tasks = ['deep.json', 'b.json'].map((name) => join(folder, name))
  const here = await Promise.all(tasks.map(fileAuditor(settings)))
  expect(here.map(({ refused, gist }) => [refused?.isForm, gist !== undefined])).toEqual([
    [true, false],
    [undefined, true],
  ])
  const there: AuditedFile[] = []
  await inOrder(
    {
      file: new URL('../scripts/audit/audit-worker.ts', import.meta.url),
      data: settings,
      tasks,
      done: (file: AuditedFile) => there.push(file),
      lost: (path): AuditedFile => ({ path }),
    },
    1,
  )
  expect(there).toEqual(here)
})
