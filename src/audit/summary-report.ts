/** What many audits show together → a report for a practice fortnight: what to celebrate first, then what came up. */
import type { Document } from '../document/nodes.ts'
import { heading, list, paragraph, strong, text } from '../document/prose.ts'
import type { Framework } from '../framework.ts'
import { structure } from './remark.ts'
import { pictureOf, qualitiesOf } from './report.ts'
import { onOneLine } from './sentence.ts'
import type { Summary } from './summary.ts'
import { type Voice, voiceNames } from './voices.ts'

/** Counts below this are not told: with so few records, somebody would know whose they are. */
export const fewest = 5

/** A count as it may be told; of some, where what is left of them would tell as much. */
export function told(count: number, of = 0): string {
  if (count > 0 && count < fewest) return `fewer than ${fewest}`
  return of > count && of - count < fewest ? 'nearly all' : String(count)
}

export interface About {
  /** What was read, in words: “20 records, drawn from 512 files with --sample 20 --seed 7”. */
  readonly drawn: string
  /** How many files could not be audited. */
  readonly unread: number
  /** True where names and numbers have been left in. */
  readonly names: boolean
}

export async function summaryReportOf(summary: Summary, { drawn, unread, names }: About, framework: Framework): Promise<Document> {
  const { records, spread } = summary
  return {
    type: 'root',
    children: [
      heading(1, 'Practice audit: what the records show together'),
      paragraph(
        `For a practice fortnight: ${drawn}. This is about recording, and scores nobody.${names ? '' : ' Names and numbers are left out, shown as (…).'} Counts under ${fewest} are not shown.`,
      ),
      ...(unread
        ? [paragraph(`${unread} ${unread > 1 ? 'files' : 'file'} could not be audited, and ${unread > 1 ? 'are' : 'is'} not counted.`)]
        : []),
      heading(2, 'Worth celebrating'),
      ...celebration(summary, framework),
      heading(2, 'What came up'),
      ...(await themesPart(summary)),
      heading(2, 'To talk over as a team'),
      ...teamPrompts(summary),
      heading(2, 'Spread'),
      paragraph(
        records < fewest
          ? `There are too few records to say how they differ.`
          : `Half of the records have between ${spread.low} and ${spread.high} different things to reflect on; the one in the middle has ${spread.middle}.`,
      ),
      list([...summary.forms].map(([title, count]) => `${title}: ${told(count, records)} records`)),
      ...(await voicesPart(summary)),
      ...(summary.copied.length
        ? [
            heading(2, 'The same words for different people'),
            paragraph(
              'These sentences stand in the records of more than one person. No two lives are the same: ask where the words came from.',
            ),
            list(summary.copied.slice(0, 10).map(({ words, people }) => `${onOneLine(words)} (${told(people)} people)`)),
          ]
        : []),
    ],
  }
}

/** Sorts of good recording that are shown for each quality: a page of them is read, four are not. */
const mostSorts = 3

function celebration({ good }: Summary, framework: Framework): Document['children'] {
  if (!good.length) return [paragraph('None of the signs that the audit knows was found. What would you put here yourselves?')]
  return qualitiesOf(framework).flatMap((quality) => {
    const its = good.filter((each) => each.quality === quality)
    const sorts = [...new Set(its.map(({ why }) => why))].slice(0, mostSorts)
    return its.length
      ? [
          heading(3, framework.get(quality)?.title ?? quality),
          ...sorts.flatMap((why) => {
            const passages = its.filter((each) => each.why === why)
            return [paragraph([strong(why)]), list(passages.map(({ passage }) => onOneLine(passage)))]
          }),
        ]
      : []
  })
}

async function themesPart({ themes, records }: Summary): Promise<Document['children']> {
  if (!themes.size) return [paragraph('Nothing stood out.')]
  // Bars without a length would say nothing.
  if (records < fewest) return [paragraph('There are too few records for counts. These themes came up:'), list([...themes.keys()])]
  const rows = [...themes].map(([label, count]) => ({ label, values: [shown(count, records)], told: told(count, records) }))
  return [
    paragraph(`In how many of ${records} records each theme came up at least once.`),
    await pictureOf({
      title: 'Records in which each theme came up',
      alt: rows.map(({ label, told }) => `${label}: ${told}.`).join(' '),
      parts: ['Records'],
      rows,
    }),
  ]
}

function teamPrompts({ common, records }: Summary): Document['children'] {
  if (!common.length) return [paragraph('Nothing stood out.')]
  return [
    list(
      common.slice(0, 10).map(({ remark, records: its }) => [
        strong(inWords(remark)),
        // What to do about how a record hangs together is said of a question in it, and not to a team.
        text(` (${told(its, records)} records).${remark.theme === structure ? '' : ` ${remark.suggest}`}`),
      ]),
    ),
  ]
}

/** A rule says how things are when it is kept: it came up because it was not. */
const inWords = ({ theme, term }: Summary['common'][number]['remark']): string => (theme === structure ? `Whether ${term}` : term)

async function voicesPart({ voices, records }: Summary): Promise<Document['children']> {
  const order = (Object.keys(voiceNames) as Voice[]).filter((voice) => voices[voice] > 0)
  if (!order.length || records < fewest) return []
  return [
    heading(2, 'Whose words'),
    paragraph('Open answers by whose words they are, as the records say.'),
    await pictureOf({
      title: 'Whose words the answers are in',
      alt: order.map((voice) => `${voiceNames[voice]}: ${told(voices[voice])}.`).join(' '),
      parts: ['Answers'],
      rows: order.map((voice) => ({
        label: voiceNames[voice],
        values: [voices[voice] < fewest ? 0 : voices[voice]],
        told: told(voices[voice]),
      })),
    }),
  ]
}

/** As long as a bar may be: of what is not told it says no more than the words. */
const shown = (count: number, of: number): number => (told(count, of) === 'nearly all' ? of : count < fewest ? 0 : count)
