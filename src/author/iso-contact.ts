// How a party is reached: the values of a CI_Contact. What is the same in ISO 19139 and ISO 19115-3 but for a name.
import type { DraftEntity, DraftValue } from './draft.ts'
import { anchorOf, plainText, writtenValue } from './iso-text.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

export function emails(contact: XmlNode | undefined, property: string): readonly DraftValue[] {
  return all(contact, 'address/CI_Address/electronicMailAddress').flatMap((node) => {
    const text = plainText(node)?.replace(/^mailto:/i, '')
    return text === undefined ? [] : [writtenValue(property, text, node.at)]
  })
}

export function phones(contact: XmlNode | undefined): readonly DraftValue[] {
  const nodes = [...all(contact, 'phone/CI_Telephone/voice'), ...all(contact, 'phone/CI_Telephone/number')]
  return nodes.flatMap((node) => {
    const text = plainText(node)?.replace(/^tel:/i, '')
    return text === undefined ? [] : [writtenValue('hasTelephone', text, node.at)]
  })
}

export function pages(contact: XmlNode | undefined, property: string): readonly DraftValue[] {
  const node = first(contact, 'onlineResource/CI_OnlineResource/linkage')
  const address = node && (plainText(node) ?? anchorOf(node))
  return node && address !== undefined && /^https?:\/\//.test(address)
    ? [writtenValue(property, address, node.at)]
    : []
}

const addressParts = [
  ['deliveryPoint', 'streetAddress'],
  ['postalCode', 'postalCode'],
  ['city', 'locality'],
  ['country', 'countryName'],
] as const

export function addressOf(contact: XmlNode | undefined): readonly DraftValue[] {
  const node = first(contact, 'address/CI_Address')
  if (!node) return []
  const values = addressParts.flatMap(([from, to]) => {
    const text = all(node, from)
      .map(plainText)
      .filter((each) => each !== undefined)
      .join(', ')
    return text === '' ? [] : [writtenValue(to, text, node.at)]
  })
  if (values.length === 0) return []
  const entity: DraftEntity = { class: 'Address', place: node.at, values }
  return [{ property: 'hasAddress', content: { kind: 'entity', entity }, place: node.at }]
}
