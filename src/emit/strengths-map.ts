/** The strengths map: one page that pictures a person's strengths, people, places and hopes, to draw together or drawn from a record. */
import { isBlank, mapInWords } from '../document/map-words.ts'
import type { Document } from '../document/nodes.ts'
import { heading, paragraph } from '../document/prose.ts'
import { describe, mapOf, type StrengthsMap, titleOf } from '../map/model.ts'
import { page, picture, size } from '../map/svg.ts'
import { pngOf } from '../picture/png.ts'
import { layOut } from '../word/template.ts'
import { type Artefact, artefact, type Emitter, fileName, type Job, pageOf } from './emitter.ts'

export const strengthsMap: Emitter = {
  kinds: ['strengths-map-svg', 'strengths-map-word'],
  drawsFrom: (job) => [pageOf(job.form, job.form.title, job.settings), job.form.fileName, mapsOf(job)],
  async emit(job: Job) {
    const { form, settings } = job
    const ink = settings.colours.heading
    const made: Artefact[] = []
    for (const { parts, map } of mapsOf(job)) {
      const name = (extension: string) => fileName(form, [...parts, 'strengths-map'], extension)
      // A map takes the whole of its page: there is no room for a logo.
      const { logo: _, ...look } = pageOf(form, `${form.title}: ${titleOf(map)}`, settings)
      const word = await layOut(await documentOf(map, ink), { ...look, landscape: true })
      made.push(artefact(form, 'strengths-map-svg', name('svg'), page(map, `${form.title}. ${look.footer}`, ink)))
      made.push(artefact(form, 'strengths-map-word', name('docx'), word))
    }
    return made
  },
}

/** The maps to be drawn, and what tells their files apart. */
function mapsOf({ form, examples }: Job): { readonly parts: readonly string[]; readonly map: StrengthsMap }[] {
  const records = [{ parts: [] as string[], record: {} }, ...examples.map(({ name, record }) => ({ parts: ['example', name], record }))]
  return records.flatMap(({ parts, record }) => {
    const map = mapOf(form, record)
    // A conversation that ended early has nothing to picture.
    return map && !(parts.length && isBlank(map)) ? [{ parts, map }] : []
  })
}

/** The picture, and the same in words on the next page: to listen to, to type in, and with nothing cut short. */
async function documentOf(map: StrengthsMap, ink: string): Promise<Document> {
  const svg = picture(map, ink)
  const lead = isBlank(map)
    ? 'To type rather than draw, write under each heading.'
    : `Everything on the map${map.name && ` of ${map.name}`}, in full.`
  return {
    type: 'root',
    children: [
      heading(1, 'My strengths map'),
      { type: 'picture', svg, png: await pngOf(svg), ...size, title: titleOf(map), alt: describe(map) },
      { type: 'thematicBreak' },
      heading(2, 'The map in words'),
      paragraph(lead),
      ...mapInWords(map, 3),
    ],
  }
}
