/** What can be wrong with forms, the framework, templates and examples. */
import { didYouMean, error, type Named, type Near, type Rule, warning } from './mistake.ts'

export const formMistakes = {
  'bad-json': error<{ problem: string }>(
    ({ problem }) => `This is not valid JSON: ${problem}`,
    () => 'Mend the JSON here; nothing else in the file was read.',
  ),
  'missing-file': error<Named>(
    ({ name }) => `There is no file \`${name}\``,
    () => 'Correct the reference, or add the file.',
  ),
  'missing-definition': error<Named>(
    ({ name }) => `Nothing stands at \`${name}\``,
    () => 'Correct the part after # so that it points to a definition in that file.',
  ),
  'circular-reference': error<Named>(
    ({ name }) => `The reference \`${name}\` leads back to itself`,
    () => 'Break the circle: a form is finite.',
  ),
  'no-forms': error<object>(
    () => 'There is no form here',
    () => 'Add one as schemas/forms/<id>.json; the README says how.',
  ),
  'no-such-form': error<Near>(
    ({ name }) => `There is no form \`${name}\``,
    ({ nearest }) => `${didYouMean(nearest)}Forms are the files in schemas/forms.`,
  ),
  'unknown-dialect': error<Named>(
    ({ name }) => `\`$schema\` is \`${name}\`, which is not one of our dialects`,
    () => 'Point $schema to the file in schemas/dialect that fits: form, section, answers, code-list or settings.',
  ),
  'unknown-keyword': error<Near>(
    ({ name }) => `\`${name}\` is not a keyword here`,
    ({ nearest }) => `${didYouMean(nearest)}The keywords are listed in schemas/dialect/vocabulary.json.`,
  ),
  'keyword-misused': error<{ problem: string }>(
    ({ problem }) => `This does not fit the form vocabulary: it ${problem}`,
    () => 'schemas/dialect/vocabulary.json says what may stand here.',
  ),
  'no-identity': error<Named>(
    ({ name }) => `The form does not say \`${name}\` among its properties`,
    () =>
      'Add "form": { "const": "<id>" } and "formVersion": { "type": "string", … } to properties and required: a filled record must carry both.',
  ),
  'wrong-form-id': error<{ id: string; name: string }>(
    ({ id, name }) => `The form calls itself \`${id}\`, but the file is \`${name}\``,
    () => 'Make x-form.id, the const of properties.form and the file name the same.',
  ),
  'version-without-change': error<{ version: string }>(
    ({ version }) => `No entry in x-form.changes says what is new in version ${version}`,
    () => 'Add one at the top of the list, with the version, the date and one sentence.',
  ),
  'no-label': error<Named>(
    ({ name }) => `\`${name}\` has no label`,
    () => 'Give it a `title`: the question, as you would say it to the person.',
  ),
  'no-kind': error<Named>(
    ({ name }) => `\`${name}\` does not say what kind of question it is`,
    () => 'Refer to an answer type with $ref (see schemas/answers.json), or give x-kind.',
  ),
  'unknown-kind': error<Near>(
    ({ name }) => `There is no kind of question called \`${name}\``,
    ({ nearest }) => `${didYouMean(nearest)}Kinds are the files in src/kinds.`,
  ),
  'no-parts': error<Named>(
    ({ name }) => `\`${name}\` is made of parts but has none`,
    () => 'Give it properties (or, for a repeat, items with properties).',
  ),
  'question-after-section': error<{ label: string; section: string }>(
    ({ label, section }) => `“${label}” comes after the smaller section “${section}”, so on paper it would stand under that heading`,
    () => 'Move it before the smaller section, or into one of its own.',
  ),
  'nested-repeat': error<Named>(
    ({ name }) => `The repeat \`${name}\` stands inside another repeat`,
    () => 'Word and paper cannot hold rows within rows. Make it a repeat of its own that refers to the row ids of the first.',
  ),
  'no-options': error<Named>(
    ({ name }) => `\`${name}\` is a choice without options`,
    () => 'List them with oneOf (for “tick any”, items.oneOf), each with const and title.',
  ),
  'option-without-words': error<Named>(
    ({ name }) => `The option \`${name}\` has no words`,
    () => 'Give the option a `title`: what the person reads.',
  ),
  'options-alike': error<Named>(
    ({ name }) => `Two options read “${name}”`,
    () => 'Word each option so that they can be told apart on paper.',
  ),
  'unknown-framework-id': error<Near>(
    ({ name }) => `There is no framework item \`${name}\``,
    ({ nearest }) => `${didYouMean(nearest)}Items are listed in schemas/framework.`,
  ),
  'unknown-law-id': error<Near>(
    ({ name }) => `There is no law \`${name}\``,
    ({ nearest }) => `${didYouMean(nearest)}Law is listed in schemas/framework/law.json.`,
  ),
  'doubled-id': error<{ name: string; other: string }>(
    ({ name, other }) => `\`${name}\` already stands in ${other}`,
    () => 'Ids are permanent and unique across all code lists: choose another.',
  ),
  'no-practice': error<{ label: string }>(
    ({ label }) => `“${label}” cites neither the framework nor the law`,
    () => 'Say what it answers to with x-framework or x-law. A question that answers to nothing takes up a life for nothing.',
  ),
  'no-guidance': error<{ label: string }>(
    ({ label }) => `“${label}” must be answered, but has no guidance for staff`,
    () => 'Add x-guidance: why, ask, good, avoid, brief, neverSkip.',
  ),
  'thin-guidance': warning<{ label: string }>(
    ({ label }) => `“${label}” has no guidance for staff`,
    () => 'Add x-guidance: why, ask, good, avoid, brief, neverSkip.',
  ),
  'no-example': error<{ label: string }>(
    ({ label }) => `The guidance for “${label}” shows no example of weak and better recording`,
    () => 'Add x-guidance.example: every question answered in words has one.',
  ),
  'repeated-guidance': error<{ label: string; start: string }>(
    ({ label, start }) => `The guidance for “${label}” says again: “${start}…”`,
    () => 'Write what is true of this question only.',
  ),
  'hard-to-read': warning<{ label: string; length: number; start: string }>(
    ({ label, length, start }) => `“${label}” has a sentence of ${length} words: “${start} …”`,
    () => 'Say it in two: people read this at a kitchen table.',
  ),
  'condition-without-words': error<object>(
    () => 'This condition has no words',
    () => 'Add x-when, completing “Answer this if …”. Paper cannot hide a question, so it has to say when to answer.',
  ),
  'required-unknown': error<Near>(
    ({ name }) => `\`${name}\` is required but is not a question here`,
    ({ nearest }) => `${didYouMean(nearest)}Correct the name, or add the question.`,
  ),
  'tier-contradiction': error<{ label: string }>(
    ({ label }) => `“${label}” is always required, yet not asked in a brief conversation`,
    () => 'Make x-tier "brief", or require it only under a condition.',
  ),
  'unusable-schema': error<{ problem: string }>(
    ({ problem }) => `No validator can be made of this form: ${problem}`,
    () => 'Correct the keyword it names. The place is given as #/… within the form.',
  ),
  'bad-expression': error<{ problem: string }>(
    ({ problem }) => `This is not an expression that can be run: ${problem}`,
    () => 'Write it in CEL, over `record`, `earlier`, `row` and `key`; src/rules/language.ts lists the functions.',
  ),
  'uncovered-item': error<{ id: string; title: string; form: string }>(
    ({ id, title, form }) => `No question of “${form}” answers to \`${id}\` (${title})`,
    () => 'Cite it with x-framework or x-law where a question answers to it, or take the form out of its x-appliesTo.',
  ),
  'tag-too-long': error<{ tag: string }>(
    ({ tag }) => `Word keeps 64 characters of \`${tag}\`, which is ${tag.length} long`,
    () => 'Shorten the ids along the way.',
  ),
  'unknown-question': error<Near>(
    ({ name }) => `The form has no question \`${name}\``,
    ({ nearest }) => `${didYouMean(nearest)}Correct the path.`,
  ),
  'lost-carry': error<Near & { label: string }>(
    ({ label, name }) => `“${label}” starts from \`${name}\`, which the earlier form does not ask`,
    ({ nearest }) => `${didYouMean(nearest)}Correct the question in x-carry.`,
  ),
  'bad-template': error<{ problem: string }>(
    ({ problem }) => `The template cannot be read: ${problem}`,
    () => 'Correct the Handlebars here. Templates see the form and the framework, never an answer.',
  ),
  'bad-style': error<{ problem: string }>(
    ({ problem }) => `The style sheet cannot be compiled: ${problem}`,
    () => 'Correct the Sass here.',
  ),
  'lost-link': error<{ page: string; url: string; missing: string }>(
    ({ page, url, missing }) => `The page \`${page}\` of the site links to \`${url}\`, and there is no ${missing}`,
    () => 'Correct the link, or add what it leads to. Addresses begin with / at the root of the site.',
  ),
  'unplaced-question': error<{ label: string }>(
    ({ label }) => `The template leaves out “${label}”`,
    () => 'Place it with {{question path}}, or let {{> section}} place whole sections.',
  ),
  'doubled-question': error<{ label: string }>(
    ({ label }) => `The template places “${label}” twice`,
    () => 'Take one away: a question has one place.',
  ),
  'unsupported-markdown': error<{ node: string }>(
    ({ node }) => `Our documents have no \`${node}\``,
    () => 'Use headings, paragraphs, lists, tables, quotations, bold, italic and links only.',
  ),
  'bad-example': error<{ label: string; problem: string }>(
    ({ label, problem }) => `The example is not a valid record. ${label ? `“${label}”: ` : ''}${problem}`,
    () => 'Mend the example: people will copy it.',
  ),
  'no-example-record': error<Named>(
    ({ name }) => `The form \`${name}\` has no filled example`,
    () => 'Add one as examples/<form id>/<name>.json.',
  ),
  'bad-example-note': error<Named>(
    ({ name }) => `A note stands at \`${name}\`, which the example does not answer`,
    () => 'Put the note on the path of a question that the record answers.',
  ),
  'stale-output': error<Named>(
    ({ name }) => `\`${name}\` is not what the sources make`,
    () => 'Run npm run build:forms.',
  ),
  'emitter-failed': error<{ kind: string; problem: string }>(
    ({ kind, problem }) => `Making ${kind} failed: ${problem}`,
    () => 'This is a fault in the program. Please report it with the schema that caused it.',
  ),
} satisfies Record<string, Rule<never>>
