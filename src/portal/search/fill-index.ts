// What is put into the full text of each document.
import type { Entity } from '../data/entities.ts'
import type { Holdings } from '../data/holdings.ts'
import { codeText } from '../data/labels.ts'
import { publisherOf } from '../data/relations.ts'
import { stem, wordsOf } from './words.ts'

/** unicode61 folds å to a unless told not to. */
export const TABLES = `
  CREATE VIRTUAL TABLE words USING fts5(title, keyword, publisher, body, stems, content='',
    tokenize="unicode61 remove_diacritics 0", prefix='2 3');
  CREATE VIRTUAL TABLE parts USING fts5(title, content='', tokenize="trigram");`

export interface Database {
  exec(sql: string): unknown
  prepare(sql: string): { run(...values: unknown[]): unknown }
}

/** Fills the tables; gives how often each word of titles and keywords occurs. */
export function fill(
  db: Database,
  holdings: Holdings,
  documents: readonly Entity[],
): ReadonlyMap<string, number> {
  const addWords = db.prepare(
    'INSERT INTO words(rowid, title, keyword, publisher, body, stems) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const addParts = db.prepare('INSERT INTO parts(rowid, title) VALUES (?, ?)')
  const counts = new Map<string, number>()
  db.exec('BEGIN')
  documents.forEach((entity, at) => {
    const { title, keyword, publisher, body } = textsOf(holdings, entity)
    const stems = wordsOf(`${title} ${keyword} ${body}`).map(stem).join(' ')
    addWords.run(at + 1, title, keyword, publisher, body, stems)
    addParts.run(at + 1, `${title} ${keyword}`)
    for (const word of new Set(wordsOf(`${title} ${keyword} ${publisher}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  })
  db.exec('COMMIT')
  return counts
}

/** What a thing is found by, from the most telling to the least. */
export function textsOf(holdings: Holdings, { term }: Entity) {
  const { reading } = holdings
  const all = (node: number, property: string) =>
    [...reading.values(node, property)].map((value) => reading.text(value)).join(' ')
  const publisher = publisherOf(holdings, term)
  const themes = reading.iris(term, 'dcat:theme').map((iri) => codeText(iri))
  const names = themes.map((label) => (label ? `${label.sv} ${label.en}` : ''))
  return {
    title: all(term, 'dcterms:title'),
    keyword: [all(term, 'dcat:keyword'), ...names].join(' '),
    publisher: publisher === undefined ? '' : all(publisher, 'foaf:name'),
    body: all(term, 'dcterms:description'),
  }
}
