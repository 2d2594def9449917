// The rows of the table of versions about properties: those that got another name, and versions pointing the other way.
import { type Graph, IRI, text } from '../rdf/index.ts'
import type { Statement } from './edit-change.ts'
import { type Term, termAt, termKey } from './edit-term.ts'
import { isA, type Row, rewrite, type Step, stating, valuesOf } from './upgrade-row.ts'

const datasets = ['dcat:Dataset', 'dcat:DatasetSeries'] as const

interface Renamed {
  readonly from: string
  readonly to: string
  /** The class of the subjects it applies to; all when absent. */
  readonly of?: readonly string[]
  readonly isPlain?: boolean
  /** A subject has one value. */
  readonly isSingle?: boolean
}

const renamed: readonly Renamed[] = [
  { from: 'schema:startDate', to: 'dcat:startDate', of: ['dcterms:PeriodOfTime'], isSingle: true },
  { from: 'schema:endDate', to: 'dcat:endDate', of: ['dcterms:PeriodOfTime'], isSingle: true },
  {
    from: 'https://schema.org/startDate',
    to: 'dcat:startDate',
    of: ['dcterms:PeriodOfTime'],
    isSingle: true,
  },
  { from: 'https://schema.org/endDate', to: 'dcat:endDate', of: ['dcterms:PeriodOfTime'], isSingle: true },
  { from: 'dcterms:hasVersion', to: 'dcat:hasVersion', of: datasets },
  { from: 'owl:versionInfo', to: 'dcat:version', of: datasets, isPlain: true, isSingle: true },
  { from: 'dcat:role', to: 'dcat:hadRole' },
]

/** Properties that have another name since. A period without a type is known by the property that points to it. */
export const renamedProperties: Row = function* ({ graph }) {
  const periods = new Set([...stating(graph, 'dcterms:temporal')].map(({ object }) => object))
  for (const row of renamed)
    for (const statement of stating(graph, row.from)) {
      const { subject } = statement
      const isPeriod = row.of?.includes('dcterms:PeriodOfTime') === true && periods.has(subject)
      if (isPeriod || !row.of || isA(graph, subject, ...row.of)) yield renamedStep(graph, statement, row)
    }
}

function renamedStep(graph: Graph, statement: Statement, { from, to, isPlain, isSingle }: Renamed): Step {
  const { at, subject } = statement
  const old = termAt(graph, statement.object)
  const value: Term | undefined =
    isPlain && old?.kind === 'literal' ? { kind: 'literal', text: old.text } : old
  const others = [...valuesOf(graph, subject, to), ...(isSingle ? valuesOf(graph, subject, from) : [])]
  const isPlainEqual = (a: Term, b: Term) => (isPlain ? a.text === b.text : termKey(a) === termKey(b))
  const conflict = isSingle && value && others.some((each) => !isPlainEqual(each, value))
  if (!value || conflict)
    return {
      text: {
        sv: `Både ${from} och ${to} har ett värde, och de är olika: behåll det rätta som ${to}.`,
        en: `Both ${from} and ${to} have a value, and they differ: keep the right one as ${to}.`,
      },
      at,
      subject,
    }
  return {
    text: { sv: `${from} skrivs som ${to}.`, en: `${from} is written as ${to}.` },
    at,
    subject,
    changes: [rewrite(graph, statement, value, to)],
  }
}

/** `A isVersionOf B` is said as `B dcat:hasVersion A` since 3.0.0. */
export const versionOf: Row = function* ({ graph }) {
  for (const name of ['dcterms:isVersionOf', 'dcat:isVersionOf'])
    for (const statement of stating(graph, name)) {
      const { at, subject, object } = statement
      if (!isA(graph, subject, ...datasets)) continue
      const later = termAt(graph, subject)
      if (later?.kind === 'iri' && graph.dictionary.kind[object] === IRI && isA(graph, object, ...datasets)) {
        yield { text: turned(name), at, subject, changes: turnedChanges(graph, statement, later) }
        continue
      }
      if (name === 'dcterms:isVersionOf' && graph.dictionary.kind[object] === IRI)
        yield {
          text: {
            sv: 'dcterms:isVersionOf skrivs som dcat:isVersionOf, eftersom den andra datamängden inte finns i filen.',
            en: 'dcterms:isVersionOf is written as dcat:isVersionOf, because the other dataset is not in the file.',
          },
          at,
          subject,
          changes: [
            rewrite(graph, statement, { kind: 'iri', text: text(graph, object) }, 'dcat:isVersionOf'),
          ],
        }
      else
        yield {
          text: {
            sv: 'dcat:isVersionOf finns inte i 3.0: ange dcat:hasVersion på den andra datamängden i stället.',
            en: 'There is no dcat:isVersionOf in 3.0: state dcat:hasVersion on the other dataset instead.',
          },
          at,
          subject,
          proposal: `<${text(graph, object)}> dcat:hasVersion <${text(graph, subject)}> .`,
        }
    }
}

const turned = (name: string) => ({
  sv: `${name} vänds till dcat:hasVersion på den andra datamängden.`,
  en: `${name} is turned into dcat:hasVersion on the other dataset.`,
})

function turnedChanges(graph: Graph, statement: Statement, later: Term): NonNullable<Step['changes']> {
  const path = 'http://www.w3.org/ns/dcat#hasVersion'
  const isStated = valuesOf(graph, statement.object, path).some((each) => termKey(each) === termKey(later))
  const removed = { kind: 'replace', statement, values: [] } as const
  return isStated
    ? [removed]
    : [removed, { kind: 'add', subject: statement.object, path, value: later } as const]
}
