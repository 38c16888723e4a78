/**
 * The form model: what a schema means, once parsed. Every later phase reads this and none changes it.
 *
 * A form is sections; a section holds questions and smaller sections; a question is answered by one control, or by parts.
 */

/** CommonMark text written by the form's authors, never by whoever fills the form in. */
export type Markdown = string

/** JSON Pointer (RFC 6901) into a record, with `*` for any row of a repeat: `/strengths/network/*`. Ids hold no `/` or `~` to escape. */
export type Path = string

/** Answers, complete or not. `{}` is a blank form. */
export type Draft = { readonly [key: string]: unknown }

/** The least detailed conversation in which a question is still asked (Care and Support (Assessment) Regulations 2014, reg 3). */
export type Tier = 'brief' | 'standard' | 'inDepth'

/** What an answer is about, as the practice audit reads it. `legal`: the legal reason for a decision, where statutory words are right. */
export type About = 'aboutMe' | 'strengths' | 'needs' | 'outcomes' | 'actions' | 'obstacles' | 'legal'

/** What a question says of the person whose record it is. */
export type PersonDetail = 'fullName' | 'preferredName' | 'pronouns' | 'chosenWords'

export interface Form {
  /** Permanent, kebab-case, the name of its file. */
  readonly id: string
  /** `major.minor.patch`. A filled record carries it. */
  readonly version: string
  readonly title: string
  /** Said to the person, before the first question. */
  readonly intro: Markdown
  /** When staff need it, in a sentence or two; empty where it does not say. */
  readonly useWhen: Markdown
  /** Which part of the journey this is, as framework items name it in their applies-to list. */
  readonly stage: string
  /** File names start with this. */
  readonly fileName: string
  /** True where a brief edition is printed too. */
  readonly brief: boolean
  /** Newest first. */
  readonly changes: readonly Change[]
  /** Chapters of general guidance, as file names under `templates/chapters`, in order. */
  readonly chapters: readonly string[]
  readonly sections: readonly Section[]
  /** Conditions that reach across sections, such as "unless advice was enough". */
  readonly conditions: readonly Condition[]
  /** What a new version asks afresh; undefined for a form that has no new versions. */
  readonly afresh?: readonly Path[]
  /** What it checks across its questions. */
  readonly rules: readonly Rule[]
  /** The same form as one plain JSON Schema: references resolved, our own keywords gone. */
  readonly schema: JsonSchema
}

export interface Change {
  readonly version: string
  /** ISO 8601 date. */
  readonly date: string
  readonly what: string
}

export interface Section {
  readonly type: 'section'
  readonly path: Path
  readonly title: string
  readonly intro?: Markdown
  /** Words of the project's own that follow the introduction: a file name under `templates/passages`. */
  readonly passage?: string
  /** True where the form, or the section around it, is refused without it. */
  readonly required: boolean
  /** When else it is required, each completing "Answer this part if …". */
  readonly askWhen: readonly string[]
  readonly items: readonly Item[]
}

export type Item = Section | Question

export interface Question {
  readonly type: 'question'
  readonly path: Path
  /** The question, as said to the person. */
  readonly label: string
  /** For whoever answers; printed under the question. */
  readonly hint?: Markdown
  /** The name of its kind: `text`, `date`, `repeat` … */
  readonly kind: string
  /** True where its section, or the question it is part of, is refused without it. */
  readonly required: boolean
  /** When else it is required, each completing the words "Answer this if …". */
  readonly askWhen: readonly string[]
  /** Questions of which one is needed: any of these will do instead of this one. */
  readonly orElse: readonly Path[]
  readonly tier: Tier
  readonly practice: Practice
  readonly guidance?: Guidance
  /** Words to choose from; empty where the answer is not a choice. */
  readonly options: readonly Option[]
  /** The questions this one is made of: columns of a repeat, rows of a grid, parts of a group. Empty for a single control. */
  readonly parts: readonly Question[]
  /** How parts are laid out on paper; only for kinds with parts. */
  readonly layout?: 'table' | 'cards'
  /** What one row of a repeat is called, in lower case: `strength`. */
  readonly item?: string
  /** Rows a blank form offers. */
  readonly blankRows?: number
  /** One sentence telling a person what a good answer looks like, where the kind's own is too general. */
  readonly want?: string
  /** In whose words the answer should be, when all goes well. */
  readonly voice?: string
  /** What the answer is about: as the question says, or else what is nearest around it; undefined where neither says. */
  readonly about?: About
  /** Whose record it is; on questions of kind `text` only. */
  readonly person?: PersonDetail
  /** Where the answer belongs on a strengths map. */
  readonly map?: MapPlace
  /** How the answer is worked out; such a question is never filled in by hand. */
  readonly calculated?: Calculation
  /** Where an earlier form already holds the answer; empty for most questions. */
  readonly carry: readonly Carry[]
}

