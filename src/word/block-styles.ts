/** Styles of the blocks a question is made of. */
import { box, boxEdge, type Colours, inset, type Looks } from './looks.ts'

/** Styles of the question blocks, each in a plain form and one for parts set in a little, such as `QuestionInset`. */
export type BlockStyle =
  | 'Question'
  | 'Hint'
  | 'AskWhen'
  | 'Choices'
  | 'ChoiceLine'
  | 'Key'
  | 'KeyChoice'
  | 'Answer'
  | 'AnswerShort'
  | 'AnswerBeside'
  | 'AnswerOpen'
  | 'WhoseWords'
  | 'Tick'
  | 'TickOption'
  | 'TickRun'
  | 'TickHint'
  | 'TickWhen'

/** The style of a block, plain or set in. */
export const blockStyle = (style: BlockStyle, setIn: boolean): string => (setIn ? `${style}Inset` : style)

const hanging = 400
const underTick = { indent: { left: hanging }, spacing: { before: 0, after: 60 }, keepLines: true }

function blocksIn(colours: Colours): Readonly<Record<BlockStyle, readonly [string, Looks]>> {
  const answerBox = box(colours.line)
  /** Alike paragraphs share their borders, so the line has to be drawn between them too. */
  const writingLine = { bottom: answerBox.bottom, between: answerBox.bottom }

  const label: Looks = {
    run: { bold: true, color: colours.text },
    paragraph: { spacing: { before: 220, after: 30 }, keepNext: true, keepLines: true },
  }
  const small: Looks = {
    run: { size: 20, color: colours.quiet },
    paragraph: { spacing: { before: 0, after: 50 }, keepNext: true, keepLines: true },
  }
  /** What is said once above rows may be long, so a page may end within it. */
  const key: Looks = { ...small, paragraph: { ...small.paragraph, keepNext: false } }
  const answer = (right: number, after = 140, keepNext = false): Looks => ({
    paragraph: {
      border: answerBox,
      indent: { left: boxEdge, right: boxEdge + right },
      spacing: { before: 80, after },
      keepNext,
    },
  })
  const when: Looks = { ...small, run: { size: 20, bold: true, color: colours.accent } }

  return {
    Question: ['Question', label],
    Hint: ['Hint', small],
    AskWhen: ['Answer this if', when],
    Choices: ['Choices', small],
    ChoiceLine: ['Choice', small],
    Key: ['Key', key],
    KeyChoice: ['Key choice', key],
    Answer: ['Answer', answer(0)],
    AnswerShort: ['Answer short', answer(4300)],
    AnswerBeside: ['Answer beside its label', { paragraph: { border: writingLine, spacing: { before: 100, after: 60 }, keepLines: true } }],
    AnswerOpen: ['Answer open', answer(0, 0, true)],
    WhoseWords: [
      'Whose words',
      {
        run: { size: 19, color: colours.quiet },
        paragraph: {
          ...answer(0).paragraph,
          spacing: { before: 100, after: 140 },
          shading: { fill: colours.tint, type: 'clear', color: 'auto' },
          leftTabStop: 4700,
        },
      },
    ],
    Tick: [
      'Tick box',
      {
        run: { bold: true },
        paragraph: { indent: { left: hanging, hanging }, spacing: { before: 220, after: 60 }, keepLines: true },
      },
    ],
    TickOption: [
      'Tick box of several',
      { paragraph: { indent: { left: hanging, hanging }, spacing: { before: 40, after: 40 }, keepLines: true } },
    ],
    TickRun: ['Tick boxes in a line', { paragraph: { spacing: { before: 40, after: 160 }, keepLines: true } }],
    TickHint: ['Tick box hint', { ...small, paragraph: underTick }],
    TickWhen: ['Tick box answer this if', { ...when, paragraph: underTick }],
  }
}

/** The looks of one block style, set in. */
function setIn(looks: Looks): Looks {
  const indent = looks.paragraph?.indent
  const left = Number(indent?.left ?? 0) + inset
  // Parts stand closer together than whole questions, or a card would not look like one thing.
  const closer = (side: 'before' | 'after') => Math.min(Number(looks.paragraph?.spacing?.[side] ?? 0), 100)
  const spacing = { ...looks.paragraph?.spacing, before: closer('before'), after: closer('after') }
  return { ...looks, paragraph: { ...looks.paragraph, spacing, indent: { ...indent, left } } }
}

/** Id, name and looks of every block style. */
export const blockStyles = (colours: Colours): (readonly [string, string, Looks])[] =>
  Object.entries(blocksIn(colours)).flatMap(([id, [name, looks]]) => [
    [id, name, looks] as const,
    [`${id}Inset`, `${name} set in`, setIn(looks)] as const,
  ])
