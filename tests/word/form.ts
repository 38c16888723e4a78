/** A form with every kind of question, and the document that prints it. */
import type { RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Document } from '../../src/document/nodes.ts'
import type { Form, Item, Option, Question, Section } from '../../src/form.ts'
import type { Page } from '../../src/word/template.ts'

type Rest = Partial<Omit<Question, 'type' | 'path' | 'label' | 'kind'>>

/** A question with the dull members filled in. Parts get their paths from it. */
export function ask(kind: string, path: string, label: string, rest: Rest = {}): Question {
  return {
    type: 'question',
    path,
    label,
    kind,
    required: false,
    askWhen: [],
    tier: 'brief',
    practice: { framework: [], law: [] },
    options: [],
    parts: [],
    carry: [],
    orElse: [],
    ...rest,
  }
}

const options = (words: Readonly<Record<string, string>>): Option[] => Object.entries(words).map(([value, label]) => ({ value, label }))

const yesNoUnsure = options({ yes: 'Yes', no: 'No', unsure: 'Not sure' })

export function open(path: string, label: string, rest: Rest = {}): Question {
  const parts = [
    ask('note', `${path}/text`, 'Answer'),
    ask('choice', `${path}/voice`, 'Whose words', {
      options: options({
        personOwnWords: 'The person’s own words',
        writtenTogether: 'Written together',
        representative: 'Someone speaking for the person',
        practitioner: 'The practitioner',
      }),
    }),
    ask('choice', `${path}/notAskedReason`, 'If left blank, why', {
      options: options({
        notRelevant: 'Does not apply',
        personChoseNotTo: 'The person chose not to say',
        alreadyKnown: 'Already on record and still right',
        toFollow: 'We will come back to it',
      }),
    }),
  ]
  return ask('longText', path, label, { ...rest, parts })
}

const section = (path: string, title: string, intro: string, items: readonly Item[]): Section => ({
  type: 'section',
  required: true,
  askWhen: [],
  path,
  title,
  intro,
  items,
})

const about = section('/about', 'About this conversation', 'Facts we need so that we know whose record this is.', [
  ask('text', '/about/name', 'Your name'),
  ask('text', '/about/likeToBeCalled', 'What you like to be called', { hint: 'First name, nickname or title.' }),
  ask('date', '/about/dateOfBirth', 'Date of birth'),
  ask('nhsNumber', '/about/nhsNumber', 'NHS number', { hint: 'Ten digits, on any letter from the NHS.' }),
  ask('choice', '/about/depth', 'How much detail fits?', {
    hint: 'Only as much as the decision needs. See [the **guide**](https://example.org/guide).',
    options: [
      { value: 'brief', label: 'Brief', description: 'One thing is needed, and it is plain what.' },
      { value: 'standard', label: 'Standard', description: 'Several parts of life are involved.' },
      { value: 'inDepth', label: 'In depth', description: 'Life is complicated, or changing *fast*.' },
    ],
  }),
  ask('text', '/about/depthReason', 'Why this much detail?', { askWhen: ['the conversation is brief'] }),
  ask('choices', '/about/sensory', 'Sight and hearing', {
    hint: 'Tick any.',
    options: [
      { value: 'sight', label: 'Trouble seeing' },
      { value: 'hearing', label: 'Trouble hearing' },
      { value: 'both', label: 'Both', description: 'we bring someone trained in deafblind work' },
    ],
  }),
  ask('tick', '/about/toldAboutRecords', 'We explained how this record is used and who sees it', {
    hint: 'The leaflet is “Your information”.',
    askWhen: ['this is the first conversation'],
  }),
])

const aboutMe = section('/aboutMe', 'About me', 'Who you are, not what is wrong.', [
  open('/aboutMe/whatMatters', 'What matters most to you?', {
    hint: 'The people, places, habits and hopes you would not want to lose.',
  }),
  open('/aboutMe/goodDay', 'What makes a good day, and a bad one?'),
  ask('note', '/aboutMe/practicalities', 'Anything else we should know before we visit?'),
])

const strengths = section('/strengths', 'Strengths', 'What you are good at, and the people and places around you.', [
  ask('repeat', '/strengths/strengths', 'What are you good at, or have going for you?', {
    hint: 'Skills, knowledge, people, things. Start a new one for each.',
    layout: 'cards',
    item: 'strength',
    blankRows: 2,
    parts: [
      ask('text', '/strengths/strengths/*/id', 'Number', { hint: 'S1, S2 and so on. It never changes.' }),
      ask('choice', '/strengths/strengths/*/category', 'What kind?', {
        options: options({ ability: 'Ability', knowledge: 'Knowledge', experience: 'Experience', people: 'People' }),
      }),
      ask('note', '/strengths/strengths/*/description', 'In a few words'),
      ask('choices', '/strengths/strengths/*/helpsWith', 'Helps with', {
        options: options({ home: 'Home', health: 'Health', company: 'Company', money: 'Money', work: 'Work or learning' }),
      }),
      ask('tick', '/strengths/strengths/*/build', 'I want to build on this'),
    ],
  }),
  ask('repeat', '/strengths/network', 'Who is important to you?', {
    layout: 'table',
    item: 'person',
    blankRows: 3,
    parts: [
      ask('text', '/strengths/network/*/name', 'Name'),
      ask('note', '/strengths/network/*/what', 'What they do', { hint: 'And how often.' }),
      ask('choice', '/strengths/network/*/willing', 'Willing to go on?', { options: yesNoUnsure }),
      ask('date', '/strengths/network/*/asked', 'Asked on'),
      ask('tick', '/strengths/network/*/emergency', 'Call first?'),
    ],
  }),
])

