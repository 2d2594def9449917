// The state of the infrastructure as an SVG picture: one row per component, one dot per phase.
// Nothing is told by colour alone, and the title and description say in words what the picture shows.
import type { Lang, Text } from '../finding.ts'
import { components, phases } from './data-components.ts'
import { domains } from './data-domains.ts'
import { type Progress, progress } from './progress.ts'

const WIDTH = 860
const ROW = 26
const HEAD = 92
const GROUP = 40
const COLUMNS = { name: 24, responsible: 320, dots: 482, state: 652 }
const DOT = { gap: 32, radius: 8 }

const words = {
  title: {
    sv: (date: string) => `Förvaltningsgemensam digital infrastruktur, läget ${date}`,
    en: (date: string) => `Shared digital infrastructure, state at ${date}`,
  },
  desc: {
    sv: (counts: readonly number[]) =>
      `${counts[0]} komponenter i fem faser. ${counts[1]} är inrättade, ${counts[2]} av dem är i drift. ${counts[3]} har lämnat faserna: de är pausade, inväntar beslut eller är avförda.`,
    en: (counts: readonly number[]) =>
      `${counts[0]} components in five phases. ${counts[1]} are established, ${counts[2]} of them are in operation. ${counts[3]} have left the phases: they are paused, awaiting a decision or closed.`,
  },
  legend: {
    sv: 'Fylld prick: fasen är nådd. Streckad ring: inte känt om fasen är nådd, eller komponenten har lämnat faserna.',
    en: 'Filled dot: the phase is reached. Dashed ring: not known whether the phase is reached, or the component has left the phases.',
  } satisfies Text,
} as const

const STYLE = `
  .page { fill: #ffffff } text { font: 14px system-ui, sans-serif; fill: #1b1b1b } .title { font-size: 18px; font-weight: 600 }
  .group { font-weight: 600 } .quiet, .phase { fill: #595959 } .phase, .legend { font-size: 12px }
  .reached { fill: #0b5d8a; stroke: #0b5d8a } .ahead { fill: none; stroke: #767676 } .off { fill: none; stroke: #767676; stroke-dasharray: 3 2 }
  .line { stroke: #d0d0d0 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #1b1b1b } text { fill: #f2f2f2 } .quiet, .phase { fill: #b8b8b8 } .line { stroke: #444444 }
    .reached { fill: #6cb8e6; stroke: #6cb8e6 } .ahead, .off { stroke: #9a9a9a }
  }`

/** The picture in one language. */
export function infrastructurePicture(lang: Lang): string {
  const groups = progress(lang)
  const counted = [...components, ...domains].filter(({ status }) => status)
  const date = counted[0]?.status?.date ?? ''
  const counts = [
    counted.length,
    counted.filter(({ status }) => status?.isEstablished).length,
    counted.filter(({ status }) => status?.isInOperation).length,
    counted.filter(({ status }) => status?.offPath).length,
  ]
  const body: string[] = []
  let y = HEAD
  for (const { category, rows } of groups) {
    y += GROUP
    body.push(
      `<line class="line" x1="${COLUMNS.name}" x2="${WIDTH - 24}" y1="${y - 26}" y2="${y - 26}"/>`,
      text({ x: COLUMNS.name, y, words: category.label[lang], kind: 'group' }),
    )
    for (const row of rows) body.push(rowPicture(row, (y += ROW), lang))
  }
  const height = y + 56
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc" lang="${lang}" xml:lang="${lang}">
<title id="title">${escaped(words.title[lang](date))}</title>
<desc id="desc">${escaped(
    `${words.desc[lang](counts)} ${inWords(
      groups.flatMap(({ rows }) => rows),
      lang,
    )}`,
  )}</desc>
<style>${STYLE}
</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
${text({ x: COLUMNS.name, y: 38, words: words.title[lang](date), kind: 'title' })}
${phaseHeads(lang)}
${body.join('\n')}
${text({ x: COLUMNS.name, y: height - 20, words: words.legend[lang], kind: 'quiet legend' })}
</svg>
`
}

/** Every row as a sentence, for those who do not see the dots. */
function inWords(rows: readonly Progress[], lang: Lang): string {
  return rows.map(({ component, state }) => `${component.label[lang]}: ${state}.`).join(' ')
}

function phaseHeads(lang: Lang): string {
  return phases
    .map(({ label }, at) => {
      const x = COLUMNS.dots + at * DOT.gap
      return `<text class="phase" transform="translate(${x + 4} ${HEAD + 6}) rotate(-40)">${escaped(label[lang])}</text>`
    })
    .join('\n')
}

function rowPicture(row: Progress, y: number, lang: Lang): string {
  const { component, responsible, state } = row
  const dots = phases.map((_, at) => {
    const kind = at < row.steps ? 'reached' : row.isExact && !row.isOffPath ? 'ahead' : 'off'
    return `<circle class="${kind}" cx="${COLUMNS.dots + at * DOT.gap}" cy="${y - 5}" r="${DOT.radius}"/>`
  })
  return [
    '<g>',
    text({ x: COLUMNS.name, y, words: component.label[lang] }),
    text({ x: COLUMNS.responsible, y, words: responsible, kind: 'quiet' }),
    ...dots,
    text({ x: COLUMNS.state, y, words: state }),
    '</g>',
  ].join('')
}

interface Label {
  readonly x: number
  readonly y: number
  readonly words: string
  readonly kind?: string
}

function text({ x, y, words: content, kind }: Label): string {
  return `<text${kind ? ` class="${kind}"` : ''} x="${x}" y="${y}">${escaped(content)}</text>`
}

function escaped(content: string): string {
  return content.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
