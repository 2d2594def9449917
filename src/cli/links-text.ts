// What came of trying links, in words for a terminal and as flat records.
import type { Lang, Text } from '../finding.ts'
import type { Link, LinkRemark, LinkResult } from '../links/index.ts'
import { wrap } from '../report/index.ts'

/** One link with what came of it. */
export interface LinkRow {
  readonly source: string
  readonly link: Link
  readonly label: Text
  readonly result: LinkResult
  readonly remarks: readonly LinkRemark[]
}

type Outcome = LinkResult['outcome']

const many = {
  works: { sv: 'fungerar', en: 'work' },
  'soft-404': { sv: 'visar en sida som säger att inget finns', en: 'show a page that says nothing is there' },
  protected: { sv: 'kräver inloggning eller nyckel', en: 'ask for a log-in or a key' },
  broken: { sv: 'är trasiga', en: 'are broken' },
  temporary: { sv: 'svarade med ett fel som kan gå över', en: 'answered with an error that may pass' },
  'not-asked': { sv: 'prövades inte', en: 'were not tried' },
} as const satisfies Record<Outcome, Text>

const one = {
  works: { sv: 'fungerar', en: 'works' },
  'soft-404': {
    sv: 'visar en sida som säger att inget finns',
    en: 'shows a page that says nothing is there',
  },
  protected: { sv: 'kräver inloggning eller nyckel', en: 'asks for a log-in or a key' },
  broken: { sv: 'är trasig', en: 'is broken' },
  temporary: { sv: 'svarade med ett fel som kan gå över', en: 'answered with an error that may pass' },
  'not-asked': { sv: 'prövades inte', en: 'was not tried' },
} as const satisfies Record<Outcome, Text>

const list = (values: readonly string[]) => values.join(', ')

/** What a remark says, with the figures it is about. */
const remarkTexts: Readonly<Record<LinkRemark, (row: LinkRow) => Text>> = {
  'web-page': ({ link }) => ({
    sv: `är en webbsida, inte ${link.mediaTypes.length > 0 ? `en fil av typen ${list(link.mediaTypes)}` : 'en fil'}`,
    en: `is a web page, not ${link.mediaTypes.length > 0 ? `a file of type ${list(link.mediaTypes)}` : 'a file'}`,
  }),
  'type-differs': ({ link, result }) => ({
    sv: `svarar med ${result.mediaType}, beskrivningen säger ${list(link.mediaTypes)}`,
    en: `answers with ${result.mediaType}, the description says ${list(link.mediaTypes)}`,
  }),
  'size-differs': ({ link, result }) => ({
    sv: `är ${result.size} byte, beskrivningen säger ${link.byteSize}`,
    en: `is ${result.size} bytes, the description says ${link.byteSize}`,
  }),
  empty: () => ({ sv: 'är tom', en: 'is empty' }),
  moved: ({ result }) => ({
    sv: `har flyttat till ${result.finalUrl}`,
    en: `has moved to ${result.finalUrl}`,
  }),
  'certificate-soon': ({ result }) => ({
    sv: `har ett certifikat som går ut ${result.certificateUntil}`,
    en: `has a certificate that ends on ${result.certificateUntil}`,
  }),
}

/** Collects what there is to tell, and tells it in the order of the catalogue. */
export function createLinkSummary({ lang, width }: { lang: Lang; width: number }) {
  const counts = new Map<Outcome, number>()
  const bad: LinkRow[] = []
  return {
    /** Counts an address that was tried. */
    count: (outcome: Outcome) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
    /** Keeps a link when there is something to say of it. */
    add(row: LinkRow) {
      if (row.result.outcome !== 'works' || row.remarks.length > 0) bad.push(row)
    },
    hasBroken: () => counts.has('broken') || counts.has('soft-404'),
    text(): string {
      const order = new Map([...new Set(bad.map(({ source }) => source))].map((source, at) => [source, at]))
      const sorted = bad.sort(
        (a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || a.link.subject - b.link.subject,
      )
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const lines = sorted.flatMap((row) => entryOf(row, lang, width))
      lines.push(headOf(total, lang))
      for (const outcome of Object.keys(many) as Outcome[]) {
        const count = counts.get(outcome)
        if (count !== undefined)
          lines.push(`${String(count).padStart(6)} ${(count === 1 ? one : many)[outcome][lang]}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}

function headOf(total: number, lang: Lang): string {
  if (total === 1) return lang === 'sv' ? '1 adress:' : '1 address:'
  if (total === 0) return lang === 'sv' ? 'Inga adresser att pröva.' : 'No addresses to try.'
  return lang === 'sv' ? `${total} adresser:` : `${total} addresses:`
}

function entryOf(row: LinkRow, lang: Lang, width: number): string[] {
  const { link, label, result, remarks } = row
  const said =
    result.outcome === 'works'
      ? remarks.map((remark) => remarkTexts[remark](row)[lang])
      : [`${one[result.outcome][lang]}${result.reason ? `: ${result.reason[lang]}` : ''}`]
  return [
    link.url,
    ...said.flatMap((sentence) => wrap(sentence, width - 2).map((words) => `  ${words}`)),
    `  ${label[lang]}, dcat:${link.property}`,
    '',
  ]
}

/** A link as flat data. */
export function linkRecord({ source, link, label, result, remarks }: LinkRow, lang: Lang) {
  return { source, subject: label[lang], property: link.property, ...result, remarks }
}

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
  'certificateUntil',
  'remarks',
]

/** A line of CSV; the head for no row. */
export function linkCsvRow(row: LinkRow | undefined, lang: Lang): string {
  if (!row) return `${columns.join(',')}\r\n`
  const record = linkRecord(row, lang) as unknown as Record<string, unknown>
  return `${columns.map((name) => csvCell(record[name])).join(',')}\r\n`
}

function csvCell(value: unknown): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '')
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
