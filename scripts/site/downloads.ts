/** What pages say of the files on them, held against the files. */
import { posix } from 'node:path'
import type { Facts } from './facts.ts'
import type { Found } from './faults.ts'
import { targetOf } from './links.ts'
import type { Site, SiteFile } from './site.ts'

/** The sizes, pages and checksums that a page shows. */
export function downloadFaults(path: string, { links, checksums }: Facts, { files }: Site): Found[] {
  const downloads = links.flatMap((link) => {
    const file = targetOf(path, link.href)?.file ?? ''
    const there = files.get(file)
    return there?.kind === 'site-download' ? [{ ...link, name: posix.basename(file), file: there }] : []
  })
  const shown = downloads.flatMap(({ element, beside, file }) =>
    [...sizeFaults(beside, file), ...lengthFaults(beside, file)].map((fault) => ({ ...fault, element })),
  )
  if (!checksums.length) return shown
  const wrong = checksums.flatMap((row): Found[] => {
    const file = downloads.find(({ name }) => name === row.file)?.file
    if (!file) return [{ rule: 'checksum', says: `The table of checksums names ${row.file}, which cannot be downloaded from this page.` }]
    return file.sha256 === row.sha256
      ? []
      : [{ rule: 'checksum', says: `The checksum of ${row.file} is not the file’s, ${file.sha256}: build again.` }]
  })
  const listed = new Set(checksums.map(({ file }) => file))
  const unlisted = downloads.filter(({ name }) => !listed.has(name))
  return [
    ...shown,
    ...wrong,
    ...unlisted.map(({ element, name }) => ({ rule: 'checksum', element, says: `The table of checksums leaves ${name} out: add it.` })),
  ]
}

function sizeFaults(beside: string, { bytes }: SiteFile): Found[] {
  const [shown, number = '', unit = ''] = /([\d,]+(?:\.\d+)?)\s(bytes|KB|MB)\b/.exec(beside) ?? []
  if (!shown) return [{ rule: 'download-size', says: `Say beside it how large the file is (${bytes} bytes).` }]
  const measure = { bytes: 1, KB: 1024, MB: 1024 * 1024 }[unit] ?? 1
  const digits = number.split('.')[1]?.length ?? 0
  const rounding = measure === 1 ? 0 : measure / 2 / 10 ** digits
  return Math.abs(countIn(number) * measure - bytes) <= rounding
    ? []
    : [{ rule: 'download-size', says: `The page says ${shown}, and the file has ${bytes} bytes: build again.` }]
}

function lengthFaults(beside: string, file: SiteFile): Found[] {
  const [shown, number = ''] = /([\d,]+) pages?\b/.exec(beside) ?? []
  if (!shown || file.pages?.() === countIn(number)) return []
  return [{ rule: 'download-length', says: `The page says ${shown}, and the file has ${file.pages?.() ?? 'none'}: build again.` }]
}

const countIn = (number: string): number => Number(number.replaceAll(',', ''))
