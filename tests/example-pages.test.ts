import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, test } from 'vitest'
import { collector } from '../src/diagnostics.ts'
import { headingsOf } from '../src/document/anchors.ts'
import { compose as composed } from '../src/document/compose.ts'
import { editionsOf } from '../src/document/form-page.ts'
import { wordsOf } from '../src/document/markdown.ts'
import type { Document } from '../src/document/nodes.ts'
import { render, templatesOf } from '../src/document/template.ts'
import type { Job } from '../src/emit/emitter.ts'
import { examplesOf } from '../src/examples.ts'
import type { Draft, Form } from '../src/form.ts'
import { htmlOf } from '../src/html/body.ts'
import { isSingle, kindOf } from '../src/kinds/index.ts'
import { parseSettings } from '../src/schema/settings.ts'
import { readSources, type Sources } from '../src/schema/sources.ts'
import { examplePages } from '../src/site/example-pages.ts'
import type { Page } from '../src/site/page.ts'
import { dayOf, fitsBrief } from '../src/site/people.ts'
import { tellingAnswers, titleOf } from '../src/site/thread-words.ts'
import { type Strand, strandsOf } from '../src/site/threads.ts'
import { whyOf } from '../src/site/why.ts'
import { compileCheck } from '../src/validator/compile.ts'
import { standardFor } from '../src/validator/standard.ts'
import { answersIn } from './arbitraries/places.ts'
import { allotment, load, root } from './project.ts'
import { packed, smallest } from './reading.ts'

interface Made {
  readonly jobs: readonly Job[]
  readonly pages: readonly Page[]
  readonly found: readonly unknown[]
}

/** The pages for trainers that some sources make, without any downloads. */
async function make(sources: Sources): Promise<Made> {
  const { forms, framework, files } = load(sources)
  const { found, report } = collector()
  const templates = templatesOf(sources)
  const settings = await parseSettings(files, sources, report)
  const jobs = forms.map(
    (form): Job => ({
      form,
      framework,
      settings,
      checkSource: () => '',
      editions: editionsOf(form, settings, templates, report),
      guide: { type: 'root', children: [] },
      coverage: { type: 'root', children: [] },
      examples: examplesOf(form, standardFor(form, compileCheck(form)), files, sources, report),
    }),
  )
  const compose = (name: string, context: object): Document => {
    const path = `templates/site/${name}.md.hbs`
    return composed(render(templates, path, { ...context, settings }, report) ?? '', [], path, report)
  }
  const downloads = { forms: [], guidance: [], examples: new Map(), framework: [], developers: [] }
  const whole = { jobs: jobs.map((job) => ({ ...job, downloads })), framework, lists: new Map(), compose, manifestSize: '' }
  return { jobs, pages: examplePages(whole), found }
}

let ours: Made
let plot: Made
let small: Made

