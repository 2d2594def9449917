// A list of sources, in YAML or in Turtle, to sources; what is wrong is a finding with line and column.
import { dirname, isAbsolute, join } from 'node:path'
import type { Finding, Location } from '../../finding.ts'
import { type Entry, readEntries, type Value } from './entries.ts'
import { faultFinding, type SourceFault, sourceFaults } from './faults.ts'
import { sourceFields, topFields } from './fields.ts'
import { missingKeys, type Read, readFields } from './read-fields.ts'
import { readTurtleSources } from './read-turtle.ts'
import { scheduleFault } from './schedule.ts'
import {
  type CredentialsReference,
  defaultSourceLimits,
  type RemovalPolicy,
  removalOf,
  type Source,
  type SourceLimits,
  sourceOf,
} from './types.ts'

export interface SourceList {
  readonly file: string
  /** Those of which nothing is wrong, in the order written. */
  readonly sources: readonly Source[]
  /** Whom a source's owner can write to. */
  readonly contact?: string
  readonly findings: readonly Finding[]
}

export interface ParseSourcesOptions {
  /** Whether the ten digits of an organisation number hold together. */
  readonly isOrganisationNumber?: (digits: string) => boolean
}

/** Reads the text of sources.yaml (or .json), or of a Turtle file. Never throws. */
export async function parseSources(
  text: string,
  file: string,
  options: ParseSourcesOptions = {},
): Promise<SourceList> {
  const faults: SourceFault[] = []
  const isTurtle = /\.(ttl|turtle)$/i.test(file)
  const { root, faults: syntax } = isTurtle ? await readTurtleSources(text, file) : readEntries(text, file)
  faults.push(...syntax)
  const top = root?.kind === 'map' ? root.entries : []
  const list = top.find(({ key }) => key === 'sources')
  const settings = readFields(
    top.filter((entry) => entry !== list && entry.key !== '$schema'),
    topFields,
    faults,
  )
  const written = list ? sourcesIn(list.value) : []
  if (written.length === 0 && syntax.length === 0)
    faults.push({ rule: 'sources-none', place: list?.at ?? { file, line: 1, column: 1 } })
  const sources = written.flatMap(({ entries, at }) => {
    const before = faults.length
    const source = readSourceEntry(entries, at, {
      defaults: asRead(settings.defaults),
      faults,
      file,
      options,
    })
    return source && faults.slice(before).every(({ rule }) => sourceFaults[rule].severity !== 'error')
      ? [source]
      : []
  })
  const kept = withoutTwins(sources, faults)
  return {
    file,
    sources: kept,
    ...(typeof settings.contact === 'string' && { contact: settings.contact }),
    findings: faults.map(faultFinding).sort((a, b) => a.location.line - b.location.line),
  }
}

/** A list of mappings, or a mapping by id. */
function sourcesIn(value: Value): readonly { readonly entries: readonly Entry[]; readonly at: Location }[] {
  if (value.kind === 'list')
    return value.items.map((item) => ({ entries: item.kind === 'map' ? item.entries : [], at: item.at }))
  if (value.kind !== 'map') return []
  return value.entries.map(({ key, at, value: fields }) => ({
    entries: [
      { key: 'id', at, value: { kind: 'scalar', text: key, at } },
      ...(fields.kind === 'map' ? fields.entries : []),
    ],
    at,
  }))
}

interface Reading {
  readonly defaults: Read
  readonly faults: SourceFault[]
  readonly file: string
  readonly options: ParseSourcesOptions
}

function readSourceEntry(entries: readonly Entry[], at: Location, reading: Reading): Source | undefined {
  const { defaults, faults, file, options } = reading
  const own = readFields(entries, sourceFields, faults)
  const read = withDefaults(own, defaults)
  // A key that is there and wrong is not missing too.
  const isWritten = (key: string) =>
    entries.some((entry) => entry.key === key && entry.value.kind !== 'empty')
  faults.push(...missingKeys(read, at).filter(({ params }) => !isWritten(String(params?.key))))
  if (typeof read.id !== 'string' || typeof read.url !== 'string') return undefined
  const placeOf = (key: string) => entries.find((entry) => entry.key === key)?.value.at ?? at
  const source = made(read, read.id, read.url, { file, at })
  const organisation = source.organisation
  if (organisation !== undefined && options.isOrganisationNumber?.(organisation) === false)
    faults.push({
      rule: 'sources-organisation-digit',
      place: placeOf('organisation'),
      params: { value: organisation },
    })
  faults.push(
    ...urlFaults(source, placeOf('url')),
    ...credentialsFaults(read, source, placeOf('credentials')),
  )
  const fault = scheduleFault(source.schedule ?? '0 4 * * *', source.timeZone)
  if (fault === 'schedule')
    faults.push({
      rule: 'sources-schedule-wrong',
      place: placeOf('schedule'),
      params: { value: source.schedule ?? '' },
    })
  if (fault === 'zone')
    faults.push({
      rule: 'sources-zone-wrong',
      place: placeOf('timeZone'),
      params: { value: source.timeZone },
    })
  return source
}

