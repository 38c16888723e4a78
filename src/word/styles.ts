/** The styles of a Word form. A council changes how its forms look by changing these in Word. */
import { AlignmentType, BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx'
import { blockStyles } from './block-styles.ts'
import { type Colours, font, type Looks } from './looks.ts'
import { pageStyles } from './page-styles.ts'

const define = (id: string, name: string, looks: Looks): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...looks,
})

const heading = (colours: Colours, level: number, size: number, before: number, after: number): Looks => ({
  run: { font, bold: true, size, color: colours.heading, italics: false },
  paragraph: { outlineLevel: level - 1, keepNext: true, keepLines: true, spacing: { before, after } },
})

/** Everything for the `styles` of a document. */
export function stylesIn(colours: Colours): IStylesOptions {
  const section = heading(colours, 2, 34, 520, 140)
  const ruled = { border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: colours.accent, space: 3 } } }
  return {
    default: {
      document: {
        run: { font, size: 22, color: colours.text, language: { value: 'en-GB', eastAsia: 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO }, alignment: AlignmentType.LEFT },
      },
      heading1: heading(colours, 1, 52, 0, 200),
      heading2: { ...section, paragraph: { ...section.paragraph, ...ruled } },
      heading3: heading(colours, 3, 27, 360, 100),
      heading4: heading(colours, 4, 24, 300, 80),
      heading5: heading(colours, 5, 22, 260, 60),
      heading6: heading(colours, 6, 22, 240, 60),
      hyperlink: { run: { color: colours.link, underline: { type: 'single' } } },
    },
    paragraphStyles: [...blockStyles(colours), ...pageStyles(colours)].map(([id, name, looks]) => define(id, name, looks)),
    characterStyles: [
      // In the place of a style of paragraphs that docx calls Strong.
      { id: 'Strong', name: 'Strong', run: { bold: true } },
      { id: 'PlaceholderText', name: 'Placeholder Text', run: { color: colours.prompt } },
    ],
  }
}
