/** The files under `schemas/practice-language` → the practice language, every pattern tried on its own two examples. */
import type { Report } from '../diagnostics.ts'
import type { Framework } from '../framework.ts'
import { checks } from '../language/checks/index.ts'
import { BadPhrase, readPhrase } from '../language/phrase.ts'
import type { Reader } from '../language/reader.ts'
import { nearest } from '../nearest.ts'
import { noLists, type Pattern, type PracticeLanguage, passageOf, type Specimen, type Theme, type WordLists } from '../practice-language.ts'
import type { JsonFile } from './json.ts'
import type { Model } from './load.ts'
import type { JsonFiles } from './node.ts'

const folder = 'schemas/practice-language/'
const listsFile = `${folder}lists.json`

type Written = Pick<Pattern, 'id' | 'term' | 'level' | 'quality' | 'cites' | 'why' | 'suggest' | 'source'> & Partial<Pattern>

/** Reads the practice language. The shape of its files has been checked against their dialects; a project may have none. */
export function parsePracticeLanguage({ files, framework }: Pick<Model, 'files' | 'framework'>, report: Report): PracticeLanguage {
  const lists: WordLists = { ...noLists, ...(files.get(listsFile)?.value as Partial<WordLists> | undefined) }
  const known = new Map<string, string>()
  const themes = [...files.values()]
    .filter(({ path }) => path.startsWith(folder) && path !== listsFile)
    .map((file): Theme => {
      const { title = '', description = '', patterns = [] } = (file.value ?? {}) as Partial<Theme> & { patterns?: Written[] }
      const usable = patterns.flatMap((written, index) => {
        const other = known.get(written.id)
        if (other) report('doubled-id', { name: written.id, other }, file.place(`/patterns/${index}/id`))
        known.set(written.id, file.path)
        return parsePattern(written, { file, index, lists, framework, report }) ?? []
      })
      return { id: file.path.slice(folder.length, -'.json'.length), title, description, patterns: usable }
    })
  return { themes, lists }
}

interface Around {
  readonly file: JsonFile
  readonly index: number
  readonly lists: WordLists
  readonly framework: Framework
  readonly report: Report
}

function parsePattern(written: Written, { file, index, lists, framework, report }: Around): Pattern | undefined {
  const at = (pointer: string) => file.place(`/patterns/${index}${pointer}`)
  const { caught, sound, check } = written
  for (const [name, specimen] of Object.entries({ caught, sound })) {
    if (specimen === undefined) report('no-specimen', { term: written.term, name }, at(''))
  }
  for (const cited of [written.quality, ...written.cites]) {
    if (!framework.has(cited)) report('unknown-framework-id', { name: cited, nearest: nearest(cited, framework.keys()) }, at('/cites'))
  }
  if (check !== undefined && !Object.hasOwn(checks, check))
    report('unknown-check', { name: check, nearest: nearest(check, Object.keys(checks)) }, at('/check'))
  const { phrases = [], butNot = [], about = [], exempt = [], atLeast = 1 } = written
  const unless = { sentence: [], nearby: [], answer: [], ...written.unless }
  if (!phrases.length && check === undefined) report('no-phrases', { term: written.term }, at(''))
  const readable = [
    ...phrases.map((phrase, i) => tryPhrase(phrase, lists, report, at(`/phrases/${i}`))),
    ...butNot.map((phrase, i) => tryPhrase(phrase, lists, report, at(`/butNot/${i}`))),
    ...Object.entries(unless).flatMap(([where, some]) =>
      some.map((phrase, i) => tryPhrase(phrase, lists, report, at(`/unless/${where}/${i}`))),
    ),
  ]
  if (caught === undefined || sound === undefined || readable.includes(false)) return undefined
  return { ...written, phrases, butNot, unless, about, exempt, atLeast, caught, sound }
}

function tryPhrase(phrase: string, { sets }: WordLists, report: Report, place: ReturnType<JsonFile['place']>): boolean {
  try {
    readPhrase(phrase, sets)
    return true
  } catch (problem) {
    if (!(problem instanceof BadPhrase)) throw problem
    report('bad-phrase', { phrase, problem: problem.message }, place)
    return false
  }
}

/** Holds every pattern to its two examples: what must be caught is, by it; what must not is not. */
export function checkSpecimens(language: PracticeLanguage, read: Reader, files: JsonFiles, report: Report): void {
  for (const theme of language.themes) {
    const file = files.get(`${folder}${theme.id}.json`)
    const { patterns: all = [] } = (file?.value ?? {}) as { patterns?: readonly { id: string }[] }
    for (const pattern of theme.patterns) {
      const { id, term, atLeast } = pattern
      const index = all.findIndex((each) => each.id === id)
      const place = (name: string) => file?.place(`/patterns/${index}/${name}`) ?? { file: folder }
      const noticed = (specimen: Specimen) => read(passageOf(specimen)).filter((each) => each.pattern === pattern).length
      if (noticed(pattern.caught) < atLeast) report('specimen-missed', { term }, place('caught'))
      if (noticed(pattern.sound) >= atLeast) report('specimen-caught', { term }, place('sound'))
    }
  }
}
