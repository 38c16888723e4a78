/** An audit → a report for the practitioner and whoever supervises them: what is going well first, then at most ten prompts, then everything. */
import type { Finding } from '../answers/findings.ts'
import type { Document, Picture } from '../document/nodes.ts'
import { heading, list, paragraph, quotation, strong, text, type Words } from '../document/prose.ts'
import type { Framework } from '../framework.ts'
import { pngOf } from '../picture/png.ts'
import type { Problem } from '../validator/verdict.ts'
import type { Audit } from './audit.ts'
import { type Bars, barChart, sizeOf } from './bars.ts'
import { celebrated, mostPrompts, type Prompt, promptsOf } from './prompts.ts'
import { type Remark, structure } from './remark.ts'
import { onOneLine } from './sentence.ts'
import { type Voice, type VoiceCount, voiceNames } from './voices.ts'

export interface Audited {
  readonly audit: Audit
  /** The name of the file, as whoever asks for the report knows it. */
  readonly name: string
  /** What the form still asks for. */
  readonly unfinished: readonly Problem[]
  /** What could not be read with certainty. */
  readonly findings: readonly Finding[]
}

/** The ids of the five qualities of a proportionate assessment, as the framework lists them. */
export const qualitiesOf = (framework: Framework): string[] =>
  [...framework.values()].filter(({ kind }) => kind === 'quality').map(({ id }) => id)

/** The report on one record. */
export async function reportOf({ audit, name, unfinished, findings }: Audited, framework: Framework): Promise<Document> {
  const qualities = qualitiesOf(framework)
  const prompts = promptsOf(audit.remarks, qualities)
  return {
    type: 'root',
    children: [
      heading(1, `Practice audit: ${audit.title.toLowerCase()}`),
      paragraph(
        `This report reads the recording in ${name} (version ${audit.version} of the form). It is for the practitioner and whoever supervises them to talk about, and the person may read it too. It scores nobody, and it cannot know what was said in the room: keep what helps, and leave what does not fit.`,
      ),
      heading(2, 'What is going well'),
      ...goingWell(celebrated(audit.well, qualities)),
      heading(2, 'To reflect on'),
      ...(prompts.length
        ? reflections(prompts, audit.remarks, framework)
        : [paragraph('Nothing stood out. Read it once more as the person will, and ask them whether it sounds like them.')]),
      ...(await voicesPart(audit.voices)),
      heading(2, 'Everything that was noticed'),
      ...detail(audit.remarks),
      ...(findings.length ? [heading(2, 'What could not be read'), list(findings.map(problemWords))] : []),
      ...(unfinished.length
        ? [
            heading(2, 'What the form still asks for'),
            paragraph('These are gaps that the form itself points out. A record that is still being written will have some.'),
            list(unfinished.map(problemWords)),
          ]
        : []),
      heading(2, 'How to read this'),
      list([
        'Words in quotation marks, and answers marked as the person’s own or as somebody speaking for them, are left as they are. Nobody corrects how people speak about their own lives.',
        `Words that the person has chosen are left too: ${audit.chosenWordsAsked ? `write them under “${audit.chosenWordsAsked}”, or ` : ''}say in the sentence that they are theirs.`,
        'Statutory words are in their place in the reasons for a legal decision.',
        'The audit looks for wording that it knows and for answers that hang together. It cannot tell whether what is written is true, or kind.',
      ]),
    ],
  }
}

function goingWell(well: readonly Prompt[]): Document['children'] {
  if (!well.length)
    return [
      paragraph(
        'None of the signs that the audit knows was found yet: the person’s own words, what they can do beside what is hard, who will do what by when. What did you do well that the form does not show?',
      ),
    ]
  return well.flatMap(({ first }) => [
    paragraph([strong(first.why), ...(first.suggest ? [text(` ${first.suggest}`)] : [])]),
    ...(first.passage ? [quotation(first.passage), paragraph(`From “${first.label}”.`)] : []),
  ])
}

