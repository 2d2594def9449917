// A context of an EntryStore, by its REST API: an entry of type link for each thing with an IRI, its metadata being
// what the catalogue says of it. Entries of ours are known by their id, which is made of the IRI; others are left alone.
import { createHash } from 'node:crypto'
import { GrunddataError } from '../../errors.ts'
import type { Text } from '../../finding.ts'
import { entityHash, type Graph, IRI, iriId, subgraph, text, uniteGraphs } from '../../rdf/index.ts'
import { titleOf } from '../titles.ts'
import { createHttp, type Http, type HttpOptions } from './http.ts'
import { fromRdfJson, toRdfJson } from './rdf-json.ts'
import { type OnStep, type Plan, type Step, shrinkageOf, type Target } from './target.ts'

export interface EntryStoreOptions extends HttpOptions {
  /** The context, such as `https://editera.example.se/store/42`. */
  readonly context: string
}

interface Entry {
  readonly id: string
  readonly iri: string
  readonly graph: Graph
}

interface Job {
  readonly step: Step
  readonly run: () => Promise<unknown>
}

const OURS = /^gd[0-9a-f]{20}$/

/** The id of a thing's entry. */
function entryId(iri: string): string {
  return `gd${createHash('sha256').update(iri).digest('hex').slice(0, 20)}`
}

/** Publishes into a context. Signs in by name and password when they are given. */
export function entryStoreTarget(options: EntryStoreOptions): Target {
  const context = options.context.replace(/\/+$/, '')
  return async ({ graph, site }): Promise<Plan> => {
    const http = await signedIn(options, context)
    const there = await entriesThere(http, context)
    const wanted = entriesOf(graph)
    const jobs = await jobsFor(http, { context, there, wanted })
    const before = there.size > 0 ? uniteGraphs([...there.values()].map((entry) => entry.graph)) : undefined
    return {
      before,
      after: graph,
      steps: jobs.map(({ step }) => step),
      shrinkage: before && shrinkageOf(before, graph, site.base),
      notes: [],
      apply: (onStep) => apply(jobs, wanted.length, onStep),
    }
  }
}

async function signedIn(options: EntryStoreOptions, context: string): Promise<Http> {
  const { credentials, ...rest } = options
  if (credentials?.user === undefined) return createHttp(rest)
  const store = context.replace(/\/[^/]+$/, '')
  const form = new URLSearchParams({
    auth_username: credentials.user,
    auth_password: credentials.password ?? '',
    auth_maxage: '3600',
  })
  const answer = await createHttp(rest).ask(`${store}/auth/cookie`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  })
  const given = answer.headers['set-cookie'] ?? ''
  const session = cookieOf(given, 'auth_token')
  if (session === undefined) throw noCookie(new URL(store).host)
  const guard = cookieOf(given, 'XSRF-TOKEN')
  const headers: Record<string, string> = { ...rest.headers, cookie: `auth_token=${session}` }
  // Stores that guard against forged requests want their token back, as a cookie and in a header.
  if (guard !== undefined) {
    headers.cookie += `; XSRF-TOKEN=${guard}`
    headers['x-xsrf-token'] = guard
  }
  return createHttp({ ...rest, headers })
}

/** A cookie's value; several cookies stand in one line, separated by commas. */
function cookieOf(given: string, name: string): string | undefined {
  return new RegExp(`(?:^|,\\s*)${name}=([^;,\\s]+)`).exec(given)?.[1]
}

function noCookie(host: string): GrunddataError {
  return new GrunddataError(
    'TARGET_FAILED',
    {
      sv: `${host} tog emot namnet men gav ingen inloggning.`,
      en: `${host} took the name but gave no session.`,
    },
    {
      hint: {
        sv: 'Kontrollera att adressen är en EntryStore: https://…/store/<katalogens nummer>.',
        en: 'Check that the address is an EntryStore: https://…/store/<number of the catalogue>.',
      },
    },
  )
}

/** One entry for each subject with an IRI, with the nameless nodes it leads to. */
function entriesOf(graph: Graph): readonly Entry[] {
  const { dictionary, out } = graph
  const found: Entry[] = []
  for (let term = 0; term < dictionary.count; term++) {
    if (dictionary.kind[term] !== IRI || out.offset[term + 1] === out.offset[term]) continue
    const iri = text(graph, term)
    found.push({ id: entryId(iri), iri, graph: subgraph(graph, [term]) })
  }
  return found
}

