// The words of the reporters in both languages: nouns with plurals, phrases, numbers and durations.
// One typed table; a missing text does not compile.
import type { Lang, Report, Severity } from '../finding.ts'

/** A noun after a count: `one` after 1, `other` after anything else (CLDR plurals of sv and en). */
interface Noun {
  readonly one: string
  readonly other: string
}

const nounTable = {
  sv: {
    error: { one: 'fel', other: 'fel' },
    warning: { one: 'varning', other: 'varningar' },
    info: { one: 'råd', other: 'råd' },
    source: { one: 'källa', other: 'källor' },
    finding: { one: 'anmärkning', other: 'anmärkningar' },
    catalog: { one: 'katalog', other: 'kataloger' },
    dataset: { one: 'datamängd', other: 'datamängder' },
    series: { one: 'datamängdsserie', other: 'datamängdsserier' },
    distribution: { one: 'distribution', other: 'distributioner' },
    service: { one: 'datatjänst', other: 'datatjänster' },
    agent: { one: 'aktör', other: 'aktörer' },
    triple: { one: 'trippel', other: 'tripplar' },
  },
  en: {
    error: { one: 'error', other: 'errors' },
    warning: { one: 'warning', other: 'warnings' },
    info: { one: 'piece of advice', other: 'pieces of advice' },
    source: { one: 'source', other: 'sources' },
    finding: { one: 'finding', other: 'findings' },
    catalog: { one: 'catalogue', other: 'catalogues' },
    dataset: { one: 'dataset', other: 'datasets' },
    series: { one: 'dataset series', other: 'dataset series' },
    distribution: { one: 'distribution', other: 'distributions' },
    service: { one: 'data service', other: 'data services' },
    agent: { one: 'agent', other: 'agents' },
    triple: { one: 'triple', other: 'triples' },
  },
} as const satisfies Record<Lang, Record<string, Noun>>

export type NounId = keyof (typeof nounTable)['sv']

/** Written out here, since the formats that come with Node take longer to load than a small run takes to print. */
const separators = { sv: { group: '\u00a0', decimal: ',' }, en: { group: ',', decimal: '.' } }

/** A whole number as the language writes it: 12 345 (sv), 12,345 (en). */
export function number(value: number, lang: Lang): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separators[lang].group)
}

/** The noun alone, in the number that fits the count. */
export function noun(id: NounId, count: number, lang: Lang): string {
  const forms: Noun = nounTable[lang][id]
  return count === 1 ? forms.one : forms.other
}

/** Count and noun: `12 datamängder`, `1 dataset`. */
export function counted(id: NounId, count: number, lang: Lang): string {
  return `${number(count, lang)} ${noun(id, count, lang)}`
}

/** A duration in seconds: `0,4 s` (sv), `0.4 s` (en). */
export function seconds(ms: number, lang: Lang): string {
  const [whole, tenth] = (ms / 1000).toFixed(1).split('.')
  return `${number(Number(whole), lang)}${separators[lang].decimal}${tenth} s`
}

/** The severity as one word for a column: fel, varning, råd; error, warning, advice. */
export function severityWord(severity: Severity, lang: Lang): string {
  return severity === 'info' && lang === 'en' ? 'advice' : noun(severity, 1, lang)
}

/** `dcat-ap-se@3.0.1` as people say it: `DCAT-AP-SE 3.0.1`. */
export function profileTitle(profile: string): string {
  const [id, version = ''] = profile.split('@')
  return `${/^dcat/.test(id) ? id.toUpperCase() : id} ${version}`.trim()
}

/** Of the framework for national basic data no conformance is claimed: its rules are indications. */
function isIndication(title: string): boolean {
  return title.startsWith('grunddata ')
}

