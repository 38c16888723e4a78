import { expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { type Code, sentence } from '../src/diagnostics.ts'
import { mistakes } from '../src/mistakes.ts'
import { compareBuild } from '../src/output.ts'
import { readSources, type Sources } from '../src/schema/sources.ts'
import { allotment, allotmentSchema, get, root, set } from './project.ts'

const sources = await allotment()
const site = new Map([...(await readSources(root))].filter(([path]) => /^templates\/(site|partials)\//.test(path)))
const example = 'examples/allotment-visit/ines-okoro.json'
const notes = 'examples/allotment-visit/ines-okoro.notes.json'
const framework = 'schemas/framework/growing.json'
const language = 'schemas/practice-language/weeds.json'

const form = (pointer: string, value?: unknown): Sources => set(sources, allotmentSchema, pointer, value)
const plot = (pointer: string, value?: unknown): Sources => form(`/properties/plot${pointer}`, value)
const question = (name: string, keyword: string, value?: unknown): Sources => plot(`/properties/${name}/${keyword}`, value)
const work = (pointer: string, value?: unknown): Sources => form(`/properties/work${pointer}`, value)
const pattern = (pointer: string, value?: unknown): Sources => set(sources, language, `/patterns/0/${pointer}`, value)
const withText = (path: string, text: string): Sources => new Map([...sources, [path, text]])
const setting = (settings: object, ...others: [string, string][]): Sources =>
  new Map([...sources, ['schemas/settings.json', JSON.stringify({ $schema: 'dialect/settings.json', ...settings })], ...others])
const without = (path: string): Sources => new Map([...sources].filter(([name]) => name !== path))

/** The sources with a site, one of its templates changed. */
const withSite = (name: string, changed: (text: string) => string): Sources => {
  const path = `templates/site/${name}`
  return new Map([...sources, ...site, [path, changed(site.get(path) ?? '')]])
}

/** For every code: sources with that fault and no other kind that would hide it, and words the message must hold. */
const faults: Record<Exclude<Code, 'emitter-failed' | 'stale-output'>, [Sources, RegExp]> = {
  'bad-json': [withText(framework, '{ "title": '), /not valid JSON/],
  'missing-file': [question('holder', '$ref', '../anwsers.json#/$defs/text'), /schemas\/anwsers\.json/],
  'missing-definition': [question('holder', '$ref', '../answers.json#/$defs/txt'), /\$defs\/txt/],
  'circular-reference': [form('/$defs/season', { $ref: '#/$defs/season' }), /back to itself/],
  'no-forms': [without(allotmentSchema), /no form/],
  'no-such-form': [sources, /Did you mean `allotment-visit`/],
  'unknown-dialect': [form('/$schema', '../dialect/forms.json'), /not one of our dialects/],
  'unknown-keyword': [question('holder', 'x-guidnce', {}), /Did you mean `x-guidance`/],
  'keyword-misused': [question('holder', 'x-tier', 'short'), /“short”/],
  'no-identity': [form('/properties/formVersion'), /formVersion/],
  'wrong-form-id': [form('/x-form/id', 'allotment'), /allotment-visit/],
  'version-without-change': [form('/x-form/version', '3.0.0'), /3\.0\.0/],
  'no-label': [question('holder', 'title'), /`holder` has no label/],
  'no-kind': [question('holder', '$ref'), /what kind/],
  'unknown-kind': [work('/properties/jobs/x-kind', 'repaet'), /Did you mean `repeat`/],
  'no-parts': [work('/properties/shed/properties', {}), /made of parts/],
  'question-after-section': [
    work('/properties/late', get(sources, allotmentSchema, '/properties/plot/properties/holder')),
    /comes after the smaller section “Have we got this right\?”/,
  ],
  'nested-repeat': [
    work('/properties/helpers/items/properties/inner', get(sources, allotmentSchema, '/properties/work/properties/jobs')),
    /inside another repeat/,
  ],
  'no-options': [question('soil', 'oneOf'), /choice without options/],
  'option-without-words': [question('soil', 'oneOf/0/title'), /`clay` has no words/],
  'options-alike': [question('soil', 'oneOf/0/title', 'Sand'), /“sand”/],
  'unknown-framework-id': [question('holder', 'x-framework', ['grow-togther']), /Did you mean `grow-together`/],
  'unknown-law-id': [question('rent', 'x-law', ['allotments-1925-s9']), /Did you mean `allotments-1925-s8`/],
  'doubled-id': [set(sources, framework, '/oneOf/2', get(sources, framework, '/oneOf/0')), /already stands in/],
  'no-practice': [question('holder', 'x-framework', []), /neither the framework nor the law/],
  'no-guidance': [question('holder', 'x-guidance'), /must be answered, but has no guidance/],
  'thin-guidance': [question('rent', 'x-guidance'), /“What is the rent\?” has no guidance/],
  'no-example': [question('tapWhere', 'x-guidance/example'), /no example/],
  'repeated-guidance': [
    question('rent', 'x-guidance/why', get(sources, allotmentSchema, '/properties/plot/properties/beds/x-guidance/why')),
    /says again/,
  ],
  'hard-to-read': [question('holder', 'description', `${'very '.repeat(26)}long`), /sentence of 27 words/],
  'condition-without-words': [plot('/allOf/0/x-when'), /no words/],
  'required-unknown': [plot('/required/3', 'hodler'), /Did you mean `holder`/],
  'tier-contradiction': [question('holder', 'x-tier', 'standard'), /not asked in a brief conversation/],
  'unusable-schema': [work('/properties/jobs/items/properties/id/pattern', '('), /No validator/],
  'bad-expression': [work('/properties/jobCount/x-calculated/expression', 'size(record.'), /not an expression/],
  'uncovered-item': [question('rent', 'x-law', []), /answers to `allotments-1925-s8`/],
  'tag-too-long': [question('crops', 'items/oneOf/0/const', 'b'.repeat(60)), /64 characters/],
  'unknown-question': [
    withText('templates/form.md.hbs', `${sources.get('templates/form.md.hbs')}\n\n<question:/plot/hodler>\n`),
    /Did you mean `\/plot\/holder`/,
  ],
  'lost-carry': [
    question('rent', 'x-carry', { form: 'allotment-visit', question: '/plot/hodler', mode: 'seed' }),
    /“What is the rent\?” starts from `\/plot\/hodler`/,
  ],
  'bad-template': [withText('templates/form.md.hbs', '# {{title}}\n\n{{nonsense}}'), /cannot be read/],
  'bad-style': [withSite('site.scss', ($) => $.replace('house.$accent', 'house.$accnt')), /cannot be compiled: Undefined variable/],
  'lost-link': [
    withSite('licence.md.hbs', ($) => `${$}\n[Terms](/terms.html)\n`),
    /`licence\.html` of the site links to `\/terms\.html`, and there is no such page/,
  ],
  'unplaced-question': [withText('templates/form.md.hbs', '# {{title}}'), /leaves out “Who digs here\?”/],
  'doubled-question': [withText('templates/form.md.hbs', `${sources.get('templates/form.md.hbs')}\n\n<question:/plot/holder>\n`), /twice/],
  'unsupported-markdown': [withText('templates/partials/filling-in.md.hbs', '![a picture](x.png)'), /no `image`/],
  'bad-example': [set(sources, example, '/plot/holder', undefined), /“Who digs here\?”: This has not been answered/],
  'no-example-record': [new Map([...sources].filter(([path]) => !path.startsWith('examples/'))), /no filled example/],
  'no-specimen': [pattern('caught'), /“weeds” has no `caught` example/],
  'no-phrases': [pattern('phrases'), /neither which phrases/],
  'bad-phrase': [pattern('phrases/0', '(weed~|dandelion'), /not closed/],
  'unknown-check': [pattern('check', 'ownWord'), /Did you mean `ownWords`/],
  'specimen-missed': [pattern('caught', 'The far bed is full of nettles.'), /does not notice/],
  'specimen-caught': [pattern('sound', 'Weeding is what she likes best.'), /notices its `sound` example/],
  'weak-not-caught': [
    question('tapWhere', 'x-guidance/example/weak', 'By the gate'),
    /finds nothing in the weak example for “Where is the tap\?”/,
  ],
  'better-caught': [work('/properties/helpers/x-guidance/example/better', 'Weeds by the gate.'), /“Weeds” in the better example/],
  'example-caught': [
    set(sources, example, '/plot/tapWhere', { text: 'Among the weeds.', voice: 'practitioner' }),
    /about this example.*“weeds”/,
  ],
  'unknown-setting': [setting({ contact: { telefone: '' } }), /Did you mean `telephone`/],
  'bad-setting': [setting({ colours: { accent: 'teal' } }), /`accent` cannot be “teal”/],
  'faint-colour': [setting({ colours: { accent: '#7fb2b8' } }), /too faint to read/],
  'large-logo': [setting({ organisation: { logo: 'a.svg' } }, ['schemas/a.svg', ' '.repeat(200_001)]), /201 KB/],
  'unreadable-logo': [setting({ organisation: { logo: 'a.png' } }, ['schemas/a.png', 'AAAA']), /cannot be drawn/],
  'unsafe-logo': [
    setting({ organisation: { logo: 'a.svg' } }, ['schemas/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>']),
    /fetched from elsewhere: <script>/,
  ],
  'bad-example-note': [set(sources, notes, '/~1plot~1elsewhere', 'Lovely.'), /\/plot\/elsewhere/],
}

test.each(Object.entries(faults))('%s is reported with its place and its remedy, and stops the build', async (code, [given, words]) => {
  const { diagnostics, artefacts } = await build(given, {
    ...(/^(bad-style|lost-link)$/.test(code) ? {} : { emitters: [] }),
    ...(code === 'no-such-form' ? { form: 'alotment-visit' } : {}),
  })
  const found = diagnostics.filter((each) => each.code === code)
  expect(diagnostics.map(sentence).join('\n')).toMatch(words)
  expect(found.length).toBeGreaterThan(0)
  for (const { file, remedy, level } of found) {
    expect(file).toMatch(/^(schemas|templates|examples)/)
    expect(remedy).toMatch(/\w.*[.)]$/)
    if (level === 'error') expect(artefacts).toEqual([])
  }
})

test('a fault in a schema is reported at its line', async () => {
  const text = (sources.get(allotmentSchema) ?? '').replace('"Who digs here?"', '"Who digs here?",\n "x-guidnce": {}')
  const { diagnostics } = await build(withText(allotmentSchema, text), { emitters: [] })
  const line = text.split('\n').findIndex((each) => each.includes('x-guidnce')) + 1
  expect(diagnostics.find(({ code }) => code === 'unknown-keyword')).toMatchObject({ line, file: allotmentSchema })
})

test('several faults are reported in one run', async () => {
  const unlabelled = question('holder', 'title')
  const unlawful = set(unlabelled, allotmentSchema, '/properties/plot/properties/rent/x-law', ['nothing'])
  const broken = set(unlawful, allotmentSchema, '/properties/work/properties/jobs/x-kind', 'list')
  const codes = (await build(broken, { emitters: [] })).diagnostics.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['no-label', 'unknown-law-id', 'unknown-kind']))
})

test('an emitter that fails is reported and nothing is made', async () => {
  const failing = {
    kinds: ['broken'],
    emit: () => {
      throw new Error('out of ink')
    },
  }
  const { artefacts, diagnostics } = await build(sources, { emitters: [failing] })
  expect(artefacts).toEqual([])
  expect(diagnostics.map(sentence).join()).toContain('out of ink')
})

test('an output that is not what the sources make is reported', async () => {
  const artefact = { path: 'allotment-visit/x.txt', form: 'allotment-visit', kind: 'x', version: '1.0.0', contents: 'x' }
  const stale = await compareBuild('/nowhere', [artefact])
  expect(stale.map(({ code }) => code)).toEqual(['stale-output', 'stale-output'])
})

test('every code in the table is tried above', () => {
  expect([...Object.keys(faults), 'emitter-failed', 'stale-output'].sort()).toEqual(Object.keys(mistakes).sort())
})
