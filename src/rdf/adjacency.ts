// The index of a graph: for each term its (predicate, value) rows, sorted and distinct, in three flat columns.
// Built by counting sort in linear time.

export interface Adjacency {
  /** Rows of term t are [offset[t], offset[t + 1]). */
  readonly offset: Uint32Array
  /** Predicate ids, ascending within a term. */
  readonly predicate: Uint32Array
  /** Object ids (or subject ids in the inverse), ascending within a predicate. */
  readonly value: Uint32Array
  /** Byte offset in the source of each row's object, the first one where a triple is stated twice. */
  readonly at: Uint32Array
  /** Number of rows: the distinct triples. */
  readonly size: number
}

const SMALL_ROW = 64

/** Index `count` triples by `key` over `terms` term ids. The columns given are not changed. */
export function buildAdjacency(
  key: Uint32Array,
  predicate: Uint32Array,
  value: Uint32Array,
  at: Uint32Array,
  count: number,
  terms: number,
): Adjacency {
  const offset = new Uint32Array(terms + 1)
  for (let i = 0; i < count; i++) offset[key[i] + 1]++
  for (let t = 0; t < terms; t++) offset[t + 1] += offset[t]
  const next = offset.slice()
  const p = new Uint32Array(count)
  const v = new Uint32Array(count)
  const a = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const row = next[key[i]]++
    p[row] = predicate[i]
    v[row] = value[i]
    a[row] = at[i]
  }
  let write = 0
  let begin = 0
  for (let t = 0; t < terms; t++) {
    const end = offset[t + 1]
    const first = write
    offset[t] = first
    if (end - begin > SMALL_ROW) write = sortLarge(p, v, a, begin, end, write)
    else write = sortSmall(p, v, a, begin, end, write)
    begin = end
  }
  offset[terms] = write
  return { offset, predicate: p, value: v, at: a, size: write }
}

/** Insertion sort of rows [begin, end) to `write`, dropping duplicates; returns the new write position. */
function sortSmall(
  p: Uint32Array,
  v: Uint32Array,
  a: Uint32Array,
  begin: number,
  end: number,
  write: number,
): number {
  const first = write
  let w = write
  for (let j = begin; j < end; j++) {
    const pj = p[j]
    const vj = v[j]
    const aj = a[j]
    let k = w
    while (k > first && (p[k - 1] > pj || (p[k - 1] === pj && v[k - 1] > vj))) k--
    if (k > first && p[k - 1] === pj && v[k - 1] === vj) continue
    for (let m = w; m > k; m--) {
      p[m] = p[m - 1]
      v[m] = v[m - 1]
      a[m] = a[m - 1]
    }
    p[k] = pj
    v[k] = vj
    a[k] = aj
    w++
  }
  return w
}

/** True when rows [begin, end) ascend without duplicates, as they do where a text names things in order. */
function isSorted(p: Uint32Array, v: Uint32Array, begin: number, end: number): boolean {
  for (let i = begin + 1; i < end; i++)
    if (p[i - 1] > p[i] || (p[i - 1] === p[i] && v[i - 1] >= v[i])) return false
  return true
}

function moveDown(
  p: Uint32Array,
  v: Uint32Array,
  a: Uint32Array,
  begin: number,
  end: number,
  write: number,
): number {
  if (write !== begin) {
    p.copyWithin(write, begin, end)
    v.copyWithin(write, begin, end)
    a.copyWithin(write, begin, end)
  }
  return write + end - begin
}

function sortLarge(
  p: Uint32Array,
  v: Uint32Array,
  a: Uint32Array,
  begin: number,
  end: number,
  write: number,
): number {
  if (isSorted(p, v, begin, end)) return moveDown(p, v, a, begin, end, write)
  const n = end - begin
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[i] = begin + i
  order.sort((x, y) => p[x] - p[y] || v[x] - v[y] || x - y)
  const rows = new Uint32Array(n * 3)
  for (let i = 0; i < n; i++) {
    rows[i * 3] = p[order[i]]
    rows[i * 3 + 1] = v[order[i]]
    rows[i * 3 + 2] = a[order[i]]
  }
  let w = write
  for (let i = 0; i < n; i++) {
    if (w > write && p[w - 1] === rows[i * 3] && v[w - 1] === rows[i * 3 + 1]) continue
    p[w] = rows[i * 3]
    v[w] = rows[i * 3 + 1]
    a[w] = rows[i * 3 + 2]
    w++
  }
  return w
}

/** First row of `term` with a predicate >= `predicate`; compare `adjacency.predicate[row]` and `offset[term + 1]`. */
export function firstRow(adjacency: Adjacency, term: number, predicate: number): number {
  const { offset, predicate: p } = adjacency
  let low = offset[term]
  let high = offset[term + 1]
  while (high - low > 8) {
    const middle = (low + high) >>> 1
    if (p[middle] < predicate) low = middle + 1
    else high = middle
  }
  while (low < high && p[low] < predicate) low++
  return low
}
