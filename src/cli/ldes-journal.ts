// Pages of a feed whose reading is under way, as files in a folder beside the file of --state.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Journal } from '../source/index.ts'
import { writeWhole } from './outputs.ts'

interface PageFile {
  readonly url: string
  readonly about: unknown
  /** Gzip in base64. */
  readonly body: string
}

/** A journal in the folder `<stateFile>.pages`, which is made with the first page; a file that cannot be read is none. */
export function fileJournal(stateFile: string): Journal & { readonly clear: () => Promise<void> } {
  const folder = `${stateFile}.pages`
  const fileOf = (url: string) => join(folder, `${createHash('sha256').update(url).digest('hex')}.json`)
  const readPage = async (file: string): Promise<PageFile | undefined> => {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as PageFile
    } catch {
      return undefined
    }
  }
  return {
    list: async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort()
      const pages: { readonly url: string; readonly about: unknown }[] = []
      for (const name of names) {
        const page = await readPage(join(folder, name))
        if (page) pages.push({ url: page.url, about: page.about })
      }
      return pages
    },
    bytes: async (url) => {
      const page = await readPage(fileOf(url))
      return page && gunzipSync(Buffer.from(page.body, 'base64'))
    },
    put: async (url, about, bytes) => {
      await mkdir(folder, { recursive: true })
      const page: PageFile = { url, about, body: gzipSync(bytes).toString('base64') }
      await writeWhole(fileOf(url), JSON.stringify(page))
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  }
}
