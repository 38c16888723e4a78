import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { validator } from '../src/emit/validator.ts'
import { standardFor } from '../src/validator/standard.ts'
import { type Verdict, verdict } from '../src/validator/verdict.ts'
import { forms, sources } from './own.ts'
import { root, set } from './project.ts'

const form = forms.find(({ id }) => id === 'assessment')
if (!form) throw new Error('the assessment has gone')
const standard = standardFor(form)

// The module as a developer gets it, imported from a folder where there is nothing else.
const folder = mkdtempSync(join(tmpdir(), 'validator-'))
afterAll(() => rmSync(folder, { recursive: true }))
const { artefacts } = await build(sources, { form: 'assessment', emitters: [validator] })
const code = String(artefacts.find(({ path }) => path.endsWith('.js'))?.contents)
writeFileSync(join(folder, 'validator.mjs'), code)
const generated: { validateAssessment: (value: unknown) => Verdict<unknown>; isAssessment: (value: unknown) => boolean } = await import(
  pathToFileURL(join(folder, 'validator.mjs')).href
)

const example = 'examples/assessment/tadek-nowicki.json'
const record = JSON.parse(readFileSync(join(root, example), 'utf8'))

/** The example with one value changed; undefined takes it out. */
const faulty = (pointer: string, value?: unknown): unknown =>
  JSON.parse(set(new Map([['r', JSON.stringify(record)]]), 'r', pointer, value).get('r') ?? '')

test('the example is accepted', () => {
  expect(generated.validateAssessment(record)).toMatchObject({ valid: true })
  expect(generated.isAssessment(record)).toBe(true)
})

const longText = (text: string) => ({ text, voice: 'personOwnWords' })
const daily = '/dailyLife/dailyOutcomes'

