// `grunddata links`: tries the addresses of catalogues and tells which lead nowhere, or elsewhere than promised.
import type { Lang, Text } from '../finding.ts'
import {
  checkLinks,
  collectLinks,
  judge,
  type Link,
  type LinkRemark,
  type LinkResult,
} from '../links/index.ts'
import { nameOf } from '../quality/index.ts'
import type { Call } from './call.ts'
import { type NamedGraph, readGraphs } from './graphs.ts'
import { openLinkTrier } from './link-trier.ts'
import { writeWhole } from './outputs.ts'
import { createProgressLine } from './progress.ts'

/** One link with what came of it. */
interface Row {
  readonly source: string
  readonly link: Link
  readonly label: Text
  readonly result: LinkResult
  readonly remarks: readonly LinkRemark[]
}

/** Exit code 1 when a link is broken. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const trier = await openLinkTrier(values)
  const line = createProgressLine({
    isTerminal: process.stderr.isTTY === true,
    now: () => performance.now(),
    draw: (text) => void process.stderr.write(text),
  })
  const rows: Row[] = []
  try {
    for await (const source of readGraphs(call))
      rows.push(...(await rowsOf(source, { ...trier.options, progress: line.step })))
  } finally {
    line.clear()
    await trier.close()
  }
  const text = render(rows, values.one('linkFormat') ?? 'text', terminal.lang)
  const file = values.one('file')
  if (file === undefined) terminal.write(text)
  else await writeWhole(file, text)
  return rows.some(({ result }) => isBroken(result)) ? 1 : 0
}

async function rowsOf(
  { name, graph }: NamedGraph,
  options: Parameters<typeof checkLinks>[1],
): Promise<readonly Row[]> {
  const links = [...collectLinks(graph)]
  const results = new Map<string, LinkResult>()
  const urls = links.map(({ url }) => url)
  for await (const result of checkLinks(urls, options)) results.set(result.url, result)
  return links.flatMap((link) => {
    const result = results.get(link.url)
    if (!result) return []
    const remarks = judge(link, result, Date.now())
    return [{ source: name, link, label: nameOf(graph, link.subject).label, result, remarks }]
  })
}

function isBroken({ outcome }: LinkResult): boolean {
  return outcome === 'broken' || outcome === 'soft-404'
}

const words = {
  works: { sv: 'fungerar', en: 'work' },
  'soft-404': { sv: 'visar en sida som säger att inget finns', en: 'show a page that says nothing is there' },
  broken: { sv: 'är trasiga', en: 'are broken' },
  temporary: { sv: 'svarade med ett fel som kan gå över', en: 'answered with an error that may pass' },
  'not-asked': { sv: 'prövades inte', en: 'were not tried' },
  'web-page': { sv: 'är en webbsida, inte en fil', en: 'is a web page, not a file' },
  'type-differs': {
    sv: 'har en annan medietyp än beskrivningen',
    en: 'has another media type than the description',
  },
  'size-differs': {
    sv: 'har en annan storlek än beskrivningen',
    en: 'has another size than the description',
  },
  moved: { sv: 'har flyttat', en: 'has moved' },
  'certificate-soon': { sv: 'har ett certifikat som snart går ut', en: 'has a certificate that ends soon' },
} as const satisfies Record<LinkResult['outcome'] | LinkRemark, Text>

function render(rows: readonly Row[], format: string, lang: Lang): string {
  if (format === 'text') return textOf(rows, lang)
  const flat = rows.map(({ source, link, label, result, remarks }) => ({
    source,
    subject: label[lang],
    property: link.property,
    ...result,
    remarks,
  }))
  if (format === 'json') return `${JSON.stringify(flat, null, 2)}\n`
  const columns = [
    'source',
    'subject',
    'property',
    'url',
    'outcome',
    'status',
    'mediaType',
    'size',
    'finalUrl',
    'remarks',
  ]
  const cell = (value: unknown) => {
    const text = Array.isArray(value) ? value.join(' ') : String(value ?? '')
    const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
  }
  const lines = flat.map((row) => columns.map((name) => cell((row as Record<string, unknown>)[name])))
  return [columns, ...lines].map((line) => `${line.join(',')}\r\n`).join('')
}

function textOf(rows: readonly Row[], lang: Lang): string {
  const lines: string[] = []
  const bad = rows.filter(({ result, remarks }) => result.outcome !== 'works' || remarks.length > 0)
  for (const { link, label, result, remarks } of bad) {
    const said =
      result.outcome === 'works'
        ? remarks.map((each) => words[each][lang])
        : [outcomeWord(result, lang), ...(result.reason ? [result.reason[lang]] : [])]
    lines.push(`${link.url}`, `  ${said.join(': ')}`)
    if (result.finalUrl) lines.push(`  → ${result.finalUrl}`)
    lines.push(`  ${label[lang]}, dcat:${link.property}`, '')
  }
  const counts = new Map<LinkResult['outcome'], Set<string>>()
  for (const { result } of rows) {
    const urls = counts.get(result.outcome) ?? new Set()
    counts.set(result.outcome, urls.add(result.url))
  }
  const total = new Set(rows.map(({ link }) => link.url)).size
  lines.push(lang === 'sv' ? `${total} adresser:` : `${total} addresses:`)
  for (const [outcome, urls] of counts) lines.push(`${String(urls.size).padStart(6)} ${words[outcome][lang]}`)
  return `${lines.join('\n')}\n`
}

const single = {
  'soft-404': {
    sv: 'visar en sida som säger att inget finns',
    en: 'shows a page that says nothing is there',
  },
  broken: { sv: 'är trasig', en: 'is broken' },
  temporary: { sv: 'svarade med ett fel som kan gå över', en: 'answered with an error that may pass' },
  'not-asked': { sv: 'prövades inte', en: 'was not tried' },
  works: { sv: 'fungerar', en: 'works' },
} as const satisfies Record<LinkResult['outcome'], Text>

function outcomeWord({ outcome }: LinkResult, lang: Lang): string {
  return single[outcome][lang]
}