/** What a source says of a group of keys goes before the defaults key by key; a key is one thing. */
function withDefaults(own: Read, defaults: Read): Read {
  const groups = ['removal', 'limits', 'settings'].filter((key) => key in own && key in defaults)
  const joined = groups.map((key) => [key, { ...asRead(defaults[key]), ...asRead(own[key]) }])
  return { ...defaults, ...own, ...Object.fromEntries(joined) }
}

function made(read: Read, id: string, url: string, { file, at }: { file: string; at: Location }): Source {
  const text = (key: string) => (typeof read[key] === 'string' ? { [key]: read[key] } : {})
  const number = (key: string) => (typeof read[key] === 'number' ? { [key]: read[key] } : {})
  const { requestSeconds, pageSeconds, sourceSeconds, ...bounds } = asRead(read.limits)
  const ms = (name: string, value: unknown) => (typeof value === 'number' ? { [name]: value * 1000 } : {})
  const credentials = credentialsOf(asRead(read.credentials))
  const folder = dirname(file)
  const near = (path: string) => (isAbsolute(path) || folder === '.' ? path : join(folder, path))
  const reader = (typeof read.reader === 'string' ? read.reader : 'rdf') as Source['reader']
  return sourceOf({
    id,
    url: reader === 'folder' && !url.startsWith('file:') ? near(url) : url,
    reader,
    ...text('title'),
    ...text('sector'),
    ...text('schedule'),
    ...text('timeZone'),
    ...text('profile'),
    ...number('rank'),
    ...number('priority'),
    ...(typeof read.organisation === 'string' && {
      organisation: read.organisation.replace(/\D/g, '').slice(-10),
    }),
    ...(typeof read.joint === 'boolean' && { isJoint: read.joint }),
    ...(typeof read.enabled === 'boolean' && { isEnabled: read.enabled }),
    ...(typeof read.robots === 'boolean' && { robots: read.robots }),
    ...(typeof read.caFile === 'string' && { caFile: near(read.caFile) }),
    ...(Array.isArray(read.allowPrivate) && { allowPrivate: read.allowPrivate }),
    ...(credentials && { credentials }),
    removal: { ...removalOf(reader), ...(asRead(read.removal) as Partial<RemovalPolicy>) },
    limits: {
      ...defaultSourceLimits,
      ...(bounds as Partial<SourceLimits>),
      ...ms('requestMs', requestSeconds),
      ...ms('pageMs', pageSeconds),
      ...ms('sourceMs', sourceSeconds),
    },
    settings: asRead(read.settings) as Readonly<Record<string, string>>,
    place: at,
  } as Parameters<typeof sourceOf>[0])
}

function asRead(value: Read[string] | undefined): Read {
  return typeof value === 'object' && !Array.isArray(value) ? (value as Read) : {}
}

function credentialsOf({ bearer, basic, header, variable }: Read): CredentialsReference | undefined {
  if (typeof bearer === 'string') return { kind: 'bearer', variable: bearer }
  if (typeof basic === 'string') return { kind: 'basic', variable: basic }
  if (typeof header === 'string' && typeof variable === 'string') return { kind: 'header', header, variable }
  return undefined
}

function urlFaults({ url, reader }: Source, place: Location): readonly SourceFault[] {
  if (reader === 'folder') return []
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return [{ rule: 'sources-url-wrong', place, params: { value: url } }]
  const { username, password } = new URL(url)
  return username === '' && password === '' ? [] : [{ rule: 'sources-url-secret', place }]
}

function credentialsFaults(read: Read, source: Source, place: Location): readonly SourceFault[] {
  if (read.credentials === undefined) return []
  const { bearer, basic, header } = asRead(read.credentials)
  const ways = [bearer, basic, header].filter((way) => way !== undefined)
  const isToldOf = Object.keys(asRead(read.credentials)).length === 0
  if (isToldOf) return []
  if (!source.credentials || ways.length !== 1) return [{ rule: 'sources-credentials-wrong', place }]
  return source.url.startsWith('http:')
    ? [{ rule: 'sources-credentials-plain', place, params: { id: source.id } }]
    : []
}

function withoutTwins(sources: readonly Source[], faults: SourceFault[]): readonly Source[] {
  const byId = new Map<string, Source>()
  const byUrl = new Map<string, Source>()
  for (const source of sources) {
    const { id, url, place = { file: '', line: 1, column: 1 } } = source
    const twin = byId.get(id)
    if (twin) {
      faults.push({ rule: 'sources-id-repeated', place, params: { id, line: twin.place?.line ?? 1 } })
      continue
    }
    byId.set(id, source)
    const other = byUrl.get(url)
    if (other) faults.push({ rule: 'sources-url-repeated', place, params: { id, other: other.id } })
    else byUrl.set(url, source)
  }
  return [...byId.values()]
}
