/** When a question needs an answer, in words: what the question, the sections around it and the form's wide conditions say. */
import type { Form, Question, Section } from './form.ts'
import { allQuestions } from './questions.ts'

const usual = { always: 'Always.', optional: 'When it helps: it may be left blank.' }

/**
 * In a sentence, when an answer is needed.
 * @param within The sections around the question, outermost first; none for a part, whose words are those of its row or group.
 * @param said What is said where nothing has to be explained.
 */
export function neededWhen(question: Question, within: readonly Section[], form: Form, said = usual): string {
  if (question.calculated) return 'Worked out by the form.'
  const widely = (path: string) => form.conditions.filter(({ requires }) => requires.includes(path)).map(({ when }) => when)
  const choices = form.conditions.filter(({ alternatives }) => alternatives.flat().includes(question.path))
  const own = [...widely(question.path), ...choices.map(({ when }) => when).filter(Boolean), ...question.askWhen]
  const others = [
    ...question.orElse,
    ...choices.flatMap(({ alternatives }) => alternatives.filter((set) => set.includes(question.path)).flat()),
  ]
  const labels = others.length
    ? allQuestions(form)
        .filter(({ path }) => path !== question.path && others.includes(path))
        .map(({ label }) => label)
    : []
  if (!question.required && !own.length && !labels.length) return said.optional
  // A condition of its own reaches as far as those of the sections around it, or further.
  const around = own.length ? [] : within.flatMap((section) => (section.required ? [] : [...widely(section.path), ...section.askWhen]))
  const reasons = [...new Set([...around, ...own])].join(', and if ')
  const what = labels.length ? `This or ${labels.map((label) => `“${label}”`).join(' or ')}, ` : ''
  if (what) return `${what}${reasons ? `if ${reasons}` : 'always'}.`
  return reasons ? `If ${reasons}.` : said.always
}
