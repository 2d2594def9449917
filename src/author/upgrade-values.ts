// The rows of the table of versions about values: lists that were replaced, datatypes, licences.
import { type Concept, replacementOf } from '../profile/index.ts'
import { type Graph, objects } from '../rdf/index.ts'
import type { Statement } from './edit-change.ts'
import { parseTerm, type Term, termAt } from './edit-term.ts'
import { type Row, type RowContext, rewrite, type Step, stating } from './upgrade-row.ts'

const NEW_LIST = {
  sv: 'Värdet hör till en äldre lista och byts mot det i den nya.',
  en: 'The value belongs to an older list and is replaced by that of the new one.',
}

const TWO_FREQUENCIES = {
  sv: 'Det finns två olika uppdateringsfrekvenser, och 3.0.1 tillåter en: behåll den rätta ur den nya listan.',
  en: 'There are two different update frequencies, and 3.0.1 allows one: keep the right one, of the new list.',
}

/** True when the subject states another value too, of the list that is in force. */
function hasOther(graph: Graph, { subject, predicate, object }: Statement, value: Term): boolean {
  return [...objects(graph, subject, predicate)].some((each) => {
    const other = each === object ? undefined : termAt(graph, each)
    return other !== undefined && other.text !== value.text && !other.text.startsWith('http://purl.org/cld/')
  })
}

const replacedLists = ['dcatap:availability', 'adms:status', 'dcterms:accrualPeriodicity', 'dcterms:format']

/** Availability, status, frequency and geographic media types of older lists. */
export const oldValues: Row = function* ({ graph, vocabularies }) {
  for (const name of replacedLists)
    for (const statement of stating(graph, name)) {
      const old = termAt(graph, statement.object)
      const written = old && replacementOf(old.text, vocabularies)
      const value = written === undefined ? undefined : parseTerm(written)
      if (!old || !value) continue
      const isSecond = name === 'dcterms:accrualPeriodicity' && hasOther(graph, statement, value)
      yield isSecond
        ? { ...step(statement, TWO_FREQUENCIES), proposal: `${name} <${value.text}>` }
        : step(statement, NEW_LIST, [rewrite(graph, statement, value)])
    }
}

function step(
  { at, subject }: { at: number; subject: number },
  text: Step['text'],
  changes?: Step['changes'],
): Step {
  return { text, at, subject, ...(changes && { changes }) }
}

const SIZE = 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger'

/** A size in bytes is a whole number since 3.0.0. */
export const byteSize: Row = function* ({ graph }) {
  for (const statement of stating(graph, 'dcat:byteSize')) {
    const old = termAt(graph, statement.object)
    if (old?.kind !== 'literal' || old.datatype === SIZE) continue
    const digits = /^\+?(\d+)(?:\.0*)?$/.exec(old.text.trim())?.[1]
    if (digits === undefined) {
      yield step(statement, {
        sv: 'Storleken är inget helt antal byte: skriv om den.',
        en: 'The size is no whole number of bytes: write it anew.',
      })
      continue
    }
    const value = { kind: 'literal', text: digits.replace(/^0+(?=\d)/, ''), datatype: SIZE } as const
    yield step(
      statement,
      {
        sv: 'Storleken skrivs som ett helt antal byte.',
        en: 'The size is written as a whole number of bytes.',
      },
      [rewrite(graph, statement, value)],
    )
  }
}

const LICENCE =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses\/(?:by|by-nc|by-nc-nd|by-nc-sa|by-nd|by-sa)\/4\.0|publicdomain\/zero\/1\.0)(?:\/(?:deed|legalcode)(?:\.[a-z_-]+)?)?\/?$/i

/** Creative Commons 4.0 and CC0 at their one address; other versions are never touched. */
export const licences: Row = function* ({ graph }) {
  for (const statement of stating(graph, 'dcterms:license')) {
    const old = termAt(graph, statement.object)
    const path = old?.kind === 'iri' ? LICENCE.exec(old.text)?.[1] : undefined
    const right = path && `http://creativecommons.org/${path.toLowerCase()}/`
    if (!old || !right || right === old.text) continue
    yield step(
      statement,
      {
        sv: 'Licensen skrivs med sin standardadress.',
        en: 'The licence is written with its standard address.',
      },
      [rewrite(graph, statement, { kind: 'iri', text: right })],
    )
  }
}

/** A category of high-value datasets that has more detailed ones below it. */
export const hvdLeaf: Row = function* ({ graph, vocabularies }) {
  const categories = vocabularyNamed(vocabularies, 'hvd-category')
  const parents = new Set([...categories.values()].map(({ broader }) => broader))
  for (const statement of stating(graph, 'dcatap:hvdCategory')) {
    const iri = termAt(graph, statement.object)?.text
    if (iri === undefined || !parents.has(iri)) continue
    yield step(statement, {
      sv: 'Kategorin för värdefulla datamängder har underkategorier: välj en av dem.',
      en: 'The category of high-value datasets has subcategories: choose one of them.',
    })
  }
}

function vocabularyNamed(
  vocabularies: RowContext['vocabularies'],
  name: string,
): ReadonlyMap<string, Concept> {
  return [...vocabularies.values()].find((each) => each.name === name)?.concepts ?? new Map()
}

const ROLES = 'https://www.dataportal.se/terminology/resource-role/'

/** Roles of relationships come from the list of Sveriges dataportal since 3.0.0. */
export const roles: Row = function* ({ graph }) {
  const related = new Set([...stating(graph, 'dcat:qualifiedRelation')].map(({ object }) => object))
  for (const statement of stating(graph, 'dcat:hadRole')) {
    const iri = termAt(graph, statement.object)?.text ?? ''
    if (!related.has(statement.subject) || iri.startsWith(ROLES)) continue
    yield step(statement, {
      sv: 'Rollen i relationen hör inte till listan för 3.0: välj en roll därifrån.',
      en: 'The role of the relation is not in the list of 3.0: choose a role from it.',
    })
  }
}
