/** The styles of a Word form. A council changes how its forms look by changing these in Word. */
import { AlignmentType, BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import { box, colours, font, inset, page } from './looks.ts'

type Looks = Pick<IParagraphStyleOptions, 'paragraph' | 'run'>

/** Styles of the question blocks, each in a plain form and one for parts set in a little, such as `QuestionInset`. */
export type BlockStyle =
  | 'Question'
  | 'Hint'
  | 'AskWhen'
  | 'Choices'
  | 'ChoiceLine'
  | 'Answer'
  | 'AnswerShort'
  | 'AnswerOpen'
  | 'WhoseWords'
  | 'Tick'
  | 'TickOption'
  | 'TickRun'
  | 'TickHint'
  | 'TickWhen'

/** The style of a block, plain or set in. */
export const blockStyle = (style: BlockStyle, setIn: boolean): string => (setIn ? `${style}Inset` : style)

const answerBox = box(colours.line)
/** Keeps the box, whose lines stand outside the text, within the margins. */
const boxEdge = 100

const label: Looks = {
  run: { bold: true, color: colours.text },
  paragraph: { spacing: { before: 260, after: 40 }, keepNext: true, keepLines: true },
}
const small: Looks = {
  run: { size: 20, color: colours.quiet },
  paragraph: { spacing: { before: 0, after: 60 }, keepNext: true, keepLines: true },
}
const answer = (right: number, after = 180, keepNext = false): Looks => ({
  paragraph: {
    border: answerBox,
    indent: { left: boxEdge, right: boxEdge + right },
    spacing: { before: 90, after },
    keepNext,
  },
})
const when: Looks = { ...small, run: { size: 20, bold: true, color: colours.accent } }
const hanging = 400
const underTick = { indent: { left: hanging }, spacing: { before: 0, after: 60 }, keepLines: true }

const blocks: Readonly<Record<BlockStyle, readonly [string, Looks]>> = {
  Question: ['Question', label],
  Hint: ['Hint', small],
  AskWhen: ['Answer this if', when],
  Choices: ['Choices', small],
  ChoiceLine: ['Choice', { ...small, paragraph: { ...small.paragraph, indent: { left: 240, hanging: 240 } } }],
  Answer: ['Answer', answer(0)],
  AnswerShort: ['Answer short', answer(4300)],
  AnswerOpen: ['Answer open', answer(0, 0, true)],
  WhoseWords: [
    'Whose words',
    {
      run: { size: 19, color: colours.quiet },
      paragraph: {
        ...answer(0).paragraph,
        spacing: { before: 120, after: 180 },
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

/** Paragraph styles that are not blocks of a question: name, what they are based on, and looks. */
const others: Readonly<Record<string, readonly [string, Looks]>> = {
  CardTitle: [
    'Card title',
    {
      run: { bold: true, color: colours.heading },
      paragraph: {
        border: box(colours.band, 8, 4),
        shading: { fill: colours.band, type: 'clear', color: 'auto' },
        indent: { left: boxEdge, right: boxEdge },
        spacing: { before: 320, after: 60 },
        keepNext: true,
        keepLines: true,
      },
    },
  ],
  TableHead: [
    'Table heading',
    { run: { bold: true, size: 20, color: colours.heading }, paragraph: tight({ keepNext: true }) },
  ],
  TableRowLabel: ['Table row', { run: { bold: true, size: 20 }, paragraph: tight() }],
  TableHint: ['Table hint', { run: { size: 18, color: colours.quiet }, paragraph: tight() }],
  TableAnswer: ['Table answer', { run: { size: 20 }, paragraph: tight() }],
  TableText: ['Table text', { run: { size: 20 }, paragraph: tight() }],
  Callout: [
    'Callout',
    {
      paragraph: {
        border: {
          ...box(colours.tint, 4, 4),
          left: { style: BorderStyle.SINGLE, size: 24, color: colours.accent, space: 8 },
        },
        shading: { fill: colours.tint, type: 'clear', color: 'auto' },
        indent: { left: 200, right: 100 },
        spacing: { before: 80, after: 80 },
        keepLines: true,
      },
    },
  ],
  PracticeNote: [
    'Practice note',
    {
      run: { size: 20, color: colours.text },
      paragraph: {
        border: box(colours.noteLine, 6, 5),
        shading: { fill: colours.note, type: 'clear', color: 'auto' },
        indent: { left: boxEdge + 20, right: boxEdge + 20 },
        spacing: { before: 160, after: 240 },
        keepLines: true,
      },
    },
  ],
  ContentsTitle: [
    'Contents title',
    {
      run: { bold: true, size: 26, color: colours.heading },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
  ],
  TOC1: ['toc 1', { paragraph: contentsLine(0) }],
  TOC2: ['toc 2', { run: { size: 20 }, paragraph: contentsLine(340) }],
  Header: [
    'header',
    {
      run: { size: 18, color: colours.quiet },
      paragraph: {
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: colours.faintLine, space: 5 } },
        spacing: { after: 0 },
      },
    },
  ],
  Footer: [
    'footer',
    {
      run: { size: 18, color: colours.quiet },
      paragraph: { spacing: { after: 0 }, rightTabStop: page.text },
    },
  ],
  ListParagraph: ['List Paragraph', { paragraph: { spacing: { after: 70 } } }],
}

function tight(more: { keepNext?: boolean } = {}) {
  return { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO }, ...more }
}

function contentsLine(left: number): NonNullable<Looks['paragraph']> {
  return {
    indent: { left },
    spacing: { before: 30, after: 30 },
  }
}

/** The looks of one block style, set in. */
function setIn(looks: Looks): Looks {
  const indent = looks.paragraph?.indent
  const left = Number(indent?.left ?? 0) + inset
  // Parts stand closer together than whole questions, or a card would not look like one thing.
  const before = Math.min(Number(looks.paragraph?.spacing?.before ?? 0), 180)
  const spacing = { ...looks.paragraph?.spacing, before }
  return { ...looks, paragraph: { ...looks.paragraph, spacing, indent: { ...indent, left } } }
}

const define = (id: string, name: string, looks: Looks): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...looks,
})

const heading = (level: number, size: number, before: number, after: number): Looks => ({
  run: { font, bold: true, size, color: colours.heading, italics: false },
  paragraph: { outlineLevel: level - 1, keepNext: true, keepLines: true, spacing: { before, after } },
})

const ruled = {
  border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: colours.accent, space: 3 } },
}
const section = heading(2, 34, 520, 140)

/** Everything for the `styles` of a document. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, color: colours.text, language: { value: 'en-GB', eastAsia: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO }, alignment: AlignmentType.LEFT },
    },
    heading1: heading(1, 52, 0, 200),
    heading2: { ...section, paragraph: { ...section.paragraph, ...ruled } },
    heading3: heading(3, 27, 360, 100),
    heading4: heading(4, 24, 300, 80),
    heading5: heading(5, 22, 260, 60),
    heading6: heading(6, 22, 240, 60),
    hyperlink: { run: { color: colours.accent, underline: { type: 'single' } } },
  },
  paragraphStyles: [
    ...Object.entries(blocks).flatMap(([id, [name, looks]]) => [
      define(id, name, looks),
      define(`${id}Inset`, `${name} set in`, setIn(looks)),
    ]),
    ...Object.entries(others).map(([id, [name, looks]]) => define(id, name, looks)),
  ],
  characterStyles: [
    // In the place of a style of paragraphs that docx calls Strong.
    { id: 'Strong', name: 'Strong', basedOn: 'DefaultParagraphFont', run: { bold: true } },
    { id: 'PlaceholderText', name: 'Placeholder Text', basedOn: 'DefaultParagraphFont', run: { color: colours.prompt } },
  ],
}