const column = (path: string): Question[] => [
  ask('choice', `${path}/managing`, 'Managing?', {
    options: options({ well: 'Well', withHelp: 'With help', hard: 'It is hard', cannot: 'Cannot' }),
  }),
  ask('note', `${path}/detail`, 'How it goes on a usual day'),
]

const daily = section('/daily', 'Daily life', 'The things the law asks about, in everyday words.', [
  ask('rows', '/daily/outcomes', 'How are you managing?', {
    hint: 'With no help from anyone, on a usual day.',
    layout: 'table',
    parts: [
      ask('group', '/daily/outcomes/food', 'Eating well', { hint: 'Shopping, cooking, eating.', parts: column('/daily/outcomes/food') }),
      ask('group', '/daily/outcomes/washing', 'Keeping clean', { parts: column('/daily/outcomes/washing') }),
      ask('group', '/daily/outcomes/home', 'Keeping a home', { parts: column('/daily/outcomes/home') }),
      ask('group', '/daily/outcomes/people', 'Seeing people', { parts: column('/daily/outcomes/people') }),
    ],
  }),
  ask('rows', '/daily/wellbeing', 'How does this touch your wellbeing?', {
    layout: 'cards',
    parts: [
      ask('group', '/daily/wellbeing/dignity', 'Dignity', {
        hint: 'Being treated with respect.',
        parts: [
          ask('choice', '/daily/wellbeing/dignity/effect', 'How much?', {
            options: options({ none: 'Not at all', some: 'Somewhat', much: 'A great deal' }),
          }),
          open('/daily/wellbeing/dignity/words', 'In what way?'),
        ],
      }),
      ask('group', '/daily/wellbeing/control', 'Control', {
        parts: [
          ask('choice', '/daily/wellbeing/control/effect', 'How much?', {
            options: options({ none: 'Not at all', some: 'Somewhat', much: 'A great deal' }),
          }),
          open('/daily/wellbeing/control/words', 'In what way?'),
        ],
      }),
    ],
  }),
])

const money = section('/money', 'Money and agreement', 'What things cost, and what we agreed.', [
  ask('money', '/money/weekly', 'What does help cost each week?'),
  ask('number', '/money/visits', 'How many visits is that?'),
  ask('money', '/money/yearly', 'Cost in a year', { calculated: { words: 'Weekly cost times 52.', expression: '' } }),
  ask('references', '/money/uses', 'Which strengths does this build on?', { hint: 'Their numbers, such as S1, S3.' }),
  ask('group', '/money/agreed', 'Agreement', {
    hint: 'Signing does not take away any right to ask for a change.',
    parts: [
      ask('text', '/money/agreed/name', 'Name'),
      ask('choice', '/money/agreed/how', 'How they agreed', {
        options: options({ signed: 'Signed', verbal: 'Said so', unable: 'Not able to sign or say' }),
      }),
      ask('date', '/money/agreed/date', 'Date'),
      ask('tick', '/money/agreed/copy', 'I have a copy'),
    ],
  }),
])

export const form: Form = {
  id: 'kitchen-table',
  version: '1.0.0',
  title: 'Our conversation about your life',
  intro: 'This form is yours. Say as much or as little as you like, in your own words.',
  useWhen: '',
  stage: 'assessment',
  fileName: 'kitchen-table',
  brief: false,
  changes: [],
  chapters: [],
  conditions: [],
  rules: [],
  schema: {},
  sections: [about, aboutMe, strengths, daily, money],
}

/** A small form of these questions, in a section `/s`. */
export const formOf = (items: readonly Item[]): Form => ({ ...form, sections: [section('/s', 'Section', 'Words.', items)] })

export const page: Page = {
  title: form.title,
  header: `${form.title} · version ${form.version}`,
  footer: `Version ${form.version} · assessment`,
  properties: { formId: form.id, formVersion: form.version },
}

/** The blocks of some Markdown. */
export const markdown = (text: string): RootContent[] => unified().use(remarkParse).use(remarkGfm).parse(text).children

/** The form as a page: title, introduction, sections and their questions. */
export function documentOf({ title, intro, sections }: Form): Document {
  return { type: 'root', children: [...markdown(`# ${title}\n\n${intro}`), ...sections.flatMap((each) => printed(each, 2))] }
}

function printed(item: Item, depth: number): RootContent[] {
  if (item.type === 'question') return [{ type: 'formQuestion', question: item, depth: depth - 1 }]
  return [
    ...markdown(`${'#'.repeat(depth)} ${item.title}\n\n${item.intro ?? ''}`),
    ...item.items.flatMap((each) => printed(each, depth + 1)),
  ]
}
