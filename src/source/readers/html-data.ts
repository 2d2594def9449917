// What a web page carries for machines: its JSON-LD, and links to other forms of itself.
import { createRequire } from 'node:module'

/** The HTML reader, loaded when the first page comes. */
function htmlparser(): typeof import('htmlparser2') {
  loaded ??= createRequire(import.meta.url)('htmlparser2') as typeof import('htmlparser2')
  return loaded
}

let loaded: typeof import('htmlparser2') | undefined

export interface PageData {
  /** Texts of script elements of type application/ld+json. */
  readonly scripts: readonly string[]
  /** `link` elements with a type or a rel: addresses as written. */
  readonly links: readonly { readonly rel: string; readonly type: string; readonly href: string }[]
  readonly language: string | undefined
  readonly title: string
}

/** Never throws: HTML has no errors. */
export function readHtml(text: string): PageData {
  const scripts: string[] = []
  const links: { rel: string; type: string; href: string }[] = []
  let language: string | undefined
  let title = ''
  let inside: 'script' | 'title' | undefined
  let script = ''
  const parser = new (htmlparser().Parser)({
    onopentag(name, attributes) {
      const type = (attributes.type ?? '').toLowerCase().split(';')[0].trim()
      if (name === 'script' && type === 'application/ld+json') {
        inside = 'script'
        script = ''
      } else if (name === 'title' && title === '') inside = 'title'
      else if (name === 'html') language = attributes.lang
      else if (name === 'link' && attributes.href !== undefined)
        links.push({ rel: (attributes.rel ?? '').toLowerCase(), type, href: attributes.href })
    },
    ontext(piece) {
      if (inside === 'script') script += piece
      else if (inside === 'title') title += piece
    },
    onclosetag(name) {
      if (name === 'script' && inside === 'script') scripts.push(script)
      if (name === 'script' || name === 'title') inside = undefined
    },
  })
  parser.end(text)
  return { scripts, links, language, title: title.trim() }
}
