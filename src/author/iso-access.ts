// How data is reached: a distribution for each online resource of a record, with the format that its protocol,
// the stated formats or the end of its address tell of.
import { classKeys, slug } from '../dcat/index.ts'
import type { Profile } from '../profile/index.ts'
import { findCode, listsOf } from './codes.ts'
import type { DraftEntity, DraftValue } from './draft.ts'
import { type IsoLanguages, plainText, textsOf, textValues, writtenValue } from './iso-text.ts'
import { protocols } from './iso-words.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

export interface OnlineResource {
  readonly node: XmlNode
  readonly address: string
  readonly protocol: string
}

/** The online resources of a record. Those under a distributor repeat the others and count only where there are none. */
export function onlineResources(record: XmlNode): readonly OnlineResource[] {
  const distribution = all(record, 'distributionInfo/MD_Distribution')
  const online = 'MD_DigitalTransferOptions/onLine/CI_OnlineResource'
  const own = distribution.flatMap((node) => all(node, `transferOptions/${online}`))
  const found =
    own.length > 0
      ? own
      : distribution.flatMap((node) =>
          all(node, `distributor/MD_Distributor/distributorTransferOptions/${online}`),
        )
  return found.flatMap((node) => {
    const address = plainText(first(node, 'linkage'))
    const protocol = first(node, 'protocol')
    const stated = `${plainText(protocol) ?? ''} ${first(protocol, 'Anchor')?.attributes.href ?? ''}`
    return address === undefined ? [] : [{ node, address, protocol: stated.trim() }]
  })
}

export interface AccessReading {
  readonly languages: IsoLanguages
  readonly vocabularies: Profile['vocabularies']
}

/** The distributions of a dataset with this id. */
export function distributionsOf(
  record: XmlNode,
  id: string | undefined,
  reading: AccessReading,
): readonly DraftEntity[] {
  const stated = formatNames(record)
  const taken = new Map<string, number>()
  return onlineResources(record).map((resource) => {
    const format = formatOf(resource, stated, reading)
    const wish = nameOf(resource, format)
    const count = (taken.get(wish) ?? 0) + 1
    taken.set(wish, count)
    const own = count === 1 ? wish : `${wish}-${count}`
    return {
      class: 'Distribution',
      ...(id !== undefined && { id: `${id}-${own}` }),
      place: resource.node.at,
      values: distributionValues(resource, format, reading),
    }
  })
}

function distributionValues(
  { node, address, protocol }: OnlineResource,
  format: string | undefined,
  { languages }: AccessReading,
): readonly DraftValue[] {
  const linkage = first(node, 'linkage')?.at ?? node.at
  const name = first(node, 'name')
  const isDownload = /nedladdning|download/i.test(protocol) && format !== undefined && format !== 'text/html'
  return [
    ...textValues('title', textsOf(name, languages)),
    ...textValues('description', textsOf(first(node, 'description'), languages)),
    writtenValue('accessURL', address, linkage),
    ...(isDownload ? [writtenValue('downloadURL', address, linkage)] : []),
    ...(format === undefined ? [] : [writtenValue('format', format, first(node, 'protocol')?.at ?? node.at)]),
  ]
}

function formatNames(record: XmlNode): readonly string[] {
  const formats = [
    ...all(record, 'distributionInfo/MD_Distribution/distributionFormat/MD_Format'),
    ...all(record, 'identificationInfo/*/resourceFormat/MD_Format'),
  ]
  return formats
    .map((format) =>
      plainText(first(format, 'name') ?? first(format, 'formatSpecificationCitation/CI_Citation/title')),
    )
    .filter((name) => name !== undefined)
}

/** The media type that a protocol tells of. */
export function serviceMediaType(protocol: string): string | undefined {
  return protocols.find(([pattern]) => pattern.test(protocol))?.[1]
}

/** The address of a service without the words that ask it for something. */
export function endpointOf(address: string): string {
  const [path, query = ''] = address.split('?')
  const kept = query.split('&').filter((part) => part !== '' && !/^(request|service|version)=/i.test(part))
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}

/** The media type: by the protocol, else the first stated format that is one, else by the end of the address. */
function formatOf(
  { address, protocol }: OnlineResource,
  stated: readonly string[],
  { vocabularies }: AccessReading,
): string | undefined {
  const service = serviceMediaType(protocol)
  if (service !== undefined) return service
  const lists = listsOf(classKeys.Distribution.keys.get('format')?.rows ?? [], vocabularies)
  const [, extension = ''] = /\.([a-z0-9]{2,8})$/i.exec(address.replace(/[?#].*$/, '')) ?? []
  for (const name of [...stated, extension]) {
    if (/^\w+\/[-.\w]+(\+[-.\w]+)?$/.test(name)) return name
    const code = name === '' ? undefined : findCode(name, lists)
    if (code && 'literal' in code) return code.literal
  }
  return undefined
}

/** What tells a distribution from the others of its dataset: the kind of service, else the end of its address. */
function nameOf({ address, protocol }: OnlineResource, format: string | undefined): string {
  const service = /ogc\.(w\w+)_xml$/.exec(format ?? '')?.[1]
  if (service !== undefined) return service
  const last = address
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
  return slug(last) || slug(protocol) || 'fil'
}
