/** Styles of everything on a page but headings and questions. */
import { BorderStyle, LineRuleType } from 'docx'
import { box, boxEdge, type Colours, type Looks, page } from './looks.ts'

/** Name and looks, by id. */
const stylesIn = (colours: Colours): Readonly<Record<string, readonly [string, Looks]>> => ({
  CardTitle: [
    'Card title',
    {
      run: { bold: true, color: colours.onBand },
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
  TableHead: ['Table heading', { run: { bold: true, size: 20, color: colours.onBand }, paragraph: tight({ keepNext: true }) }],
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
  // A line as high as the picture and no higher, or a page would not hold it.
  Picture: ['Picture', { paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } }],
  Logo: ['Logo', { paragraph: { spacing: { after: 200, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true } }],
  ListParagraph: ['List Paragraph', { paragraph: { spacing: { after: 70 } } }],
})

function tight(more: { keepNext?: boolean } = {}) {
  return { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO }, ...more }
}

function contentsLine(left: number): NonNullable<Looks['paragraph']> {
  return {
    indent: { left },
    spacing: { before: 30, after: 30 },
  }
}

/** Id, name and looks of each. */
export const pageStyles = (colours: Colours): (readonly [string, string, Looks])[] =>
  Object.entries(stylesIn(colours)).map(([id, [name, looks]]) => [id, name, looks])