/** Our entries in the context, by id. */
async function entriesThere(http: Http, context: string): Promise<ReadonlyMap<string, Entry>> {
  const ids = json(await http.ask(context, { method: 'GET', headers: { accept: 'application/json' } }))
  const found = new Map<string, Entry>()
  for (const id of Array.isArray(ids) ? ids.map(String) : []) {
    if (!OURS.test(id)) continue
    const answer = await http.ask(`${context}/metadata/${id}`, {
      method: 'GET',
      headers: { accept: 'application/json' },
      accept: [404],
    })
    if (answer.status === 404) continue
    const graph = fromRdfJson(json(answer))
    found.set(id, { id, iri: iriOf(graph, id), graph })
  }
  return found
}

/** The thing that an entry is about: the one whose IRI gives the entry's id. */
function iriOf(graph: Graph, id: string): string {
  const { dictionary } = graph
  for (let term = 0; term < dictionary.count; term++)
    if (dictionary.kind[term] === IRI && entryId(text(graph, term)) === id) return text(graph, term)
  return ''
}

function json({ body }: { readonly body: Uint8Array }): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}

interface Sides {
  readonly context: string
  readonly there: ReadonlyMap<string, Entry>
  readonly wanted: readonly Entry[]
}

async function jobsFor(http: Http, { context, there, wanted }: Sides): Promise<readonly Job[]> {
  const jobs: Job[] = []
  for (const entry of wanted) {
    const old = there.get(entry.id)
    if (!old) jobs.push({ step: stepOf('create', entry), run: () => create(http, context, entry) })
    else if (!(await isSame(old, entry)))
      jobs.push({ step: stepOf('update', entry), run: () => update(http, context, entry) })
  }
  const ids = new Set(wanted.map(({ id }) => id))
  for (const entry of there.values())
    if (!ids.has(entry.id))
      jobs.push({
        step: stepOf('remove', entry),
        run: () => http.ask(`${context}/entry/${entry.id}`, { method: 'DELETE', accept: [404] }),
      })
  return jobs
}

function stepOf(kind: Step['kind'], { iri, graph }: Entry): Step {
  const term = iriId(graph, iri)
  return { kind, iri, title: term < 0 ? iri : titleOf(graph, term) }
}

async function isSame(a: Entry, b: Entry): Promise<boolean> {
  const [x, y] = [iriId(a.graph, a.iri), iriId(b.graph, b.iri)]
  if (x < 0 || a.graph.out.size !== b.graph.out.size) return false
  return (await entityHash(a.graph, x)).hash === (await entityHash(b.graph, y)).hash
}

const JSON_TYPE = { 'content-type': 'application/json' } as const

async function create(http: Http, context: string, entry: Entry): Promise<void> {
  const query = new URLSearchParams({ entrytype: 'link', resource: entry.iri, id: entry.id })
  const answer = await http.ask(`${context}?${query}`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ metadata: toRdfJson(entry.graph) }),
    accept: [409],
  })
  // The id is taken: an earlier run made the entry and was cut short before it could know.
  if (answer.status === 409) await update(http, context, entry)
}

async function update(http: Http, context: string, entry: Entry): Promise<void> {
  await http.ask(`${context}/metadata/${entry.id}`, {
    method: 'PUT',
    headers: JSON_TYPE,
    body: JSON.stringify(toRdfJson(entry.graph)),
  })
}

async function apply(jobs: readonly Job[], total: number, onStep?: OnStep): Promise<Text> {
  let done = 0
  for (const { run } of jobs) {
    await run()
    onStep?.(++done, jobs.length)
  }
  return tallyText(
    jobs.map(({ step }) => step),
    total,
  )
}

/** `3 skapade, 1 ändrad …`, for targets that are told thing by thing; `total` is what there is now. */
export function tallyText(steps: readonly Step[], total: number): Text {
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length
  const [created, updated, removed] = [count('create'), count('update'), count('remove')]
  const same = total - created - updated
  return {
    sv: `${created} skapade, ${updated} ändrade, ${removed} borttagna, ${same} oförändrade.`,
    en: `${created} created, ${updated} updated, ${removed} removed, ${same} unchanged.`,
  }
}
