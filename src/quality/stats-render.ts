// Statistics for a terminal and as a page.
import type { Lang } from '../finding.ts'
import { type Html, html } from '../html.ts'
import { bar, page, scrolled } from './page.ts'
import type { CatalogStats, Count } from './stats.ts'

const MOST = 12

const words = {
  sv: {
    title: 'Innehåll',
    triples: 'påståenden',
    classes: 'Klasser',
    languages: 'Språk',
    formats: 'Format',
    licences: 'Licenser',
    publishers: 'Utgivare (datamängder)',
    gaps: 'Vad som oftast saknas',
    of: 'av',
    mandatory: 'obligatorisk',
    recommended: 'rekommenderad',
    more: 'till',
  },
  en: {
    title: 'Contents',
    triples: 'statements',
    classes: 'Classes',
    languages: 'Languages',
    formats: 'Formats',
    licences: 'Licences',
    publishers: 'Publishers (datasets)',
    gaps: 'What is most often lacking',
    of: 'of',
    mandatory: 'mandatory',
    recommended: 'recommended',
    more: 'more',
  },
} as const

interface Row {
  readonly label: string
  readonly count: number
  readonly of: number
  readonly note: string
}

interface Block {
  readonly title: string
  readonly rows: readonly Row[]
}

function blocksOf(stats: CatalogStats, lang: Lang): readonly Block[] {
  const w = words[lang]
  const plain = (counts: readonly Count[]): readonly Row[] => {
    const most = Math.max(1, ...counts.map(({ count }) => count))
    return counts.map(({ value, count }) => ({ label: value, count, of: most, note: '' }))
  }
  const instances = new Map(stats.classes.map(({ type, instances: count }) => [type, count]))
  const classLabels = new Map(stats.classes.map(({ type, label }) => [type, label[lang]]))
  const most = Math.max(1, ...instances.values())
  return [
    {
      title: w.classes,
      rows: stats.classes.map(({ label, type, instances: count }) => ({
        label: `${label[lang]} (${type})`,
        count,
        of: most,
        note: '',
      })),
    },
    {
      title: w.gaps,
      rows: stats.gaps.map(({ label, name, type, missing, obligation }) => ({
        label: `${label[lang]} (${name}), ${obligation === 'mandatory' ? w.mandatory : w.recommended}`,
        count: missing,
        of: instances.get(type) ?? 1,
        note: `${w.of} ${instances.get(type)}, ${classLabels.get(type)}`,
      })),
    },
    { title: w.languages, rows: plain(stats.languages) },
    { title: w.formats, rows: plain(stats.formats) },
    { title: w.licences, rows: plain(stats.licences) },
    {
      title: w.publishers,
      rows: plain(stats.publishers.map(({ label, count }) => ({ value: label[lang], count }))),
    },
  ].filter(({ rows }) => rows.length > 0)
}

/** For a terminal. */
export function statsText(source: string, stats: CatalogStats, lang: Lang): string {
  const w = words[lang]
  const lines = [`${source}: ${stats.triples} ${w.triples}`]
  for (const { title, rows } of blocksOf(stats, lang)) {
    lines.push('', title)
    for (const { label, count, note } of rows.slice(0, MOST))
      lines.push(`${String(count).padStart(8)}  ${note ? `${note}: ` : ''}${label}`)
    if (rows.length > MOST) lines.push(`          + ${rows.length - MOST} ${w.more}`)
  }
  return `${lines.join('\n')}\n`
}

/** One self-contained page. */
export function statsPage(source: string, stats: CatalogStats, lang: Lang): string {
  const w = words[lang]
  const blocks = blocksOf(stats, lang).map(
    ({ title, rows }) => html`<h2>${title}</h2>
${scrolled(
  title,
  html`<table><tbody>
${rows.map(rowHtml)}</tbody></table>`,
)}`,
  )
  return page(
    lang,
    `${w.title}: ${source}`,
    html`<p>${stats.triples} ${w.triples}</p>
${blocks}`,
  )
}

function rowHtml({ label, count, of, note }: Row): Html {
  return html`<tr><th scope="row">${label}</th><td>${bar(count / of)}</td><td class="number">${count} ${note}</td></tr>
`
}
