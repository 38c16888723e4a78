import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Artefact } from '../src/emit/emitter.ts'
import { compareBuild, writeBuild } from '../src/output.ts'

let out = ''
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'out-'))
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

const made = (form: string, name: string, contents = name): Artefact => ({
  path: `${form}/${name}`,
  form,
  kind: 'x',
  version: '1.0.0',
  contents,
})

test('a build is written with its manifest, and then there is no difference', async () => {
  const artefacts = [made('a', 'one.txt'), made('b', 'two.txt')]
  await writeBuild(out, artefacts)
  expect(readdirSync(out).sort()).toEqual(['a', 'b', 'manifest.json'])
  expect(await compareBuild(out, artefacts)).toEqual([])
  expect((await compareBuild(out, [made('a', 'one.txt', 'other'), made('b', 'two.txt')])).map(({ file }) => file)).toEqual([
    join(out, 'a/one.txt'),
    join(out, 'manifest.json'),
  ])
})

test('what is no longer made goes, and what is not ours stays', async () => {
  await writeBuild(out, [made('a', 'one.txt'), made('a', 'two.txt'), made('b', 'three.txt')])
  mkdirSync(join(out, 'theirs'))
  writeFileSync(join(out, 'theirs/keep.txt'), 'keep')
  await writeBuild(out, [made('a', 'one.txt')])
  expect(readdirSync(out).sort()).toEqual(['a', 'manifest.json', 'theirs'])
  expect(readdirSync(join(out, 'a'))).toEqual(['one.txt'])
})

test('building one form leaves the others and their entries alone', async () => {
  await writeBuild(out, [made('a', 'one.txt'), made('b', 'two.txt')])
  const manifest = await writeBuild(out, [made('a', 'new.txt')], 'a')
  expect(manifest.artefacts.map(({ path }) => path)).toEqual(['a/new.txt', 'b/two.txt'])
  expect(readFileSync(join(out, 'b/two.txt'), 'utf8')).toBe('two.txt')
})

test('what an interrupted build left behind is cleared away', async () => {
  mkdirSync(join(out, '.building-1/a'), { recursive: true })
  writeFileSync(join(out, '.building-1/a/half.docx'), 'PK')
  await writeBuild(out, [made('a', 'one.txt')])
  expect(readdirSync(out).sort()).toEqual(['a', 'manifest.json'])
})

test('a meddled manifest cannot make a build remove files outside its folder', async () => {
  const victim = join(out, 'victim.txt')
  const inner = join(out, 'dist')
  mkdirSync(inner)
  writeFileSync(victim, 'stay')
  writeFileSync(join(inner, 'manifest.json'), JSON.stringify({ artefacts: [{ path: '../victim.txt', form: 'a' }] }))
  await writeBuild(inner, [made('a', 'one.txt')])
  expect(existsSync(victim)).toBe(true)
})
