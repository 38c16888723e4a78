/** The pages that people come in by: the start, the lists of forms and of guidance, search, and what every public site says of itself. */

import { codebookAddress, formAddress, guidanceAddress, itemAddress, personAddress } from '../addresses.ts'
import { codebookOf } from '../document/codebook.ts'
import { wordsOf } from '../document/markdown.ts'
import type { Form } from '../form.ts'
import { dayInWords } from '../kinds/date.ts'
import type { Page } from './page.ts'
import { whoseRecord } from './people.ts'
import type { SiteJob, Whole } from './whole.ts'
import { whyOf } from './why.ts'

/** Programs of the search page, in the order in which they run. */
const searchPrograms = ['search-index.js', 'search.js']

/** Where search finds what the site says of itself. */
const about = 'About this site'

/** @param name What the site is called. */
export function frontPages(whole: Whole, name: string): Page[] {
  const { jobs, compose } = whole
  const forms = jobs.map(formContext)
  const page = (path: string, title: string, template: string, context: object = {}): Page => ({
    path,
    title,
    within: [],
    document: compose(template, context),
  })
  return [
    page('index.html', name, 'start', { name, forms, ...startContext(whole) }),
    page('forms/index.html', 'Forms', 'forms', { forms }),
    page('guidance/index.html', 'Guidance for staff', 'guidance', { forms }),
    { ...page('search.html', 'Search', 'search'), scripts: searchPrograms, look: 'search' },
    page('developers/index.html', 'For developers', 'developers', { forms, manifestSize: whole.manifestSize }),
    ...jobs.map(({ form }) => codebookPage(form)),
    { ...page('accessibility.html', 'Accessibility statement', 'accessibility'), found: about },
    { ...page('other-formats.html', 'Ask for another format', 'other-formats'), found: about },
    page('licence.html', 'Licence', 'licence'),
  ]
}

/** Every question of a form on one page, for whoever works with its records. */
const codebookPage = (form: Form): Page => ({
  path: codebookAddress(form).slice(1),
  title: `${form.title}: codebook`,
  within: [{ title: 'For developers', href: '/developers/index.html' }],
  document: codebookOf(form),
})

/** What templates see of a form. */
const formContext = ({ form, downloads }: SiteJob) => ({
  id: form.id,
  title: form.title,
  version: form.version,
  useWhen: form.useWhen,
  href: formAddress(form),
  codebook: codebookAddress(form),
  guidanceHref: guidanceAddress(form),
  changes: form.changes.map((change) => ({ ...change, date: dayInWords(change.date) })),
  word: downloads.forms.filter(isWord),
  guidance: downloads.guidance,
  developers: downloads.developers,
})

const isWord = ({ file }: { file: string }): boolean => file.endsWith('.docx')

function startContext({ jobs, framework }: Whole): object {
  const stages = (of: readonly string[]) => jobs.filter(({ form }) => of.includes(form.stage)).map(({ form }) => form)
  const toForm = (form: Form) => ({ words: form.title, href: formAddress(form) })
  return {
    // The form to fill in with somebody, in the edition that most people want.
    mostWanted: jobs.flatMap(({ downloads }) => downloads.forms.filter(isWord).slice(0, 1)),
    steps: [...framework.values()]
      .filter(({ kind }) => kind === 'step')
      .map((step) => ({ ...step, href: itemAddress(step), forms: stages(step.appliesTo).map(toForm) })),
    people: peopleIn(jobs),
  }
}

/** The people of the examples, each with who they are, where somebody has said it, or else with the forms that there are. */
function peopleIn(jobs: readonly SiteJob[]): object[] {
  const filled = jobs.flatMap(({ form, examples }) => examples.map((example) => ({ form, example })))
  return [...new Set(filled.map(({ example }) => example.name))].map((name) => {
    const own = filled.filter(({ example }) => example.name === name)
    const [about] = own.flatMap(({ example }) => (example.page ? whyOf(example.page, []).about.map(wordsOf) : []))
    const [title] = own.map(({ form, example }) => whoseRecord(form, example))
    return { title, href: personAddress(name), about: about ?? `${own.map(({ form }) => form.title).join(', then ')}.` }
  })
}
