// Where in half-written YAML or JSON the cursor stands: the road of keys to it, and whether at a key or a value.
// Goes by lines and indentation, and by brackets; a text that no parser would take is the normal case while somebody types.

export interface TreeCursor {
  /** Keys from the top to the mapping the cursor is in; list positions are left out. */
  readonly road: readonly string[]
  readonly isKey: boolean
  /** The key whose value is being written. */
  readonly key?: string
  /** Keys that stand in the same mapping already. */
  readonly siblings: readonly string[]
  readonly typed: string
  readonly from: number
}

interface Line {
  readonly indent: number
  readonly key: string | undefined
  readonly from: number
}

const ENTRY = /^(\s*(?:- +)*)("?)([\w$@:/.#-]+?)\2\s*:(?:\s|$)/

/** What stands at a character offset of YAML in block style. */
export function yamlCursorAt(text: string, offset: number): TreeCursor {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(lineStart, offset)
  const entry = ENTRY.exec(before)
  const lines = linesOf(text)
  const current = lines.findIndex(({ from }) => from === lineStart)
  const indent = /^\s*(?:- +)*/.exec(before)?.[0].length ?? 0
  const road = roadTo(lines, current, indent)
  const typed = entry
    ? before.slice(entry[0].length).trimStart()
    : before.trimStart().replace(/^(?:- +)*/, '')
  const listKey = /^\s*-/.test(before) && !entry ? road[road.length - 1] : undefined
  return {
    road,
    isKey: entry === null,
    ...(entry ? { key: entry[3] } : listKey !== undefined ? { key: listKey } : {}),
    siblings: siblingsOf(lines, current, indent),
    typed,
    from: offset - typed.length,
  }
}

function linesOf(text: string): readonly Line[] {
  let from = 0
  return text.split('\n').map((line) => {
    const entry = ENTRY.exec(line)
    const made = { indent: entry ? entry[1].length : -1, key: entry?.[3], from }
    from += line.length + 1
    return made
  })
}

function roadTo(lines: readonly Line[], current: number, indent: number): readonly string[] {
  const road: string[] = []
  let limit = indent
  for (let index = current - 1; index >= 0 && limit > 0; index--) {
    const { key, indent: own } = lines[index]
    if (key === undefined || own >= limit) continue
    road.unshift(key)
    limit = own
  }
  return road
}

function siblingsOf(lines: readonly Line[], current: number, indent: number): readonly string[] {
  const found: string[] = []
  const walk = (direction: 1 | -1) => {
    for (let index = current + direction; index >= 0 && index < lines.length; index += direction) {
      const { key, indent: own } = lines[index]
      if (key === undefined) continue
      if (own < indent) return
      if (own === indent) found.push(key)
    }
  }
  walk(-1)
  walk(1)
  return found
}

/** What stands at a character offset of JSON. */
export function jsonCursorAt(
  text: string,
  offset: number,
): TreeCursor & { readonly types: readonly string[] } {
  interface Frame {
    readonly isObject: boolean
    key: string | undefined
    readonly keys: string[]
    readonly types: string[]
  }
  const road: Frame[] = []
  let expectsKey = false
  let last: { text: string; from: number; to: number } | undefined
  let here: { typed: string; from: number; isKey: boolean } | undefined
  let depth: Frame[] = []
  const top = () => road[road.length - 1] as Frame | undefined
  for (const match of text.matchAll(/"(?:\\.|[^"\\\n])*"?|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const [word] = match
    const from = match.index
    if (!here && offset <= from + word.length && (offset > from || !/^[{}[\],:]$/.test(word))) {
      const isWord = offset > from && !/^[{}[\],:]$/.test(word)
      if (isWord || offset <= from) {
        here = {
          typed: isWord ? word.slice(0, offset - from) : '',
          from: isWord ? from : offset,
          isKey: expectsKey && (top()?.isObject ?? false),
        }
        depth = road.slice()
      }
    }
    if (word === '{' || word === '[') {
      road.push({ isObject: word === '{', key: undefined, keys: [], types: [] })
      expectsKey = word === '{'
    } else if (word === '}' || word === ']') road.pop()
    else if (word === ',') expectsKey = top()?.isObject ?? false
    else if (word === ':') {
      const frame = top()
      if (frame && last) {
        frame.key = last.text.replace(/^"|"$/g, '')
        frame.keys.push(frame.key)
      }
      expectsKey = false
    } else {
      const owner = top()?.isObject ? top() : road[road.length - 2]
      if (!expectsKey && owner?.key === '@type') owner.types.push(word.replace(/^"|"$/g, ''))
    }
    last = { text: word, from, to: from + word.length }
  }
  if (!here) {
    here = { typed: '', from: offset, isKey: expectsKey && (top()?.isObject ?? false) }
    depth = road.slice()
  }
  const objects = depth.filter(({ isObject }) => isObject)
  const frame = objects[objects.length - 1]
  return {
    road: objects.slice(0, -1).map(({ key }) => key ?? ''),
    isKey: here.isKey,
    ...(!here.isKey && frame?.key !== undefined && { key: frame.key }),
    siblings: frame?.keys ?? [],
    types: frame?.types ?? [],
    typed: here.typed.replace(/^"/, ''),
    from: here.typed.startsWith('"') ? here.from + 1 : here.from,
  }
}
