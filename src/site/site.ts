/**
 * The site: everything that was built, for people who never see a terminal.
 *
 * Pages are documents, as guidance and forms are; this joins them, checks that every link leads somewhere, and prints them.
 */

import { visit } from 'unist-util-visit'
import { itemsAt } from '../addresses.ts'
import { compose as composed } from '../document/compose.ts'
import { linked } from '../document/links.ts'
import { render } from '../document/template.ts'
import type { Artefact } from '../emit/emitter.ts'
import { manifestOf } from '../manifest.ts'
import { paletteOf } from '../palette.ts'
import { iconOf, logoOf } from './assets.ts'
import { checkLinks } from './check-links.ts'
import { downloadsOf, sizeOf } from './downloads.ts'
import { examplePages } from './example-pages.ts'
import { formPages } from './form-pages.ts'
import { frameworkPages } from './framework-pages.ts'
import { frontPages } from './front-pages.ts'
import { guidancePages } from './guidance-pages.ts'
import type { Compose, Link, Page } from './page.ts'
import { type Frame, layout, printPage } from './print.ts'
import { searchFiles } from './search.ts'
import { styleOf } from './style.ts'
import type { Built, Whole } from './whole.ts'

/** Its folder in the output. */
const folder = 'site/'

/** Every file of the site; none where the project has no templates for it. What is wrong with them is reported. */
export async function siteOf({ jobs, artefacts, framework, lists, settings, templates, sources, report }: Built): Promise<Artefact[]> {
  if (!templates.has(layout)) return []
  const compose: Compose = (name, context) => {
    const path = `templates/site/${name}.md.hbs`
    const document = linked(composed(render(templates, path, { ...context, settings }, report) ?? '', [], path, report), itemsAt(framework))
    visit(document, 'link', (link) => {
      if (link.url.startsWith('/downloads/')) link.download = true
    })
    return document
  }
  const manifest = `${JSON.stringify(manifestOf(artefacts), null, 2)}\n`
  const whole: Whole = {
    jobs: jobs.map((job) => ({ ...job, downloads: downloadsOf(job, artefacts) })),
    framework,
    lists,
    compose,
    manifestSize: sizeOf(Buffer.byteLength(manifest)),
  }
  const pages: Page[] = [
    ...frontPages(whole, name),
    ...whole.jobs.flatMap((job) => formPages(job, compose)),
    ...guidancePages(whole),
    ...examplePages(whole),
    ...frameworkPages(whole),
  ]
  const logo = logoOf(settings)
  const css = await styleOf({ ...paletteOf(settings.colours) }, sources, report)
  const files = [
    ...artefacts.map(({ path, contents }) => ({ path: `downloads/${path}`, contents })),
    { path: 'downloads/manifest.json', contents: manifest },
    { path: 'assets/site.css', contents: css ?? '' },
    iconOf(settings.colours),
    ...(await searchFiles(pages)),
    ...(logo ? [logo] : []),
  ]
  const paths = files.map(({ path }) => path)
  checkLinks(pages, paths, [...navigation, ...footer], report)
  const frame: Frame = { settings, logo: logo?.path ?? '', name, navigation, footer, templates }
  return [
    ...pages.map((page) => ({ path: folder + page.path, kind: 'site-page', contents: printPage(page, frame, report) })),
    ...files.map(({ path, contents }) => ({
      path: folder + path,
      kind: path.split('/')[0] === 'assets' ? 'site-asset' : 'site-download',
      contents,
    })),
  ]
}

/** What the site is called. */
const name = 'Strengths-based forms'

const navigation: readonly Link[] = [
  { title: 'Forms', href: '/forms/index.html' },
  { title: 'Guidance', href: '/guidance/index.html' },
  { title: 'Examples', href: '/examples/index.html' },
  { title: 'Framework and law', href: '/framework/index.html' },
  { title: 'Search', href: '/search.html' },
  { title: 'For developers', href: '/developers/index.html' },
]

const footer: readonly Link[] = [
  { title: 'Accessibility statement', href: '/accessibility.html' },
  { title: 'Ask for another format', href: '/other-formats.html' },
  { title: 'Licence', href: '/licence.html' },
]
