// The files that a new catalogue begins with: the catalogue in the YAML form, the configuration, and a workflow that
// checks and publishes it. What is not known yet is left empty with a word about what to write there.
import type { Lang } from '../finding.ts'
import { startWorkflow, type Workflow } from './start-workflow.ts'
import { yaml } from './yaml-nodes.ts'

export interface StartAnswers {
  readonly lang: Lang
  /** What all addresses begin with. */
  readonly base?: string
  readonly organisation?: string
  /** Organisation number, as it is written. */
  readonly number?: string
  /** A word for the type of organisation that the code list knows. */
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly contact?: string
  readonly email?: string
  readonly dataset?: StartDataset
  /** True when datasets come from elsewhere and none need be written by hand. */
  readonly hasDatasets?: boolean
  /** The day the catalogue begins, `2026-11-28`. */
  readonly today?: string
}

export interface StartDataset {
  readonly title: string
  readonly description?: string
  /** Where the data is. */
  readonly address?: string
}

export interface StartFile {
  /** With `/` between folders. */
  readonly path: string
  readonly text: string
}

const SCHEMA = 'https://unpkg.com/grunddata/docs/catalog.schema.json'

/** `catalog.yaml`. */
export function startCatalog(answers: StartAnswers): string {
  const words = catalogWords[answers.lang]
  const { lang, organisation } = answers
  const title = answers.title ?? (organisation && words.title(organisation))
  const description = answers.description ?? (organisation && words.description(organisation))
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    ...words.head.map((line) => `# ${line}`),
    '',
    answers.base === undefined
      ? `base: # ${words.fillBase}`
      : `base: ${scalar(answers.base)} # ${words.base}`,
    `language: ${lang} # ${words.language}`,
    '',
    'catalog:',
    `  title: ${filled(title, words.fillTitle)}`,
    `  description: ${filled(description, words.fillDescription)}`,
    `  publisher: ${words.publisherId} # ${words.publisher}`,
    `  license: CC0 # ${words.license}`,
    ...(answers.today === undefined ? [] : [`  issued: ${answers.today}`]),
    `  language: ${lang === 'sv' ? 'svenska' : 'English'}`,
    `  homepage: # ${words.homepage}`,
    `  spatial: # ${words.spatial}`,
    `  themeTaxonomy: ${lang === 'sv' ? 'EU:s datateman' : 'EU data themes'}`,
    '',
    'agents:',
    `  ${words.publisherId}:`,
    '    kind: Organization',
    `    name: ${filled(organisation, words.fillName)}`,
    `    identifier: ${filled(answers.number, words.fillNumber)}`,
    `    type: ${filled(answers.type, words.fillType)}`,
    '',
    'contacts:',
    `  ${words.contactId}:`,
    `    fn: ${filled(answers.contact ?? organisation, words.fillContact)}`,
    `    hasEmail: ${filled(answers.email, words.fillEmail)}`,
    '',
    ...datasetLines(answers),
  ]
  return `${lines.join('\n')}\n`
}

function datasetLines({ lang, dataset, hasDatasets }: StartAnswers): readonly string[] {
  const words = catalogWords[lang]
  if (hasDatasets && !dataset) return []
  const lines = [
    'datasets:',
    `  - id: ${dataset ? idOf(dataset) : words.exampleId} # ${words.id}`,
    `    title: ${filled(dataset?.title, words.fillDatasetTitle)}`,
    `    description: ${filled(dataset?.description, words.fillDatasetDescription)}`,
    `    contactPoint: ${words.contactId}`,
    `    theme: # ${words.theme}`,
    `    keyword: # ${words.keyword}`,
    `    accrualPeriodicity: # ${words.frequency}`,
    `    accessRights: ${lang === 'sv' ? 'publik' : 'public'}`,
    '    distribution:',
    `      - accessURL: ${filled(dataset?.address, words.fillAddress)}`,
    `        format: # ${words.format}`,
    `        license: # ${words.dataLicense}`,
  ]
  return lines
}

function idOf({ title }: StartDataset): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'data'
}

/** A value, or nothing and a word about what belongs there. */
function filled(value: string | undefined, hint: string): string {
  return value === undefined || value === '' ? `# ${hint}` : scalar(value)
}

function scalar(value: string): string {
  return yaml().stringify(value, { lineWidth: 0 }).trimEnd()
}

/** A field that is left empty, with the word about what belongs there. */
export interface Blank {
  /** Counts from 1. */
  readonly line: number
  readonly field: string
  readonly hint: string
}

/** The fields of a catalogue of {@link startCatalog} that must be filled in. */
export function blanksOf(catalog: string): readonly Blank[] {
  return catalog.split('\n').flatMap((text, index) => {
    const [, field, hint] = /^[\s-]*(\w+): # (?:fyll i|fill in): (.*)$/.exec(text) ?? []
    return field === undefined ? [] : [{ line: index + 1, field, hint }]
  })
}

/** `grunddata.config.yaml`. */
export function startConfiguration(lang: Lang): string {
  return configurations[lang]
}

/** All files, in the order they are told of. */
export function startFiles(
  catalog: string,
  { lang, workflows, version }: { lang: Lang; workflows: readonly Workflow[]; version: string },
): readonly StartFile[] {
  return [
    { path: 'catalog.yaml', text: catalog },
    { path: 'grunddata.config.yaml', text: startConfiguration(lang) },
    ...workflows.map((workflow) => startWorkflow(workflow, { lang, version })),
  ]
}

