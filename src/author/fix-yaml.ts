// Corrections in the YAML form: the scalar at fault is exchanged in the text, everything else stays. The catalogue is
// built again after each one; a correction that changes another statement or gives a new finding is taken back.
import type { Finding, Location, Text } from '../finding.ts'
import { type Graph, iriId } from '../rdf/index.ts'
import type { Change } from './edit-change.ts'
import { isSameSum, sumAfter } from './edit-check.ts'
import { refusals } from './edit-plan.ts'
import { parseTerm, type Term } from './edit-term.ts'
import type { Fixed, Left } from './fix.ts'
import { isWanted } from './fix.ts'
import { addedRules, objection, tally } from './fix-tally.ts'
import { yaml } from './yaml-nodes.ts'

/** What a text in the YAML form comes to. */
export interface BuiltYaml {
  readonly graph: Graph
  readonly findings: readonly Finding[]
}

export interface FixYamlOptions {
  readonly isUnsafe?: boolean
  readonly rules?: ReadonlySet<string>
  readonly build: (text: string) => Promise<BuiltYaml>
}

/** Corrects a text in the YAML form. Nothing is written anywhere. */
export async function fixYaml(text: string, options: FixYamlOptions): Promise<Fixed> {
  const made: Finding[] = []
  const left: Left[] = []
  // Each place is tried once, so that corrections that undo each other come to an end.
  const tried = new Set<string>()
  let current = text
  let built = await options.build(current)
  for (;;) {
    const finding = built.findings.find((each) => isWanted(each, options) && !tried.has(keyOf(each)))
    if (!finding) break
    tried.add(keyOf(finding))
    const step = await tryOne(current, built, { finding, options })
    if ('reason' in step) left.push({ finding, reason: step.reason })
    else {
      made.push(finding)
      current = step.text
      built = step.built
    }
  }
  return { bytes: Buffer.from(current), made, left, findings: built.findings }
}

/** The text with the correction of one finding made; undefined when it cannot be made. */
export async function fixYamlFinding(
  text: string,
  before: BuiltYaml,
  { finding, build }: { finding: Finding; build: FixYamlOptions['build'] },
): Promise<string | undefined> {
  const step = await tryOne(text, before, { finding, options: { build } })
  return 'text' in step ? step.text : undefined
}

const keyOf = ({ rule, location }: Finding) => `${rule} ${location.line} ${location.column}`

interface Attempt {
  readonly finding: Finding
  readonly options: FixYamlOptions
}

type Step = { readonly reason: Text } | { readonly text: string; readonly built: BuiltYaml }

const otherwise: Text = {
  sv: 'resultatet sade något annat än det som skulle ändras',
  en: 'the result said something other than what was to change',
}

async function tryOne(text: string, before: BuiltYaml, { finding, options }: Attempt): Promise<Step> {
  const { fix, location } = finding
  const term = fix?.replacement === undefined ? undefined : parseTerm(fix.replacement)
  const change = term && changeAt(before.graph, finding, term)
  const span = scalarAt(text, location)
  if (!term || !change || !span || fix?.also || fix?.replacePath) return { reason: refusals.place }
  const changed = text.slice(0, span.start) + scalarText(term.text, span.source) + text.slice(span.end)
  const built = await options.build(changed)
  const reason = objection(addedRules(tally(before.findings), tally(built.findings)))
  if (reason) return { reason }
  if (!isSameSum(sumAfter(built.graph), sumAfter(before.graph, [change]))) return { reason: otherwise }
  return { text: changed, built }
}

/** The statement that a place in the source gave. */
function changeAt(graph: Graph, { path, location }: Finding, term: Term): Change | undefined {
  const property = path === undefined ? -1 : iriId(graph, path.iri)
  const { quads, places } = graph
  for (let i = 0; i < quads.count; i++) {
    if (quads.predicate[i] !== property || !isSamePlace(places?.(quads.at[i]), location)) continue
    const statement = {
      subject: quads.subject[i],
      predicate: property,
      object: quads.object[i],
      at: quads.at[i],
    }
    return { kind: 'replace', statement, values: [term] }
  }
  return undefined
}

function isSamePlace(a: Location | undefined, b: Location): boolean {
  return a !== undefined && a.line === b.line && a.column === b.column
}

interface Scalar {
  readonly start: number
  readonly end: number
  readonly source: string
}

/** The scalar that begins at a place. */
function scalarAt(text: string, { line, column }: Location): Scalar | undefined {
  const { LineCounter, parseDocument, visit } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' })
  let found: Scalar | undefined
  visit(document, {
    Scalar(key, { range }) {
      if (key === 'key' || !range) return
      const [start, end] = range
      const { line: at, col } = lines.linePos(start)
      if (at === line && col === column) found = { start, end, source: text.slice(start, end) }
    },
  })
  return found
}

/** A text as a scalar, in the quotes that the old one had; plain when YAML reads it back as that text. */
function scalarText(text: string, old: string): string {
  const { parse } = yaml()
  if (old.startsWith("'") && !text.includes('\n')) return `'${text.replaceAll("'", "''")}'`
  const isPlain = !/[\n,[\]{}#&*!|>'"%@`]|: |^[-?:\s]|\s$/.test(text) && String(parse(text)) === text
  return old.startsWith('"') || !isPlain ? JSON.stringify(text) : text
}
