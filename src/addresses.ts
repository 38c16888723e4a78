/** Where things stand on the site. Addresses are made of permanent ids, so that links from elsewhere go on leading there. */
import { slug } from 'github-slugger'
import type { Form, Path, Question } from './form.ts'
import type { Framework, FrameworkItem } from './framework.ts'
import { tagOf } from './tag.ts'

/** What the page of a part is called, by the anchor that the part begins with: `about-me` for `aboutMe`. */
export const partName = (anchor: string): string => anchor.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`).replaceAll('.', '-')

/** The section at the top of a form in which a path stands, as pages are named for it. */
const sectionOf = (path: Path): string => partName(path.split('/')[1] ?? '')

type Id = Pick<Form, 'id'>

export const formAddress = ({ id }: Id): string => `/forms/${id}/index.html`
export const guidanceAddress = ({ id }: Id): string => `/guidance/${id}/index.html`
/** The part of the guidance that begins with an anchor, such as a section’s. */
export const guidancePart = ({ id }: Id, anchor: string): string => `/guidance/${id}/${partName(anchor)}.html`
export const codebookAddress = ({ id }: Id): string => `/developers/${id}-codebook.html`
export const downloadAddress = (path: string): string => `/downloads/${path}`

/** What staff are told about a question. */
export const adviceAddress = ({ id }: Id, { path }: Pick<Question, 'path'>): string =>
  `/guidance/${id}/${sectionOf(path)}.html#${tagOf(path)}`

export const personAddress = (example: string): string => `/examples/${example}/index.html`
/** What runs through the forms of an example, beyond what the person's own page shows. */
export const threadsAddress = (example: string): string => `/examples/${example}/threads.html`
/** Where the filled form of an example begins. */
export const personFormAddress = ({ id }: Id, example: string): string => `/examples/${example}/${id}/index.html`

/** The worked examples of a form. */
export const weakAndBetterAddress = ({ id }: Id): string => `/examples/weak-and-better-${id}.html`

/** A question where an example answers it. */
export const answerAddress = ({ id }: Id, example: string, { path }: Pick<Question, 'path'>): string =>
  `/examples/${example}/${id}/${sectionOf(path)}.html#${tagOf(path)}`

/** The page of an item: that of its Act, or of its list, such as `principles`. */
export const listName = ({ file, source }: FrameworkItem): string =>
  source.act ? slug(source.act) : file.replace(/^.*\//, '').replace(/\.json$/, '')
export const itemAddress = (item: FrameworkItem): string => `/framework/${listName(item)}.html#${item.id}`
/** Where links by name lead on the site: `item:principle-hope` to that item. */
export const itemsAt =
  (framework: Framework) =>
  (url: string): string => {
    const item = url.startsWith('item:') ? framework.get(url.slice('item:'.length)) : undefined
    return item ? itemAddress(item) : url
  }
/** What each question of a form answers to. */
export const frameworkFormAddress = ({ id }: Id): string => `/framework/from-${id}.html`
