// Changes as a feed (RFC 4287).
import type { Change } from '../history.ts'
import type { Site } from '../site.ts'
import { pathOf, titleOf } from '../visit.ts'
import { xml } from './xml.ts'

const words = { created: 'Ny', updated: 'Ändrad', deleted: 'Borttagen' } as const

export function atomFeed(site: Site, changes: readonly Change[]): string {
  const root = site.base.replace(/\/$/, '')
  const entry = ({ iri, kind, at, title }: Change): string => {
    const entity = site.holdings.entities.byIri.get(iri)
    const name = entity ? titleOf(site.holdings.reading, entity, 'sv').text : (title ?? iri)
    const link = entity ? root + pathOf(site, entity) : `${root}/resource?uri=${encodeURIComponent(iri)}`
    return `<entry><id>${xml(`${iri}#${instant(at)}`)}</id><title>${xml(`${words[kind]}: ${name}`)}</title><updated>${instant(at)}</updated><link href="${xml(link)}"/><category term="${kind}"/></entry>`
  }
  const updated = changes.length > 0 ? instant(changes[0].at) : site.holdings.loaded.toISOString()
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><id>${xml(`${site.base}feed.atom`)}</id><title>${xml(site.title.sv)}</title><updated>${updated}</updated><author><name>${xml(site.title.sv)}</name></author><link rel="self" href="${xml(`${site.base}feed.atom`)}"/><link href="${xml(site.base)}"/>
${changes.map(entry).join('\n')}
</feed>
`
}

/** A date, or the beginning of one, as an instant. */
function instant(at: string): string {
  const [, year = '1970', month = '01', date = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(at) ?? []
  const found = new Date(at.length > 10 ? at : `${year}-${month}-${date}T00:00:00Z`)
  return Number.isNaN(found.getTime()) ? `${year}-01-01T00:00:00.000Z` : found.toISOString()
}
