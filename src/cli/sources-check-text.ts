// A dry run in plain words, for a terminal of any width.
import type { Lang, Text } from '../finding.ts'
import { nextSteps, type SourceCheck } from '../harvest/index.ts'
import { counted, number, paint, seconds, wrap } from '../report/index.ts'
import type { Terminal } from './terminal.ts'

interface Row {
  readonly mark: 'good' | 'info' | 'warning' | 'error'
  readonly name: Text
  readonly said: string
}

const LABEL = 13

/** The lines about one source, its name first and the next steps last. */
export function checkLines(check: SourceCheck, { lang, color, width }: Terminal): readonly string[] {
  const colours = paint(color)
  const marks = {
    good: colours.good('✓'),
    info: colours.severity.info('i'),
    warning: colours.severity.warning('!'),
    error: colours.severity.error('✗'),
  }
  const { source } = check
  const lines = [colours.title(source.title ?? source.id)]
  if (source.title !== source.url) lines.push(colours.quiet(`  ${source.url}`))
  for (const { mark, name, said } of rowsOf(check, lang)) {
    const [first, ...more] = wrap(said, Math.max(30, width - LABEL - 4))
    lines.push(`${marks[mark]} ${name[lang].padEnd(LABEL)} ${first}`)
    lines.push(...more.map((line) => `${' '.repeat(LABEL + 3)}${line}`))
  }
  lines.push('', lang === 'sv' ? '  Nästa steg:' : '  Next:')
  for (const step of nextSteps(check)) {
    const [first, ...more] = wrap(step[lang], width - 4)
    lines.push(`  • ${first}`, ...more.map((line) => `    ${line}`))
  }
  return lines
}

function rowsOf(check: SourceCheck, lang: Lang): readonly Row[] {
  const rows = [
    answerRow(check, lang),
    certificateRow(check, lang),
    mannersRow(check, lang),
    ...check.failures.map(({ error }): Row => ({ mark: 'error', name: words.fault, said: error.text[lang] })),
    pagesRow(check, lang),
    formatRow(check, lang),
    contentRow(check, lang),
    ...check.notes.map(
      ({ severity, message }): Row => ({
        mark: severity === 'info' ? 'info' : 'warning',
        name: words.note,
        said: message[lang],
      }),
    ),
    rulesRow(check, lang),
  ]
  return rows.filter((row) => row !== undefined)
}

const words = {
  answer: { sv: 'Svar', en: 'Answer' },
  certificate: { sv: 'Certifikat', en: 'Certificate' },
  robots: { sv: 'robots.txt', en: 'robots.txt' },
  fault: { sv: 'Fel', en: 'Fault' },
  pages: { sv: 'Läst', en: 'Read' },
  format: { sv: 'Format', en: 'Format' },
  content: { sv: 'Innehåll', en: 'Content' },
  note: { sv: 'Anmärkning', en: 'Remark' },
  rules: { sv: 'Regler', en: 'Rules' },
} as const satisfies Record<string, Text>

function answerRow({ pages }: SourceCheck, lang: Lang): Row | undefined {
  const [page] = pages
  if (!page || page.hops.length === 0) return undefined
  const codes = page.hops.map(({ status }) => status).join(', ')
  const said = lang === 'sv' ? `hänvisar (${codes}) till ${page.url}` : `redirects (${codes}) to ${page.url}`
  return { mark: 'good', name: words.answer, said }
}

function certificateRow({ certificate }: SourceCheck, lang: Lang): Row | undefined {
  if (!certificate) return undefined
  const { issuer, validTo, daysLeft } = certificate
  const day = validTo.toISOString().slice(0, 10)
  const said =
    daysLeft < 0
      ? { sv: `gick ut ${day} (utfärdat av ${issuer})`, en: `expired on ${day} (issued by ${issuer})` }
      : {
          sv: `gäller till ${day}, ${daysLeft} dagar till (utfärdat av ${issuer})`,
          en: `is good until ${day}, ${daysLeft} days more (issued by ${issuer})`,
        }
  return {
    mark: daysLeft < 0 ? 'error' : daysLeft < 21 ? 'warning' : 'good',
    name: words.certificate,
    said: said[lang],
  }
}

function mannersRow({ manners }: SourceCheck, lang: Lang): Row | undefined {
  if (!manners) return undefined
  const { isAllowed, delayMs } = manners
  const delay =
    delayMs > 0
      ? { sv: `, ${delayMs / 1000} s mellan frågorna`, en: `, ${delayMs / 1000} s between questions` }
      : { sv: '', en: '' }
  const said = {
    yes: { sv: `tillåter läsning${delay.sv}`, en: `allows reading${delay.en}` },
    no: { sv: 'tillåter inte läsning', en: 'does not allow reading' },
    unknown: { sv: 'gick inte att läsa', en: 'could not be read' },
  }[isAllowed]
  return { mark: isAllowed === 'yes' ? 'good' : 'error', name: words.robots, said: said[lang] }
}

function pagesRow({ end: { statistics, isComplete } }: SourceCheck, lang: Lang): Row | undefined {
  const { pages, bytes, elapsedMs } = statistics
  if (pages === 0) return undefined
  const size = bytes < 10_000 ? `${number(bytes, lang)} byte` : `${number(Math.round(bytes / 1000), lang)} kB`
  const sv = `${number(pages, lang)} ${pages === 1 ? 'sida' : 'sidor'}, ${size} på ${seconds(elapsedMs, lang)}`
  const en = `${number(pages, lang)} ${pages === 1 ? 'page' : 'pages'}, ${size} in ${seconds(elapsedMs, lang)}`
  const part = { sv: '; inte allt gick att läsa', en: '; not everything could be read' }
  return {
    mark: isComplete ? 'good' : 'warning',
    name: words.pages,
    said: { sv: sv + (isComplete ? '' : part.sv), en: en + (isComplete ? '' : part.en) }[lang],
  }
}

function formatRow({ formats, encodings, hasMojibake }: SourceCheck, lang: Lang): Row | undefined {
  if (formats.length === 0) return undefined
  const charset = encodings.length === 0 ? 'UTF-8' : encodings.join(', ')
  const garbled = {
    sv: '; å, ä och ö är förstörda (kodade två gånger)',
    en: '; å, ä and ö are garbled (encoded twice)',
  }
  return {
    mark: encodings.length > 0 || hasMojibake ? 'warning' : 'good',
    name: words.format,
    said: `${formats.join(', ')}, ${charset}${hasMojibake ? garbled[lang] : ''}`,
  }
}

function contentRow({ contents, end }: SourceCheck, lang: Lang): Row | undefined {
  if (end.statistics.pages === 0) return undefined
  const { catalogs, datasets, series, services } = contents
  const parts = [counted('catalog', catalogs, lang), counted('dataset', datasets, lang)]
  if (series > 0) parts.push(counted('series', series, lang))
  if (services > 0) parts.push(counted('service', services, lang))
  return {
    mark: datasets + series + services > 0 ? 'good' : 'warning',
    name: words.content,
    said: parts.join(', '),
  }
}

function rulesRow({ counts, end, source }: SourceCheck, lang: Lang): Row | undefined {
  if (end.statistics.pages === 0) return undefined
  const said = [counted('error', counts.error, lang), counted('warning', counts.warning, lang)].join(', ')
  const against = source.profile === 'auto' ? 'DCAT-AP-SE' : source.profile
  return {
    mark: counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'good',
    name: words.rules,
    said: lang === 'sv' ? `${said} mot ${against}` : `${said} against ${against}`,
  }
}
