// `grunddata ldes publish`: the history of a store as a feed in a folder, for any web server.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { GrunddataError } from '../errors.ts'
import { baseOf, createFeed, type FeedForm, type FeedSite } from '../publish/index.ts'
import { openStore } from '../store/index.ts'
import type { Call } from './call.ts'
import { onlyArgument } from './ldes-argument.ts'
import { writeWhole } from './outputs.ts'

/** What pages that are there were made with; others are made anew. */
const SETTINGS = 'feed/settings.json'

/** Throws USAGE, STORE_UNREACHABLE, OUTPUT_FAILED. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const address = onlyArgument(call.args, { sv: 'lagret', en: 'the store' })
  const folder = needed(values.one('feedTo'), '--to')
  const given = needed(values.one('feedBase'), '--base')
  const base = baseOf(given)
  if (base === undefined)
    throw new GrunddataError('USAGE', {
      sv: `Skriv --base som en webbadress, inte ”${given}”.`,
      en: `Write --base as a web address, not “${given}”.`,
    })
  if (!address.includes('://') && !existsSync(address.replace(/^sqlite:/, '')))
    throw new GrunddataError('STORE_UNREACHABLE', {
      sv: `Lagret ${address} finns inte.`,
      en: `There is no store ${address}.`,
    })
  const form = values.one('feedSyntax') as FeedForm
  const pageSize = values.count('feedPageSize')
  const site: FeedSite = { base, ...(pageSize !== undefined && pageSize > 0 && { pageSize }) }
  const settings = JSON.stringify({ ...site, form })
  const isSame = (await readFile(join(folder, SETTINGS), 'utf8').catch(() => '')) === settings
  const store = await openStore(address)
  const counts = { written: 0, kept: 0 }
  const paths = new Set<string>()
  try {
    const feed = createFeed(
      {
        changes: (after) => store.changes({ after, isBrief: true }),
        content: (hash) => store.content(hash),
      },
      site,
    )
    const isKept = (path: string) => {
      const keeps = isSame && isFinishedFile(join(folder, path))
      if (keeps) {
        paths.add(path)
        counts.kept++
      }
      return keeps
    }
    const roots = []
    for await (const page of feed.pages(form, isKept)) {
      paths.add(page.path)
      // Roots come last, so that nobody is led to a page that is not there yet.
      if (/^feed(\/latest)?\.[a-z]+$/.test(page.path)) roots.push(page)
      else await write(folder, page)
      counts.written++
    }
    for (const page of roots) await write(folder, page)
  } finally {
    await store.close()
  }
  await write(folder, { path: SETTINGS, body: settings })
  await removeOthers(folder, paths)
  terminal.write(textOf(call, { base, form, ...counts }))
  return 0
}

function needed(value: string | undefined, flag: string): string {
  if (value !== undefined) return value
  throw new GrunddataError(
    'USAGE',
    { sv: `Ange ${flag}.`, en: `Give ${flag}.` },
    { hint: { sv: 'Exempel: grunddata ldes --help', en: 'For examples: grunddata ldes --help' } },
  )
}

function isFinishedFile(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').includes('ldes:immutable')
}

async function write(
  folder: string,
  { path, body }: { readonly path: string; readonly body: string },
): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeWhole(file, body)
}

/** Removes pages of earlier times that the feed no longer has. */
async function removeOthers(folder: string, paths: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(join(folder, 'feed'), { recursive: true })) {
    const path = join('feed', name)
    if (/\.(trig|jsonld)$/.test(path) && !paths.has(path)) await rm(join(folder, path))
  }
}

function textOf(
  { terminal }: Call,
  { base, form, written, kept }: { base: string; form: string; written: number; kept: number },
): string {
  return terminal.lang === 'sv'
    ? `Skrev ${written} sidor (${kept} var färdiga sedan tidigare).\n  hela historien  ${base}feed.${form}\n  senaste versionen av allt  ${base}feed/latest.${form}\n`
    : `Wrote ${written} pages (${kept} were finished already).\n  whole history  ${base}feed.${form}\n  latest version of everything  ${base}feed/latest.${form}\n`
}
