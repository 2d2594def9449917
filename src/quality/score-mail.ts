// The score as Markdown for a mail, and as a badge for a web page.
import type { Lang } from '../finding.ts'
import { html } from '../html.ts'
import type { ScoreReport } from './describe.ts'
import { metrics, type RatingId } from './metrics.ts'
import { datasetCount, listGapText, nextStepOf, number, ratingLabel, scoreWords } from './render.ts'
import { pageWords } from './score-page-words.ts'

/** Markdown with the total, the dimensions and the ten lowest datasets. */
export function scoreMarkdown(report: ScoreReport, lang: Lang): string {
  const sv = lang === 'sv'
  const labels = new Map<string, string>(metrics.map(({ id, label }) => [id, label[lang]]))
  const total = `**${number(report.points, lang)} / ${report.max}** (${number(report.percentage, lang)} %), ${ratingLabel(report.rating, lang)}`
  const dimensions = report.dimensions.map(
    ({ label, points, max }) => `| ${label[lang]} | ${number(points, lang)} | ${max} |`,
  )
  const worst = report.worst
    .slice(0, 10)
    .map(
      ({ label, points, missing }) =>
        `- ${plain(label[lang])}: ${number(points, lang)}. ${missing.map((id) => labels.get(id)).join(', ')}`,
    )
  return `${[
    `# ${sv ? 'Metadatakvalitet' : 'Metadata quality'}: ${plain(report.source)}`,
    '',
    `${total}. ${datasetCount(report.datasets, lang)}.`,
    '',
    ...notesOf(report, lang).flatMap((note) => [note, '']),
    `| ${sv ? 'Dimension' : 'Dimension'} | ${sv ? 'Poäng' : 'Points'} | Max |`,
    '|---|--:|--:|',
    ...dimensions,
    '',
    `## ${sv ? 'Lägst poäng, och vad som saknas' : 'Lowest scores, and what is lacking'}`,
    '',
    ...worst,
    ...nextStepOf(report, lang).flatMap(({ why, command }) => ['', `${why}: \`${command}\``]),
  ].join('\n')}\n`
}

/** How it is counted, and what the points do not say. */
function notesOf(report: ScoreReport, lang: Lang): readonly string[] {
  const { mode, unassessed, listGaps } = report
  const w = pageWords[lang]
  return [
    `${w[mode]} ${w.mean}`,
    ...(unassessed > 0 ? [`${number(unassessed, lang)} ${scoreWords.unassessed[lang]}.`] : []),
    ...listGaps.map((gap) => listGapText(gap, lang)),
  ]
}

/** Text that Markdown takes as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ')
}

const colours: Readonly<Record<RatingId, string>> = {
  excellent: '#14612a',
  good: '#2f6f1f',
  sufficient: '#7a4d00',
  bad: '#a4001d',
}

/** A badge as SVG: what it is, and the points. */
export function scoreBadge({ points, max, rating }: ScoreReport, lang: Lang): string {
  const name = lang === 'sv' ? 'metadatakvalitet' : 'metadata quality'
  const value = `${number(points, lang)} / ${max}`
  const [left, right] = [name, value].map((text) => Math.round(text.length * 6.6) + 14)
  const title = `${name}: ${value}, ${ratingLabel(rating, lang)}`
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="22" role="img" aria-label="${title}">
<title>${title}</title>
<rect width="${left}" height="22" fill="#3b3e45"/><rect x="${left}" width="${right}" height="22" fill="${colours[rating]}"/>
<g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" text-anchor="middle"><text x="${left / 2}" y="15">${name}</text><text x="${left + right / 2}" y="15">${value}</text></g>
</svg>
`
  return svg.html
}
