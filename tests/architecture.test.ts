import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './project.ts'

const src = join(root, 'src')
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(src, path), text: readFileSync(path, 'utf8') }))

/** What a file imports: other files of src by their path, packages by name. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const names = [...text.matchAll(/^(?:import|export|\}).*? from '([^']+)'|import\('([^']+)'\)/gm)].map(
    ([, plain, lazy]) => plain ?? lazy ?? '',
  )
  return names.map((name) => (name.startsWith('.') ? relative('/', join('/', path, '..', name)) : name))
}

/** Who may use what. Anything not listed may be used by all. */
const owners: Record<string, RegExp> = {
  'node:fs': /^schema\/sources\.ts$/,
  'node:fs/promises': /^(schema\/sources|output|picture\/png)\.ts$/,
  docx: /^word\//,
  fflate: /^(word|zip)\//,
  saxes: /^(word|html|picture)\//,
  'mdast-util-to-hast': /^html\//,
  'hast-util-to-html': /^html\//,
  handlebars: /^document\/template\.ts$/,
  sass: /^site\/style\.ts$/,
  ajv: /^(validator\/compile|schema\/dialect)\.ts$/,
  '@marcbachmann/cel-js': /^rules\/language\.ts$/,
  '@resvg/resvg-wasm': /^picture\/png\.ts$/,
  esbuild: /^(emit\/validator|site\/program)\.ts$/,
  'json-schema-to-typescript': /^emit\/types\.ts$/,
  'retext-english': /^language\/reader\.ts$/,
  stemmer: /^(language\/phrase|site\/browser\/words)\.ts$/,
  minisearch: /^site\/browser\/find\.ts$/,
  'nlcst-to-string': /^language\/words\.ts$/,
  'fastest-levenshtein': /^nearest\.ts$/,
}

test.each(Object.entries(owners))('%s has one owner', (library, owner) => {
  for (const file of files) {
    const uses = importsOf(file).some((name) => name === library || (!library.startsWith('node:') && name.startsWith(`${library}/`)))
    if (uses) expect(file.path).toMatch(owner)
  }
})

test('arrows point one way: a layer imports nothing of a layer above it', () => {
  const layers = [
    /^(form|framework|settings|palette|practice-language|diagnostics|mistakes|nearest|answer|tag|pointer|utf8)\.ts$|^mistakes\//,
    /^(kinds|rules|zip|language|picture)\//,
    /^(schema|document|validator|answers|word|markdown|html|map)\/|^(questions|coverage|answer-words|needed|codebook|csv|addresses)\.ts$/,
    /^(emit|audit)\/|^(examples|explain|carry|read|fill|manifest)\.ts$/,
    /^site\//,
    /^(build|output|made)\.ts$/,
  ]
  const levelOf = (path: string) => layers.findIndex((layer) => layer.test(path))
  for (const file of files) {
    expect(levelOf(file.path), `${file.path} belongs to no layer`).toBeGreaterThanOrEqual(0)
    for (const name of importsOf(file).filter((each) => each.endsWith('.ts'))) {
      // Types may come from anywhere below or beside; the list of kinds knows its files.
      expect(levelOf(name), `${file.path} imports ${name}`).toBeLessThanOrEqual(levelOf(file.path))
    }
  }
})

test('what runs in a browser knows nothing of the rest', () => {
  for (const file of files.filter(({ path }) => /^site\/browser\//.test(path))) {
    const others = importsOf(file).filter((name) => !/^site\/browser\/|^(minisearch|stemmer)$/.test(name))
    expect(others, file.path).toEqual([])
  }
})

test('emitters do not know each other', () => {
  for (const file of files.filter(({ path }) => /^emit\/(?!index|emitter)/.test(path))) {
    const others = importsOf(file).filter((name) => /^emit\/(?!emitter).*\.ts$/.test(name))
    expect(others, file.path).toEqual([])
  }
})

test('the source prints nothing, ends nothing and knows neither the time nor chance', () => {
  for (const { path, text } of files)
    expect(text, path).not.toMatch(/console\.|process\.(exit|argv|stdout)|Date\.now|new Date\(\)|Math\.random/)
})

test('no file is long enough to hide in', () => {
  for (const { path, text } of files) expect(text.split('\n').length, path).toBeLessThanOrEqual(220)
})
