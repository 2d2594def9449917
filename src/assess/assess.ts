// The assessment: read → parse → find what is to be assessed → run the rules of the framework and of DCAT-AP-SE →
// compare across the sources → the matrix. Composes the modules below; has no opinion of its own.
import { type Digest, digestsOf, domainForms, maskPersonalNumbers, withoutOverlaps } from '../check/index.ts'
import type { Finding, Problem, Text } from '../finding.ts'
import { type Focused, focusOn, type NationalResource } from '../framework/index.ts'
import { type Io, quietIo } from '../io.ts'
import { applyPolicy, emptyPolicy, type Policy, silencedLines } from '../policy/index.ts'
import { createCompleter, detectProfile, loadProfile, type Profile } from '../profile/index.ts'
import { decodeDocument, IRI, type ParseOptions, parse, type SyntaxId, text } from '../rdf/index.ts'
import { type RawDocument, type ReadOptions, read } from '../source/index.ts'
import { observe } from '../validate.ts'
import { byDomain, concerns, type Ground, itemsOf, type Seen } from './matrix.ts'
import type { AssessedResource, Assessment } from './types.ts'

/** The profile with the rules of the framework. */
export const FRAMEWORK_PROFILE = 'grunddata@2.0'

export interface AssessOptions {
  /** Assess every dataset, series and data service, not only those marked as national basic data. */
  readonly all?: boolean
  /** Id of the only domain to assess. */
  readonly domain?: string
  /** What the address of a domain is to begin with; default: the form that the data portal tests. */
  readonly subjectPrefix?: string
  readonly syntax?: SyntaxId
  readonly loadContext?: ParseOptions['loadContext']
  readonly policy?: Policy
  readonly read?: ReadOptions
  readonly io?: Io
}

/** One source, with what was seen in it. */
interface Examined {
  readonly name: string
  readonly bytes: Uint8Array
  readonly focused: Focused
  readonly problems: readonly Problem[]
  readonly digests: readonly Digest[]
}

/** Assesses files, folders, globs, URLs and `-`; what cannot be read is told in `failures`. */
export async function assess(refs: readonly string[], options: AssessOptions = {}): Promise<Assessment> {
  const profile = await loadProfile(FRAMEWORK_PROFILE)
  const examined: Examined[] = []
  const failures: Assessment['failures'][number][] = []
  const io = options.io ?? quietIo()
  for await (const result of read(refs, options.read)) {
    if ('document' in result) examined.push(await examine(result.document, profile, options))
    else {
      const { name, error } = result.failure
      failures.push({ source: name, code: error.code, message: error.text })
    }
    io.progress({ job: 'assess', done: examined.length + failures.length })
  }
  return assessmentOf(examined, failures, { profile, options })
}

/** Assesses documents that are already in memory. */
export async function assessDocuments(
  documents: readonly RawDocument[],
  options: AssessOptions = {},
): Promise<Assessment> {
  const profile = await loadProfile(FRAMEWORK_PROFILE)
  const examined: Examined[] = []
  for (const document of documents) examined.push(await examine(document, profile, options))
  return assessmentOf(examined, [], { profile, options })
}

function assessmentOf(
  examined: readonly Examined[],
  failures: Assessment['failures'],
  judging: Judging,
): Assessment {
  const pieces = examined.map((each) => judge(each, shared(each, examined), judging))
  const resources = pieces.flatMap((piece) => piece.resources)
  return {
    sources: examined.map(({ name }) => name),
    resources,
    domains: byDomain(resources),
    others: pieces.flatMap((piece) => piece.others),
    failures,
    unmarked: pieces.reduce((sum, piece) => sum + piece.unmarked, 0),
  }
}

async function examine(raw: RawDocument, profile: Profile, options: AssessOptions): Promise<Examined> {
  const decoded = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
  const graph = await parse(
    { ...raw, bytes: decoded.bytes },
    {
      ...(options.syntax && { syntax: options.syntax }),
      ...(options.loadContext && { loadContext: options.loadContext }),
      ...(raw.url && { base: raw.url }),
    },
  )
  const io = options.io ?? quietIo()
  const focused = focusOn(graph, options.all ? { all: true } : {})
  const { problems } = await observe(focused.graph, profile, io)
  const forms =
    options.subjectPrefix === undefined ? undefined : domainForms(focused.graph, options.subjectPrefix)
  const own = forms
    ? [...problems.filter(({ rule }) => rule !== 'national-domain-iri-form'), ...forms]
    : problems
  const invalid = focused.resources.length > 0 ? await invalidMetadata(focused, io) : []
  const digests = digestsOf(focused.graph)
  return { name: raw.name, bytes: decoded.bytes, focused, problems: [...own, ...invalid], digests }
}

