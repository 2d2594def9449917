// The typed model: what every entity has, and the shapes of values. The classes are in types-*.ts, made from the table.
import type { codePrefixes, codes } from './codes.ts'
import type { ClassName } from './keys.ts'

/** An absolute IRI. */
export type Iri = `${string}:${string}`

/** An IRI, or `_:` and a name for a blank node that several things refer to. */
export type NodeId = Iri

/** Texts by language tag: `{ sv: 'Luft', en: 'Air' }`; several in a language as a list. */
export type Texts = Readonly<Record<string, string | readonly string[]>>

/** A literal with or without a language: `'Miljö'`, `{ sv: 'Miljö' }`. */
export type Literal = string | Texts

/** `2024`, `2024-05-01` or `2024-05-01T12:00:00Z`: xsd:gYear, xsd:date or xsd:dateTime. */
export type DateText = string

/** A number; as text where its digits matter: `'25.0'`. */
export type Decimal = number | `${number}`

/** At least one. */
export type Some<T> = readonly [T, ...T[]]

/** A value of a code list of the profile: one of a complete list, or one in the namespace of an open list. */
export type Code<List extends keyof typeof codes | keyof typeof codePrefixes> =
  List extends keyof typeof codes
    ? (typeof codes)[List][number]
    : List extends keyof typeof codePrefixes
      ? `${(typeof codePrefixes)[List]}${string}`
      : never

/** Another thing, described here or named by its IRI. */
export type Ref<T> = NodeId | T

/** Statements that the profile has no place for: property (IRI or prefixed name) → terms in N-Triples syntax. */
export type Other = Readonly<Record<string, readonly string[]>>

/** What every entity has. */
export interface Thing {
  readonly class?: ClassName
  /** Absent for a blank node that only the enclosing entity refers to. */
  readonly iri?: NodeId
  readonly other?: Other
}

/** An entity as read from a graph: anything may be missing. */
export type View<T extends Thing> = { readonly [K in keyof T]?: T[K] } & Thing
