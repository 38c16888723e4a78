/** `schemas/settings.json` → the settings, with the logo ready for any page. */
import type { Report } from '../diagnostics.ts'
import { contrast, darkened, enough } from '../palette.ts'
import { pngOf, sizeOfSvg } from '../picture/png.ts'
import { sizeOfPng } from '../picture/png-file.ts'
import { unsafeIn } from '../picture/svg-file.ts'
import { type Logo, neutral, type Settings } from '../settings.ts'
import { settingsFile } from './dialect.ts'
import type { JsonFile } from './json.ts'
import { type JsonFiles, join } from './node.ts'
import { bytesOf, type Sources } from './sources.ts'

/** The file, which says as little of it as it likes. What is empty is not said. */
interface Written {
  readonly organisation?: { readonly name?: string; readonly logo?: string }
  readonly colours?: Partial<Settings['colours']>
  readonly contact?: Settings['contact']
  readonly advocacy?: Partial<Settings['advocacy']>
  readonly website?: string
}

/** Points. A logo is as high as a heading of two lines, and leaves half of the page's width. */
const room = { width: 240, height: 36 } as const

/** Pixels to a point of a logo: 360 to the inch, enough for the finest print. */
const fine = 5

/** Kilobytes. */
const most = 200

/**
 * Reads the settings. The shape of the file has been checked against its dialect; a project may have none.
 * Colours that are too faint, and a logo that is missing, too large, unsafe or no picture, are reported, and neutral settings stand in.
 * @param sources The logo is among them.
 */
export async function parseSettings(files: JsonFiles, sources: Sources, report: Report): Promise<Settings> {
  const file = files.get(settingsFile)
  if (!file) return neutral
  const { organisation = {}, colours, contact = {}, advocacy = {}, website } = file.value as Written
  const name = organisation.name?.trim() ?? neutral.organisation.name
  const logo = organisation.logo ? await logoFrom(file, organisation.logo, name, sources, report) : undefined
  const colour = (name: keyof Settings['colours']) => readable(file, name, colours?.[name] ?? neutral.colours[name], report)
  return {
    organisation: { name, ...(logo ? { logo } : {}) },
    colours: { heading: colour('heading'), accent: colour('accent') },
    contact: said(contact),
    advocacy: { ...neutral.advocacy, ...said(advocacy) },
    ...said({ website }),
  }
}

/** The settings that say something. */
const said = <Some extends object>(some: Some): { [Name in keyof Some]?: Exclude<Some[Name], undefined> } =>
  Object.fromEntries(
    Object.entries(some)
      .map(([name, value]) => [name, String(value ?? '').trim()])
      .filter(([, value]) => value),
  ) as { [Name in keyof Some]?: Exclude<Some[Name], undefined> }

/** A colour that can be read on white; reported where it cannot. */
function readable(file: JsonFile, name: keyof Settings['colours'], written: string, report: Report): string {
  const colour = written.toLowerCase()
  const found = contrast(colour, '#ffffff')
  if (found >= enough) return colour
  // Never rounded up to what would be enough.
  const shown = (Math.floor(found * 10) / 10).toFixed(1)
  report('faint-colour', { name, colour: written, contrast: shown, darker: darkened(colour, '#ffffff') }, file.place(`/colours/${name}`))
  return neutral.colours[name]
}

/** The logo at a path from the settings file. */
async function logoFrom(file: JsonFile, written: string, alt: string, sources: Sources, report: Report): Promise<Logo | undefined> {
  const place = file.place('/organisation/logo')
  const name = decodeURI(join(file.path, written))
  const bytes = bytesOf(sources, name)
  if (!bytes) report('missing-file', { name }, place)
  else if (bytes.length > most * 1000) report('large-logo', { name, size: Math.ceil(bytes.length / 1000), most }, place)
  else {
    try {
      const svg = name.endsWith('.svg') ? sources.get(name) : undefined
      const unsafe = svg === undefined ? [] : unsafeIn(svg)
      if (!unsafe.length) return { ...(svg === undefined ? given(bytes) : await drawn(svg)), alt }
      report('unsafe-logo', { name, found: unsafe.join(', ') }, place)
    } catch (problem) {
      report('unreadable-logo', { name, problem: problem instanceof Error ? problem.message : String(problem) }, place)
    }
  }
  return undefined
}

/** A logo in pixels, never larger than it is. @throws Error where it is no PNG. */
function given(png: Uint8Array): Omit<Logo, 'alt'> {
  const size = sizeOfPng(png)
  if (!size) throw new Error('it is no PNG, or it has been cut short')
  const points = 72 / 96
  return { png, ...fitted({ width: size.width * points, height: size.height * points }, 1) }
}

/** A logo as a drawing, as large as there is room for. @throws Where it cannot be drawn. */
async function drawn(svg: string): Promise<Omit<Logo, 'alt'>> {
  const size = await sizeOfSvg(svg)
  const shown = fitted(size, Number.POSITIVE_INFINITY)
  return { svg, png: await pngOf(svg, (fine * shown.height) / size.height, 'none'), ...shown }
}

/** A size in the proportions of another that goes into the room for a logo. @param largest How many times the size it may be. */
function fitted({ width, height }: { readonly width: number; readonly height: number }, largest: number) {
  const scale = Math.min(largest, room.width / width, room.height / height)
  return { width: width * scale, height: height * scale }
}
