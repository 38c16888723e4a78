/** What a site is made from, without the downloads, which take long. */
import { collector, type Diagnostic } from '../src/diagnostics.ts'
import { editionsOf } from '../src/document/form-page.ts'
import { guideOf } from '../src/document/guide.ts'
import { templatesOf } from '../src/document/template.ts'
import type { Job } from '../src/emit/emitter.ts'
import { examplesOf } from '../src/examples.ts'
import { listsOf } from '../src/schema/framework.ts'
import type { Sources } from '../src/schema/sources.ts'
import { neutral as settings } from '../src/settings.ts'
import type { Built } from '../src/site/whole.ts'
import { compileCheck } from '../src/validator/compile.ts'
import { standardFor } from '../src/validator/standard.ts'
import { load } from './project.ts'

/** @returns What is wrong with the site is found in `found`, once it is made. */
export function wholeOf(sources: Sources): Built & { readonly found: readonly Diagnostic[] } {
  const { found, report } = collector()
  const templates = templatesOf(sources)
  const { forms, framework, language, files } = load(sources)
  const jobs = forms.map((form): Job => {
    const compiled = compileCheck(form)
    return {
      form,
      framework,
      settings,
      checkSource: compiled.source,
      examples: examplesOf(form, standardFor(form, compiled), files, sources, report),
      editions: editionsOf(form, settings, templates, report),
      guide: guideOf({ form, framework, language, settings }, templates, report),
      coverage: { type: 'root', children: [] },
    }
  })
  return { jobs, artefacts: [], framework, lists: listsOf(files), settings, templates, sources, report, found }
}