/** A place on a strengths map: in its middle, or in one of the areas around. */
export type MapPlace = 'name' | 'strengths' | 'people' | 'places' | 'hopes'

export interface Option {
  readonly value: string
  readonly label: string
  /** "Choose this when …" */
  readonly description?: Markdown
}

/** What a question answers to: ids of framework items and of law. */
export interface Practice {
  readonly framework: readonly string[]
  readonly law: readonly string[]
}

/** Written for staff; never printed on the form itself. */
export interface Guidance {
  readonly why: Markdown
  readonly ask: readonly string[]
  readonly good: readonly Markdown[]
  readonly avoid: readonly Markdown[]
  readonly brief: Markdown
  readonly neverSkip: Markdown
  readonly example?: WorkedExample
}

export interface WorkedExample {
  readonly context: Markdown
  readonly weak: string
  readonly better: string
  readonly because: Markdown
}

/** When questions must be answered. */
export interface Condition {
  /** Completes "Answer this if …"; empty for a condition that always holds. */
  readonly when: string
  /** Paths that must be answered when it holds. */
  readonly requires: readonly Path[]
  /** Sets of paths of which at least one must be answered when it holds. */
  readonly alternatives: readonly (readonly Path[])[]
}

/** A rule across questions: something a schema cannot say, as data beside it. */
export interface Rule {
  /** As people refer to it: `A2`. */
  readonly id: string
  /** Statute and regulation give errors, statutory guidance and the form's own working warnings; a prompt is good practice, which an audit alone asks about. */
  readonly level: 'error' | 'warning' | 'prompt'
  /** Completes "The form checks that …"; for a prompt, "An audit asks whether …". */
  readonly says: string
  /** CEL. True where the record keeps the rule. Sees `record`, `earlier` and, with `each`, `row` and `key`. */
  readonly check: string
  /** CEL. Where it is false the rule has nothing to say. */
  readonly when?: string
  /** The rule is held against each row of this repeat or grid. */
  readonly each?: Path
  /** The stage of the earlier form whose record has to be at hand as `earlier`. */
  readonly against?: string
  /** What is wrong, to whoever filled the form in. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  /** What is said, warmly, of a record that has been looked at and keeps the rule. */
  readonly well?: string
  /** The quality of a proportionate assessment that it looks for, as a framework item; every prompt has one. */
  readonly quality?: string
  /** Framework items and law that it comes from. */
  readonly cites: readonly string[]
  /** The questions it touches; the first is where the fault is shown. With `each`, a part of the row. */
  readonly questions: readonly Path[]
}

/** An answer worked out from others; nobody fills it in. */
export interface Calculation {
  readonly words: Markdown
  /** CEL over `record`. */
  readonly expression: string
}

/** Where an earlier form already holds an answer, and how it is taken over. */
export interface Carry {
  /** The earlier form's id. */
  readonly form: string
  readonly question: Path
  /** locked: as it is; confirm: copied and asked again; seed: a first draft; reference: the same row ids; context: shown, never copied. */
  readonly mode: 'locked' | 'confirm' | 'seed' | 'reference' | 'context'
  /** For rows: part here → part there, `*key` for the name of a grid's row, or `#D` to number the rows. */
  readonly parts?: Readonly<Record<string, string>>
  /** For rows: CEL over `row` and `key`. */
  readonly where?: string
}

/** A JSON Schema 2020-12 object. */
export type JsonSchema = { readonly [keyword: string]: unknown }
