// What a page function gives: the words and pieces of a page, before the frame that all pages share.
import type { Html } from '../html.ts'

export interface Page {
  readonly title: string
  /** Shown to search engines and where a link is shared. */
  readonly description?: string
  readonly main: Html
  /** The part of the site that the navigation marks. */
  readonly section?: Section
  readonly status?: number
  /** The same content in other forms. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[]
  /** schema.org description, put into the page. */
  readonly jsonLd?: object
  /** Keep it out of search engines. */
  readonly isHidden?: boolean
  readonly headers?: Readonly<Record<string, string>>
  /** It has a search field of its own, so that the frame need not show one. */
  readonly hasSearch?: boolean
  /** Pages with a table of results and filters are wide. */
  readonly isWide?: boolean
}

export type Section =
  | 'data'
  | 'domains'
  | 'specifications'
  | 'concepts'
  | 'organisations'
  | 'quality'
  | 'infrastructure'
  | 'toolkit'
  | 'api'
