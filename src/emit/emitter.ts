/** What an emitter is given and what it gives back. */

import type { Edition } from '../document/form-page.ts'
import type { Document } from '../document/nodes.ts'
import type { Draft, Form, Path } from '../form.ts'
import type { Framework } from '../framework.ts'
import type { Settings } from '../settings.ts'
import type { Page } from '../word/template.ts'

/** One form, ready to be written out. */
export interface Job {
  readonly form: Form
  readonly framework: Framework
  readonly settings: Settings
  /** The check of its records, as the source of a module. */
  readonly checkSource: () => string
  readonly editions: readonly Edition[]
  /** Guidance for staff, with links by name: see `linked`. */
  readonly guide: Document
  /** What answers to what. */
  readonly coverage: Document
  readonly examples: readonly Example[]
}

/** A filled form that people learn from. */
export interface Example {
  /** Part of its file names: `example-joan-marsh`. */
  readonly name: string
  readonly record: Draft
  /** Why the recording is good, by path of the question. */
  readonly notes: ReadonlyMap<Path, string>
  /** A page for trainers on the person's whole journey; undefined where it has none, or stands with another form of theirs. */
  readonly page?: Document
}

export interface Artefact {
  /** From the output folder, with forward slashes. */
  readonly path: string
  /** The id of the form it belongs to; undefined for what belongs to all of them. */
  readonly form?: string
  /** What it is, as the manifest lists it. */
  readonly kind: string
  /** That form's version. */
  readonly version?: string
  readonly contents: string | Uint8Array
}

/** Turns a form into files. Pure: the same job gives the same bytes, and nothing is read or written. */
export interface Emitter {
  /** Every kind of artefact it makes. */
  readonly kinds: readonly string[]
  emit(job: Job): Artefact[] | Promise<Artefact[]>
  /** All of a job that its files depend on, as data, where that is little of it: while this is the same, they need not be made again. */
  drawsFrom?(job: Job): unknown
}

/** An artefact of a form, in the form's folder. */
export function artefact(form: Form, kind: string, name: string, contents: string | Uint8Array): Artefact {
  return { path: `${form.id}/${name}`, form: form.id, kind, version: form.version, contents }
}

/** A file name as a person likes to find it: `strengths-based-assessment-form-brief.docx`. */
export const fileName = (form: Form, parts: readonly string[], extension: string): string =>
  `${[form.fileName, ...parts].filter(Boolean).join('-')}.${extension}`

/** What stands around a document of a form: whose it is, its title and version at the top of every page, and what it belongs to at the foot. */
export const pageOf = (form: Form, title: string, { organisation: { name, logo }, colours }: Settings): Page => ({
  title,
  header: `${name} · ${title}, version ${form.version}`,
  footer: identityOf(form),
  properties: { formId: form.id, formVersion: form.version },
  colours,
  ...(logo ? { logo } : {}),
})

/** What the foot of a form says: a filled one is recognised by it. */
export const identityOf = (form: Form): string => `Version ${form.version}, ${form.id}`

/** The lines at the foot of a Markdown form: whose it is, and what it is recognised by, which has its line to itself. */
export const footOf = (form: Form, { organisation }: Settings): string[] => [organisation.name, identityOf(form)]

/** Says where a generated text came from. */
export const banner = (form: Form): string => `Generated from schemas/forms/${form.id}.json, version ${form.version}. Do not edit.`
