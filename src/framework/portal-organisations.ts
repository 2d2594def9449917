// Organisations by what they are called, with their address in the national portal: for sources that only name them.
import { organisations } from './data-organisations.ts'

export interface PortalOrganisation {
  readonly names: readonly string[]
  /** `http://dataportal.se/organisation/SE` and ten digits. */
  readonly iri: string
  readonly number?: string
  readonly type?: string
}

const ADDRESS = /^http:\/\/dataportal\.se\/organisation\/SE\d{10}$/

/** The organisations whose address is certain. */
export function portalOrganisations(): readonly PortalOrganisation[] {
  return organisations.flatMap(({ label, aliases = [], publisherIri, number, type, evidence }) =>
    publisherIri !== undefined && ADDRESS.test(publisherIri) && evidence !== 'unverified'
      ? [
          {
            names: [label.sv, label.en, ...aliases],
            iri: publisherIri,
            ...(number !== undefined && { number }),
            ...(type !== undefined && { type }),
          },
        ]
      : [],
  )
}