/** Rule national-metadata-invalid: how many errors against DCAT-AP-SE a resource and its parts have. */
async function invalidMetadata({ graph, resources }: Focused, io: Io): Promise<readonly Problem[]> {
  const profile = await loadProfile(detectProfile(graph).profile)
  const { problems } = await observe(graph, profile, io)
  const faulty = withoutOverlaps(graph, [...graph.problems, ...problems]).flatMap(({ rule, focus }) =>
    focus !== undefined && profile.rules.get(rule)?.severity === 'error' ? [focus] : [],
  )
  const own = new Set(resources.map(({ term }) => term))
  return resources.flatMap(({ term, parts }) => {
    const count = faulty.filter((focus) => focus === term || (parts.has(focus) && !own.has(focus))).length
    return count === 0 ? [] : [{ rule: 'national-metadata-invalid', focus: term, params: { count } }]
  })
}

/** What a source shares with those before it. */
function shared(one: Examined, all: readonly Examined[]): readonly Problem[] {
  const owner = new Map<string, string>()
  for (const each of all.slice(0, all.indexOf(one)))
    for (const { key, focus } of each.digests) if (!owner.has(key)) owner.set(key, nameIn(each, focus))
  const told = new Set<string>()
  return one.digests.flatMap(({ rule, path, key, focus, value }) => {
    const other = owner.get(key)
    // The same address in two sources is the same dataset, harvested twice.
    if (other === undefined || other.startsWith(`<${text(one.focused.graph, focus)}>`)) return []
    if (told.has(`${rule} ${focus}`)) return []
    told.add(`${rule} ${focus}`)
    return [{ rule, path, focus, value, params: { other } }]
  })
}

function nameIn({ name, focused: { graph } }: Examined, term: number): string {
  return graph.dictionary.kind[term] === IRI ? `<${text(graph, term)}> (${name})` : name
}

interface Judging {
  readonly profile: Profile
  readonly options: AssessOptions
}

function judge(one: Examined, more: readonly Problem[], { profile, options }: Judging) {
  const { focused, name, bytes } = one
  const { graph } = focused
  const complete = createCompleter(graph, profile, name)
  const policy = options.policy ?? emptyPolicy
  const today = (options.io ?? quietIo()).now().toISOString().slice(0, 10)
  const silenced = silencedLines(bytes)
  const seen = [...one.problems, ...more].flatMap((problem): Seen[] => {
    const found = complete(problem)
    if (!found) return []
    const finding = withoutNumbers(found)
    const [judged] = applyPolicy([finding], policy, { silenced, today }).findings
    return [{ finding: judged ?? finding, focus: problem.focus, isWaived: judged === undefined }]
  })
  const terms = new Set(focused.resources.map(({ term }) => term))
  const ground: Ground = { graph, rules: profile.rules, seen, resources: terms }
  const wanted = focused.resources.filter(({ domain }) => !options.domain || domain?.id === options.domain)
  return {
    resources: wanted.map((resource) => assessed(resource, ground, { name, complete })),
    others: options.domain ? [] : othersOf(focused.resources, ground),
    unmarked: options.all ? 0 : focusOn(graph, { all: true }).resources.length - focused.resources.length,
  }
}

function othersOf(resources: readonly NationalResource[], ground: Ground) {
  return ground.seen
    .filter((each) => !each.isWaived && !resources.some((resource) => concerns(resource, ground, each)))
    .map(({ finding }) => finding)
}

interface Naming {
  readonly name: string
  readonly complete: ReturnType<typeof createCompleter>
}

function assessed(resource: NationalResource, ground: Ground, { name, complete }: Naming): AssessedResource {
  const { term, kind, domain } = resource
  const isNamed = ground.graph.dictionary.kind[term] === IRI
  // Any problem of the resource is named as the resource is.
  const label = complete({ rule: 'national-domain-missing', focus: term })?.focus.label
  return {
    source: name,
    ...(isNamed && { iri: text(ground.graph, term) }),
    label: masked(label ?? { sv: name, en: name }),
    kind,
    ...(domain && { domain: domain.id }),
    items: itemsOf(resource, ground),
  }
}

function masked({ sv, en }: Text): Text {
  return { sv: maskPersonalNumbers(sv), en: maskPersonalNumbers(en) }
}

/** A title or a value that is quoted may hold a personal identity number too. */
function withoutNumbers(finding: Finding): Finding {
  const { message, focus, value, hint } = finding
  return {
    ...finding,
    message: masked(message),
    focus: { ...focus, label: masked(focus.label) },
    ...(value !== undefined && { value: maskPersonalNumbers(value) }),
    ...(hint && { hint: masked(hint) }),
  }
}