/** `2 fel · 5 varningar · 3 råd · 1 kunde inte bedömas`; only what there is. */
export function countsLine(
  report: Pick<Report, 'counts' | 'notAssessed' | 'suppressed'>,
  lang: Lang,
): string {
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => report.counts[severity] > 0)
    .map((severity) => counted(severity, report.counts[severity], lang))
  if (parts.length === 0) parts.push(phrases[lang].nothingFound)
  const left = notAssessedCount(report)
  if (left > 0) parts.push(phrases[lang].notAssessed(number(left, lang)))
  const { ignored = 0, waived = 0, baseline = 0 } = report.suppressed ?? {}
  if (baseline > 0) parts.push(phrases[lang].inBaseline(number(baseline, lang)))
  if (ignored + waived > 0) parts.push(phrases[lang].suppressed(number(ignored + waived, lang)))
  return parts.join(' · ')
}

/** The outcome for a source as a sentence without a full stop. */
export function verdictSentence(report: Report, lang: Lang): string {
  const words = phrases[lang]
  if (report.failure) return words.unreadable(report.source)
  return (report.conforms ? words.conforms : words.fails)(report.source, profileTitle(report.profile))
}

/** How many values or subjects were left unchecked. */
export function notAssessedCount(report: Pick<Report, 'notAssessed'>): number {
  return report.notAssessed.reduce((sum, entry) => sum + entry.count, 0)
}

const contentNouns = [
  ['catalogs', 'catalog'],
  ['datasets', 'dataset'],
  ['series', 'series'],
  ['distributions', 'distribution'],
  ['services', 'service'],
] as const

/** `12 datamängder, 19 distributioner, 2 datatjänster`; a single catalogue goes without saying. */
export function contentsLine(report: Report, lang: Lang): string {
  const parts = contentNouns
    .filter(([key]) => report.contents[key] > (key === 'catalogs' ? 1 : 0))
    .map(([key, id]) => counted(id, report.contents[key], lang))
  return parts.length > 0 ? parts.join(', ') : counted('dataset', 0, lang)
}

/** Sentences and labels that are not a count and a noun. */
export interface Phrases {
  readonly nothingFound: string
  readonly notAssessed: (count: string) => string
  readonly notAssessedTitle: string
  readonly conforms: (source: string, profile: string) => string
  readonly conformsWarmly: (source: string, profile: string, contents: string) => string
  readonly inBaseline: (count: string) => string
  readonly suppressed: (count: string) => string
  readonly fails: (source: string, profile: string) => string
  readonly unreadable: (source: string) => string
  readonly verdict: Readonly<Record<'conforms' | 'fails', (profile: string) => string>>
  readonly more: (findings: string) => string
  readonly tryGroup: string
  readonly chosen: (reason: string) => string
  readonly explain: (command: string) => string
  readonly total: string
  readonly reportTitle: string
  readonly replace: string
  readonly didYouMean: string
  readonly concerns: (count: string, total: string) => string
  readonly times: (count: string) => string
  readonly example: string
  readonly severity: string
  readonly place: string
  readonly file: string
  readonly line: string
  readonly column: string
  readonly finding: string
  readonly subject: string
  readonly subjectIri: string
  readonly property: string
  readonly value: string
  readonly hint: string
  readonly fix: string
  readonly rule: string
  readonly count: string
  readonly readMore: string
  readonly show: string
  readonly profile: string
  readonly skipToFindings: string
}

