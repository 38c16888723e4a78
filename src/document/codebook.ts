/** A form → its codebook: every question with its name in a record, what answers it, when it is needed and what is checked, on one page. */
import type { Heading, PhrasingContent, RootContent } from 'mdast'
import { carriedFrom, depths, type Entry, entriesIn, flat } from '../codebook.ts'
import type { Form, Question, Rule, Section } from '../form.ts'
import { kindOf } from '../kinds/index.ts'
import { gridsFolded, union } from './alike.ts'
import { anchorsOf } from './anchors.ts'
import { capital } from './key.ts'
import { inlineOf, wordsOf } from './markdown.ts'
import type { Document } from './nodes.ts'
import { heading, link, list, paragraph, strong, table, text, type Words } from './prose.ts'
import { optionWords, type Shared, sharedOptions, sharedParts } from './shared.ts'

/** A heading, and what is said under it by one who knows where links lead. */
interface Piece {
  readonly heading: Heading
  readonly say: (places: Places) => RootContent[]
}

/** What rows link to. */
interface Places {
  readonly parts: Shared
  readonly options: Shared
  /** Where each rule is, by id. */
  readonly rules: ReadonlyMap<string, Heading>
  readonly anchors: ReadonlyMap<Heading, string>
}

/**
 * The codebook of a form. What several questions share stands once, below: lists of options, and parts that are the same in each.
 * Its links lead to headings by their words, so they are right in HTML and Markdown alike.
 */
export function codebookOf(form: Form): Document {
  const chapters = form.sections.flatMap((section) => chaptersOf(section, [], form))
  const entries = chapters.flatMap((chapter) => chapter.entries)
  const all = entries.flatMap(flat)
  const parts = sharedParts(all)
  const rows = [...entries, ...parts.all.flatMap(({ entry }) => entry.parts)].flatMap((entry) => printed(entry, parts))
  const options = sharedOptions(rows)
  const rules = form.rules.map((rule) => ({ rule, heading: heading(3, rule.id) }))
  const pieces: Piece[] = [
    {
      heading: heading(1, `${form.title}: codebook`),
      say: () =>
        introOf(
          form,
          all.some(({ question }) => question.carry.length),
        ),
    },
    ...chapters.map(({ section, heading, entries }) => ({ heading, say: (places: Places) => chapterOf(section, entries, places) })),
    ...withLead(
      'Parts that several questions have',
      'Names here are counted from the question that has them.',
      parts.all.map(({ heading, entry }) => ({ heading, say: (places) => tableOf(entry.parts, entry.question, places) })),
    ),
    ...withLead(
      'Lists of options',
      'Each value as a record holds it, and its words on the form.',
      options.all.map(({ heading, entry }) => ({ heading, say: () => [list(entry.question.options.map(optionWords))] })),
    ),
    ...withLead(
      'Rules',
      'What is checked across questions. The form’s validator runs errors and warnings; a prompt is asked by the practice audit alone.',
      rules.map(({ rule, heading }) => ({ heading, say: () => ruleOf(rule) })),
    ),
  ]
  const anchors = anchorsOf({ type: 'root', children: pieces.map(({ heading }) => heading) })
  const places = { parts, options, rules: new Map(rules.map(({ rule, heading }) => [rule.id, heading])), anchors }
  return { type: 'root', children: pieces.flatMap(({ heading, say }) => [heading, ...say(places)]) }
}

/** A section with its questions, then the smaller sections in it. */
function chaptersOf(
  section: Section,
  within: readonly Section[],
  form: Form,
): { section: Section; heading: Heading; entries: readonly Entry[] }[] {
  const depth = Math.min(within.length + 2, 6) as Heading['depth']
  return [
    { section, heading: heading(depth, section.title), entries: entriesIn(section, within, form).map(gridsFolded) },
    ...section.items.flatMap((item) => (item.type === 'section' ? chaptersOf(item, [...within, section], form) : [])),
  ]
}

const withLead = (title: string, lead: string, pieces: readonly Piece[]): Piece[] =>
  pieces.length ? [{ heading: heading(2, title), say: () => [paragraph(lead)] }, ...pieces] : []

/** The rows of a question: itself, and its parts where they are its own. */
const printed = (entry: Entry, parts: Shared): Entry[] => [
  entry,
  ...(parts.of(entry) ? [] : entry.parts.flatMap((part) => printed(part, parts))),
]

