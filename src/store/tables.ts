// How rows are written in bulk: columns, keys and what happens on collision, one entry per table.
import type { BulkInsert } from './engine.ts'

const text = 'text' as const
const int = 'int' as const

const contentColumns = { hash: text, nquads: text, facts: text }
const entityColumns = {
  source: text,
  iri: text,
  type: text,
  state: text,
  hash: text,
  stable_hash: text,
  key: text,
  publisher: text,
  is_protected: int,
  first_seen: text,
  last_seen: text,
  changed: text,
  run: text,
  since: text,
  reason: text,
  suppressed_source: text,
  suppressed_iri: text,
  suppressed_reason: text,
}
const changeColumns = {
  seq: int,
  time: text,
  kind: text,
  source: text,
  iri: text,
  type: text,
  run: text,
  hash: text,
  is_date_only: int,
  reason: text,
  other_source: text,
  other_iri: text,
}
const findingColumns = { run: text, source: text, bytes: 'bytes' as const }

export const into = {
  content: { table: 'content', columns: contentColumns, key: ['hash'], onConflict: 'skip' },
  entity: { table: 'entity', columns: entityColumns, key: ['source', 'iri'], onConflict: 'update' },
  change: { table: 'change', columns: changeColumns, key: ['seq'], onConflict: 'skip' },
  finding: { table: 'finding', columns: findingColumns, key: ['run'], onConflict: 'update' },
  document: {
    table: 'document',
    columns: { source: text, url: text, blobs: text, condition: text },
    key: ['source', 'url'],
    onConflict: 'update',
  },
  run: {
    table: 'run',
    columns: { id: text, source: text, state: text, started: text, body: text },
    key: ['id'],
    onConflict: 'update',
  },
  source: {
    table: 'source',
    columns: {
      id: text,
      url: text,
      title: text,
      rank: int,
      rank_reason: text,
      ord: int,
      settings: text,
      life: text,
      version: int,
    },
    key: ['id'],
    onConflict: 'update',
  },
  score: {
    table: 'score',
    columns: { source: text, iri: text, method: text, time: text, points: 'real', max: 'real', body: text },
    key: ['source', 'iri', 'method', 'time'],
    onConflict: 'update',
  },
  decision: {
    table: 'decision',
    columns: { id: text, time: text, kind: text, key: text, source: text, iri: text, body: text },
    key: ['id'],
    onConflict: 'skip',
  },
  client_state: {
    table: 'client_state',
    columns: { source: text, key: text, value: text },
    key: ['source', 'key'],
    onConflict: 'update',
  },
  journal: {
    table: 'journal',
    columns: { source: text, url: text, stored: text, about: text, bytes: 'bytes' },
    key: ['source', 'url'],
    onConflict: 'update',
  },
  cursor: {
    table: 'cursor',
    columns: { projection: text, seq: int },
    key: ['projection'],
    onConflict: 'update',
  },
} as const satisfies Record<string, BulkInsert>
