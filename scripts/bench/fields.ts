/** JSON objects, without a promise of what is in them. */

export type Fields = Readonly<Record<string, unknown>>

/** A value as an object; empty where it is none. */
export const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === 'object' ? (value as Fields) : {})