/** @param carries True where answers are taken over from earlier forms. */
function introOf(form: Form, carries: boolean): RootContent[] {
  const terms = [
    [
      'Name',
      'Put it after the path under the heading, with a slash between, and you have the JSON Pointer (RFC 6901) to the answer. An * stands for a row: its number in a list, from 0; its name in a grid.',
    ],
    [
      'Tag in Word',
      'The pointer without its first slash and without the number of a row, with dots for slashes. Each box of “any of” adds = and its value.',
    ],
    ['Answer', 'What is kept. Options are written value = words on the form.'],
    ...(carries
      ? [
          [
            'From',
            'The earlier form that holds the answer, and how it is taken over. Locked: as it is. Confirm: asked again. Seed: as a first draft. Reference: with the same row numbers. Context: shown, not copied.',
          ],
        ]
      : []),
    [
      'When',
      'The least detailed conversation in which it is asked (Brief, Standard, In depth), and when an answer is needed. Parts are asked with what they are part of.',
    ],
    ['Rules', 'What is checked, by id; each is explained below.'],
  ]
  return [
    paragraph(
      `Version ${form.version}, ${form.id}. Every question of the form in its order, for whoever works with its records. The CSV file of the same name has a line for each, with its tag in Word, and the framework items and law that it answers to.`,
    ),
    list(terms.map(([term = '', words = '']) => [strong(`${term}.`), text(` ${words}`)])),
  ]
}

function chapterOf(section: Section, entries: readonly Entry[], places: Places): RootContent[] {
  const when = section.askWhen.map((each) => ` Needed if ${each}.`).join('')
  return [paragraph(`${section.path}${when && '.'}${when}`), ...(entries.length ? tableOf(entries, section, places) : [])]
}

/** @param around What names are counted from. */
function tableOf(entries: readonly Entry[], around: { path: string; tier?: Question['tier'] }, places: Places): RootContent[] {
  const rows = entries.flatMap((entry) => rowsOf(entry, around.path, around.tier, places))
  const ruled = rows.some(({ rules }) => rules.length)
  const head = ['Question', 'Name', 'Answer', 'When', ...(ruled ? ['Rules'] : [])]
  return [table([head, ...rows.map(({ cells, rules }) => (ruled ? [...cells, rules] : cells))])]
}

interface Row {
  readonly cells: readonly Words[]
  readonly rules: PhrasingContent[]
}

/** @param tier Of what it is part of, which a row need not say again. */
function rowsOf(entry: Entry, base: string, tier: Question['tier'] | undefined, places: Places): Row[] {
  const { question, needed } = entry
  const own = places.parts.of(entry) ? [] : entry.parts
  const rules = union((own.length ? [entry] : flat(entry)).map((each) => each.rules))
  const when = question.tier === tier ? needed : `${depths[question.tier]}. ${needed}`
  const links = rules.flatMap((id, index) => [...(index ? [text(' ')] : []), linkTo(places.rules.get(id) as Heading, places)])
  return [
    { cells: [question.label, question.path.slice(base.length + 1), answerOf(entry, places), when], rules: links },
    ...own.flatMap((part) => rowsOf(part, base, question.tier, places)),
  ]
}

/** What answers a question: its kind, what there is to choose from, what it is made of, and where it may come from. */
function answerOf(entry: Entry, places: Places): PhrasingContent[] {
  const { question } = entry
  const kind = capital(kindOf(question).holds(question))
  const options = places.options.of(entry)
  const parts = places.parts.of(entry)
  const rows = (entry.rows ?? []).map(({ path, label }) => ({ value: path.slice(question.path.length + 1), label }))
  const listed = options ? [] : [...question.options, ...rows]
  const more = [question.want ?? '', ...question.carry.map((each) => `From ${carriedFrom(each)}.`)].filter(Boolean)
  return [
    // What is nothing but the parts it shares is called by their name.
    ...(parts && wordsOf(parts.heading) === kind ? [] : [text(kind), text(listed.length || options || parts ? ': ' : '')]),
    text(listed.map(optionWords).join('; ')),
    ...(options ? [linkTo(options.heading, places)] : []),
    ...(parts ? [text(listed.length ? '. Parts: ' : ''), linkTo(parts.heading, places)] : []),
    text(['.', ...more].join(' ')),
    ...(question.calculated ? [text(' '), ...inlineOf(question.calculated.words)] : []),
  ]
}

const linkTo = (heading: Heading, { anchors }: Places): PhrasingContent => link(`#${anchors.get(heading)}`, wordsOf(heading))

/** What a rule checks, and the questions it looks at. */
function ruleOf({ level, says, against, questions }: Rule): RootContent[] {
  const check = level === 'prompt' ? 'Asks whether' : 'Checks that'
  const beside = against ? ` It needs the record of the earlier form at stage “${against}”.` : ''
  return [paragraph([strong(`${capital(level)}.`), text(` ${check} ${says}.${beside} Looks at ${questions.join(', ')}`)])]
}
