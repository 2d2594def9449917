// Hand-made reports that every reporter is held to: all severities, fixes, groups, awkward characters, a clean source.
import type { Finding, Report, Severity, Text } from '../../src/finding.ts'
import type { ReportOptions, RuleText } from '../../src/report/index.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCTERMS = 'http://purl.org/dc/terms/'
const SPEC = 'https://docs.dataportal.se/dcat/3.0.1/sv/'

const lines: readonly string[] = [
  '@prefix dcat: <http://www.w3.org/ns/dcat#> .',
  '<https://data.example.se/ds/luft> a dcat:Dataset ;',
  '  dcterms:title "Luftkvalitet"@sv ;',
  '  dcterms:license <https://creativecommons.org/licenses/by/4.0/deed.sv> ; # länken till licensens läsbara sida',
  '<https://data.example.se/ds/buller> a dcat:Dataset ; dcterms:title "Buller 🚗🚗 i 日本 och Exempelkommun"@sv ; dcterms:language <https://data.example.se/sprak/svenska-som-talas-i-exempelkommun/och-i-alla-andra-kommuner> .',
  '\tdcterms:format "\u001b[31mCSV\u001b[0m" ;',
  '',
]

const luft: Finding['focus'] = {
  iri: 'https://data.example.se/ds/luft',
  type: `${DCAT}Dataset`,
  label: { sv: 'datamängden ”Luftkvalitet”', en: 'the dataset “Luftkvalitet”' },
}
const buller: Finding['focus'] = {
  iri: 'https://data.example.se/ds/buller',
  type: `${DCAT}Dataset`,
  label: { sv: 'datamängden ”Buller <i> staden & runt om”', en: 'the dataset “Buller <i> staden & runt om”' },
}

interface Draft {
  readonly rule: string
  readonly severity: Severity
  readonly message: Text
  readonly at: readonly [line: number, column: number, endColumn: number]
  readonly more?: Partial<Finding>
}

function finding({ rule, severity, message, at: [line, column, endColumn], more }: Draft): Finding {
  const location = { file: 'katalog.ttl', line, column, endLine: line, endColumn }
  return { rule, severity, message, focus: luft, location, ...more }
}

const publisherMissing = finding({
  rule: 'dataset-publisher-missing',
  severity: 'error',
  message: {
    sv: 'Ange en utgivare för datamängden ”Luftkvalitet” (dcterms:publisher).',
    en: 'Add a publisher to the dataset “Luftkvalitet” (dcterms:publisher).',
  },
  at: [2, 1, 34],
  more: {
    path: { iri: `${DCTERMS}publisher`, label: { sv: 'utgivare', en: 'publisher' } },
    seeAlso: `${SPEC}#dcat_Dataset-dcterms_publisher`,
  },
})

const keyword = finding({
  rule: 'dataset-keyword-missing',
  severity: 'warning',
  message: {
    sv: 'Ange minst ett nyckelord för datamängden ”Luftkvalitet” (dcat:keyword).',
    en: 'Add at least one keyword to the dataset “Luftkvalitet” (dcat:keyword).',
  },
  at: [2, 1, 34],
  more: { path: { iri: `${DCAT}keyword`, label: { sv: 'nyckelord', en: 'keyword' } } },
})

const license = finding({
  rule: 'distribution-license-form',
  severity: 'error',
  message: {
    sv: 'Skriv licensen för ”Luftkvalitet” på sitt standardsätt.',
    en: 'Write the licence of “Luftkvalitet” in its standard form.',
  },
  at: [4, 19, 72],
  more: {
    path: { iri: `${DCTERMS}license`, label: { sv: 'licens', en: 'licence' } },
    value: 'https://creativecommons.org/licenses/by/4.0/deed.sv',
    fix: {
      kind: 'safe',
      description: { sv: 'Byt till licensens egen adress.', en: 'Use the address of the licence itself.' },
      replacement: '<http://creativecommons.org/licenses/by/4.0/>',
    },
    hint: {
      sv: 'Adressen börjar med http och slutar med snedstreck; sidan för läsare är en annan adress.',
      en: 'The address begins with http and ends with a slash; the page for readers is another address.',
    },
  },
})

const language = finding({
  rule: 'dataset-language-unknown',
  severity: 'warning',
  message: {
    sv: 'Välj språket för datamängden ”Buller <i> staden & runt om” ur EU:s lista över språk, som har en adress för varje språk.',
    en: 'Choose the language of the dataset “Buller <i> staden & runt om” from the EU list of languages, which has one address for each.',
  },
  at: [5, lines[4].indexOf('<https://data.example.se/sprak') + 1, lines[4].lastIndexOf('>') + 2],
  more: {
    focus: buller,
    path: { iri: `${DCTERMS}language`, label: { sv: 'språk', en: 'language' } },
    value: 'https://data.example.se/sprak/svenska-som-talas-i-exempelkommun/och-i-alla-andra-kommuner',
    fix: {
      kind: 'suggested',
      description: { sv: 'Det är adressen för svenska.', en: 'It is the address of Swedish.' },
      replacement: '<http://publications.europa.eu/resource/authority/language/SWE>',
    },
  },
})

