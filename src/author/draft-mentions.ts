// Sources that describe the same organisation again in every record: which of those mentions are one thing.
// The reference principle of DCAT-AP-SE, docs/geodata/principles.md: one address, described once.
import type { DraftEntity, DraftValue } from './draft.ts'

/** An organisation whose address in the portal is known. */
export interface KnownOrganisation {
  readonly names: readonly string[]
  readonly iri: string
  /** Organisation number, as it is written. */
  readonly number?: string
  /** IRI of its type in the ADMS list. */
  readonly type?: string
}

/** A mention and what is known of it. */
export interface Met {
  /** The entity that is described in its place. */
  readonly twin?: DraftEntity
  readonly organisation?: KnownOrganisation
}

export interface Mentions {
  /** An entity that a mention may be of. */
  readonly describe: (entity: DraftEntity) => void
  /** What a mention is of; one that is of nothing known is what the next such mention is of. */
  readonly meet: (mention: DraftEntity) => Met
}

export function createMentions(organisations: readonly KnownOrganisation[]): Mentions {
  const described = new Map<string, DraftEntity>()
  const mentioned = new Map<string, DraftEntity>()
  const known = new Map<string, KnownOrganisation>()
  for (const organisation of organisations)
    for (const name of organisation.names) known.set(fold(name), organisation)
  return {
    describe: (entity) => {
      for (const key of keysOf(entity)) if (!described.has(key)) described.set(key, entity)
    },
    meet: (mention) => {
      const keys = keysOf(mention)
      const twin = firstOf(keys, described) ?? mentioned.get(identityOf(mention))
      if (twin) return { twin }
      mentioned.set(identityOf(mention), mention)
      if (mention.class !== 'Agent') return {}
      const organisation = firstOf(textsOf(mention, 'name').map(fold), known)
      return organisation ? { organisation } : {}
    },
  }
}

/** The words that a description is found by: an organisation's names, the address or else the name of a contact. */
function keysOf(entity: DraftEntity): readonly string[] {
  if (entity.class === 'Agent') return textsOf(entity, 'name').map((name) => `Agent ${fold(name)}`)
  if (entity.class !== 'ContactPoint') return []
  const mails = textsOf(entity, 'hasEmail').map(
    (mail) => `mail ${mail.replace(/^mailto:/i, '').toLowerCase()}`,
  )
  return mails.length > 0 ? mails : textsOf(entity, 'fn').map((name) => `contact ${fold(name)}`)
}

/** What two mentions of one thing agree in: all that they are found by, and the name. */
function identityOf(entity: DraftEntity): string {
  return [entity.class, ...keysOf(entity), ...textsOf(entity, 'fn').map(fold)].join('\n')
}

function textsOf({ values }: DraftEntity, property: string): readonly string[] {
  return values
    .filter((value): value is DraftValue => value.property === property)
    .map(({ content }) => {
      if (content.kind === 'written') return content.text
      return content.kind === 'exact' && 'literal' in content.term ? content.term.literal : ''
    })
    .filter((text) => text.trim() !== '')
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function firstOf<Value>(keys: readonly string[], found: ReadonlyMap<string, Value>): Value | undefined {
  for (const key of keys) if (found.has(key)) return found.get(key)
  return undefined
}
