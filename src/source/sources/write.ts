// A source written into a list in YAML; comments, order and form of the rest stay as they are.
import { createRequire } from 'node:module'

/** What is written of a source, in the order given. */
export type WrittenSource = Readonly<Record<string, string | readonly string[]>>

/** The text with the source at the end of its list; a new list when there is no text. What is no YAML is given back. */
export function withSource(text: string | undefined, { id, ...rest }: WrittenSource): string {
  const { isMap, parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  const document = parseDocument(text === undefined || text.trim() === '' ? EMPTY : text)
  if (document.errors.length > 0) return text ?? ''
  const list = document.get('sources')
  if (isMap(list)) document.setIn(['sources', id], document.createNode(rest))
  else if (list === undefined || list === null)
    document.set('sources', document.createNode([{ id, ...rest }]))
  else document.addIn(['sources'], document.createNode({ id, ...rest }))
  return document.toString({ lineWidth: 0 })
}

const EMPTY = `# Källor att samla in. · Sources to collect.
sources:
`