const title = finding({
  rule: 'dataset-title-short',
  severity: 'info',
  message: {
    sv: 'Gör titeln på datamängden ”Buller <i> staden & runt om” mer talande.',
    en: 'Make the title of the dataset “Buller <i> staden & runt om” say more.',
  },
  at: [5, lines[4].indexOf('"Buller') + 1, lines[4].indexOf('@sv') + 4],
  more: { focus: buller, path: { iri: `${DCTERMS}title`, label: { sv: 'titel', en: 'title' } } },
})

function format(line: number, value: string): Finding {
  return finding({
    rule: 'distribution-format-unknown',
    severity: 'warning',
    message: {
      sv: 'Välj formatet ur listan, 100 % säkert:\r\n::error::”=CMD|A1”.',
      en: 'Choose the format from the list, 100% sure:\r\n::error::“=CMD|A1”.',
    },
    at: [line, 17, 17 + value.length + 2],
    more: {
      focus: {
        type: `${DCAT}Distribution`,
        label: { sv: `distributionen på rad ${line}`, en: `the distribution on line ${line}` },
      },
      path: { iri: `^${DCTERMS}format`, label: { sv: 'format', en: 'format' } },
      value,
    },
  })
}

const contents = {
  triples: 120,
  catalogs: 1,
  datasets: 12,
  series: 0,
  distributions: 1919,
  services: 2,
  agents: 1,
}

const faulty: Report = {
  source: 'katalog.ttl',
  profile: 'dcat-ap-se@3.0.1',
  conforms: false,
  counts: { error: 2, warning: 7, info: 1 },
  // Out of order on purpose: reporters sort.
  findings: [
    title,
    format(6, '=\u001b[31mCSV'),
    language,
    license,
    keyword,
    publisherMissing,
    format(1200, '=1'),
    format(1300, '=2'),
    format(1400, '=3'),
    format(1500, '=4'),
  ],
  notAssessed: [
    {
      rule: 'distribution-access-url-dead',
      reason: {
        sv: 'nätet används inte; kör med --links för att pröva adresserna',
        en: 'the network is not used; run with --links to try the addresses',
      },
      count: 1,
    },
  ],
  contents,
  suppressed: { ignored: 1, waived: 1, baseline: 14 },
  elapsedMs: 412,
}

const clean: Report = {
  source: 'data/kommun & co.ttl',
  profile: 'dcat-ap-se@3.0.1',
  conforms: true,
  counts: { error: 0, warning: 0, info: 0 },
  findings: [],
  notAssessed: [],
  contents: { triples: 9, catalogs: 1, datasets: 1, series: 1, distributions: 0, services: 0, agents: 0 },
  elapsedMs: 1,
}

const unreadable: Report = {
  source: 'https://data.example.se/finns-inte.rdf',
  profile: 'auto',
  conforms: false,
  counts: { error: 0, warning: 0, info: 0 },
  findings: [],
  notAssessed: [],
  contents: { triples: 0, catalogs: 0, datasets: 0, series: 0, distributions: 0, services: 0, agents: 0 },
  failure: {
    code: 'SOURCE_UNREACHABLE',
    message: { sv: 'Servern svarade 503.', en: 'The server answered 503.' },
    hint: { sv: 'Försök igen senare.', en: 'Try again later.' },
  },
}

/** A source with all kinds of findings, a clean one and one that could not be read. */
export const sampleReports: readonly Report[] = [faulty, clean, unreadable]

const ruleTexts: Readonly<Record<string, RuleText>> = {
  'dataset-publisher-missing': {
    message: {
      sv: 'Ange en utgivare för {focus} (dcterms:publisher).',
      en: 'Add a publisher to {focus} (dcterms:publisher).',
    },
    description: { sv: 'Utgivaren svarar för innehållet.', en: 'The publisher answers for the content.' },
    seeAlso: `${SPEC}#dcat_Dataset-dcterms_publisher`,
  },
}

/** Options that need no file: lines and rules come from here. */
export const sampleOptions: Omit<ReportOptions, 'lang'> = {
  lineOf: (file, line) => (file === 'katalog.ttl' ? lines[line - 1] : undefined),
  ruleOf: (rule) => ruleTexts[rule],
  toolVersion: '0.0.0',
}
