// Length, pattern and language of values (SHACL §4.4).
import { BLANK } from '../../../rdf/index.ts'
import { wholeNumber } from './number.ts'
import type { Compile } from './types.ts'

export const minLength = length('MinLength', (size, limit) => size >= limit)
export const maxLength = length('MaxLength', (size, limit) => size <= limit)

function length(name: string, isMet: (size: number, limit: number) => boolean): Compile {
  return (context, value) => {
    const limit = wholeNumber(context, `${name[0].toLowerCase()}${name.slice(1)}`, value)
    if (limit === undefined) return undefined
    return {
      on: 'value',
      component: `${name}ConstraintComponent`,
      key: `${name} ${limit}`,
      bind: ({ graph: { dictionary }, text }) => {
        return (node) => dictionary.kind[node] !== BLANK && isMet(codePoints(text(node)), limit)
      },
    }
  }
}

function codePoints(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) pairs++
  return text.length - pairs
}

export const pattern: Compile = ({ reader, term }, value) => {
  const [flagsTerm] = reader.values(term, 'flags')
  const flags = flagsTerm === undefined ? '' : reader.text(flagsTerm)
  const expression = toRegExp(reader.text(value), flags)
  if (!expression) {
    reader.complain(term, 'sh:pattern is not a regular expression')
    return undefined
  }
  return {
    on: 'value',
    component: 'PatternConstraintComponent',
    key: `pattern ${flags} ${reader.text(value)}`,
    bind: ({ graph: { dictionary }, text }) => {
      return (node) => dictionary.kind[node] !== BLANK && expression.test(text(node))
    },
  }
}

/** An XPath regular expression as a JavaScript one: in Unicode mode when its syntax allows that. */
function toRegExp(source: string, flags: string): RegExp | undefined {
  const kept = flags.replace(/[^ims]/g, '')
  let text = flags.includes('q') ? source.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : source
  if (flags.includes('x')) text = text.replace(/[ \t\r\n]/g, '')
  for (const mode of [`${kept}u`, kept]) {
    try {
      return new RegExp(text, mode)
    } catch {}
  }
  return undefined
}

export const languageIn: Compile = ({ reader, term }, value) => {
  const ranges = reader.list(value)?.map((item) => reader.text(item).toLowerCase())
  if (!ranges) {
    reader.complain(term, 'sh:languageIn is not a list')
    return undefined
  }
  return {
    on: 'value',
    component: 'LanguageInConstraintComponent',
    key: `languageIn ${ranges.join(' ')}`,
    bind: ({ language }) => {
      return (node) => {
        const tag = language(node)
        return tag !== undefined && ranges.some((range) => matches(tag, range))
      }
    },
  }
}

/** Basic filtering of RFC 4647 §3.3.1, both in lower case. */
function matches(tag: string, range: string): boolean {
  return range === '*' || tag === range || tag.startsWith(`${range}-`)
}

export const uniqueLang: Compile = ({ reader, isProperty }, value) => {
  if (!isProperty || !reader.isTrue(value)) return undefined
  return {
    on: 'focus',
    component: 'UniqueLangConstraintComponent',
    bind: ({ language }, emit) => {
      return (focus, values, begin, end) => {
        if (end - begin < 2) return
        const counts = new Map<string, number>()
        for (let i = begin; i < end; i++) {
          const tag = language(values[i])
          if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + 1)
        }
        for (const count of counts.values()) if (count > 1) emit(focus, -1)
      }
    },
  }
}