beforeAll(async () => {
  const sources = await readSources(root)
  const own = (test: RegExp) => [...sources].filter(([path]) => test.test(path))
  ours = await make(sources)
  plot = await make(new Map([...(await allotment()), ...own(/^templates\/(site|partials)\//)]))
  // One form, one person, no page for trainers and nothing to put on a map.
  small = await make(
    new Map([
      ...own(/^(?!schemas\/forms\/|examples\/)/),
      ['schemas/forms/smallest-form.json', smallest('form.json')],
      ['examples/smallest-form/rose.json', smallest('example.json')],
    ]),
  )
}, 120_000)

const all = (): Made[] => [ours, plot, small]
const person = (name: string) =>
  ours.jobs.map(({ form, examples }) => ({ form, record: examples.find((each) => each.name === name)?.record ?? {} }))
const strand = (strands: readonly Strand[], item: string): Strand => {
  const found = strands.find((each) => each.item === item)
  if (!found) throw new Error(`no strand of ${item}`)
  return found
}
const page = ({ pages }: Made, path: string): Page => {
  const found = pages.find((each) => each.path === path)
  if (!found) throw new Error(`no page ${path}`)
  return found
}

describe('threads', () => {
  test('what Tadek wants runs from the assessment through the plan to the review, and comes first', () => {
    const [first, ...others] = strandsOf(person('tadek-nowicki'))
    expect(first?.item).toBe('outcome')
    expect(others.map(({ item }) => item)).toEqual(expect.arrayContaining(['strength', 'risk', 'action']))
    const [thread] = first?.threads ?? []
    expect(thread?.number).toBe('O1')
    expect(thread?.stops.map((stop) => stop?.question.path)).toEqual([
      '/outcomes/outcomesWanted',
      '/outcomes/planOutcomes',
      '/outcomes/outcomeReviews',
    ])
    if (!thread) return
    expect(titleOf(thread)).toMatch(/^“I wash and dress myself/)
    const said = tellingAnswers(thread)
    for (const answers of said) {
      expect(answers.length).toBeGreaterThan(0)
      expect(answers.length).toBeLessThanOrEqual(4)
    }
    expect(said[1]?.map(({ label }) => label)).toContain('What I am aiming for')
    expect(said[2]?.map(({ words }) => words)).toContain('Yes, it has happened')
    const words = said.flat().map((each) => each.words)
    expect(new Set(words).size).toBe(words.length)
  })

  test('what only the plan knows has a thread of its own', () => {
    const [assessment, plan, review] = person('tadek-nowicki')
    if (!assessment || !plan || !review) throw new Error('three forms')
    const outcomes = plan.record.outcomes as { planOutcomes: Record<string, unknown>[] }
    const added = { ...outcomes.planOutcomes[0], id: 'O9', outcome: 'Only here' }
    const changed = { ...plan, record: { ...plan.record, outcomes: { planOutcomes: [...outcomes.planOutcomes, added] } } }
    const thread = strand(strandsOf([assessment, changed, review]), 'outcome').threads.find(({ number }) => number === 'O9')
    expect(thread?.stops.map((stop) => stop?.row)).toEqual([undefined, 5, undefined])
    expect(thread && titleOf(thread)).toBe('Only here')
    expect(thread && tellingAnswers(thread).map(({ length }) => length > 0)).toEqual([false, true, false])
  })

  test('a form that says nothing of a thing has no place in its strand', () => {
    const outcomes = strand(strandsOf(person('callum-reid')), 'outcome')
    expect(outcomes.forms.map(({ form }) => form.stage)).toEqual(['plan', 'review'])
  })

  test('where nothing goes on in another form there are no threads', () => {
    const [assessment, plan] = person('tadek-nowicki')
    expect(strandsOf(assessment ? [assessment] : [])).toEqual([])
    expect(strandsOf([])).toEqual([])
    expect(strandsOf(assessment && plan ? [assessment, { ...plan, record: {} }] : [])).toEqual([])
  })

  test('a record that holds what no form asks is no reason to stop', () => {
    const [assessment, plan] = person('tadek-nowicki')
    if (!assessment || !plan) throw new Error('two forms')
    for (const outcomes of [null, 7, { planOutcomes: 'none' }, { planOutcomes: [null, 7, { id: 3 }, { id: 'O1', target: [] }] }]) {
      const strands = strandsOf([assessment, { ...plan, record: { ...plan.record, outcomes } as Draft }])
      for (const { threads } of strands) for (const thread of threads) expect(tellingAnswers(thread)).toHaveLength(thread.stops.length)
    }
  })
})

describe('pages', () => {
  test('nothing is wrong with them', () => {
    for (const { found } of all()) expect(found).toEqual([])
  })

  test('every answer of a record is on its pages', () => {
    for (const { jobs, pages } of all())
      for (const { form, examples } of jobs)
        for (const { name, record } of examples) {
          const folder = `examples/${name}/${form.id}/`
          const said = packed(
            pages
              .filter(({ path }) => path.startsWith(folder) && !path.endsWith('index.html'))
              .map(({ document }) => text(document))
              .join('\n'),
          )
          expect(said).not.toBe('')
          expect(wordsOfAll(form, record).filter((words) => !said.includes(packed(words)))).toEqual([])
        }
  })

  test('links to two places have two names, and titles are unique', () => {
    for (const { pages } of all()) {
      const titles = pages.map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
      for (const { path, document } of pages) {
        const places = new Map<string, string>()
        visit(document, 'link', (link) => {
          const words = wordsOf(link)
          expect(places.get(words) ?? link.url, `${path}: ${words}`).toBe(link.url)
          places.set(words, link.url)
        })
      }
    }
  })

  test('headings begin with one of the first level and skip none', () => {
    for (const { pages } of all())
      for (const { path, document } of pages) {
        const depths = headingsOf(document).map(({ depth }) => depth)
        expect(
          depths.filter((depth) => depth === 1),
          path,
        ).toHaveLength(1)
        expect(depths[0], path).toBe(1)
        const steps = depths.slice(1).map((depth, index) => depth - (depths[index] ?? 0))
        expect(Math.max(0, ...steps), `${path}: ${depths}`).toBeLessThanOrEqual(1)
      }
  })

  test('each is light enough for a slow line, with what stands around it', () => {
    for (const { pages } of all())
      for (const { path, document } of pages) expect(Buffer.byteLength(htmlOf(document)), path).toBeLessThan(90_000)
  })

  test('a link to a place in the examples leads to a heading there', () => {
    for (const { pages } of all()) {
      const anchors = new Map(pages.map(({ path, document }) => [path, headingsOf(document).map(({ anchor }) => anchor)]))
      for (const { path, document } of pages)
        visit(document, 'link', ({ url }) => {
          const [target = '', anchor] = url.slice(1).split('#')
          if (!target.startsWith('examples/')) return
          expect(anchors.has(target), `${path} → ${url}`).toBe(true)
          if (anchor) expect(anchors.get(target), `${path} → ${url}`).toContain(anchor)
        })
    }
  })

  test('a person’s page says who that is, shows the way in order, and says why it is good', () => {
    const { document } = page(ours, 'examples/tadek-nowicki/index.html')
    const headings = headingsOf(document).map(wordsOf)
    expect(wordsOf(document.children[1] ?? document)).toMatch(/^Tadek is 76, a joiner/)
    expect(headings).toEqual(
      expect.arrayContaining(['From form to form: each outcome', 'Why this is good practice', 'A strength gets a job']),
    )
    const said = text(document)
    const days = ['19 October 2026', '30 October 2026', '11 December 2026'].map((day) => said.indexOf(day))
    expect(days).not.toContain(-1)
    expect(days).toEqual(days.toSorted((a, b) => a - b))
  })

  test('where it says what to look at, it leads there', () => {
    const { document } = page(ours, 'examples/tadek-nowicki/index.html')
    const urls: string[] = []
    visit(document, 'link', (link) => {
      if (wordsOf(link) === 'plan, “Which of your strengths does this plan build on?”') urls.push(link.url)
    })
    expect(urls).toEqual(['/examples/tadek-nowicki/care-and-support-plan/strengths.html#strengths.planStrengths'])
  })

  test('a person without a page for trainers has the way alone', () => {
    const { document } = page(small, 'examples/rose/index.html')
    expect(headingsOf(document).map(wordsOf)).not.toContain('Why this is good practice')
    expect(text(document)).toContain('Going home from hospital')
    expect(small.pages.map(({ path }) => path)).not.toContain('examples/rose/threads.html')
  })

  test('a map is a picture with its words below, where there is one', () => {
    const pictures = ({ document }: Page) => {
      let count = 0
      visit(document, 'picture', () => {
        count++
      })
      return count
    }
    const withMap = page(ours, 'examples/aisha-rahman/assessment/index.html')
    expect(pictures(withMap)).toBe(1)
    expect(headingsOf(withMap.document).map(wordsOf)).toEqual(expect.arrayContaining(['Strengths map', 'What I am good at', 'People']))
    expect(text(withMap.document)).toContain('I go to the farm on the 17 by myself')
    expect(pictures(page(small, 'examples/rose/smallest-form/index.html'))).toBe(0)
  })

  test('each question answered leads to what staff are told about it', () => {
    const links: string[] = []
    visit(page(ours, 'examples/callum-reid/review/outcomes.html').document, 'link', ({ url }) => {
      links.push(url)
    })
    expect(links).toContain('/guidance/review/outcomes.html#outcomes.outcomeReviews')
  })

  test('weak and better wording of every question that has any stands by its form', () => {
    for (const { form } of ours.jobs) {
      const words = packed(text(page(ours, `examples/weak-and-better-${form.id}.html`).document))
      const said = answersOfGuidance(form)
      expect(said.length).toBeGreaterThan(20)
      expect(said.filter((each) => !words.includes(packed(each)))).toEqual([])
    }
  })
})

describe('what is said of a record', () => {
  test('the day that it is from is not a day of birth, nor that of the plan before', () => {
    const days = person('aisha-rahman').map(({ form, record }) => dayOf(form, record))
    expect(days.map((day) => day.slice(0, 7))).toEqual(['2026-09', '2026-10', '2026-11'])
    expect(dayOf(ours.jobs[0]?.form as Form, {})).toBe('')
  })

  test('the brief edition is enough where nothing else was answered', () => {
    const brief = person('callum-reid').map(({ form, record }) => fitsBrief(form, record))
    expect(brief).toEqual([true, false, false])
  })
})

test('a place that nobody answered stays words', () => {
  const page = composed('# Why\n\nWho.\n\n## One\n\nSee (plan, “What?”) and (plan, “Nothing?”).', [], 'why.md', collector().report)
  const [form] = ours.jobs.map((job) => job.form)
  if (!form) throw new Error('a form')
  const { about, reasons, looks } = whyOf(page, [{ form, addressOf: () => undefined }])
  expect(about.map(wordsOf)).toEqual(['Who.'])
  expect(reasons.map(wordsOf)).toEqual(['One', 'See (plan, “What?”) and (plan, “Nothing?”).'])
  expect(looks).toEqual([])
})

/** All words of a document, blocks apart. */
function text(document: Document): string {
  const said: string[] = []
  visit(document, (node) => {
    if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') said.push(wordsOf(node))
  })
  return said.join('\n')
}

/** What a record says, answer by answer. */
const wordsOfAll = (form: Form, record: Draft): string[] =>
  answersIn(form.sections, record).flatMap(({ question, value }) => {
    const kind = kindOf(question)
    if (!isSingle(kind)) return []
    const many = kind.control === 'pickMany' && Array.isArray(value) ? value.map((each) => [each]) : [value]
    return many.map((each) => kind.format(each, question)).filter((words) => words.trim())
  })

function answersOfGuidance(form: Form): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    const { weak, better } = value as Record<string, unknown>
    if (typeof weak === 'string' && typeof better === 'string') found.push(weak, better)
    for (const each of Object.values(value)) look(each)
  }
  look(form.sections)
  return found
}
