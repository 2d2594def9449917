// Where in half-written Turtle the cursor stands: which subject, which classes it has, which property, what is begun.
// Reads tokens forgivingly; a text that no parser would take is the normal case while somebody types.

/** What can be written at the cursor. */
export type Slot = 'subject' | 'predicate' | 'object'

export interface Cursor {
  readonly slot: Slot
  /** Class IRIs of the subject, from anywhere in the text. */
  readonly types: readonly string[]
  /** Property IRIs the subject has already. */
  readonly used: ReadonlySet<string>
  /** Property IRI, when the cursor is at a value. */
  readonly property?: string
  /** What has been typed of the token at the cursor, and where it begins. */
  readonly typed: string
  readonly from: number
  readonly prefixes: ReadonlyMap<string, string>
  /** Property IRI of the value that a nameless subject is, when it is one. */
  readonly within?: string
}

export interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
}

const TOKEN =
  /#[^\n]*|"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*(?:"|(?=\n)|$)|'(?:\\.|[^'\\\n])*(?:'|(?=\n)|$)|<[^<>\s"]*>?|@[\w-]+|\^\^|[;,.[\](){}](?!\d)|[^\s;,[\](){}<>"'#]+/g

/** The tokens of Turtle, comments left out. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    let [word] = match
    if (word.startsWith('#')) continue
    const from = match.index
    // A name may hold dots but not end with one: the dot ends the statement.
    if (/^[^"'<@]/.test(word) && word.length > 1 && word.endsWith('.')) {
      word = word.slice(0, -1)
      tokens.push(
        { text: word, from, to: from + word.length },
        { text: '.', from: from + word.length, to: from + word.length + 1 },
      )
    } else tokens.push({ text: word, from, to: from + word.length })
  }
  return tokens
}

interface Frame {
  readonly subject: string
  readonly within?: string
  slot: Slot
  predicate: string | undefined
}

interface Subject {
  readonly types: Set<string>
  readonly used: Set<string>
}

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** What stands at a character offset. */
export function cursorAt(text: string, offset: number): Cursor {
  const tokens = tokensOf(text)
  const prefixes = prefixesOf(tokens)
  const expand = (word: string) => expandWord(word, prefixes)
  const subjects = new Map<string, Subject>()
  const about = (name: string): Subject => {
    let known = subjects.get(name)
    if (!known) subjects.set(name, (known = { types: new Set(), used: new Set() }))
    return known
  }
  let stack: Frame[] = [{ subject: '', slot: 'subject', predicate: undefined }]
  let found: { frame: Frame; typed: string; from: number } | undefined
  const seize = (typed: string, from: number) => {
    found ??= { frame: { ...stack[stack.length - 1] }, typed, from }
  }
  tokens.forEach((token, index) => {
    if (!found && offset <= token.from) seize('', offset)
    const isHere = !found && offset <= token.to && !/^[;,.[\](){}]$/.test(token.text)
    if (isHere) seize(token.text.slice(0, offset - token.from), token.from)
    stack = step(stack, token, { index, expand, about, isHere })
  })
  seize('', offset)
  const { frame, typed, from } = found!
  const subject = about(frame.subject)
  return {
    slot: frame.slot,
    types: [...subject.types],
    used: subject.used,
    typed,
    from,
    prefixes,
    ...(frame.slot === 'object' && frame.predicate !== undefined && { property: frame.predicate }),
    ...(frame.within !== undefined && { within: frame.within }),
  }
}

interface StepContext {
  readonly index: number
  readonly expand: (word: string) => string
  readonly about: (name: string) => Subject
  /** The token under the cursor is being written: it says nothing yet. */
  readonly isHere: boolean
}

function step(stack: Frame[], { text }: Token, { index, expand, about, isHere }: StepContext): Frame[] {
  const frame = stack[stack.length - 1]
  if (text === '.') return [{ subject: '', slot: 'subject', predicate: undefined }]
  if (text === ';') frame.slot = 'predicate'
  else if (text === ',') frame.slot = 'object'
  else if (text === '[') {
    const within = frame.slot === 'object' ? frame.predicate : undefined
    return [
      ...stack,
      { subject: `[${index}`, slot: 'predicate', predicate: undefined, ...(within && { within }) },
    ]
  } else if (text === ']') {
    const outer = stack.length > 1 ? stack.slice(0, -1) : stack
    if (outer[outer.length - 1].slot === 'subject') outer[outer.length - 1].slot = 'predicate'
    return outer
  } else if (text.startsWith('@') || text === '^^' || /^[(){}]$/.test(text)) return stack
  else place(frame, text, { expand, about, isHere })
  return stack
}

function place(frame: Frame, text: string, { expand, about, isHere }: Omit<StepContext, 'index'>): void {
  if (frame.slot === 'subject') {
    Object.assign(frame, { subject: expand(text), slot: 'predicate' })
  } else if (frame.slot === 'predicate') {
    frame.predicate = text === 'a' ? RDF_TYPE : expand(text)
    if (!isHere) about(frame.subject).used.add(frame.predicate)
    frame.slot = 'object'
  } else if (frame.predicate === RDF_TYPE && !isHere) about(frame.subject).types.add(expand(text))
}

function prefixesOf(tokens: readonly Token[]): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>()
  tokens.forEach(({ text }, index) => {
    if (!/^@?prefix$/i.test(text)) return
    const [name, iri] = [tokens[index + 1]?.text, tokens[index + 2]?.text]
    if (name?.endsWith(':') && iri?.startsWith('<'))
      prefixes.set(name.slice(0, -1), iri.replace(/^<|>$/g, ''))
  })
  return prefixes
}

/** The IRI of an IRI or a prefixed name; the word itself when its prefix is unknown. */
export function expandWord(word: string, prefixes: ReadonlyMap<string, string>): string {
  if (word.startsWith('<')) return word.replace(/^<|>$/g, '')
  const colon = word.indexOf(':')
  const namespace = colon < 0 ? undefined : prefixes.get(word.slice(0, colon))
  return namespace === undefined ? word : namespace + word.slice(colon + 1)
}
