/** Text on its way into XML 1.0. */

/** The text without what XML 1.0 cannot carry: control characters, U+FFFE, U+FFFF and halves of surrogate pairs. New lines become `\n`. */
export function xmlSafe(text: string): string {
  // Nearly every text is safe, and one look tells.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are among the characters to look for
  if (!/[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/.test(text)) return text
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/\p{Surrogate}/gu, '')
  )
}

/** The text written as character data or inside double quotes. */
export function escapeXml(text: string): string {
  const safe = xmlSafe(text)
  if (!/[&<>"]/.test(safe)) return safe
  return safe.replace(/[&<>"]/g, (character) => `&${names[character]};`)
}

const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }
