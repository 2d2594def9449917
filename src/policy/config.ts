// grunddata.config.yaml (or .json) to a Policy. A mistake in the file is an error with its line.
import { createRequire } from 'node:module'
import type { LineCounter, Node, Pair, YAMLMap } from 'yaml'
import { GrunddataError } from '../errors.ts'
import { type Severity, severities, type Text } from '../finding.ts'
import type { Policy, Waiver } from './types.ts'

/** The reader of YAML costs a run a tenth of its time, and most runs have no configuration: it is read when one is. */
function yaml(): typeof import('yaml') {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return loaded
}

let loaded: typeof import('yaml') | undefined

interface Place {
  readonly file: string
  readonly lines: LineCounter
}

/** Reads the text of a configuration file; throws CONFIG_INVALID naming the line. YAML 1.2, so JSON too. */
export function parsePolicy(text: string, file: string): Policy {
  const { isMap, LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const place = { file, lines }
  const [fault] = document.errors
  if (fault) throw invalid(place, fault.pos[0], { sv: 'skriv giltig YAML', en: 'write valid YAML' })
  const root = document.contents
  if (root === null) return { file, severities: {}, ignore: [], waivers: [] }
  if (!isMap(root))
    throw invalid(place, root.range?.[0] ?? 0, {
      sv: 'skriv nycklar och värden',
      en: 'write keys and values',
    })
  for (const pair of root.items) assertKnown(place, pair as Pair<Node>)
  const profile = scalarAt(place, root, 'profile')
  const failOn = scalarAt(place, root, 'failOn')
  return {
    file,
    ...(profile === undefined ? {} : { profile }),
    ...(failOn === undefined ? {} : { failOn: severityOf(place, root.get('failOn', true) as Node, failOn) }),
    ...readNames(place, root),
    severities: readSeverities(place, root.get('severities', true)),
    ignore: readStrings(place, root.get('ignore', true)),
    waivers: readWaivers(place, root.get('waivers', true)),
  }
}

const KEYS = ['profile', 'failOn', 'namespace', 'subjectForm', 'severities', 'ignore', 'waivers']
const FORMS = ['concepts', 'terminology'] as const

/** How we write what has more than one name: our own resources, and the mark of national basic data. */
function readNames(place: Place, root: YAMLMap): Pick<Policy, 'namespace' | 'subjectForm'> {
  const namespace = scalarAt(place, root, 'namespace')
  if (namespace !== undefined && !/^https?:\/\/[^\s<>"]+[/#]$/.test(namespace))
    throw invalidNode(place, root.get('namespace', true), {
      sv: 'skriv en webbadress som slutar på / eller #',
      en: 'write a web address that ends in / or #',
    })
  const wish = scalarAt(place, root, 'subjectForm')
  const subjectForm = FORMS.find((form) => form === wish)
  if (wish !== undefined && !subjectForm)
    throw invalidNode(place, root.get('subjectForm', true), {
      sv: 'välj concepts eller terminology',
      en: 'choose concepts or terminology',
    })
  return { ...(namespace !== undefined && { namespace }), ...(subjectForm && { subjectForm }) }
}

function assertKnown(place: Place, pair: Pair<Node>): void {
  const key = yaml().isScalar(pair.key) ? String(pair.key.value) : ''
  if (KEYS.includes(key)) return
  throw invalid(place, pair.key.range?.[0] ?? 0, {
    sv: `”${key}” är ingen känd nyckel: välj bland ${KEYS.join(', ')}`,
    en: `“${key}” is not a known key: choose among ${KEYS.join(', ')}`,
  })
}

function readSeverities(place: Place, node: unknown): Policy['severities'] {
  if (node === undefined) return {}
  if (!yaml().isMap(node))
    throw invalidNode(place, node, { sv: 'ange regel: nivå', en: 'give rule: severity' })
  const found: Record<string, Severity | 'off'> = {}
  for (const { key, value } of node.items as Pair<Node, Node>[]) {
    const level = yaml().isScalar(value) ? String(value.value) : ''
    // YAML 1.2 keeps `off` a string, but a steward may have written false.
    found[yaml().isScalar(key) ? String(key.value) : ''] =
      level === 'off' || level === 'false' ? 'off' : severityOf(place, value, level)
  }
  return found
}

function readStrings(place: Place, node: unknown): readonly string[] {
  if (node === undefined) return []
  if (!yaml().isSeq(node)) throw invalidNode(place, node, { sv: 'ange en lista', en: 'give a list' })
  return node.items.map((item) => (yaml().isScalar(item) ? String(item.value) : ''))
}

function readWaivers(place: Place, node: unknown): readonly Waiver[] {
  if (node === undefined) return []
  if (!yaml().isSeq(node)) throw invalidNode(place, node, { sv: 'ange en lista', en: 'give a list' })
  return node.items.map((item) => {
    if (!yaml().isMap(item))
      throw invalidNode(place, item, {
        sv: 'ange rule, reason, owner och expires',
        en: 'give rule, reason, owner and expires',
      })
    return readWaiver(place, item)
  })
}

function readWaiver(place: Place, node: YAMLMap): Waiver {
  const required = (key: string) => {
    const value = scalarAt(place, node, key)
    if (value) return value
    throw invalidNode(place, node, { sv: `ange ”${key}” för undantaget`, en: `give “${key}” for the waiver` })
  }
  const expires = required('expires')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(Date.parse(expires))) {
    throw invalidNode(place, node.get('expires', true), {
      sv: 'skriv datumet som ÅÅÅÅ-MM-DD',
      en: 'write the date as YYYY-MM-DD',
    })
  }
  const iri = scalarAt(place, node, 'iri')
  return {
    rule: required('rule'),
    ...(iri === undefined ? {} : { iri }),
    reason: required('reason'),
    owner: required('owner'),
    expires,
    line: place.lines.linePos(node.range?.[0] ?? 0).line,
  }
}

function scalarAt(place: Place, map: YAMLMap, key: string): string | undefined {
  const node = map.get(key, true) as unknown
  if (node === undefined) return undefined
  if (yaml().isScalar(node)) return node.value === null ? undefined : String(node.source ?? node.value)
  throw invalidNode(place, node, {
    sv: `ange ett enda värde för ”${key}”`,
    en: `give a single value for “${key}”`,
  })
}

function severityOf(place: Place, node: unknown, value: string): Severity {
  const found = severities.find((severity) => severity === value)
  if (found) return found
  throw invalidNode(place, node, {
    sv: 'ange error, warning, info eller off',
    en: 'give error, warning, info or off',
  })
}

function invalidNode(place: Place, node: unknown, text: Text): GrunddataError {
  const range = (node as Node | undefined)?.range
  return invalid(place, range?.[0] ?? 0, text)
}

function invalid(place: Place, offset: number, text: Text): GrunddataError {
  const { line, col } = place.lines.linePos(offset)
  const where = `${place.file}:${line}:${col}`
  return new GrunddataError('CONFIG_INVALID', { sv: `${where}: ${text.sv}.`, en: `${where}: ${text.en}.` })
}