/** One fault each: what is changed, to what, where it must be reported (the same place unless given), and in what words. */
const faults: [string, unknown, string | undefined, RegExp][] = [
  // not answered
  ['/conversation', undefined, undefined, /“?About this conversation”?.*section is missing/],
  ['/conversation/fullName', undefined, undefined, /Your full name.*not been answered\. Write a short answer/],
  ['/conversation/preferredName', undefined, undefined, /What do you like to be called\?.*not been answered/],
  ['/conversation/dateOfBirth', undefined, undefined, /Your date of birth.*day, month and year/],
  ['/conversation/conversationDates', undefined, undefined, /Add at least one/],
  ['/conversation/howItStarted', undefined, undefined, /say whose words they are/],
  ['/conversation/practitioner', undefined, undefined, /Who is working with you\?.*not been answered/],
  ['/conversation/practitioner/name', undefined, undefined, /Who is working with you\? – Name/],
  ['/conversation/depth', undefined, undefined, /Choose one of: .*;/],
  ['/takingPart/language', undefined, undefined, /Which language/],
  ['/takingPart/communicationNeeds', undefined, '/takingPart', /Answer “What helps you take part\?”, or “Nothing extra is needed/],
  ['/takingPart/advocacy', undefined, undefined, /Support to have your say.*section is missing/],
  ['/takingPart/advocacy/difficultyWith', undefined, undefined, /very hard for you/],
  ['/takingPart/capacity/capacityDoubt', undefined, undefined, /doubt/],
  ['/aboutMe/whatMattersToMe', undefined, undefined, /What matters most to you\?/],
  ['/aboutMe/myStory', undefined, undefined, /life so far/],
  ['/aboutMe/unfairTreatmentDetail', undefined, undefined, /not been answered/],
  ['/strengths', undefined, undefined, /section is missing/],
  ['/strengths/strengths', undefined, undefined, /Add at least one strength/],
  ['/strengths/network', undefined, '/strengths', /Answer “Who is important in your life\?”, or “No one at the moment”/],
  ['/strengths/strengths/1/id', undefined, undefined, /strength 2 – Number/],
  ['/carers/anyUnpaidHelp', undefined, undefined, /Yes; No/],
  ['/carers/unpaidCarers', undefined, undefined, /Who gives you unpaid help\?/],
  ['/carers/unpaidCarers/0/carerAssessmentOffered', undefined, undefined, /day, month and year/],
  [`${daily}/keepClean`, undefined, undefined, /Keeping yourself and your clothes clean/],
  [`${daily}/keepClean/ability`, undefined, undefined, /How do you manage everyday life\? – Keeping yourself/],
  [`${daily}/keepClean/howIManage`, undefined, undefined, /What I can do/],
  ['/dailyLife/conditions', undefined, '/dailyLife', /or “None known”/],
  ['/outcomes/wellbeingImpact/home', undefined, undefined, /Living somewhere that suits me/],
  ['/outcomes/wellbeingImpact/dignity/why', undefined, undefined, /In what way/],
  ['/outcomes/outcomesWanted', undefined, undefined, /Add at least one outcome/],
  ['/outcomes/ideas', undefined, undefined, /Add at least one idea/],
  ['/safety/safetyConcern', undefined, undefined, /Yes; No; Not sure/],
  ['/safety/risks', undefined, '/safety', /or “No worries at the moment”/],
  ['/decision/endHere/conversationEndsHere', undefined, undefined, /stopping here/],
  ['/decision/eligibility/eligibilityReasons', undefined, undefined, /Why did we decide this\?/],
  ['/decision/eligibility/whatCouldBeDone', undefined, undefined, /not been answered/],
  ['/decision/next/nextSteps', undefined, undefined, /What happens next\?/],
  ['/agreement/sharing/toldHowWeUseInformation', undefined, undefined, /Tick the box/],
  ['/agreement/agreed/signatures/0/date', undefined, undefined, /signature 1 – Date/],
  ['/agreement/agreed/copyGiven', undefined, undefined, /copy/],
  // answered in part
  ['/aboutMe/whatMattersToMe', {}, undefined, /Answer “Answer” and “Whose words”, or “If left blank, why”/],
  ['/aboutMe/whatMattersToMe', { text: 'Bread' }, undefined, /Answer “Whose words”\.|“If left blank, why”/],
  // triggered by another answer
  ['/takingPart/capacity/capacityDoubt', 'yes', '/takingPart/capacity/decision', /Which decision/],
  ['/safety/safetyConcern', 'unsure', '/safety/safeguarding', /section is missing/],
  ['/safety/holdingNeeded', 'yes', '/safety/emergencyNow', /straight away/],
  ['/decision/endHere/conversationEndsHere', 'yes', '/decision/endHere/endBasis', /reason/],
  ['/carers/childrenHelping', 'yes', '/carers/impactOnChild', /affect them/],
  ['/takingPart/sensory', ['dual'], '/takingPart/deafblindAssessor', /deafblind/],
  ['/takingPart/advocacy/difficultyWith', ['retain'], '/takingPart/advocacy/advocateDecision', /is not one of the answers to choose from/],
  ['/conversation/preferredContact', 'email', '/conversation/email', /name@example\.org/],
  // the wrong shape
  ['/conversation/dateOfBirth', '1950-02-30', undefined, /“1950-02-30” cannot be right.*3 May 2026/],
  ['/conversation/dateOfBirth', '9 March 1950', undefined, /“9 March 1950” cannot be right/],
  ['/conversation/dateOfBirth', 19500309, undefined, /19500309 cannot be the answer/],
  ['/conversation/nhsNumber', '9990000019', undefined, /last digit checks the others/],
  ['/conversation/nhsNumber', '999 000 0018', undefined, /ten digits/],
  ['/conversation/postcode', 'zz994tn', undefined, /ZZ99 3VZ/],
  ['/conversation/phone', 'ask Halina', undefined, /phone number in figures/],
  ['/conversation/fullName', '   ', undefined, /This is blank/],
  ['/conversation/fullName', null, undefined, /null cannot be the answer/],
  [
    '/conversation/depth',
    'medium',
    undefined,
    /“medium” is not one of the answers to choose from.*brief, standard, inDepth in a data file/,
  ],
  ['/conversation/route', 'Together', undefined, /“Together” is not one of/],
  ['/aboutMe/whatMattersToMe', 'Bread', undefined, /“Bread” cannot be the answer here/],
  ['/aboutMe/whatMattersToMe/voice', 'family', undefined, /Whose words.*“family” is not one of/],
  ['/strengths/strengths', [], undefined, /nothing in this list.*Add at least one strength/],
  ['/strengths/strengths', {}, undefined, /A group of answers cannot be the answer/],
  ['/strengths/strengths/0/id', 'N1', undefined, /strength 1 – Number.*“N1” cannot be right/],
  ['/strengths/strengths/0/category', 'talent', undefined, /strength 1 – What kind of strength/],
  ['/outcomes/outcomesWanted/0/strengthsToUse', ['S1', 'S1'], undefined, /stands here twice/],
  ['/outcomes/outcomesWanted/0/wellbeingAreas', ['wb-joy'], '/outcomes/outcomesWanted/0/wellbeingAreas/0', /outcome 1 – /],
  ['/outcomes/outcomesWanted/2/byWhen', 'by Christmas', undefined, /outcome 3 – By when/],
  ['/decision/eligibility/outcomesUnableCount', -1, undefined, /too small/],
  ['/decision/eligibility/outcomesUnableCount', 4, undefined, /other answers make this something else/],
  ['/agreement/sharing/toldHowWeUseInformation', false, undefined, /Tick the box, or leave it alone/],
  // what the form does not ask
  ['/conversation/fullname', 'Tadek', undefined, /no question called "fullname" here.*Did you mean "fullName"/],
  ['/strengths/strengths/0/catgory', 'home', undefined, /Did you mean "category"/],
  ['/aboutMe/diagnosis', 'stroke', undefined, /no question called "diagnosis"/],
  ['/formVersion', '2.0.0', undefined, /version of the form/],
  ['/form', 'review', undefined, /which form it fills in/],
]

