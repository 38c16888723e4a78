/** The styles and list numberings of a document: how each of its paragraphs, words and tables looks. */
import { childOf, type Mark, wordValue } from './mark.ts'
import {
  bare,
  type LetterLooks,
  lettersWith,
  type ParagraphLooks,
  paragraphWith,
  type TableLooks,
  tableWith,
  unstyled,
} from './properties.ts'

/** The looks of everything in one document. */
export interface Looks {
  paragraph(properties: Mark | undefined): ParagraphLooks
  letters(properties: Mark | undefined, around: LetterLooks): LetterLooks
  table(properties: Mark | undefined): TableLooks
}

/**
 * Reads styles and numberings.
 * @param styles The root of `word/styles.xml`. @param numberings The root of `word/numbering.xml`.
 */
export function looksIn(styles: Mark | undefined, numberings: Mark | undefined): Looks {
  const byId = new Map(named(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const defaults = childOf(styles, 'w:docDefaults')
  const plain = paragraphWith(unstyled, childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'))
  const plainLetters = lettersWith(unstyled.letters, childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'))
  const usual = (type: string) => named(styles, 'w:style').find((each) => each.attributes['w:type'] === type && isDefault(each))
  const normal = usual('paragraph')?.attributes['w:styleId']
  const normalTable = usual('table')?.attributes['w:styleId']
  const levelOf = levelsIn(numberings)

  /** A style and those it is based on, the first of them first. */
  const lineage = (id: string | undefined, below: readonly Mark[] = []): readonly Mark[] => {
    const style = byId.get(id ?? '')
    return !style || below.includes(style) ? below : lineage(wordValue(style, 'w:basedOn'), [style, ...below])
  }
  const listed = (looks: ParagraphLooks, properties: Mark | undefined): ParagraphLooks => {
    const level = levelOf(childOf(properties, 'w:numPr'))
    return level ? { ...paragraphWith(looks, childOf(level, 'w:pPr')), ...labelOf(level) } : looks
  }
  const styled = remembered((id: string): ParagraphLooks => {
    const properties = lineage(id).map((style) => childOf(style, 'w:pPr'))
    const letters = lineage(id).reduce((looks, style) => lettersWith(looks, childOf(style, 'w:rPr')), plainLetters)
    return properties.reduce((looks, each) => paragraphWith(listed(looks, each), each), { ...plain, letters })
  })
  const character = remembered((id: string) => lineage(id).map((style) => childOf(style, 'w:rPr')))
  return {
    paragraph(properties) {
      const looks = styled(wordValue(properties, 'w:pStyle') ?? normal ?? '')
      return properties?.children.some(({ name }) => name !== 'w:pStyle') ? paragraphWith(listed(looks, properties), properties) : looks
    },
    letters(properties, around) {
      if (!properties) return around
      const style = wordValue(properties, 'w:rStyle')
      return lettersWith(style ? character(style).reduce(lettersWith, around) : around, properties)
    },
    table: (properties) =>
      [...lineage(wordValue(properties, 'w:tblStyle') ?? normalTable).map((style) => childOf(style, 'w:tblPr')), properties].reduce(
        tableWith,
        bare,
      ),
  }
}

const isDefault = ({ attributes }: Mark): boolean => ['1', 'true', 'on'].includes(attributes['w:default'] ?? '')
const named = (mark: Mark | undefined, name: string): Mark[] => mark?.children.filter((each) => each.name === name) ?? []

/** A function that works each answer out once. */
function remembered<Looks>(ask: (id: string) => Looks): (id: string) => Looks {
  const known = new Map<string, Looks>()
  return (id) => {
    const looks = known.get(id) ?? ask(id)
    known.set(id, looks)
    return looks
  }
}

/** The level of a list that a paragraph's `w:numPr` names. */
function levelsIn(numberings: Mark | undefined): (list: Mark | undefined) => Mark | undefined {
  const kinds = new Map(named(numberings, 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'], kind]))
  const lists = new Map(named(numberings, 'w:num').map((list) => [list.attributes['w:numId'], wordValue(list, 'w:abstractNumId')]))
  return (list) => {
    const kind = list && kinds.get(lists.get(wordValue(list, 'w:numId')))
    const number = wordValue(list, 'w:ilvl') ?? '0'
    return kind?.children.find(({ name, attributes }) => name === 'w:lvl' && attributes['w:ilvl'] === number)
  }
}

function labelOf(level: Mark): Pick<ParagraphLooks, 'label' | 'afterLabel'> {
  const after = { tab: '\t', space: ' ', nothing: '' }[wordValue(level, 'w:suff') ?? 'tab'] ?? '\t'
  return { label: (wordValue(level, 'w:lvlText') ?? '').replace(/%\d/g, '1'), afterLabel: after }
}
