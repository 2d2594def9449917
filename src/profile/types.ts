// A profile: everything normative for one version, as one value. Loaded from shapes/ and vocab/.
import type { Severity, Text } from '../finding.ts'
import type { Graph } from '../rdf/index.ts'

/** One rule: what it is called, how grave it is, what it says. Read from a shape or from a `grunddata:Rule`. */
export interface Rule {
  /** Local name of its IRI, e.g. `dataset-publisher-missing`. */
  readonly id: string
  readonly severity: Severity
  /** Template with {focus}, {value}, {path} and the problem's own params. */
  readonly message: Text
  /** Why, and how to do it right. */
  readonly description: Text
  readonly hint?: Text
  readonly seeAlso?: string
  /** Class the rule is about, as an IRI. */
  readonly targetClass?: string
  /** Property the rule is about, as an IRI. */
  readonly path?: string
  /** Name of the fixer in src/profile/fixers that proposes a correction. */
  readonly fixer?: string
  /** IRI of the concept scheme that allowed values come from. */
  readonly scheme?: string
  /** File the rule is stated in, relative to shapes/. */
  readonly file: string
  /** What is right when the rule is met, in a few words. */
  readonly name?: Text
  /** IRI of the principle or characteristic of the national framework that the rule derives from. */
  readonly derivesFrom?: string
  /** Whether the statement answers the principle, only hints at it, or is worked out from several statements. */
  readonly evidence?: 'direct' | 'proxy' | 'computed'
  /** Id of the check in our list of checks of the framework, e.g. `B1`. */
  readonly frameworkCheck?: string
  /** Why nothing can be told when there is nothing the rule applies to; a rule that has none then says nothing. */
  readonly notAssessed?: Text
}

/** A concept of a vocabulary. */
export interface Concept {
  readonly iri: string
  readonly label: Text
  readonly scheme: string
  /** Other spellings and IRIs that mean the same (skos:altLabel, skos:exactMatch, skos:notation). */
  readonly aliases: readonly string[]
  readonly broader?: string
  /** The code (skos:notation); the value itself in a vocabulary of literals. */
  readonly notation?: string
  /** Other codes and file endings (skos:hiddenLabel), also among the aliases. */
  readonly codes?: readonly string[]
  /** IRI of the concept to use instead of this deprecated one. */
  readonly replacedBy?: string
  /** What it means, where the list says so (skos:definition). */
  readonly definition?: Text
}

export interface Vocabulary {
  readonly iri: string
  /** File name in vocab/ without extension. */
  readonly name: string
  readonly title: Text
  /** Whether the list is complete (a value outside is an error) or partial. */
  readonly complete: boolean
  /** By IRI; read from the file when first asked for. */
  readonly concepts: ReadonlyMap<string, Concept>
  /** What is written as a value: the concept's IRI (default) or its notation as a plain literal. */
  readonly valueKind?: 'iri' | 'literal'
  /** What the IRI of every value begins with, also of those that a partial list does not know. */
  readonly valuePrefix?: string
  /** True when all of its values have been replaced by those of another list. */
  readonly deprecated?: boolean
  /** True for a list that the specification of DCAT-AP-SE itself states. */
  readonly stated?: boolean
}

export interface Profile {
  /** e.g. `dcat-ap-se`. */
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly seeAlso: string
  /** The shapes of this profile and of all it imports, as standard SHACL (grunddata:inScheme expanded to sh:in). */
  readonly shapes: Graph
  readonly rules: ReadonlyMap<string, Rule>
  /** By scheme IRI. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>
}