test('there are at least sixty single faults below', () => expect(faults.length).toBeGreaterThanOrEqual(60))

test.each(faults)('%s = %j is refused where it is wrong, in words that help', (pointer, value, at = pointer, words) => {
  const broken = faulty(pointer, value)
  const judged = generated.validateAssessment(broken)
  if (judged.valid) throw new Error('it was accepted')
  expect(verdict(standard, broken)).toEqual(judged)
  const told = judged.problems.find((problem) => problem.pointer === at)
  expect(judged.problems.map((problem) => problem.pointer)).toContain(at)
  expect(`${told?.label}: ${told?.message} ${told?.remedy}`).toMatch(words)
})

test('a blank record is refused, every error at once', () => {
  const judged = generated.validateAssessment({})
  expect(judged.valid ? [] : judged.problems.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(['/form', '/formVersion', '/conversation', '/takingPart', '/aboutMe', '/decision', '/agreement']),
  )
})

test('an open question may be blank for a reason', () => {
  expect(generated.validateAssessment(faulty('/aboutMe/myStory', { notAskedReason: 'alreadyKnown' }))).toMatchObject({ valid: true })
})

test('a brief conversation may leave out what only a longer one asks', () => {
  const { myStory: _, goodDayBadDay: __, ...aboutMe } = record.aboutMe
  const brief = { ...record, aboutMe, conversation: { ...record.conversation, depth: 'brief' } }
  expect(generated.validateAssessment(brief)).toMatchObject({ valid: true })
  expect(generated.validateAssessment({ ...record, aboutMe })).toMatchObject({ valid: false })
})

test('when advice is enough, everything about an assessment may be blank, and the advice may not', () => {
  const { conversation, takingPart, aboutMe, safety, agreement, form: id, formVersion } = record
  const endHere = {
    conversationEndsHere: 'yes',
    endBasis: 'adviceEnoughNoAppearanceOfNeed',
    endBecauseInWords: longText('“That is me sorted, thank you.”'),
    informationGiven: [
      {
        kind: 'introduction',
        topic: 'Walking group',
        about: 'preventDelay',
        contactName: 'Bea',
        contactPhone: '020 7946 0100',
        contactEmail: 'bea@example.org',
      },
    ],
    howToComeBack: 'Ring Priya on 020 7946 0142.',
    personAgreesToEnd: 'yes',
  }
  const ended = {
    form: id,
    formVersion,
    conversation,
    takingPart,
    aboutMe: { whatMattersToMe: aboutMe.whatMattersToMe },
    safety: { safetyConcern: safety.safetyConcern },
    agreement,
    decision: { endHere, next: record.decision.next },
  }
  expect(generated.validateAssessment(ended)).toMatchObject({ valid: true })
  const without = { ...ended, decision: { ...ended.decision, endHere: { ...endHere, informationGiven: undefined } } }
  expect(JSON.stringify(generated.validateAssessment(JSON.parse(JSON.stringify(without))))).toContain('/decision/endHere/informationGiven')
  const finished = { ...ended, decision: { ...ended.decision, endHere: { ...endHere, endBasis: 'personDeclinedSupport' } } }
  expect(JSON.stringify(generated.validateAssessment(finished))).toContain('/decision/eligibility')
})

test('no JSON value makes the validator throw', () => {
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
  const odd = [
    null,
    true,
    0,
    -1e308,
    '',
    'x',
    [],
    {},
    [[]],
    { form: {} },
    { conversation: [] },
    { strengths: { strengths: [null, 1, [], {}] } },
    { dailyLife: { dailyOutcomes: null } },
    { __proto__x: 1 },
    JSON.parse('{"__proto__":{"a":1},"constructor":{},"toString":1}'),
    { decision: { eligibility: { outcomesUnableCount: '5' } } },
    deep,
  ]
  for (const value of odd) expect(generated.validateAssessment(value).valid).toBe(false)
})

test('the module runs where there is nothing of Node', () => {
  const script = `delete globalThis.Buffer; const { validateAssessment } = await import(${JSON.stringify(pathToFileURL(join(folder, 'validator.mjs')).href)}); delete globalThis.process; if (validateAssessment({}).valid) throw new Error('accepted')`
  execFileSync(process.execPath, ['--input-type=module', '-e', script])
})

test('the module stands alone: nothing is required or imported, and it is a module', () => {
  expect(code).not.toMatch(/\brequire\s*\(|^\s*import[\s{*'"]|\bimport\s*\(/m)
  expect(code).toMatch(/\bexport\s*\{[^}]*validateAssessment/)
})
