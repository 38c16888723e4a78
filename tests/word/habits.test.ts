/** What people do in Word, LibreOffice and other programs, in the XML that these write. */
import { describe, expect, test } from 'vitest'
import { answered, blank, changed, filled, inside, paragraph, promptStyle, reading, record, run } from './habits.ts'
import { withPage } from './read.ts'

const text = (content: string) => reading(answered('aboutMe.practicalities', content))
const written = (words: unknown) => ({ aboutMe: { practicalities: words } })

test('a filled form is read whole', () => {
  expect(reading(filled)).toMatchObject({ answers: record, findings: [] })
})

describe('words come out as they are read, however a program cuts them', () => {
  test.each<[string, string, string]>([
    [
      'spell-check, languages and revision ids',
      `<w:r w:rsidR="00AB12CD" w:rsidRPr="00EF3456"><w:rPr><w:lang w:val="pl-PL"/></w:rPr><w:t>Kno</w:t></w:r><w:proofErr w:type="spellStart"/>${run('ck ')}<w:proofErr w:type="spellEnd"/><w:r><w:lastRenderedPageBreak/><w:t>loud</w:t></w:r>`,
      'Knock loud',
    ],
    [
      'a smart tag',
      `<w:smartTag w:uri="urn:x" w:element="place"><w:smartTagPr/>${run('Leeds')}</w:smartTag>${run(' station')}`,
      'Leeds station',
    ],
    ['a link', `${run('See ')}<w:hyperlink r:id="rId9" w:history="1">${run('the leaflet')}</w:hyperlink>`, 'See the leaflet'],
    ['custom XML', `<w:customXml w:uri="urn:x" w:element="e"><w:customXmlPr/>${run('Bell')}</w:customXml>`, 'Bell'],
    [
      'a field, such as a link typed in full',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('our page')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      'our page',
    ],
    [
      'comments',
      `<w:commentRangeStart w:id="1"/>${run('Knock')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
      'Knock',
    ],
    [
      'tabs, soft line breaks and hyphens',
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>',
      'a\tb\nc\u2011d',
    ],
    ['a page break', `${run('a')}<w:r><w:br w:type="page"/></w:r>${run('b')}`, 'a\nb'],
    ['Enter', paragraph(run('one')) + paragraph('') + paragraph(run('two')), 'one\n\ntwo'],
    [
      'a list',
      ['tea', 'toast']
        .map(
          (each) =>
            `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(each)}</w:p>`,
        )
        .join(''),
      'tea\ntoast',
    ],
    [
      'a table',
      `${paragraph(run('Visits'))}<w:tbl><w:tblPr/><w:tr><w:tc>${paragraph(run('Mon'))}</w:tc><w:tc>${paragraph(run('9 am'))}</w:tc></w:tr></w:tbl>${paragraph(run('Thanks'))}`,
      'Visits\nMon\n9 am\nThanks',
    ],
    [
      'a box of text, once',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="urn:wps"><w:txbxContent><w:p>${run('Key safe')}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:p>${run('Key safe')}</w:p></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      'Key safe',
    ],
    ['entities, CDATA and comments of XML', '<w:r><w:t>Tom &amp; &#x41;<!-- no --><![CDATA[ <b>]]></w:t></w:r>', 'Tom & A <b>'],
    [
      'what Word makes of :) and -->',
      '<w:r><w:t>Fine </w:t><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
      'Fine ☺→',
    ],
    ['a picture of a letter we do not know', '<w:r><w:t>x</w:t><w:sym w:font="Webdings" w:char="F041"/></w:r>', 'x\uF041'],
    ['a sign of a box, which is only words here', run('☐'), '☐'],
    ['a prompt in the middle of the answer', run('I click: Click or tap to write. Then?'), 'I click: Click or tap to write. Then?'],
  ])('%s', (_, content, words) => {
    expect(text(content)).toMatchObject({ answers: written(words), findings: [] })
  })

  test.each<[string, string]>([
    ['a picture', '<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"/></w:drawing></w:r>'],
    ['a footnote', '<w:r><w:footnoteReference w:id="2"/></w:r>'],
    ['an equation', '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'],
  ])('%s is reported, and the words are read', (_, content) => {
    expect(text(run('See this: ') + content)).toMatchObject({
      answers: written('See this: '),
      findings: ['not-words /aboutMe/practicalities'],
    })
  })
})

describe('tracked changes that nobody accepted yet are read as accepted, and reported', () => {
  const tracked = 'w:id="901" w:author="J" w:date="2026-01-01T00:00:00Z"'
  test.each<[string, string, string]>([
    [
      'words put in and taken out',
      `<w:ins ${tracked}>${run('Knock')}</w:ins><w:del ${tracked}><w:r><w:delText>Ring</w:delText></w:r></w:del>`,
      'Knock',
    ],
    ['words moved', `<w:moveTo ${tracked}>${run('b')}</w:moveTo>${run('a')}<w:moveFrom ${tracked}>${run('b')}</w:moveFrom>`, 'ba'],
    [
      'paragraphs joined',
      `<w:p><w:pPr><w:rPr><w:del ${tracked}/></w:rPr></w:pPr>${run('one ')}</w:p>${paragraph(run('line'))}`,
      'one line',
    ],
  ])('%s', (_, content, words) => {
    expect(text(content)).toMatchObject({ answers: written(words), findings: ['tracked-changes '] })
  })

  test('changes of looks alone are no changes of answers, and old looks make no prompt of them', () => {
    const properties = `<w:rPr><w:b/><w:rPrChange ${tracked}>${promptStyle}</w:rPrChange></w:rPr>`
    expect(text(run('Knock', properties))).toMatchObject({ answers: written('Knock'), findings: [] })
  })

  test('a row that is deleted is no row, though its boxes are ticked', () => {
    const gone = withPage(filled, (xml) => {
      const at = xml.indexOf('<w:tr>', xml.indexOf('repeatingSectionItem', xml.indexOf('strengths.network"')))
      return `${xml.slice(0, at)}${xml.slice(at).replace('<w:trPr>', `<w:trPr><w:del ${tracked}/>`)}`
    })
    const { answers, findings } = reading(gone)
    expect(answers).toEqual({ ...record, strengths: { ...record.strengths, network: record.strengths.network.slice(1) } })
    expect(findings).toEqual(['tracked-changes '])
  })
})

describe('dates', () => {
  const date = (words: string, stored: string, format = 'd MMMM yyyy') =>
    reading(
      answered('about.dateOfBirth', run(words), (control) =>
        control.replace('<w:date>', `<w:date w:fullDate="${stored}T00:00:00Z">`).replace('d MMMM yyyy', format),
      ),
    )
  test('what is typed counts, and a date picked before is reported', () => {
    expect(date('4 May 1944', '1944-05-03')).toMatchObject({
      answers: { about: { dateOfBirth: '1944-05-04' } },
      findings: ['stale-date /about/dateOfBirth'],
    })
  })
  test.each([
    ['dddd, d MMMM yyyy', 'Wednesday, 3 May 1944'],
    ['M/d/yyyy', '5/3/1944'],
    ['dd-MMM-yy', '03-May-44'],
    ["d 'of' MMMM yyyy", '3 of May 1944'],
  ])('a picked date is read in any way of writing: %s', (format, words) => {
    expect(date(words, '1944-05-03', format)).toMatchObject({ answers: { about: { dateOfBirth: '1944-05-03' } }, findings: [] })
  })
  test.each(['03/05/1944', '3rd May 1944', '3 may 1944', '1944-05-03'])('so is a typed one: %s', (words) => {
    expect(reading(answered('about.dateOfBirth', run(words)))).toMatchObject({
      answers: { about: { dateOfBirth: '1944-05-03' } },
      findings: [],
    })
  })
  test.each(['3 May 1944 at 10:30', 'spring 1944', '31 February 1944', '3/5/44'])('one that may mean anything is reported: %s', (words) => {
    expect(reading(answered('about.dateOfBirth', run(words)))).toMatchObject({ answers: {}, findings: ['unreadable /about/dateOfBirth'] })
  })
  test('a cleared date is none, whatever the picker still holds', () => {
    const cleared = changed(blank, 'about.dateOfBirth', (control) =>
      control.replace('<w:date>', '<w:date w:fullDate="1944-05-03T00:00:00Z">'),
    )
    expect(reading(cleared)).toMatchObject({ answers: {}, findings: [] })
  })
})

describe('lists', () => {
  const depth = (words: string, properties?: (control: string) => string) => reading(answered('about.depth', run(words), properties))
  test('a council’s own words for a choice', () => {
    const renamed = depth('The usual', (control) => control.replace('w:displayText="Standard"', 'w:displayText="The usual"'))
    expect(renamed).toMatchObject({ answers: { about: { depth: 'standard' } }, findings: [] })
  })
  test('a combo box, chosen from and typed in', () => {
    const combo = (control: string) => control.replaceAll('w:dropDownList', 'w:comboBox')
    expect(depth('Standard', combo)).toMatchObject({ answers: { about: { depth: 'standard' } }, findings: [] })
    expect(depth(' standard', combo)).toMatchObject({ answers: { about: { depth: 'standard' } }, findings: [] })
    expect(depth('Half and half', combo)).toMatchObject({ answers: {}, findings: ['unknown-choice /about/depth'] })
  })
  test('a choice that the form no longer has, or that is there twice, is reported', () => {
    const own = depth('Tiny', (control) => control.replace('w:displayText="Brief" w:value="brief"', 'w:displayText="Tiny" w:value="tiny"'))
    expect(own).toMatchObject({ answers: {}, findings: ['unknown-choice /about/depth'] })
    const twice = depth('Brief', (control) => control.replace('w:displayText="Standard"', 'w:displayText="Brief"'))
    expect(twice).toMatchObject({ answers: {}, findings: ['unclear /about/depth'] })
  })
  test('the first line takes a choice back', () => {
    expect(depth('Choose')).toMatchObject({ answers: {}, findings: [] })
  })
})

describe('boxes', () => {
  const tag = 'about.toldAboutRecords'
  const tick = (content: string, set: 0 | 1, change = (control: string) => control) =>
    reading(
      changed(blank, tag, (control) => inside(change(control.replace('w14:checked w14:val="0"', `w14:checked w14:val="${set}"`)), content)),
    )
  const yes = { answers: { about: { toldAboutRecords: true } }, findings: [] }
  const wingdings = (control: string) => control.replace('w14:val="2612" w14:font="MS Gothic"', 'w14:val="00FE" w14:font="Wingdings"')
  test.each<[string, string, ((control: string) => string)?]>([
    ['ticked by a click', run('☒')],
    ['with a sign of its own', run('✓'), (control) => control.replace('w14:val="2612"', 'w14:val="2713"')],
    ['with a sign of Wingdings', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', wingdings],
    ['with another sign than the box says', run('☑')],
  ])('%s', (_, content, change) => {
    expect(tick(content, 1, change)).toMatchObject(yes)
  })
  test('true and false in words', () => {
    expect(tick(run('☒'), 1, (control) => control.replace('w14:checked w14:val="1"', 'w14:checked w14:val="true"'))).toMatchObject(yes)
  })
  test.each<[string, string, 0 | 1]>([
    ['a typed x', run('x'), 0],
    ['a sign that disagrees', run('☐'), 1],
    ['words', run('not yet'), 0],
  ])('%s is reported', (_, content, set) => {
    expect(tick(content, set)).toMatchObject({ answers: {}, findings: ['unclear /about/toldAboutRecords'] })
  })
  test('a box that a program lost is told by its sign', () => {
    const lost = (content: string) => tick(content, 0, (control) => control.replace(/<w14:checkbox>.*<\/w14:checkbox>/, ''))
    for (const sign of ['☒', '☑', 'x', 'X', '✓', '✔']) expect(lost(run(sign))).toMatchObject(yes)
    expect(lost(run('☐'))).toMatchObject({ answers: {}, findings: [] })
    expect(lost(run('later'))).toMatchObject({ answers: {}, findings: ['unclear /about/toldAboutRecords'] })
  })
})

describe('prompts', () => {
  test.each(['Click or tap here to enter text.', 'Klicken oder tippen Sie hier, um Text einzugeben.'])(
    'of Word in any language: %s',
    (words) => {
      expect(reading(changed(blank, 'about.name', (control) => inside(control, run(words, promptStyle))))).toMatchObject({
        answers: {},
        findings: [],
      })
    },
  )
  test('left before or behind the answer', () => {
    const prompt = run('Click or tap to write', promptStyle)
    for (const content of [prompt + run('Knock'), run('Knock') + prompt, run('Click or tap to writeKnock', promptStyle)])
      expect(text(content)).toMatchObject({ answers: written('Knock'), findings: ['prompt-left /aboutMe/practicalities'] })
  })
  test('deleted in part', () => {
    expect(text(run('Click or tap', promptStyle) + run(' Knock'))).toMatchObject({
      answers: written('Click or tap Knock'),
      findings: ['prompt-left /aboutMe/practicalities'],
    })
  })
  test('words that Word still takes for one are reported', () => {
    expect(reading(changed(blank, 'about.name', (control) => inside(control, run('Joyce'))))).toMatchObject({
      answers: {},
      findings: ['unclear /about/name'],
    })
  })
  test('words typed in the colour of the prompt are an answer', () => {
    expect(text(run('Knock', promptStyle))).toMatchObject({ answers: written('Knock'), findings: [] })
  })
})
