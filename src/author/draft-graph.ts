// A draft as a graph. Every statement leads back to the place in the source that it comes from.
import {
  type ClassName,
  classKeys,
  expandName,
  findKey,
  kindsOf,
  type PropertyKey,
  RDF_TYPE,
} from '../dcat/index.ts'
import type { Profile } from '../profile/index.ts'
import type { Graph } from '../rdf/index.ts'
import type { Draft, DraftEntity, DraftValue, Written } from './draft.ts'
import { inherited, membership } from './draft-inherit.ts'
import type { KnownOrganisation } from './draft-mentions.ts'
import { type Plan, planNodes } from './draft-plan.ts'
import { createDraftWriter, type DraftWriter } from './draft-writer.ts'
import { suggestion } from './faults.ts'
import { nearestWord } from './nearest-word.ts'
import { nearestKey, type Resolving, resolveWritten } from './resolve.ts'
import { entityWords } from './sections.ts'

export interface DraftContext {
  /** Code lists and rules of the version that is written. */
  readonly profile: Profile
  /** Organisations that mentions may be of, see {@link DraftEntity.isMention}. */
  readonly organisations?: readonly KnownOrganisation[]
}

/**
 * The graph of a draft. What is wrong with the draft is in `graph.problems`, told of at its place in the source;
 * the value at fault is left out.
 */
export function draftToGraph(draft: Draft, { profile, organisations }: DraftContext): Graph {
  const plan = planNodes(draft, organisations)
  const writer = createDraftWriter(plan)
  const job: Job = {
    draft,
    plan,
    writer,
    resolving: { plan, vocabularies: profile.vocabularies, language: draft.language ?? 'sv' },
    written: new Set(),
  }
  for (const fault of [...draft.faults, ...plan.faults]) writer.report(fault)
  for (const entity of draft.entities) writeEntity(job, entity)
  const { links, faults } = membership(draft, plan)
  for (const { whole, property, part, place } of links) {
    const at = writer.placed(place)
    writer.state(writer.termId(whole, at), property, writer.entityId(part), at)
  }
  for (const fault of faults) writer.report(fault)
  return writer.finish()
}

interface Job {
  readonly draft: Draft
  readonly plan: Plan
  readonly writer: DraftWriter
  readonly resolving: Resolving
  /** Entities in defaults are shared by all that inherit them, and written once. */
  readonly written: Set<DraftEntity>
}

function writeEntity(job: Job, entity: DraftEntity): void {
  const { writer, written, plan } = job
  if (written.has(entity) || plan.twins.has(entity)) return
  written.add(entity)
  const id = writer.entityId(entity)
  const at = writer.placed(entity.place)
  writer.subject(id, at)
  const type = typeOf(entity)
  if (type !== undefined) writer.state(id, RDF_TYPE, writer.termId({ iri: type }, at), at)
  for (const value of [...inherited(entity, job.draft, plan), ...(plan.additions.get(entity) ?? [])])
    writeValue(job, { subject: id, of: entity.class }, value)
}

interface Subject {
  readonly subject: number
  readonly of: ClassName | undefined
}

function writeValue(job: Job, { subject, of }: Subject, value: DraftValue): void {
  const { property, content, place } = value
  if (isKind(of, property)) return
  const { writer } = job
  const key = of && findKey(of, property)
  if (content.kind === 'exact') {
    const iri = key?.property ?? foreignProperty(property)
    const at = writer.placed(place)
    if (iri === undefined) reportUnknown(job, { subject, of }, value)
    else writer.state(subject, iri, writer.termId(content.term, at), at)
  } else if (!key) reportUnknown(job, { subject, of }, value)
  else if (content.kind === 'entity') writeNested(job, { subject, key, value }, content.entity)
  else writeWritten(job, { subject, key, value }, content)
}

function reportUnknown({ writer }: Job, { subject, of }: Subject, { property, place }: DraftValue): void {
  const near = of && nearestKey(of, property)
  const proposal = suggestion(near ?? nearestWord(property, entityWords))
  const path = near && of && classKeys[of].keys.get(near)?.property
  const label = of ? classKeys[of].facts.definite : ''
  const params = { property, class: label, suggestion: proposal }
  writer.report(
    { rule: 'build-unknown-property', place, params },
    { focus: subject, ...(path !== undefined && { path }) },
  )
}

interface Statement {
  readonly subject: number
  readonly key: PropertyKey
  readonly value: DraftValue
}

function writeNested(job: Job, { subject, key, value }: Statement, entity: DraftEntity): void {
  const { writer } = job
  if (!takesEntities(key)) {
    const expected = { sv: 'ett enkelt värde', en: 'a simple value' }
    const found = { sv: 'flera fält', en: 'several fields' }
    const params = { expected, property: key.rows[0].label, found }
    writer.report(
      { rule: 'build-wrong-kind', place: value.place, params },
      { focus: subject, path: key.property },
    )
    return
  }
  writer.state(subject, key.property, writer.entityId(entity), writer.placed(value.place))
  writeEntity(job, entity)
}

function takesEntities({ rows, range }: PropertyKey): boolean {
  return range.length > 0 && rows.some((row) => row.value === 'iri' || row.value === 'resource')
}

function writeWritten(job: Job, { subject, key, value }: Statement, content: Written): void {
  const { writer } = job
  if (content.text.trim() === '') return
  const resolved = resolveWritten(key, { ...value, content }, job.resolving)
  if ('entity' in resolved) writeNested(job, { subject, key, value }, resolved.entity)
  else if ('rule' in resolved)
    writer.report({ ...resolved, place: value.place }, { focus: subject, path: key.property })
  else {
    const at = writer.placed(value.place)
    writer.state(subject, key.property, writer.termId(resolved.term, at), at)
  }
}

/** rdf:type: of the kind that was asked for, else the first of the class. */
function typeOf({ class: name, kind, values }: DraftEntity): string | undefined {
  if (name === undefined) return undefined
  const stated = values.find((value) => isKind(name, value.property))?.content
  const wish = kind ?? (stated?.kind === 'written' ? stated.text.trim() : undefined)
  const kinds = kindsOf(name)
  return (wish !== undefined && kindNamed(wish, kinds)) || classKeys[name].facts.types[0]
}

const swedishKinds: Readonly<Record<string, string>> = { aktör: 'Agent', individ: 'Individual' }

function kindNamed(wish: string, kinds: ReadonlyMap<string, string>): string | undefined {
  const plain = wish.toLowerCase()
  for (const [name, type] of kinds) {
    if (name.toLowerCase() === plain || type === wish) return type
    if (plain === 'organisation' && name === 'Organization') return type
    if (swedishKinds[plain] === name) return type
  }
  return undefined
}

function isKind(name: ClassName | undefined, property: string): boolean {
  if (property === 'kind') return true
  return name !== undefined && kindsOf(name).size > 1 && findKey(name, property)?.key === 'kind'
}

/** The IRI of a property outside the class: an IRI, or a name with a prefix that we know. */
function foreignProperty(property: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(property) || property.startsWith('urn:')) return property
  try {
    return property.includes(':') ? expandName(property) : undefined
  } catch {
    return undefined
  }
}
