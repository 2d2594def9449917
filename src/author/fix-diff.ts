// The difference between two texts, line by line, in the unified form that diff and git write.

/** Lines that belong together: from where in the old and the new text, and what happens to each. */
export interface Hunk {
  readonly oldStart: number
  readonly newStart: number
  readonly lines: readonly HunkLine[]
}

export interface HunkLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

const CONTEXT = 3

/** The hunks that lead from one text to another, with three lines around each change. */
export function hunksOf(before: string, after: string): readonly Hunk[] {
  return group(linesOf(before), linesOf(after))
}

function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** A run of lines that differ: old [from, to), new [newFrom, newTo). */
interface Block {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

function group(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let run: Block[] = []
  const close = () => {
    if (run.length > 0) hunks.push(hunkOf(before, after, run))
    run = []
  }
  for (const block of blocks(before, after)) {
    const last = run.at(-1)
    if (last && block.from - last.to > CONTEXT * 2) close()
    run.push(block)
  }
  close()
  return hunks
}

function hunkOf(before: readonly string[], after: readonly string[], run: readonly Block[]): Hunk {
  const first = run[0]
  const last = run[run.length - 1]
  const start = Math.max(0, first.from - CONTEXT)
  const lines: HunkLine[] = []
  let at = start
  const same = (end: number) => {
    for (; at < end; at++) lines.push({ kind: 'same', text: before[at] })
  }
  for (const { from, to, newFrom, newTo } of run) {
    same(from)
    for (; at < to; at++) lines.push({ kind: 'removed', text: before[at] })
    for (let i = newFrom; i < newTo; i++) lines.push({ kind: 'added', text: after[i] })
  }
  same(Math.min(before.length, last.to + CONTEXT))
  return { oldStart: start + 1, newStart: first.newFrom - (first.from - start) + 1, lines }
}

/** The runs that differ, found by the lines that stand once in each text, and between those from both ends. */
function blocks(before: readonly string[], after: readonly string[]): readonly Block[] {
  const found: Block[] = []
  const work: Block[] = [{ from: 0, to: before.length, newFrom: 0, newTo: after.length }]
  for (let next = work.pop(); next; next = work.pop()) {
    const rest = trimmed(before, after, next)
    if (rest.from === rest.to && rest.newFrom === rest.newTo) continue
    const anchor = anchorOf(before, after, rest)
    if (!anchor) {
      found.push(rest)
      continue
    }
    const [old, fresh] = anchor
    work.push({ ...rest, from: old, newFrom: fresh }, { ...rest, to: old, newTo: fresh })
  }
  return found.sort((a, b) => a.from - b.from || a.newFrom - b.newFrom)
}

function trimmed(before: readonly string[], after: readonly string[], block: Block): Block {
  let { from, to, newFrom, newTo } = block
  while (from < to && newFrom < newTo && before[from] === after[newFrom]) {
    from++
    newFrom++
  }
  while (from < to && newFrom < newTo && before[to - 1] === after[newTo - 1]) {
    to--
    newTo--
  }
  return { from, to, newFrom, newTo }
}

/** A line, near the middle, that stands once in both; where it is in each. */
function anchorOf(
  before: readonly string[],
  after: readonly string[],
  { from, to, newFrom, newTo }: Block,
): readonly [number, number] | undefined {
  if (from === to || newFrom === newTo) return undefined
  const places = new Map<string, number>()
  for (let i = newFrom; i < newTo; i++) places.set(after[i], places.has(after[i]) ? -1 : i)
  const counts = new Map<string, number>()
  for (let i = from; i < to; i++) counts.set(before[i], (counts.get(before[i]) ?? 0) + 1)
  const middle = (from + to) >> 1
  for (let step = 0; step <= to - from; step++)
    for (const i of step === 0 ? [middle] : [middle - step, middle + step]) {
      if (i < from || i >= to || counts.get(before[i]) !== 1) continue
      const place = places.get(before[i]) ?? -1
      if (place >= 0) return [i, place]
    }
  return undefined
}

/** The hunks as text: `--- a`, `+++ b`, `@@ … @@`; empty when there are none. */
export function unifiedDiff(hunks: readonly Hunk[], file: string, paint: DiffPaint = plain): string {
  if (hunks.length === 0) return ''
  const head = `${paint.title(`--- ${file}`)}\n${paint.title(`+++ ${file}`)}\n`
  return head + hunks.map((hunk) => hunkText(hunk, paint)).join('')
}

/** How each kind of line is coloured. */
export interface DiffPaint {
  readonly title: (text: string) => string
  readonly place: (text: string) => string
  readonly removed: (text: string) => string
  readonly added: (text: string) => string
}

const same = (text: string) => text
const plain: DiffPaint = { title: same, place: same, removed: same, added: same }

function hunkText({ oldStart, newStart, lines }: Hunk, paint: DiffPaint): string {
  const old = lines.filter(({ kind }) => kind !== 'added').length
  const fresh = lines.filter(({ kind }) => kind !== 'removed').length
  const range = (start: number, count: number) => `${count === 0 ? start - 1 : start},${count}`
  const body = lines.map(({ kind, text }) => {
    if (kind === 'same') return ` ${text}\n`
    return kind === 'removed' ? `${paint.removed(`-${text}`)}\n` : `${paint.added(`+${text}`)}\n`
  })
  return `${paint.place(`@@ -${range(oldStart, old)} +${range(newStart, fresh)} @@`)}\n${body.join('')}`
}
