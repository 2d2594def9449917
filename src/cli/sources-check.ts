// `grunddata sources check`: one dry run for each source, told in plain words.
import { checkSource, nextSteps, type SourceCheck } from '../harvest/index.ts'
import { detectReader, openClient, type ReaderName, type Source, sourceOf } from '../source/index.ts'
import type { Call } from './call.ts'
import { createProgressLine } from './progress.ts'
import { checkLines } from './sources-check-text.ts'
import { chosen, findingLines, readSourcesFile } from './sources-file.ts'

/** Exit code 3 when a source could not be read, 1 when it has errors, 0 else. */
export async function checkSources(call: Call): Promise<number> {
  const { terminal, values } = call
  const { sources, contact, lines } = await sourcesOf(call)
  const client = await openClient({
    userAgent: contact === undefined ? AGENT : `grunddata (+${contact})`,
    retry: { retries: 1 },
  })
  const progress = createProgressLine({
    isTerminal: process.stderr.isTTY === true,
    now: () => performance.now(),
    draw: (text) => void process.stderr.write(text),
  })
  const checks: SourceCheck[] = []
  try {
    for (const written of sources) {
      const source = 'reader' in written ? written : await detected(written.url, call, client)
      let pages = 0
      checks.push(
        await checkSource(source, {
          client,
          secret: (name) => terminal.env[name],
          progress: () => progress.step({ job: source.id, done: ++pages }),
        }),
      )
      progress.clear()
      if (values.one('sourcesFormat') !== 'json')
        terminal.write(`${checkLines(checks[checks.length - 1], terminal).join('\n')}\n\n`)
    }
  } finally {
    progress.clear()
    await client.close()
  }
  if (values.one('sourcesFormat') === 'json')
    terminal.write(`${JSON.stringify(checks.map(plain), null, 2)}\n`)
  else if (lines.length > 0) terminal.write(`${lines.join('\n')}\n`)
  if (checks.some(({ failures }) => failures.length > 0)) return 3
  return lines.length > 0 || checks.some(({ counts }) => counts.error > 0) ? 1 : 0
}

const AGENT = 'grunddata (trial; +https://w3id.org/grunddata/)'

interface Chosen {
  readonly sources: readonly (Source | { readonly url: string })[]
  readonly contact?: string
  /** What is wrong with the list. */
  readonly lines: readonly string[]
}

/** Addresses and folders as they are written; names out of the list. */
async function sourcesOf(call: Call): Promise<Chosen> {
  const isAddress = (word: string) => /^https?:\/\//i.test(word) || /[/\\]|^\.+$/.test(word)
  const names = call.args.filter((word) => !isAddress(word))
  const addresses = call.args.filter(isAddress).map((url) => ({ url }))
  if (names.length === 0 && addresses.length > 0) return { sources: addresses, lines: [] }
  const list = await readSourcesFile(call)
  const listed = chosen(list, names).filter(({ isEnabled }) => isEnabled || names.length > 0)
  return {
    sources: [...addresses, ...listed],
    lines: findingLines(list.findings, call),
    ...(list.contact !== undefined && { contact: list.contact }),
  }
}

type Client = Awaited<ReturnType<typeof openClient>>

async function detected(url: string, { values }: Call, client: Client): Promise<Source> {
  const allowPrivate = values.list('allowPrivate')
  const wish = values.one('sourceReader') as ReaderName | undefined
  const found = wish
    ? { reader: wish, url }
    : await detectReader(url, client.on({ allowPrivate, robots: true }))
  return sourceOf({
    id: values.one('sourceId') ?? 'prov',
    url: found.url,
    reader: found.reader,
    title: found.url,
    allowPrivate,
  })
}

/** For machines: failures as they are told, steps included. */
function plain(check: SourceCheck) {
  return {
    ...check,
    failures: check.failures.map(({ error, ...failure }) => ({
      ...failure,
      code: error.code,
      message: error.text,
      ...(error.hint && { hint: error.hint }),
    })),
    next: nextSteps(check),
  }
}
