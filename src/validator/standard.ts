/** A form → what its records are held against, in this process. */
import type { Form, Question, Rule } from '../form.ts'
import { allQuestions } from '../questions.ts'
import { readExpression } from '../rules/language.ts'
import type { ReadyRule } from '../rules/run.ts'
import { compileCheck } from './compile.ts'
import type { Standard } from './verdict.ts'
import { wordingOf } from './wording.ts'

/**
 * @param compiled The form's check, where it has been compiled already.
 * @throws Where no validator can be made of the form's schema; the message names the keyword.
 */
export const standardFor = (form: Form, compiled = compileCheck(form)): Standard => ({
  check: compiled.check,
  rules: rulesOf(form).map(readyRule),
  wording: wordingOf(form),
})

/**
 * A rule, its expressions read, to be run on many records.
 * @throws Where an expression is not CEL; the build has made sure that it is.
 */
export const readyRule = (rule: Rule): ReadyRule<Rule> => ({
  rule,
  check: readExpression(rule.check),
  when: readExpression(rule.when ?? 'true'),
})

/** What a validator holds a record to: the form's rules but for its prompts, and one for each answer that is worked out: if it is written down, it is right. */
export const rulesOf = (form: Form): Rule[] => [
  ...form.rules.filter(({ level }) => level !== 'prompt'),
  ...allQuestions(form).flatMap(calculationRule),
]

function calculationRule({ path, label, calculated }: Question): Rule[] {
  if (!calculated) return []
  const written = `record${path.replaceAll('/', '.?')}`
  return [
    {
      id: path,
      level: 'error',
      says: `“${label}” is what the other answers make it`,
      check: `!${written}.hasValue() || ${written}.value() == (${calculated.expression})`,
      message: 'The other answers make this something else.',
      remedy: `Work it out again: ${calculated.words}`,
      cites: [],
      questions: [path],
    },
  ]
}
