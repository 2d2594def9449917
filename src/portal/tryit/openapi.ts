// What of an OpenAPI (3) or Swagger (2) description is needed to show an API and to try its questions.
// The description is somebody else's text: whatever is not as expected is left out.
import { GrunddataError } from '../../errors.ts'

export interface Parameter {
  readonly name: string
  readonly place: 'path' | 'query' | 'header'
  readonly isRequired: boolean
  readonly description: string
  readonly example: string
  /** The only values there are; empty when any may be given. */
  readonly choices: readonly string[]
}

export interface Operation {
  /** `get /badplatser/{id}`. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  /** Status → what it means. */
  readonly answers: readonly (readonly [string, string])[]
}

export interface ApiDescription {
  readonly title: string
  readonly version: string
  readonly description: string
  /** Absolute addresses that paths are below. */
  readonly servers: readonly string[]
  readonly needsKey: boolean
  readonly operations: readonly Operation[]
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const MAX_OPERATIONS = 200
const MAX_CHOICES = 100

type Node = Readonly<Record<string, unknown>>

/** Reads JSON or YAML. Throws SOURCE_UNREADABLE for anything that is no description of an API. */
export async function readApi(text: string, address: string): Promise<ApiDescription> {
  const root = await parsed(text)
  if (!isNode(root) || !(isNode(root.paths) && (root.openapi !== undefined || root.swagger !== undefined)))
    throw noApi()
  const info = isNode(root.info) ? root.info : {}
  const operations: Operation[] = []
  for (const [path, item] of Object.entries(root.paths)) {
    if (!isNode(item) || !path.startsWith('/')) continue
    for (const method of METHODS) {
      const operation = item[method]
      if (!isNode(operation) || operations.length >= MAX_OPERATIONS) continue
      operations.push(operationOf(root, { path, method, operation, shared: list(item.parameters) }))
    }
  }
  return {
    title: words(info.title) || 'API',
    version: words(info.version),
    description: words(info.description),
    servers: serversOf(root, address),
    needsKey: list(root.security).length > 0,
    operations,
  }
}

async function parsed(text: string): Promise<unknown> {
  try {
    if (/^\s*\{/.test(text)) return JSON.parse(text) as unknown
    const { parse } = await import('yaml')
    return parse(text, { maxAliasCount: 100, merge: false }) as unknown
  } catch {
    throw noApi()
  }
}

interface Found {
  readonly path: string
  readonly method: string
  readonly operation: Node
  readonly shared: readonly unknown[]
}

function operationOf(root: Node, { path, method, operation, shared }: Found): Operation {
  const parameters = [...shared, ...list(operation.parameters)].flatMap((each) => parameterOf(root, each))
  const responses = isNode(operation.responses) ? operation.responses : {}
  return {
    id: `${method} ${path}`,
    method,
    path,
    summary: words(operation.summary),
    description: words(operation.description),
    parameters: [...new Map(parameters.map((each) => [`${each.place} ${each.name}`, each])).values()],
    answers: Object.entries(responses).map(([status, each]) => [
      status,
      words((isNode(each) ? each : {}).description),
    ]),
  }
}

function parameterOf(root: Node, written: unknown): readonly Parameter[] {
  const each = followed(root, written)
  const place = each?.in
  if (!each || typeof each.name !== 'string' || (place !== 'path' && place !== 'query' && place !== 'header'))
    return []
  const schema = followed(root, each.schema) ?? each
  return [
    {
      name: each.name.slice(0, 100),
      place,
      isRequired: place === 'path' || each.required === true,
      description: words(each.description),
      example: words(each.example ?? schema.example ?? schema.default),
      choices: list(schema.enum).slice(0, MAX_CHOICES).map(words),
    },
  ]
}

/** A node, or what its `$ref` into the same document leads to. */
function followed(root: Node, written: unknown): Node | undefined {
  let node: unknown = written
  for (let hops = 0; hops < 10 && isNode(node) && typeof node.$ref === 'string'; hops++) {
    if (!node.$ref.startsWith('#/')) return undefined
    let target: unknown = root
    for (const step of node.$ref.slice(2).split('/')) {
      const key = step.replace(/~1/g, '/').replace(/~0/g, '~')
      target = isNode(target) && Object.hasOwn(target, key) ? target[key] : undefined
    }
    node = target
  }
  return isNode(node) ? node : undefined
}

function serversOf(root: Node, address: string): readonly string[] {
  const host = typeof root.host === 'string' ? root.host : undefined
  const old =
    host === undefined
      ? []
      : [
          `${list(root.schemes).includes('http') && !list(root.schemes).includes('https') ? 'http' : 'https'}://${host}${words(root.basePath)}`,
        ]
  const written = list(root.servers).flatMap((server) => {
    if (!isNode(server) || typeof server.url !== 'string') return []
    const variables = isNode(server.variables) ? server.variables : {}
    return [
      server.url.replace(/\{(\w+)\}/g, (_, name: string) =>
        Object.hasOwn(variables, name) ? words((variables[name] as Node)?.default) : '',
      ),
    ]
  })
  const all = [...written, ...old]
  return (all.length > 0 ? all : ['/']).flatMap((url) => {
    try {
      const absolute = new URL(url, address)
      return /^https?:$/.test(absolute.protocol) ? [absolute.href.replace(/\/$/, '')] : []
    } catch {
      return []
    }
  })
}

/** The address of a question. Undefined when a part of the path is missing. */
export function questionUrl(
  server: string,
  { path, parameters }: Operation,
  given: (name: string) => string,
): string | undefined {
  let filled = path
  const query = new URLSearchParams()
  for (const { name, place, isRequired } of parameters) {
    const value = given(`${place}.${name}`)
    if (place === 'path') {
      if (value === '' || /^\.{1,2}$/.test(value)) return undefined
      filled = filled.replaceAll(`{${name}}`, encodeURIComponent(value))
    } else if (place === 'query' && value !== '') query.append(name, value)
    else if (place === 'query' && isRequired) return undefined
  }
  const question = query.toString()
  return `${server}${filled}${question ? `?${question}` : ''}`
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, 2000)
    : ''
}

function noApi(): GrunddataError {
  return new GrunddataError('SOURCE_UNREADABLE', {
    sv: 'Adressen leder inte till en beskrivning i OpenAPI.',
    en: 'The address does not lead to a description in OpenAPI.',
  })
}
