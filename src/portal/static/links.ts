// Where the pages of the portal are when they are files: every path gets an extension, pages of a list a number, and
// what needs a server is not linked to.

/** Beginnings of paths that only a server can answer. */
const SERVED = /^\/(?:toolkit|sparql|account|login|logout|store|api\/|health|metrics|harvest\/[^/]+\/)/
/** Files that are published beside the pages, or are no pages. */
const FILE =
  /^\/(?:static\/|datasets\/dcat$|\.well-known\/)|\.(?:ttl|rdf|nt|nq|jsonld|json|atom|xml|svg|txt|css|js|yaml)$/

export interface StaticLink {
  /** The path to ask the portal for, with its question; undefined when there is no page to make. */
  readonly ask: string | undefined
  /** What stands in the page instead; undefined when nothing can be linked to. */
  readonly href: string | undefined
}

/** What becomes of a link of the portal (`/datasets?p=2`), which begins with the root of the site. */
export function staticLink(href: string, root: string): StaticLink {
  if (!href.startsWith(`${root}/`) && href !== root) return { ask: undefined, href }
  const [whole, fragment] = href.slice(root.length).split('#', 2)
  const [path, question = ''] = (whole || '/').split('?', 2)
  const bare = path.replace(/^\/en(?=\/|$)/, '') || '/'
  const hash = fragment === undefined ? '' : `#${fragment}`
  if (bare.endsWith('/try') || SERVED.test(bare)) return { ask: undefined, href: undefined }
  if (bare === '/resource')
    return { ask: undefined, href: new URLSearchParams(question).get('uri') ?? undefined }
  if (FILE.test(bare)) return { ask: path, href: `${root}${path}${hash}` }
  const concept = /^(.*\/terminology\/[a-z-]+)\/concept$/.exec(path)
  if (concept) return { ask: concept[1], href: `${root}${fileOf(concept[1])}` }
  const page = /^p=(\d+)$/.exec(question)?.[1]
  if (page !== undefined) return { ask: `${path}?p=${page}`, href: `${root}${fileOf(path, page)}${hash}` }
  // Any other question is for the script that searches; without it the whole list is shown.
  const rest = question !== '' && bare === '/datasets' ? `?${question}` : ''
  return { ask: path, href: `${root}${path === '/' ? '/' : fileOf(path)}${rest}${hash}` }
}

/** The file of a page, from the root of the site. */
export function fileOf(path: string, page?: string): string {
  const own = path === '/' ? '/index' : path.replace(/\/+$/, '')
  return `${own}${page === undefined || page === '1' ? '' : `.p${page}`}.html`
}

/** The file of a page that the portal was asked for by `ask` of {@link staticLink}. */
export function fileOfAsked(ask: string): string {
  const [path, question = ''] = ask.split('?', 2)
  return fileOf(path, /^p=(\d+)$/.exec(question)?.[1])
}

const LINK = /(<(?:a|form|link|script|img)\b[^>]*?\s(?:href|action|src)=")([^"]*)(")/g

/** A page with the addresses of files in it, and what it leads to. */
export function rewritten(
  page: string,
  root: string,
): { readonly html: string; readonly asks: readonly string[] } {
  const asks: string[] = []
  const followed = page.replace(LINK, (whole, before: string, written: string, after: string) => {
    const { ask, href } = staticLink(written.replaceAll('&amp;', '&'), root)
    if (ask !== undefined) asks.push(ask)
    return href === undefined
      ? `${before}#unserved${after}`
      : whole.replace(written, () => href.replaceAll('&', '&amp;'))
  })
  // An entry of a list that leads nowhere is left out; elsewhere its words stay.
  const html = followed
    .replace(/<li><a [^>]*href="#unserved"[^>]*>(?:(?!<\/li>)[\s\S])*<\/a><\/li>\n?/g, '')
    .replace(/ data-suggest="[^"]*"/g, '')
    .replace(/<form\b[^>]*action="#unserved"[\s\S]*?<\/form>/g, '')
    .replace(/<a\b[^>]*href="#unserved"[^>]*>((?:(?!<\/a>)[\s\S])*)<\/a>/g, '$1')
  return { html, asks }
}
