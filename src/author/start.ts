// The files that a new catalogue begins with: the catalogue in the YAML form, the configuration, and a workflow that
// checks and publishes it. What is not known yet is left empty with a word about what to write there.
import type { Lang } from '../finding.ts'
import { startConfiguration } from './start-configuration.ts'
import { catalogWords } from './start-words.ts'
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
