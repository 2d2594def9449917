// Carries out the corrections that findings propose, in the text itself and round by round, until none is left that
// helps. A correction that would bring a finding of its own is not made.
import type { Finding, Text } from '../finding.ts'
import { type Graph, IRI, iriId, objects, offsetAt, text } from '../rdf/index.ts'
import { edit } from './edit.ts'
import { type Change, type Statement, statementsAt } from './edit-change.ts'
import { refusals } from './edit-plan.ts'
import { parseTerm, type Term, termAt, termKey } from './edit-term.ts'
import { addedRules, objection, tally, weighLess } from './fix-tally.ts'

export interface FixOptions {
  /** Also corrections that are guesses. */
  readonly isUnsafe?: boolean
  /** Only findings of these rules. */
  readonly rules?: ReadonlySet<string>
  readonly read: (bytes: Uint8Array) => Promise<Graph>
  /** The findings of a text; the same ones every time. */
  readonly check: (bytes: Uint8Array) => Promise<readonly Finding[]>
}

export interface Left {
  readonly finding: Finding
  readonly reason: Text
}

export interface Fixed {
  readonly bytes: Uint8Array
  /** The findings whose correction was made, in order. */
  readonly made: readonly Finding[]
  /** Those whose correction could not be made. */
  readonly left: readonly Left[]
  /** What the text still gives. */
  readonly findings: readonly Finding[]
}

const MAX_ROUNDS = 12

/** Corrects a text. Nothing is written anywhere. */
export async function fixText(bytes: Uint8Array, options: FixOptions): Promise<Fixed> {
  const made: Finding[] = []
  const left = new Map<string, Left>()
  let current = bytes
  let findings = await options.check(current)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const wanted = findings.filter((each) => isWanted(each, options) && !left.has(keyOf(each)))
    if (wanted.length === 0) break
    const step = await fixOnce({ text: current, findings, wanted, options })
    for (const each of step.left) left.set(keyOf(each.finding), each)
    made.push(...step.made)
    if (step.made.length === 0) break
    current = step.text
    findings = step.findings
  }
  // One that was refused may have been cured by another since.
  const still = new Set(findings.map(keyOf))
  return {
    bytes: current,
    made,
    left: [...left].filter(([key]) => still.has(key)).map(([, each]) => each),
    findings,
  }
}

/** True for a finding whose correction is asked for. */
export function isWanted(
  { rule, fix }: Finding,
  { isUnsafe, rules }: Pick<FixOptions, 'isUnsafe' | 'rules'>,
) {
  if (!fix || (rules && !rules.has(rule))) return false
  return fix.kind === 'safe' || isUnsafe === true
}

function keyOf({ rule, focus, path, value, fix }: Finding): string {
  return [rule, focus.iri ?? focus.label.en, path?.iri, value, fix?.replacement].join('\n')
}

interface Round {
  readonly text: Uint8Array
  readonly findings: readonly Finding[]
  readonly wanted: readonly Finding[]
  readonly options: FixOptions
}

interface Step extends Fixed {
  readonly text: Uint8Array
}

async function fixOnce({ text: current, findings, wanted, options }: Round): Promise<Omit<Step, 'bytes'>> {
  const graph = await options.read(current)
  const left: Left[] = []
  const owner = new Map<Change, Finding>()
  for (const finding of wanted) {
    const change = changeFor(graph, finding)
    if (change) owner.set(change, finding)
    else left.push({ finding, reason: refusals.place })
  }
  const before = tally(findings)
  const checked = new Map<Uint8Array, readonly Finding[]>()
  const outcome = await edit({
    graph,
    changes: [...owner.keys()],
    reread: options.read,
    judge: async (result, changes) => {
      const after = await options.check(result)
      checked.set(result, after)
      const added = addedRules(before, tally(after, changes))
      const corrected = changes.map((change) => owner.get(change)!)
      // Who asks for guesses is content to see a graver finding give way to a lighter one.
      return options.isUnsafe && weighLess(added, after, corrected) ? undefined : objection(added)
    },
  })
  for (const { change, reason } of outcome.refused) left.push({ finding: owner.get(change)!, reason })
  return {
    text: outcome.bytes,
    made: outcome.done.map((change) => owner.get(change)!),
    left,
    findings: checked.get(outcome.bytes) ?? findings,
  }
}

/** What the correction of a finding changes in the text that a graph was read from; undefined without a place. */
export function changeFor(graph: Graph, finding: Finding): Change | undefined {
  const { fix, location } = finding
  if (!fix || !graph.source) return undefined
  const values = [fix.replacement, ...(fix.also ?? [])].filter((value) => value !== undefined)
  const terms = values.map(parseTerm)
  if (terms.includes(undefined)) return undefined
  const [first] = terms
  if (finding.rule.startsWith('iri-') && finding.value !== undefined && first?.kind === 'iri')
    return { kind: 'rename', from: finding.value, to: first.text }
  const path = finding.path?.iri
  const predicate = path === undefined ? undefined : iriId(graph, path)
  const [statement] = statementsAt(graph, offsetAt(graph.source, location.line, location.column), predicate)
  if (!statement) return undefined
  const { object } = statement
  if (terms.length === 1 && fix.replacePath === undefined && isDescribedOnlyHere(graph, object, first!))
    return { kind: 'rename', from: finding.value!, to: first!.text }
  return {
    kind: 'replace',
    statement,
    values: fresh(
      graph,
      statement,
      terms as readonly Term[],
      fix.replacePath ?? text(graph, statement.predicate),
    ),
    ...(fix.replacePath === undefined ? {} : { path: fix.replacePath }),
  }
}

/** An IRI that the text describes is changed there too, unless the right one is described already. */
function isDescribedOnlyHere(graph: Graph, object: number, term: Term): boolean {
  if (graph.dictionary.kind[object] !== IRI || term.kind !== 'iri' || graph.subjectAt[object] === 0)
    return false
  const right = iriId(graph, term.text)
  return right < 0 || graph.subjectAt[right] === 0
}

/** The values that are not stated already: nothing is written twice. */
function fresh(graph: Graph, { subject, object }: Statement, terms: readonly Term[], path: string): Term[] {
  const stated = new Set<string>()
  for (const each of objects(graph, subject, iriId(graph, path))) {
    const term = each === object ? undefined : termAt(graph, each)
    if (term) stated.add(termKey(term))
  }
  return terms.filter((term) => !stated.has(termKey(term)))
}
