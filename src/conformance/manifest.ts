// The cases of a test suite for readers of DCAT-AP feeds: a folder each, in the format of Digg's suite, and where http
// matters a `case.json` beside it that says what a server answers.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { GrunddataError } from '../errors.ts'

/** What the server answers to one question. */
export interface Answer {
  /** Default 200. */
  readonly status?: number
  /** File of the case's folder; absent: no body. */
  readonly file?: string
  /** Only for those whose Accept names it; others get 406. */
  readonly accepts?: string
  /** Names in lower case; content-type is guessed from the file's extension. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers by path; the last one of a path is given again and again. A matching If-None-Match gets 304. */
export type Routes = Readonly<Record<string, readonly Answer[]>>

/** One time that the harvester is run; what it knows is kept until the next. */
export interface CaseRun {
  readonly routes: Routes
  /** Questions by path that a reader that follows the rules puts in this run. */
  readonly requests?: Readonly<Record<string, number>>
  /** The run must fail and change nothing. */
  readonly fails?: boolean
}

export interface ConformanceCase {
  readonly name: string
  readonly folder: string
  /** What it shows, one sentence. */
  readonly about: string
  /** Paths of the feeds, with fragments where they matter. */
  readonly feeds: readonly string[]
  readonly runs: readonly CaseRun[]
  /** Events that must be left out, by the codes of our own reader; others are not asked. */
  readonly faults?: readonly string[]
}

/** The cases of a suite, in the order of their numbers; a folder of `before.ttl` and `after.ttl` is one. Throws SOURCE_*. */
export async function readSuite(suite: string): Promise<readonly ConformanceCase[]> {
  const names = await readdir(suite).catch((cause: unknown) => {
    throw new GrunddataError(
      'SOURCE_NOT_FOUND',
      { sv: `Mappen ${suite} går inte att läsa.`, en: `The folder ${suite} cannot be read.` },
      { cause, hint: { sv: 'Ange mappen med testfallen.', en: 'Give the folder of the test cases.' } },
    )
  })
  const cases: ConformanceCase[] = []
  for (const name of names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    const folder = join(suite, name)
    if (await isCase(folder)) cases.push(await readCase(name, folder))
  }
  if (cases.length > 0) return cases
  throw new GrunddataError(
    'SOURCE_NOT_FOUND',
    { sv: `Inga testfall finns i ${suite}.`, en: `There are no test cases in ${suite}.` },
    {
      hint: {
        sv: 'Varje fall är en mapp med before.ttl, feed.trig, after.ttl, report.json och test.sparql.',
        en: 'Each case is a folder with before.ttl, feed.trig, after.ttl, report.json and test.sparql.',
      },
    },
  )
}

async function isCase(folder: string): Promise<boolean> {
  const has = (name: string) =>
    stat(join(folder, name)).then(
      () => true,
      () => false,
    )
  return (await has('before.ttl')) && (await has('after.ttl'))
}

const PLAIN = '/feed.trig'

async function readCase(name: string, folder: string): Promise<ConformanceCase> {
  const text = await readFile(join(folder, 'case.json'), 'utf8').catch(() => undefined)
  const plain = { feeds: [PLAIN], runs: [{ routes: { [PLAIN]: [{ file: 'feed.trig' }] } }] }
  if (text === undefined) return { name, folder, about: '', ...plain }
  try {
    return { about: '', ...plain, ...(JSON.parse(text) as Partial<ConformanceCase>), name, folder }
  } catch (cause) {
    throw new GrunddataError(
      'CONFIG_INVALID',
      { sv: `${join(folder, 'case.json')} är inte JSON.`, en: `${join(folder, 'case.json')} is not JSON.` },
      { cause, hint: { sv: 'Rätta filen.', en: 'Correct the file.' } },
    )
  }
}
