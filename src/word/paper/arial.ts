/**
 * How wide letters are in Arial, and in the fonts made as wide: Liberation Sans, Arimo, Helvetica.
 * Units are those of the font, from the tables of Arimo.
 */

/** Units of the font in an em. */
export const em = 2048

type Face = readonly (readonly [units: number, letters: string])[]

const regular: Face = [
  [391, "'"],
  [455, 'ijlįĵĺļłſ‘’'],
  [532, '|¦'],
  [569, ' !,./:;I[\\]ft\xa0ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ'],
  [597, 'ľ'],
  [682, '()-`r¡¨²³´·¸¹ŕŗř“”'],
  [684, '{}ŀ'],
  [717, '•'],
  [727, '"'],
  [748, 'º'],
  [758, 'ª'],
  [768, 'ť'],
  [797, '*'],
  [819, '°'],
  [909, 'ĳ'],
  [961, '^'],
  [1024, 'JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżž'],
  [1100, '¶'],
  [1124, '±÷'],
  [1131, '¯'],
  [1139, '#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų–€†'],
  [1180, 'µ'],
  [1196, '+<=>~¬×'],
  [1237, 'ŉ'],
  [1251, 'FTZ¿ßøŢŤŦŹŻŽ'],
  [1259, 'ď'],
  [1366, '&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸ'],
  [1479, 'CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵ'],
  [1481, 'Ŋ'],
  [1505, 'Ĳ'],
  [1509, '©®'],
  [1593, 'GOQÒÓÔÕÖØĜĞĠĢŌŎŐ'],
  [1706, 'Mm'],
  [1708, '¼½¾'],
  [1821, '%æ'],
  [1933, 'WœŴ'],
  [2048, 'ÆŒ—…™'],
  [2079, '@'],
]

const bold: Face = [
  [487, "'"],
  [569, ' ,./I\\ijl\xa0ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļłſ‘’'],
  [573, '|¦'],
  [682, '!()-:;[]`ft¡¨²³´·¸¹ţŧ'],
  [717, '•'],
  [748, 'º'],
  [758, 'ª'],
  [789, 'ľ'],
  [797, '*r{}ŕŗř'],
  [819, '°'],
  [971, '"'],
  [981, 'ŀť'],
  [1024, 'zźżž“”'],
  [1124, '±÷'],
  [1131, '¯'],
  [1139, '#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĳĴķĸśŝşšŷ–€†'],
  [1196, '+<=>^~¬×'],
  [1229, 'µ'],
  [1251, '?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽ'],
  [1366, 'EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸ'],
  [1451, 'ŉ'],
  [1472, 'ď'],
  [1479, '&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲ'],
  [1481, 'Ŋ'],
  [1509, '©®'],
  [1593, 'GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵ'],
  [1607, 'Ĳ'],
  [1706, 'M'],
  [1708, '¼½¾'],
  [1821, '%mæ'],
  [1933, 'WœŴ'],
  [1997, '@'],
  [2048, 'ÆŒ—…™'],
]

/** Units by the code of a letter. One that Arial has not got is drawn in some other font: as wide as it is high, as near as one can say. */
function byCode(face: Face): Uint16Array {
  const widths = new Uint16Array(0x10000).fill(em)
  for (const [units, letters] of face) for (const letter of letters) widths[letter.charCodeAt(0)] = units
  // A letter of two codes has its width with the first.
  return widths.fill(0, 0xdc00, 0xe000)
}

/** How wide letters are, in units, by their codes. */
export const widths = { regular: byCode(regular), bold: byCode(bold) } as const

/** From one line to the next, in ems, at single spacing: the font's ascent, descent and gap. */
export const lineHeight = (1854 + 434 + 67) / em

/** Of that, what is below the line that the letters stand on. */
export const belowLine = (434 + 67) / em
