/** Every form there is to hold a law over: the project's own, and those made for tests. */
import { readFileSync } from 'node:fs'
import type { Draft, Form } from '../../src/form.ts'
import type { Sources } from '../../src/schema/sources.ts'
import { sources } from '../own.ts'
import { allotment, load } from '../project.ts'
import { form as kitchenTable } from '../word/form.ts'

/** A form with its examples, which are valid. */
export interface Subject {
  readonly form: Form
  readonly examples: readonly Draft[]
}

/** All forms of the project, the allotment visit, the smallest form there is, and one form with every kind of question. */
export async function subjects(): Promise<Subject[]> {
  const smallest = new URL('../fixtures/smallest-form/form.json', import.meta.url)
  const withSmallest = new Map([...sources, ['schemas/forms/smallest-form.json', readFileSync(smallest, 'utf8')]])
  return [...subjectsOf(withSmallest), ...subjectsOf(await allotment()), { form: kitchenTable, examples: [] }]
}

const subjectsOf = (sources: Sources): Subject[] =>
  load(sources).forms.map((form) => ({
    form,
    examples: [...sources]
      .filter(([path]) => path.startsWith(`examples/${form.id}/`) && /(?<!\.notes)\.json$/.test(path))
      .map(([, text]) => JSON.parse(text)),
  }))
