/** This project's own sources, and what they are parsed into: once for all test files of a worker, none of which changes them. */
import { readSources } from '../src/schema/sources.ts'
import { load, root } from './project.ts'

export const sources = await readSources(root)
export const { forms, framework, language, found } = load(sources)
