/** JSON Pointers (RFC 6901). Runs in Node and in browsers. */

/** The unescaped keys of a pointer. */
export const segments = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** A pointer some steps deeper. */
export const below = (pointer: string, ...keys: (string | number)[]): string =>
  pointer + keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The value at a pointer, or undefined where there is none. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  segments(pointer).reduce<unknown>(
    (each, key) =>
      each !== null && typeof each === 'object' && Object.hasOwn(each, key) ? (each as Record<string, unknown>)[key] : undefined,
    value,
  )