const catalogWords = {
  sv: {
    head: [
      'Katalogen. Granska och bygg den med: grunddata build catalog.yaml --output catalog.rdf',
      'Fält som är tomma ska du fylla i; bygget säger vilka som fattas. Raden ovan ger hjälp i redigeraren.',
    ],
    base: 'det som alla adresser börjar med',
    language: 'språk för texter som inte anger något; skriv { sv: …, en: … } för flera',
    title: (name: string) => `Öppna data från ${name}`,
    description: (name: string) => `Datamängder och tjänster som ${name} delar med sig av.`,
    publisher: 'också utgivare av datamängder som inte anger någon',
    publisherId: 'utgivare',
    contactId: 'kontakt',
    license: 'gäller beskrivningarna, och måste vara CC0',
    homepage: 'webbsidan om era öppna data',
    spatial: 'området på geonames.org, till exempel http://sws.geonames.org/2661886 för Sverige',
    exampleId: 'min-datamangd',
    id: 'adressen görs av id: ändra det inte sedan',
    theme: 'EU:s datateman, till exempel Miljö eller Transport',
    keyword: 'ord att söka på: [ord, ord]',
    frequency: 'till exempel varje dag, varje månad, varje år',
    format: 'till exempel CSV, JSON, GeoJSON',
    dataLicense: 'till exempel CC0 eller CC BY 4.0',
    fillBase: 'fyll i: det som alla adresser ska börja med, på er egen domän: https://data.exempelkommun.se/',
    fillTitle: 'fyll i: katalogens namn',
    fillDescription: 'fyll i: vad katalogen innehåller',
    fillName: 'fyll i: organisationens namn',
    fillNumber: 'fyll i: organisationsnummer, tio siffror; ger adressen i portalen',
    fillType: 'fyll i: kommun, region, statlig myndighet …',
    fillContact: 'fyll i: den enhet som svarar på frågor, inte en person',
    fillEmail: 'fyll i: en funktionsadress',
    fillDatasetTitle: 'fyll i: datamängdens namn',
    fillDatasetDescription: 'fyll i: vad den innehåller, för den som inte känner den',
    fillAddress: 'fyll i: webbadressen till data',
  },
  en: {
    head: [
      'The catalogue. Check and build it with: grunddata build catalog.yaml --output catalog.rdf',
      'Fill in the fields that are empty; the build says which are missing. The line above gives help in the editor.',
    ],
    base: 'what all addresses begin with',
    language: 'language of texts that state none; write { sv: …, en: … } for several',
    title: (name: string) => `Open data from ${name}`,
    description: (name: string) => `Datasets and services that ${name} shares.`,
    publisher: 'also the publisher of datasets that name none',
    publisherId: 'publisher',
    contactId: 'contact',
    license: 'of the descriptions, and must be CC0',
    homepage: 'the web page about your open data',
    spatial: 'the area at geonames.org, for example http://sws.geonames.org/2661886 for Sweden',
    exampleId: 'my-dataset',
    id: 'the address is made of the id: do not change it later',
    theme: 'EU data themes, for example Environment or Transport',
    keyword: 'words to search by: [word, word]',
    frequency: 'for example daily, monthly, annual',
    format: 'for example CSV, JSON, GeoJSON',
    dataLicense: 'for example CC0 or CC BY 4.0',
    fillBase: 'fill in: what all addresses are to begin with, on your own domain: https://data.example.se/',
    fillTitle: 'fill in: the name of the catalogue',
    fillDescription: 'fill in: what the catalogue holds',
    fillName: 'fill in: the name of the organisation',
    fillNumber: 'fill in: organisation number, ten digits; gives the address in the portal',
    fillType: 'fill in: local authority, regional authority, national authority …',
    fillContact: 'fill in: the office that answers questions, not a person',
    fillEmail: 'fill in: an address of the office',
    fillDatasetTitle: 'fill in: the name of the dataset',
    fillDatasetDescription: 'fill in: what it holds, for somebody who does not know it',
    fillAddress: 'fill in: the web address of the data',
  },
} as const

const configurations: Readonly<Record<Lang, string>> = {
  sv: `# Inställningar för grunddata i den här mappen. Allt kan utelämnas.

# Profil att granska mot; auto väljer den version som katalogen är skriven i.
profile: auto

# Från vilken allvarlighetsgrad bygget underkänns: error, warning eller info.
failOn: error

# Andra allvarlighetsgrader, till exempel:
# severities:
#   location-centroid-missing: off

# Anmärkningar som ni känner till och tänker rätta:
# waivers:
#   - rule: dataset-temporal-missing
#     reason: Perioden utreds.
#     owner: Kansliet
#     expires: 2027-06-30
`,
  en: `# Settings of grunddata in this folder. All of it may be left out.

# Profile to check against; auto chooses the version that the catalogue is written in.
profile: auto

# From which severity the build fails: error, warning or info.
failOn: error

# Other severities, for example:
# severities:
#   location-centroid-missing: off

# Findings that you know of and will correct:
# waivers:
#   - rule: dataset-temporal-missing
#     reason: The period is being looked into.
#     owner: The office
#     expires: 2027-06-30
`,
}
