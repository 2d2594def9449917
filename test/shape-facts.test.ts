// The loaded shapes against the property table: class × property × min × max × kind of value × datatype × pattern ×
// code list. Every row is checked, nothing is demanded that the table does not state, and each difference has its reason.
import { describe, expect, it } from 'vitest'
import { type ClassFacts, classes, compactName, expandName, type PropertyRow } from '../src/dcat/index.ts'
import type { Severity } from '../src/finding.ts'
import { loadProfile, type Rule } from '../src/profile/index.ts'
import { type Constraints, constraintsOf } from './support/shape-constraints.ts'
import { differences } from './support/shape-reasons.ts'

const profile = await loadProfile('dcat-ap-se@3.0.1')
const ownFile = /^(dcat-ap-se\/|hvd\/category)/

interface Stated {
  readonly rule: Rule
  readonly is: Constraints
}

/** The rules of the profile about one property of one class, with what they constrain. */
function rulesOf(facts: ClassFacts, property: string): readonly Stated[] {
  return [...profile.rules.values()]
    .filter(({ file }) => ownFile.test(file))
    .filter(({ path, targetClass }) => path === property && facts.types.includes(targetClass ?? ''))
    .map((rule) => ({ rule, is: constraintsOf(profile.shapes, rule.id) }))
}

const severityOf: Readonly<Record<string, Severity | undefined>> = {
  mandatory: 'error',
  conditional: 'error',
  recommended: 'warning',
}

/** The whole of a property: its rows taken together, as alternatives. */
interface Facts {
  readonly rows: readonly PropertyRow[]
  readonly current: readonly PropertyRow[]
  readonly obligation: string
  readonly max: number | undefined
}

function propertyFacts(rows: readonly PropertyRow[]): Facts {
  const current = rows.filter(({ deprecated }) => !deprecated)
  const obligations = current.map(({ obligation }) => obligation)
  const strongest = ['mandatory', 'conditional', 'recommended'].find((each) =>
    obligations.some((obligation) => obligation === each),
  )
  return { rows, current, obligation: strongest ?? 'optional', max: maxOf(rows[0], current[0]) }
}

/** Alternatives (a group) are used once at most. */
function maxOf(row: PropertyRow, current: PropertyRow | undefined): number | undefined {
  return row.group === undefined ? current?.max : 1
}

type Aspect = 'min' | 'max' | 'kind' | 'datatype' | 'pattern' | 'list' | 'fixed'

const kindOf = { iri: 'IRI', resource: 'BlankNodeOrIRI', plain: 'Literal', literal: 'Literal' } as const

const aspects: Readonly<
  Record<Aspect, (facts: Facts, stated: readonly Stated[]) => readonly [unknown, unknown]>
> = {
  min: ({ obligation }, stated) => [
    severityOf[obligation],
    stated.find(({ is }) => is.min > 0)?.rule.severity,
  ],
  max: ({ max }, stated) => [
    max,
    stated.find(({ is, rule }) => is.max !== undefined && rule.severity === 'error')?.is.max,
  ],
  kind: ({ current }, stated) => {
    const values = new Set(current.map(({ value }) => value))
    const wanted = [...values].map((value) =>
      value in kindOf ? kindOf[value as keyof typeof kindOf] : undefined,
    )
    return [
      wanted.length > 1 ? 'BlankNodeOrIRI' : wanted[0],
      stated.find(({ is }) => is.nodeKind)?.is.nodeKind,
    ]
  },
  datatype: ({ rows }, stated) => [
    [...new Set(rows.flatMap(datatypesOf))].sort(),
    [
      ...new Set(
        stated.filter(({ rule }) => !rule.id.endsWith('-deprecated')).flatMap(({ is }) => is.datatypes),
      ),
    ].sort(),
  ],
  pattern: ({ current }, stated) => {
    const wanted = current.flatMap(
      ({ prefix, pattern }) => pattern ?? (prefix === undefined ? [] : `^${prefix}`),
    )
    const found = stated.flatMap(({ is }) => is.patterns)
    return [wanted, wanted.filter((each) => found.some((pattern) => pattern.startsWith(each)))]
  },
  list: ({ rows }, stated) => {
    const wanted = rows.flatMap(({ list }) => (list === undefined ? [] : [list])).sort()
    const found = new Set(stated.flatMap(({ is }) => is.schemes(profile.vocabularies)))
    return [wanted, wanted.filter((each) => found.has(each))]
  },
  fixed: ({ current }, stated) => {
    const wanted = current.flatMap(({ fixed }) => (fixed === undefined ? [] : [fixed]))
    return [wanted, wanted.filter((each) => stated.some(({ is }) => is.values.includes(each)))]
  },
}

function datatypesOf({ value, datatypes }: PropertyRow): readonly string[] {
  return value === 'text' ? [expandName('rdf:langString')] : datatypes
}

describe('the shapes and the property table', () => {
  const used = new Set<string>()

  for (const facts of classes) {
    const properties = [...new Set(facts.properties.map(({ property }) => property))]
    it.each(
      properties.map((property) => [compactName(property), property]),
    )(`${facts.id} %s`, (name, property) => {
      const whole = propertyFacts(facts.properties.filter((row) => row.property === property))
      const stated = rulesOf(facts, property)
      for (const [aspect, compare] of Object.entries(aspects)) {
        const [wanted, found] = compare(whole, stated)
        const key = [`${facts.id} ${name} ${aspect}`, `${name} ${aspect}`].find((each) => each in differences)
        if (key === undefined) {
          expect(found, `${aspect} of ${name}`).toEqual(wanted)
          continue
        }
        used.add(key)
        expect(found, `${key} is the same after all: ${differences[key]}`).not.toEqual(wanted)
      }
    })
  }

  it('have no reason that explains nothing', () => {
    expect(Object.keys(differences).filter((key) => !used.has(key))).toEqual([])
  })

  it('name no property of a class that the table does not have', () => {
    const known = new Set(
      classes.flatMap(({ types, properties }) =>
        properties.flatMap((row) => types.map((type) => `${type} ${row.property}`)),
      ),
    )
    for (const { id, path, targetClass, file } of profile.rules.values())
      if (ownFile.test(file)) expect(known.has(`${targetClass} ${path}`), id).toBe(true)
  })

  it('ask for a class nowhere but where the class is what matters', () => {
    const asking = [...profile.rules.values()]
      .filter(({ file }) => ownFile.test(file))
      .filter(({ id }) => constraintsOf(profile.shapes, id).classes.length > 0)
      .map(({ id }) => id)
      .sort()
    // A named place may be described here; a contact is a person or an organisation.
    expect(asking).toEqual([
      'catalog-spatial-unknown',
      'contact-point-type-unknown',
      'dataset-series-spatial-unknown',
      'dataset-spatial-unknown',
    ])
  })
})
