/** How a record hangs together: what its form's rules of practice say of it, kept or not. */
import { excerpt } from '../answer-words.ts'
import type { Draft, Form, Rule } from '../form.ts'
import { findingsOf } from '../rules/run.ts'
import { labelAt } from '../validator/labels.ts'
import { readyRule } from '../validator/standard.ts'
import type { Wording } from '../validator/wording.ts'
import type { PlacedPassage } from './passages.ts'
import { type Remark, structure } from './remark.ts'

type Look = (record: Draft, passages: readonly PlacedPassage[]) => Remark[]

/** Looks at records of one form; its rules are read once. Those that hold it against an earlier form say nothing here. */
export function structureOf(form: Form, wording: Wording): Look {
  const rules = form.rules.filter(({ quality }) => quality !== undefined).map(readyRule)
  return (record, passages) => {
    const findings = findingsOf(rules, record).filter(({ result }) => result !== 'silent')
    return rules.flatMap(({ rule }) => {
      const its = findings.filter((finding) => finding.rule === rule)
      const broken = its.filter(({ result }) => result === 'broken')
      const place = (pointer: string) => ({
        section: form.sections.find(({ path }) => `${pointer}/`.startsWith(`${path}/`))?.title ?? form.title,
        label: labelAt(pointer, wording),
        pointer,
      })
      if (broken.length)
        return broken.map(({ pointer }) => remarkOn(rule, { ...place(pointer), passage: shownBy(rule, pointer, passages)?.text ?? '' }))
      const [first] = its
      // Something is going well only where there was something to look at, and all of it is.
      if (!first || rule.well === undefined) return []
      const shown = shownBy(rule, first.pointer, passages)
      const good = { level: 'good', why: rule.well, suggest: '' } as const
      return [{ ...remarkOn(rule, { ...place(first.pointer), ...(shown ?? {}), passage: shown?.text ?? '' }), ...good }]
    })
  }
}

function remarkOn(rule: Rule, { section, label, pointer, passage }: Pick<Remark, 'section' | 'label' | 'pointer' | 'passage'>): Remark {
  return {
    id: rule.id,
    level: rule.level,
    theme: structure,
    term: rule.says,
    quality: rule.quality ?? '',
    cites: rule.cites,
    section,
    label,
    pointer,
    words: '',
    start: 0,
    end: 0,
    passage: excerpt(passage, longest),
    why: rule.message,
    suggest: rule.remedy,
  }
}

/** Characters of an answer that are shown. */
const longest = 260
/** Characters: fewer show nothing. */
const shortest = 30

/** The answer that shows it best: of the questions it touches, in their order, in the row it speaks of, in the person's words where there are any. */
function shownBy({ questions, each }: Rule, pointer: string, passages: readonly PlacedPassage[]): PlacedPassage | undefined {
  const row =
    each === undefined
      ? ''
      : `${pointer
          .split('/')
          .slice(0, each.split('/').length + 1)
          .join('/')}/`
  const its = questions.flatMap((path) => {
    const asked = new RegExp(`^${path.replaceAll('*', '[^/]+')}(?:/|$)`)
    return passages.filter(({ pointer: at, text }) => text.length >= shortest && at.startsWith(row) && asked.test(at))
  })
  return its.find(({ voice }) => voice === 'personOwnWords') ?? its[0]
}
