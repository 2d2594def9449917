// A CKAN site, by its action API (https://docs.ckan.org/en/latest/api/): a package for each dataset. Packages of ours
// carry where they come from and a digest of what was sent; what is gone is deleted the CKAN way, which hides it.
import { GrunddataError } from '../../errors.ts'
import type { Text } from '../../finding.ts'
import { entitiesOf } from '../entities.ts'
import { type CkanPackage, packageOf } from './ckan-package.ts'
import { tallyText } from './entry-store.ts'
import { type Answer, createHttp, type Http, type HttpOptions } from './http.ts'
import type { OnStep, Plan, Step, Target } from './target.ts'

export interface CkanOptions extends HttpOptions {
  /** The site, such as `https://ckan.example.se`. */
  readonly site: string
  /** Name or id of the organisation that owns the packages. */
  readonly organisation?: string
}

interface Known {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly iri: string
  readonly hash: string
}

const ROWS = 500

/** Publishes the datasets of a catalogue. The API token goes in the header `Authorization`. */
export function ckanTarget(options: CkanOptions): Target {
  const { credentials, ...rest } = options
  const headers = { ...rest.headers, ...(credentials?.token && { authorization: credentials.token }) }
  const http = createHttp({ ...rest, headers })
  const call = (action: string, body: object) => act(http, options.site, action, body)
  return async ({ graph, site }): Promise<Plan> => {
    const there = await packagesThere(call, site.base)
    const wanted = entitiesOf(graph, site.base)
      .filter(({ kind }) => kind === 'dataset' || kind === 'series')
      .map((entity) => packageOf(graph, entity, { site: site.base, organisation: options.organisation }))
    const jobs = jobsFor(call, there, wanted)
    const removed = jobs.filter(({ step }) => step.kind === 'remove').length
    return {
      before: undefined,
      after: graph,
      steps: jobs.map(({ step }) => step),
      shrinkage: there.length > 0 ? { before: there.length, removed } : undefined,
      notes: [],
      apply: (onStep) => apply(jobs, wanted.length, onStep),
    }
  }
}

type Outcome = { readonly result: unknown } | { readonly status: number; readonly error: Refusal }
type Refusal = Readonly<Record<string, unknown>>
type Call = (action: string, body: object) => Promise<Outcome>

/** One action: its result, or what CKAN says is wrong. */
async function act(http: Http, site: string, action: string, body: object): Promise<Outcome> {
  const answer = await http.ask(`${site.replace(/\/+$/, '')}/api/3/action/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    accept: [400, 404, 409],
  })
  const { success, result, error = {} } = parsed(answer)
  return success === true ? { result } : { status: answer.status, error }
}

interface CkanAnswer {
  readonly success?: boolean
  readonly result?: unknown
  readonly error?: Refusal
}

function parsed({ body }: Answer): CkanAnswer {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as CkanAnswer
  } catch {
    return {}
  }
}

function needed(action: string, outcome: Outcome): unknown {
  if ('result' in outcome) return outcome.result
  const { error, status } = outcome
  const said = Object.entries(error)
    .filter(([field]) => field !== '__type')
    .map(([field, value]) => `${field}: ${Array.isArray(value) ? value.join(' ') : String(value)}`)
    .join('; ')
    .slice(0, 300)
  throw new GrunddataError(
    'TARGET_FAILED',
    {
      sv: `CKAN svarade ${status} på ${action}${said && `: ${said}`}`,
      en: `CKAN answered ${status} to ${action}${said && `: ${said}`}`,
    },
    {
      hint: {
        sv: 'Kontrollera nyckeln i GRUNDDATA_PUBLISH_TOKEN och ange organisationen med --organisation.',
        en: 'Check the token in GRUNDDATA_PUBLISH_TOKEN and name the organisation with --organisation.',
      },
    },
  )
}

/**
 * Our packages, by the mark that we put on them. CKAN indexes extras as text, so that a search for one address also
 * finds longer ones that begin with it: those belong to another publication and are left out.
 */
async function packagesThere(call: Call, base: string): Promise<readonly Known[]> {
  const found: Known[] = []
  for (let start = 0; ; ) {
    const answer = needed(
      'package_search',
      await call('package_search', {
        fq: `extras_grunddata_site:"${base}"`,
        rows: ROWS,
        start,
        sort: 'id asc',
        include_private: true,
        include_drafts: true,
      }),
    ) as { readonly count?: number; readonly results?: readonly CkanPackage[] }
    const page = answer.results ?? []
    found.push(...page.filter((each) => extraOf(each, 'grunddata_site') === base).map(knownOf))
    start += page.length
    if (page.length === 0 || start >= (answer.count ?? 0)) return found
  }
}

function knownOf(dataset: CkanPackage): Known {
  const { id = '', name, title } = dataset
  return { id, name, title, iri: extraOf(dataset, 'uri'), hash: extraOf(dataset, 'grunddata_hash') }
}

function extraOf({ extras = [] }: CkanPackage, key: string): string {
  return extras.find((each) => each.key === key)?.value ?? ''
}

interface Job {
  readonly step: Step
  readonly run: () => Promise<unknown>
}

function jobsFor(call: Call, there: readonly Known[], wanted: readonly CkanPackage[]): readonly Job[] {
  const byName = new Map(there.map((known) => [known.name, known]))
  const jobs: Job[] = []
  for (const dataset of wanted) {
    const { hash, iri, title } = knownOf(dataset)
    const old = byName.get(dataset.name)
    if (!old) jobs.push({ step: { kind: 'create', iri, title }, run: () => create(call, dataset) })
    else if (old.hash !== hash)
      jobs.push({ step: { kind: 'update', iri, title }, run: () => update(call, old.id, dataset) })
  }
  const names = new Set(wanted.map(({ name }) => name))
  for (const { id, iri, title, name } of there)
    if (!names.has(name))
      jobs.push({
        step: { kind: 'remove', iri, title },
        run: async () => needed('package_delete', await call('package_delete', { id })),
      })
  return jobs
}

/**
 * Creates a package. CKAN gives the name of a deleted one away; a name that is taken by a package of the same thing was
 * made by a run that the search of CKAN does not know of yet, and is updated.
 */
async function create(call: Call, dataset: CkanPackage): Promise<void> {
  const outcome = await call('package_create', dataset)
  if ('result' in outcome) return
  const isTaken = outcome.status === 409 && 'name' in outcome.error
  const old = isTaken ? await call('package_show', { id: dataset.name }) : undefined
  const known = old && 'result' in old ? (old.result as CkanPackage) : undefined
  const isOurs = known && knownOf(known).iri === knownOf(dataset).iri
  if (isOurs && known.id !== undefined) await update(call, known.id, dataset)
  else needed('package_create', outcome)
}

async function update(call: Call, id: string, dataset: CkanPackage): Promise<void> {
  needed('package_update', await call('package_update', { ...dataset, id, state: 'active' }))
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