export const phrases: Readonly<Record<Lang, Phrases>> = {
  sv: {
    nothingFound: 'inga anmärkningar',
    notAssessed: (count) => `${count} kunde inte bedömas`,
    notAssessedTitle: 'Kunde inte bedömas',
    conforms: (source, profile) =>
      isIndication(profile)
        ? `${source} har inga fel enligt reglerna i ${profile}`
        : `${source} följer ${profile}`,
    conformsWarmly: (source, profile, contents) =>
      isIndication(profile)
        ? `${source} har inga anmärkningar enligt reglerna i ${profile}: ${contents}.`
        : `${source} följer ${profile}: ${contents} utan anmärkning. Fint arbete!`,
    inBaseline: (count) => `${count} kända sedan tidigare`,
    suppressed: (count) => `${count} undantagna`,
    fails: (source, profile) =>
      isIndication(profile)
        ? `${source} har fel enligt reglerna i ${profile}`
        : `${source} följer inte ${profile}`,
    unreadable: (source) => `${source} gick inte att läsa`,
    verdict: {
      conforms: (profile) =>
        isIndication(profile) ? `Inga fel enligt reglerna i ${profile}` : `Följer ${profile}`,
      fails: (profile) =>
        isIndication(profile) ? `Fel enligt reglerna i ${profile}` : `Följer inte ${profile}`,
    },
    more: (findings) => `… och ${findings} till`,
    tryGroup: 'Många anmärkningar? Visa dem efter orsak med --group.',
    chosen: (reason) => `Profilen valdes därför att ${reason}. Välj en annan med --profile.`,
    explain: (command) => `Läs mer om en regel: ${command}`,
    total: 'Totalt',
    reportTitle: 'Granskning av katalog',
    replace: 'Skriv i stället',
    didYouMean: 'Menade du',
    concerns: (count, total) => `Gäller ${count} av ${total}.`,
    times: (count) => `Förekommer ${count} gånger.`,
    example: 'Exempel',
    severity: 'Allvarlighetsgrad',
    place: 'Plats',
    file: 'Fil',
    line: 'Rad',
    column: 'Kolumn',
    finding: 'Anmärkning',
    subject: 'Gäller',
    subjectIri: 'Adress (IRI)',
    property: 'Egenskap',
    value: 'Värde',
    hint: 'Tips',
    fix: 'Rättning',
    rule: 'Regel',
    count: 'Antal',
    readMore: 'Läs mer i specifikationen',
    show: 'Visa',
    profile: 'Profil',
    skipToFindings: 'Hoppa till anmärkningarna',
  },
  en: {
    nothingFound: 'no findings',
    notAssessed: (count) => `${count} could not be assessed`,
    notAssessedTitle: 'Could not be assessed',
    conforms: (source, profile) =>
      isIndication(profile)
        ? `${source} has no errors by the rules of ${profile}`
        : `${source} conforms to ${profile}`,
    conformsWarmly: (source, profile, contents) =>
      isIndication(profile)
        ? `${source} has no remarks by the rules of ${profile}: ${contents}.`
        : `${source} conforms to ${profile}: ${contents} without a remark. Nice work!`,
    inBaseline: (count) => `${count} known from before`,
    suppressed: (count) => `${count} exempted`,
    fails: (source, profile) =>
      isIndication(profile)
        ? `${source} has errors by the rules of ${profile}`
        : `${source} does not conform to ${profile}`,
    unreadable: (source) => `${source} could not be read`,
    verdict: {
      conforms: (profile) =>
        isIndication(profile) ? `No errors by the rules of ${profile}` : `Conforms to ${profile}`,
      fails: (profile) =>
        isIndication(profile) ? `Errors by the rules of ${profile}` : `Does not conform to ${profile}`,
    },
    more: (findings) => `… and ${findings} more`,
    tryGroup: 'Many findings? Show them by cause with --group.',
    chosen: (reason) => `This profile was chosen because ${reason}. Choose another with --profile.`,
    explain: (command) => `Read more about a rule: ${command}`,
    total: 'Total',
    reportTitle: 'Catalogue review',
    replace: 'Write instead',
    didYouMean: 'Did you mean',
    concerns: (count, total) => `Concerns ${count} of ${total}.`,
    times: (count) => `Occurs ${count} times.`,
    example: 'Examples',
    severity: 'Severity',
    place: 'Place',
    file: 'File',
    line: 'Line',
    column: 'Column',
    finding: 'Finding',
    subject: 'Concerns',
    subjectIri: 'Address (IRI)',
    property: 'Property',
    value: 'Value',
    hint: 'Hint',
    fix: 'Correction',
    rule: 'Rule',
    count: 'Count',
    readMore: 'Read more in the specification',
    show: 'Show',
    profile: 'Profile',
    skipToFindings: 'Skip to the findings',
  },
}