/** Prompts under the quality they touch. */
function reflections(prompts: readonly Prompt[], remarks: readonly Remark[], framework: Framework): Document['children'] {
  const kinds = new Set(remarks.map(({ id }) => id)).size
  const left = kinds - prompts.length
  const more = left > 0 ? ` There ${left > 1 ? 'are' : 'is'} ${left} more below: ${mostPrompts} are enough for one conversation.` : ''
  const groups = qualitiesOf(framework).flatMap((id) => {
    const its = prompts.filter(({ quality }) => quality === id)
    return its.length ? [heading(3, framework.get(id)?.title ?? id), ...its.flatMap((prompt) => reflection(prompt, framework))] : []
  })
  return [paragraph(`Questions to talk over, not mistakes to count.${more}`), ...groups]
}

function reflection({ first, places }: Prompt, framework: Framework): Document['children'] {
  const behind = first.cites.flatMap((id) => framework.get(id)?.title ?? [])
  const asked = first.words ? `“${onOneLine(first.words)}”, in “${first.label}”` : `“${first.label}”`
  const others = [...new Set(places.map(({ label }) => label))].filter((label) => label !== first.label)
  const also = others.length ? ` It shows in ${others.length} more ${others.length > 1 ? 'answers' : 'answer'}: ${named(others)}.` : ''
  return [
    paragraph([strong(asked)]),
    ...(first.passage && first.passage !== first.words ? [quotation(first.passage)] : []),
    paragraph(`${first.why} ${first.suggest}${also}`),
    paragraph([{ type: 'emphasis', children: [text(`Behind it: ${behind.join('; ')}.`)] }]),
  ]
}

const named = (labels: readonly string[]): string =>
  labels.length > 3 ? `${quoted(labels.slice(0, 3)).join(', ')} and others` : quoted(labels).join(', ')
const quoted = (labels: readonly string[]): string[] => labels.map((label) => `“${label}”`)

async function voicesPart(voices: readonly VoiceCount[]): Promise<Document['children']> {
  if (!voices.length) return []
  return [
    heading(2, 'Whose words'),
    paragraph(
      'Open answers by whose words they are, as the record says. There is no right number: ask whether the person can be heard where it matters most.',
    ),
    await pictureOf(voicesChart(voices)),
  ]
}

const order: readonly Voice[] = ['person', 'together', 'representative', 'practitioner']

function voicesChart(voices: readonly VoiceCount[]): Bars {
  const inWords = voices.map(
    (each) =>
      `${each.section}: ${order.flatMap((voice) => (each[voice] ? [`${voiceNames[voice].toLowerCase()} ${each[voice]}`] : [])).join(', ')}.`,
  )
  return {
    title: 'Whose words the answers are in, by section',
    alt: inWords.join(' '),
    // All of them in every report: a voice that is missing shows, and each keeps its colour.
    parts: order.map((voice) => voiceNames[voice]),
    rows: voices.map((each) => ({ label: each.section, values: order.map((voice) => each[voice]) })),
  }
}

/** A chart as a picture in a document. */
export async function pictureOf(bars: Bars): Promise<Picture> {
  const svg = barChart(bars)
  return { type: 'picture', svg, png: await pngOf(svg, 2), ...sizeOf(bars), title: bars.title, alt: bars.alt }
}

/** Every remark, by section and question, in the order of the form. */
function detail(remarks: readonly Remark[]): Document['children'] {
  if (!remarks.length) return [paragraph('Nothing.')]
  const sections = [...new Set(remarks.map(({ section }) => section))]
  return sections.flatMap((section) => {
    const its = remarks.filter((remark) => remark.section === section)
    const labels = [...new Set(its.map(({ label }) => label))]
    return [
      heading(3, section),
      ...labels.flatMap((label) => [paragraph([strong(label)]), list(its.filter((remark) => remark.label === label).map(remarkWords))]),
    ]
  })
}

const remarkWords = ({ theme, term, words, why, suggest }: Remark): Words =>
  theme === structure
    ? `${why} ${suggest}`
    : [strong(`“${onOneLine(words).slice(0, 120)}”`), text(` – ${theme.toLowerCase()}: ${term}. ${suggest}`)]

const problemWords = ({ label, message, remedy }: Pick<Problem, 'label' | 'message' | 'remedy'>): Words => [
  strong(`“${label}”`),
  text(` ${message} ${remedy}`),
]
