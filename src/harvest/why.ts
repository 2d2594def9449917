// Why a dataset is not where somebody looks for it: one thing followed through the national chain, step by step, to the
// first that drops or changes it (DCAT-AP-SE, "Skördning": rules A–E; what Sveriges dataportal and data.europa.eu show).
import type { Text } from '../finding.ts'
import { detectSyntax, type Graph, type SyntaxId, syntaxNames, uniteGraphs } from '../rdf/index.ts'
import { type Client, type FetchFailure, readSource, type SourceNote, sourceOf } from '../source/index.ts'
import type { Store } from '../store/index.ts'
import { descriptionSteps } from './why-description.ts'
import { storeSteps } from './why-store.ts'

/** `drops`: it goes no further. `changes`: it goes on, but not as it was. `unknown`: cannot be told from here. */
export type StepState = 'ok' | 'drops' | 'changes' | 'unknown'

export interface Step {
  readonly name: Text
  readonly state: StepState
  readonly said: Text
  readonly todo?: Text
}

export interface WhyOptions {
  readonly iri: string
  /** Address of the catalogue that is harvested. */
  readonly catalog: string
  readonly client: Client
  readonly store?: Store
  readonly allowPrivate?: readonly string[]
}

/** The steps in order; after the first that drops the thing there are no more. */
export async function explainWhy(options: WhyOptions): Promise<readonly Step[]> {
  const steps: Step[] = []
  const { catalog, client, allowPrivate = [] } = options
  const protocol = protocolStep(catalog)
  steps.push(protocol)
  if (protocol.state === 'drops') return steps
  const source = sourceOf({ id: 'why', url: catalog, reader: 'subcatalogs', robots: false, allowPrivate })
  const graphs: Graph[] = []
  const notes: SourceNote[] = []
  const failures: FetchFailure[] = []
  let syntax: SyntaxId | undefined
  for await (const event of readSource(source, { client })) {
    if (event.kind === 'document' && event.graph) {
      graphs.push(event.graph)
      syntax ??= detectSyntax(event.document).syntax
    } else if (event.kind === 'note') notes.push(event.note)
    else if (event.kind === 'failure') failures.push(event.failure)
  }
  steps.push(redirectStep(notes), answerStep(graphs, failures))
  if (steps.at(-1)?.state === 'drops') return steps
  steps.push(formatStep(syntax), textStep(notes), partsStep(failures))
  const isStopped = steps.some(({ state }) => state === 'drops')
  if (isStopped) return untilDrop(steps)
  steps.push(...descriptionSteps(uniteGraphs(graphs), options.iri))
  if (options.store && !steps.some(({ state }) => state === 'drops'))
    steps.push(...(await storeSteps(options.store, options.iri)))
  return untilDrop(steps)
}

function untilDrop(steps: readonly Step[]): readonly Step[] {
  const first = steps.findIndex(({ state }) => state === 'drops')
  return first < 0 ? steps : steps.slice(0, first + 1)
}

function protocolStep(catalog: string): Step {
  const name = { sv: 'Adressen till katalogen', en: 'The address of the catalogue' }
  if (/^https?:\/\//i.test(catalog)) return { name, state: 'ok', said: { sv: catalog, en: catalog } }
  return {
    name,
    state: 'drops',
    said: {
      sv: `${catalog} är ingen http- eller https-adress.`,
      en: `${catalog} is not an http or https address.`,
    },
    todo: { sv: 'Publicera katalogen på webben.', en: 'Publish the catalogue on the web.' },
  }
}

function redirectStep(notes: readonly SourceNote[]): Step {
  const name = { sv: 'Omdirigeringar', en: 'Redirects' }
  const bad = notes.find(({ rule }) => rule === 'source-redirect-code')
  if (!bad)
    return {
      name,
      state: 'ok',
      said: { sv: 'bara sådana som portalen följer', en: 'only such as the portal follows' },
    }
  const status = String(bad.params?.status ?? '')
  return {
    name,
    state: 'drops',
    said: {
      sv: `${bad.url} svarar ${status}, som portalen inte följer.`,
      en: `${bad.url} answers ${status}, which the portal does not follow.`,
    },
    todo: {
      sv: 'Svara 301, 303, 307 eller 308, eller registrera den slutliga adressen.',
      en: 'Answer 301, 303, 307 or 308, or register the final address.',
    },
  }
}

function answerStep(graphs: readonly Graph[], failures: readonly FetchFailure[]): Step {
  const name = { sv: 'Katalogen går att läsa', en: 'The catalogue can be read' }
  if (graphs.length > 0) return { name, state: 'ok', said: { sv: 'ja', en: 'yes' } }
  const error = failures[0]?.error
  return {
    name,
    state: 'drops',
    said: error?.text ?? { sv: 'Den gav inget innehåll.', en: 'It gave no content.' },
    ...(error?.hint && { todo: error.hint }),
  }
}

function formatStep(syntax: SyntaxId | undefined): Step {
  const name = { sv: 'Filformatet', en: 'The format' }
  if (syntax === undefined || syntax === 'rdfxml')
    return { name, state: 'ok', said: { sv: 'RDF/XML', en: 'RDF/XML' } }
  const called = syntaxNames[syntax]
  return {
    name,
    state: 'drops',
    said: {
      sv: `Katalogen är ${called}; portalen läser bara RDF/XML.`,
      en: `The catalogue is ${called}; the portal reads RDF/XML only.`,
    },
    todo: {
      sv: 'Skriv om den: grunddata convert --to rdfxml.',
      en: 'Rewrite it: grunddata convert --to rdfxml.',
    },
  }
}

function textStep(notes: readonly SourceNote[]): Step {
  const name = { sv: 'Texten är hel', en: 'The text is whole' }
  const bad = notes.find(({ rule }) => rule === 'source-text-lost')
  if (!bad) return { name, state: 'ok', said: { sv: 'ja', en: 'yes' } }
  return {
    name,
    state: 'drops',
    said: {
      sv: `${bad.url} har skrivfel som gör att delar inte går att läsa.`,
      en: `${bad.url} has syntax errors that make parts unreadable.`,
    },
    todo: {
      sv: 'Rätta felen; grunddata validate visar rad och kolumn.',
      en: 'Correct the errors; grunddata validate shows line and column.',
    },
  }
}

function partsStep(failures: readonly FetchFailure[]): Step {
  const name = { sv: 'Underkataloger', en: 'Sub-catalogues' }
  if (failures.length === 0)
    return { name, state: 'ok', said: { sv: 'alla går att läsa', en: 'all can be read' } }
  return {
    name,
    state: 'drops',
    said: {
      sv: `En underkatalog kunde inte läsas, och då avbryts hela organisationens skörd: ${failures[0].error.text.sv}`,
      en: `A sub-catalogue could not be read, and then the whole organisation's harvest is aborted: ${failures[0].error.text.en}`,
    },
    todo: { sv: 'Rätta eller ta bort underkatalogen.', en: 'Correct or remove the sub-catalogue.' },
  }
}
