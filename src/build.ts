/**
 * The pipeline. Read this first.
 *
 * Sources are read once, forms are parsed once, each form is composed into pages once, and every emitter writes its files from that.
 * Nothing here touches the disk or the clock: the same sources give the same artefacts, byte for byte.
 */
import { checkExamples } from './audit/check-examples.ts'
import { checkCoverage } from './coverage.ts'
import { collector, type Diagnostic, failed, type Report } from './diagnostics.ts'
import { coveragePage } from './document/coverage-page.ts'
import { editionsOf } from './document/form-page.ts'
import { guideOf } from './document/guide.ts'
import { templatesOf } from './document/template.ts'
import type { Artefact, Emitter } from './emit/emitter.ts'
import { emitters as allEmitters } from './emit/index.ts'
import { examplesOf } from './examples.ts'
import type { Form } from './form.ts'
import { readerOf } from './language/reader.ts'
import { type Made, namesFor } from './made.ts'
import { nearest } from './nearest.ts'
import { listsOf } from './schema/framework.ts'
import { loadModel } from './schema/load.ts'
import { checkSpecimens, parsePracticeLanguage } from './schema/practice-language.ts'
import { parseSettings } from './schema/settings.ts'
import type { Sources } from './schema/sources.ts'
import { siteOf } from './site/site.ts'
import { type Compiled, compileCheck } from './validator/compile.ts'
import { standardFor } from './validator/standard.ts'

export interface BuildOptions {
  /** Build only this form. */
  readonly form?: string
  /** Some of them only. Without all of them there is no site: it shows what they make. */
  readonly emitters?: readonly Emitter[]
  /** Told of each artefact as it is made. */
  readonly progress?: (artefact: Artefact) => void
  /** What an earlier build made, in this process and so by the same program: what would come out the same is taken from it. */
  readonly made?: Made
}

export interface Build {
  /** Everything made; empty where any diagnostic is an error, so that nothing half-right is ever written. */
  readonly artefacts: readonly Artefact[]
  readonly diagnostics: readonly Diagnostic[]
  /** For the next build. */
  readonly made: Made
}

/**
 * Builds every output of every form.
 * @param sources What `readSources` read, or the same by hand.
 */
export async function build(sources: Sources, options: BuildOptions = {}): Promise<Build> {
  const { found, report } = collector()
  const before: Made = options.made ?? new Map()
  const { forms, framework, files } = loadModel(sources, report)
  if (options.form && !forms.some(({ id }) => id === options.form)) {
    report(
      'no-such-form',
      {
        name: options.form,
        nearest: nearest(
          options.form,
          forms.map(({ id }) => id),
        ),
      },
      { file: 'schemas/forms' },
    )
  }
  if (failed(found)) return { artefacts: [], diagnostics: found, made: before }

  const settings = await parseSettings(files, sources, report)
  const templates = templatesOf(sources)
  const language = parsePracticeLanguage({ files, framework }, report)
  const read = readerOf(language)
  checkSpecimens(language, read, files, report)
  for (const form of forms) checkCoverage(form, framework, report)
  const jobs = forms
    .filter(({ id }) => !options.form || id === options.form)
    .flatMap((form) => {
      const compiled = usable(form, report)
      if (!compiled) return []
      const examples = examplesOf(form, standardFor(form, compiled), files, sources, report)
      checkExamples(form, language, read, examples, files, report)
      return {
        form,
        checkSource: compiled.source,
        framework,
        settings,
        examples,
        editions: editionsOf(form, settings, templates, report),
        guide: guideOf({ form, framework, language, settings }, templates, report),
        coverage: coveragePage(form, framework, examples, templates, report),
      }
    })
  if (failed(found)) return { artefacts: [], diagnostics: found, made: before }

  const artefacts: Artefact[] = []
  const made = new Map([...before].filter(([name]) => !jobs.some(({ form }) => name.startsWith(`${form.id} `))))
  for (const job of jobs) {
    const nameFor = namesFor(job)
    for (const emitter of options.emitters ?? allEmitters) {
      try {
        const name = nameFor(emitter)
        const kept = before.get(name)
        const its = kept ?? (await emitter.emit(job))
        made.set(name, its)
        artefacts.push(...its)
        for (const artefact of kept ? [] : its) options.progress?.(artefact)
      } catch (problem) {
        report(
          'emitter-failed',
          { kind: emitter.kinds.join(', '), problem: (problem as Error).message },
          { file: `schemas/forms/${job.form.id}.json` },
        )
      }
    }
  }
  // One form alone makes no site: the one that is there goes on showing them all.
  if (!options.form && !options.emitters && !failed(found))
    artefacts.push(...(await siteOf({ jobs, artefacts, framework, lists: listsOf(files), settings, templates, sources, report })))
  const failure = failed(found)
  return { artefacts: failure ? [] : artefacts, diagnostics: found, made: failure ? before : made }
}

function usable(form: Form, report: Report): Compiled | undefined {
  try {
    return compileCheck(form)
  } catch (problem) {
    report('unusable-schema', { problem: (problem as Error).message }, { file: `schemas/forms/${form.id}.json` })
    return undefined
  }
}
