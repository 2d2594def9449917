// What only services have: where they are asked, how they describe themselves, which datasets they serve.
import type { DraftValue } from './draft.ts'
import { endpointOf, onlineResources, serviceMediaType } from './iso-access.ts'
import { plainText, writtenValue } from './iso-text.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

/** Where a service is asked, and where it describes itself: an address that asks for capabilities is both. */
export function endpoints(record: XmlNode, identification: XmlNode): readonly DraftValue[] {
  const connect = 'containsOperations/SV_OperationMetadata/connectPoint/CI_OnlineResource/linkage'
  const addresses = [
    ...onlineResources(record).map(({ address, node }) => ({ address, at: node.at })),
    ...all(identification, connect).map((node) => ({ address: plainText(node) ?? '', at: node.at })),
  ].filter(({ address }) => address !== '')
  const values = new Map<string, DraftValue>()
  for (const { address, at } of addresses) {
    const endpoint = endpointOf(address)
    values.set(`endpointURL ${endpoint}`, writtenValue('endpointURL', endpoint, at))
    if (/[?&]request=getcapabilities/i.test(address))
      values.set(`endpointDescription ${address}`, writtenValue('endpointDescription', address, at))
  }
  return [...values.values()]
}

/** The format that the protocol of a service tells of. */
export function serviceFormat(record: XmlNode): readonly DraftValue[] {
  for (const { node, protocol } of onlineResources(record)) {
    const format = serviceMediaType(protocol)
    if (format !== undefined) return [writtenValue('format', format, first(node, 'protocol')?.at ?? node.at)]
  }
  return []
}

/** Datasets of a service: by the UUID of their records, which the address of a catalogue service carries too. */
export function served(identification: XmlNode): readonly DraftValue[] {
  const ids = new Map<string, DraftValue>()
  for (const node of all(identification, 'operatesOn')) {
    const { uuidref, href = '' } = node.attributes
    const id = uuidref ?? /[?&]id=([^&#]+)/i.exec(href)?.[1] ?? /([0-9a-f-]{36})/i.exec(href)?.[1]
    if (id === undefined) continue
    const content = { kind: 'written', text: decodeURIComponent(id), mayBeElsewhere: true } as const
    ids.set(id, { property: 'servesDataset', content, place: node.at })
  }
  return [...ids.values()]
}
