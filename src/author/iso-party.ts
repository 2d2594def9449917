// Who has to do with a resource: owner, originator, point of contact and the other roles of a record.
// Hides that ISO 19139 writes a CI_ResponsibleParty where ISO 19115-3 writes a CI_Responsibility.
import type { DraftEntity, DraftValue, Fault } from './draft.ts'
import { addressOf, emails, pages, phones } from './iso-contact.ts'
import { codeIn, type IsoLanguages, plainText, textsOf, textValues, writtenValue } from './iso-text.ts'
import { attributedRoles, ROLE } from './iso-words.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

interface Party {
  readonly role: string
  readonly node: XmlNode
  readonly organisation: XmlNode | undefined
  readonly person: string | undefined
  readonly position: string | undefined
  readonly contact: XmlNode | undefined
  readonly number: string | undefined
}

function partyOf(node: XmlNode): Party {
  const organisation = first(node, 'party/CI_Organisation')
  const individual = first(node, 'party/CI_Individual', 'party/CI_Organisation/individual/CI_Individual')
  return {
    role: codeIn(node, 'role/CI_RoleCode') ?? 'pointOfContact',
    node,
    organisation: first(node, 'organisationName') ?? first(organisation, 'name'),
    person: plainText(first(node, 'individualName') ?? first(individual, 'name')),
    position: plainText(first(node, 'positionName') ?? first(individual, 'positionName')),
    contact:
      first(node, 'contactInfo/CI_Contact') ??
      first(organisation, 'contactInfo/CI_Contact') ??
      first(individual, 'contactInfo/CI_Contact'),
    number: plainText(first(organisation, 'partyIdentifier/MD_Identifier/code')),
  }
}

export interface PartyReading {
  readonly languages: IsoLanguages
  readonly faults: Fault[]
}

/** What the parties of an identification say of a dataset; of a service only the owner and the contact are told. */
export function partyValues(
  identification: XmlNode,
  kind: 'Dataset' | 'DataService',
  reading: PartyReading,
): readonly DraftValue[] {
  const parties = ['CI_ResponsibleParty', 'CI_Responsibility'].flatMap((name) =>
    [
      ...all(identification, `pointOfContact/${name}`),
      ...all(identification, `citation/CI_Citation/citedResponsibleParty/${name}`),
    ].map(partyOf),
  )
  const hasOwner = parties.some(({ role }) => role === 'owner')
  const seen = new Set<string>()
  const values: DraftValue[] = []
  for (const party of parties) {
    const property = propertyOf(party.role, hasOwner)
    const isOne = property === 'publisher' || property === 'creator'
    if (property === undefined || (isOne && seen.has(property))) tellUnused(party, reading)
    else if (kind === 'DataService' && property !== 'publisher' && property !== 'contactPoint') continue
    else {
      seen.add(property)
      const entity = entityOf(party, property, reading)
      if (entity) values.push({ property, content: { kind: 'entity', entity }, place: party.node.at })
    }
  }
  return values
}

function propertyOf(role: string, hasOwner: boolean): string | undefined {
  if (role === 'owner') return 'publisher'
  // DCAT-AP-SE has no attribution with the role of publisher; without an owner it is the nearest there is.
  if (role === 'publisher') return hasOwner ? undefined : 'publisher'
  if (role === 'originator') return 'creator'
  if (role === 'pointOfContact') return 'contactPoint'
  return attributedRoles.includes(role) ? 'qualifiedAttribution' : undefined
}

function tellUnused({ role, node }: Party, { faults }: PartyReading): void {
  faults.push({ rule: 'build-iso-role', place: node.at, params: { role } })
}

function entityOf(party: Party, property: string, reading: PartyReading): DraftEntity | undefined {
  if (property === 'contactPoint') return contactOf(party)
  const agent = agentOf(party, reading)
  if (!agent || property !== 'qualifiedAttribution') return agent
  const place = party.node.at
  return {
    class: 'Attribution',
    place,
    values: [
      { property: 'agent', content: { kind: 'entity', entity: agent }, place },
      { property: 'hadRole', content: { kind: 'exact', term: { iri: ROLE + party.role } }, place },
    ],
  }
}

function agentOf(
  { node, organisation, person, contact, number }: Party,
  { languages }: PartyReading,
): DraftEntity | undefined {
  const names = textsOf(organisation, languages)
  const place = names[0]?.at ?? node.at
  const values: DraftValue[] = [...textValues('name', names)]
  if (names.length === 0 && person !== undefined) values.push(writtenValue('name', person, place))
  if (values.length === 0) return undefined
  if (number !== undefined) values.push(writtenValue('identifier', number, place))
  values.push(...emails(contact, 'mbox').slice(0, 1), ...pages(contact, 'homepage'))
  return {
    class: 'Agent',
    kind: names.length > 0 ? 'Organization' : 'Person',
    isMention: true,
    place,
    values,
  }
}

/** A point of contact is called what a reader would look for: the office first, the organisation, then the person. */
function contactOf({ node, organisation, person, position, contact }: Party): DraftEntity | undefined {
  const name = position ?? plainText(organisation) ?? person
  const mail = emails(contact, 'hasEmail')
  if (name === undefined && mail.length === 0) return undefined
  const isPerson = position === undefined && plainText(organisation) === undefined && person !== undefined
  const values: DraftValue[] = name === undefined ? [] : [writtenValue('fn', name, node.at)]
  values.push(...mail, ...phones(contact), ...addressOf(contact), ...pages(contact, 'hasURL'))
  return {
    class: 'ContactPoint',
    kind: isPerson ? 'Individual' : 'Organization',
    isMention: true,
    place: node.at,
    values,
  }
}
