import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { artefact, type Emitter } from '../src/emit/emitter.ts'
import { emitters } from '../src/emit/index.ts'
import { types } from '../src/emit/types.ts'
import { kinds } from '../src/kinds/index.ts'
import { manifestOf } from '../src/manifest.ts'
import { allQuestions } from '../src/questions.ts'
import { readSources } from '../src/schema/sources.ts'
import { allotment, load, root } from './project.ts'

const sources = await allotment()

/** Everything made of them, as if in another part of the world. */
async function builtIn(zone: string) {
  const before = process.env.TZ
  process.env.TZ = zone
  const made = await build(sources)
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
  return made
}
const built = await builtIn('America/Los_Angeles')

test('a small form that has nothing to do with care gets every output from its schema alone', () => {
  const { artefacts, diagnostics } = built
  expect(diagnostics).toEqual([])
  expect(new Set(artefacts.map(({ kind }) => kind))).toEqual(new Set(emitters.flatMap((emitter) => emitter.kinds)))
  expect(artefacts.map(({ path }) => path).sort()).toEqual(
    [
      'codebook.csv',
      'codebook.md',
      'coverage.docx',
      'coverage.json',
      'coverage.md',
      'example-ines-okoro-strengths-map.docx',
      'example-ines-okoro-strengths-map.svg',
      'example-ines-okoro-why-it-is-good.docx',
      'example-ines-okoro-why-it-is-good.md',
      'example-ines-okoro.docx',
      'example-ines-okoro.json',
      'example-ines-okoro.md',
      'form-brief.docx',
      'form-brief.md',
      'form.docx',
      'form.md',
      'guidance.docx',
      'guidance.md',
      'strengths-map.docx',
      'strengths-map.svg',
      'types.d.ts',
      'validator.d.ts',
      'validator.js',
    ]
      .map((name) => `allotment-visit/allotment-visit-${name}`)
      .concat('allotment-visit/allotment-visit.schema.json')
      .sort(),
  )
  // Its own practice language is printed for staff, each pattern with its two examples.
  const guidance = String(artefacts.find(({ kind }) => kind === 'guidance-markdown')?.contents)
  for (const words of ['A weed is a plant', 'Name the plant.', 'The far bed is full of weeds.', 'The far bed is full of nettles.'])
    expect(guidance).toContain(words)
})

test('that form asks every kind of question there is', () => {
  const asked = new Set(
    load(sources)
      .forms.flatMap(allQuestions)
      .map(({ kind }) => kind),
  )
  expect(asked).toEqual(new Set(kinds.map(({ name }) => name)))
})

test('no form is named in the source', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const ids = readdirSync(join(root, 'schemas/forms')).filter((name) => name.endsWith('.json'))
  for (const file of files) {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8')
    for (const id of ids) expect(text, `${file.name} names ${id}`).not.toMatch(new RegExp(`['"\`/]${id.replace('.json', '')}['"\`/.]`))
  }
})

test('types have the names of the form, one each, with the questions as comments', async () => {
  const { artefacts } = await build(await readSources(root), { emitters: [types] })
  for (const { path, contents } of artefacts) {
    const names = [...String(contents).matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name)
    expect(names.length, path).toBeGreaterThan(20)
    expect(
      names.filter((name) => /\d$/.test(name)),
      path,
    ).toEqual([])
  }
  const text = String(artefacts[0]?.contents)
  expect(text).toMatch(/\* What matters most to you\?\n[^/]*\*\/\n {2}whatMattersToMe: LongText/)
  expect(text).toContain("{\n  form: 'assessment'\n")
  // Choices that have no room on one line have one each.
  expect(text).toMatch(/\n {2}advocateDecision:\n {4}\| 'notNeeded'\n {4}\| /)
  expect(text).toMatch(/\n {2}methodsUsed\?: \(\n( {4}\| '\w+'\n)+ {2}\)\[\]\n/)
})

test('a new form is its schema and an example, and nothing in the source', async () => {
  const named = (path: string) =>
    readFileSync(join(root, 'tests/fixtures/smallest-form', path), 'utf8').replaceAll('smallest-form', 'going-home')
  const more = new Map([
    ...(await readSources(root)),
    ['schemas/forms/going-home.json', named('form.json')],
    ['examples/going-home/rose.json', named('example.json')],
  ])
  const { artefacts, diagnostics } = await build(more, { form: 'going-home' })
  expect(diagnostics).toEqual([])
  expect(artefacts.map(({ path }) => path)).toContain('going-home/going-home-example-rose.docx')
})

test('a new output is one emitter: the model it is given holds everything', async () => {
  const outline: Emitter = {
    kinds: ['outline'],
    emit: ({ form }) => [
      artefact(
        form,
        'outline',
        'outline.txt',
        allQuestions(form)
          .map(({ label }) => label)
          .join('\n'),
      ),
    ],
  }
  const { artefacts } = await build(sources, { emitters: [outline] })
  expect(artefacts.map(({ path }) => path)).toEqual(['allotment-visit/outline.txt'])
  expect(artefacts[0]?.contents).toContain('Where is the tap?')
})

test('the same sources give the same bytes, whatever the time and the time zone', async () => {
  const again = await builtIn('Pacific/Auckland')
  expect(manifestOf(again.artefacts)).toEqual(manifestOf(built.artefacts))
})

test('the manifest lists each file with its size and its hash', () => {
  const { artefacts } = manifestOf(built.artefacts)
  for (const entry of artefacts) {
    expect(Object.keys(entry)).toEqual(['path', 'form', 'kind', 'version', 'bytes', 'sha256'])
    expect(entry).toMatchObject({ form: 'allotment-visit', version: '2.1.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(entry.bytes).toBeGreaterThan(0)
  }
})

test('a rebuild gives the bytes of a fresh build, and makes again only what the change can have touched', async () => {
  const { made } = built
  const changed = new Map([...sources].map(([path, text]) => [path, text.replaceAll('Where is the tap?', 'Where can we get water?')]))
  const remade: string[] = []
  const again = await build(changed, { made, progress: ({ kind }) => remade.push(kind) })
  expect(manifestOf(again.artefacts)).toEqual(manifestOf((await build(changed)).artefacts))
  expect(remade).toEqual(expect.arrayContaining(['types', 'validator', 'word-template', 'markdown-template']))
  expect(remade).not.toContain('practice-word')
  const third: string[] = []
  await build(changed, { made: again.made, progress: ({ kind }) => third.push(kind) })
  expect(third).toEqual([])
})
