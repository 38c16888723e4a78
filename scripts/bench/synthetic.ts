/** Forms of any size, as schema sources: sections of fifty questions, every kind among them, and a repeat in each. */
import type { Sources } from '../../src/schema/sources.ts'
import type { Fields } from './fields.ts'

export const syntheticId = 'growing-form'
const version = '1.0.0'
const perSection = 50

interface Made {
  readonly schema: Fields
  readonly answer: unknown
}

const of = (kind: string, more: Fields = {}): Fields => ({ $ref: `../answers.json#/$defs/${kind}`, ...more })
const oneOf = ['first', 'second', 'third'].map((name) => ({ const: name, title: `The ${name} of three` }))
const prose = (number: number): string =>
  `“I walk to the shop on my own, ${number} steps there and back.”\n\nOn a bad day my neighbour at number ${number} fetches the milk; we drink our tea & say little.`

/** One question of each kind; the others follow in the same order. */
const kinds: readonly ((number: number) => Made)[] = [
  (number) => ({ schema: of('longText'), answer: { text: prose(number), voice: 'personOwnWords' } }),
  (number) => ({ schema: of('text'), answer: `Plot ${number}, Orchard Lane` }),
  (number) => ({ schema: of('note'), answer: prose(number) }),
  (number) => ({ schema: of('date'), answer: `2026-0${1 + (number % 9)}-1${number % 10}` }),
  (number) => ({ schema: of('number'), answer: number }),
  (number) => ({ schema: of('money'), answer: number * 125 }),
  () => ({ schema: of('tick'), answer: true }),
  (number) => ({ schema: of('choice', { oneOf }), answer: oneOf[number % 3]?.const }),
  () => ({ schema: of('choices', { items: { oneOf } }), answer: ['first', 'third'] }),
  () => ({ schema: of('nhsNumber'), answer: '9990000018' }),
  () => ({ schema: of('references', { items: { type: 'string', pattern: '^R[1-9]$' } }), answer: ['R1', 'R2'] }),
  (number) => ({
    schema: of('signature'),
    answer: { name: `Rose ${number}`, role: 'The person this is about', how: 'signed', date: '2026-10-19' },
  }),
  (number) => ({
    schema: {
      'x-kind': 'rows',
      'x-layout': 'table',
      type: 'object',
      properties: Object.fromEntries(['cooking', 'washing'].map((name) => [name, group(`How ${name} goes`)])),
      additionalProperties: false,
    },
    answer: { cooking: { ability: 'first', words: prose(number) }, washing: { ability: 'second', words: prose(number) } },
  }),
]

const group = (title: string): Fields => ({
  title,
  'x-kind': 'group',
  type: 'object',
  properties: { ability: { title: 'Ability', ...of('choice', { oneOf }) }, words: { title: 'In words', ...of('note') } },
  additionalProperties: false,
})

const repeat = (number: number): Made => ({
  schema: {
    'x-kind': 'repeat',
    'x-item': 'step',
    'x-layout': 'table',
    'x-rows': 1,
    type: 'array',
    minItems: 1,
    items: {
      title: `Step of ${number}`,
      type: 'object',
      properties: { what: { title: 'What', ...of('note') }, who: { title: 'Who', ...of('text') }, by: { title: 'By when', ...of('date') } },
      additionalProperties: false,
    },
  },
  answer: [1, 2, 3].map((row) => ({ what: prose(row), who: `Neighbour ${row}`, by: '2026-12-01' })),
})

/**
 * A form and a record that answers everything in it.
 * @param base The project's sources, whose answer types, framework and page templates the form uses.
 * @param questions How many; the parts of a question are not counted.
 */
export function synthetic(base: Sources, questions: number): { sources: Sources; record: Fields } {
  const numbers = Array.from({ length: questions }, (_, index) => index)
  const sections = Array.from({ length: Math.ceil(questions / perSection) }, (_, index) => {
    const own = numbers.slice(index * perSection, (index + 1) * perSection)
    return { name: `section${index}`, made: own.map((number, place) => ({ name: `question${number}`, ...question(number, place) })) }
  })
  const form = {
    $schema: '../dialect/form.json',
    $id: `https://forms.example/schemas/forms/${syntheticId}.json`,
    title: 'A form that grows',
    description: 'A conversation of any length.',
    'x-form': {
      ...{ id: syntheticId, version, stage: 'assessment', fileName: syntheticId, chapters: [] },
      changes: [{ version, date: '2026-11-22', what: 'The first version.' }],
    },
    type: 'object',
    properties: {
      form: { const: syntheticId },
      formVersion: { type: 'string', pattern: '^1\\.' },
      ...Object.fromEntries(
        sections.map(({ name, made }) => [name, section(name, Object.fromEntries(made.map((each) => [each.name, each.schema])))]),
      ),
    },
    required: ['form', 'formVersion'],
    additionalProperties: false,
  }
  const answers = sections.map(({ name, made }) => [name, Object.fromEntries(made.map((each) => [each.name, each.answer]))])
  const kept = [...base].filter(([path]) => !/^(schemas\/forms|schemas\/blocks|examples)\//.test(path))
  return {
    sources: new Map([...kept, [`schemas/forms/${syntheticId}.json`, JSON.stringify(form)]]),
    record: { form: syntheticId, formVersion: version, ...Object.fromEntries(answers) },
  }
}

const section = (name: string, properties: Fields): Fields => ({
  ...{
    title: `Part ${name}`,
    description: 'Take your time.',
    'x-kind': 'section',
    type: 'object',
    properties,
    additionalProperties: false,
  },
})

/** The last question of a section is a repeat, so that the smallest form has one too. */
function question(number: number, place: number): Made {
  const { schema, answer } = place === 9 ? repeat(number) : (kinds[number % kinds.length] ?? repeat)(number)
  const own = { title: `What about matter ${number}?`, description: `Say as much of ${number} as you like.` }
  return { schema: { ...own, 'x-tier': 'brief', 'x-framework': ['principle-hope'], ...schema }, answer }
}
