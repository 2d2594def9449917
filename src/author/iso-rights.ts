// Who may use a resource and on which terms: access rights, licences and legislation out of resourceConstraints.

import { classKeys } from '../dcat/index.ts'
import { canonicalLicence, type Profile } from '../profile/index.ts'
import { findCode, listsOf } from './codes.ts'
import type { DraftValue } from './draft.ts'
import { anchorOf, iriValue, plainText } from './iso-text.ts'
import { HVD_REGULATION, licenceCodes } from './iso-words.ts'
import { all, type XmlNode } from './iso-xml.ts'

const ACCESS_RIGHT = 'http://publications.europa.eu/resource/authority/access-right/'

export interface Rights {
  readonly accessRights: readonly DraftValue[]
  /** For every distribution, or for the service. */
  readonly license: readonly DraftValue[]
  readonly legislation: readonly DraftValue[]
}

export function rightsOf(identification: XmlNode, vocabularies: Profile['vocabularies']): Rights {
  const constraints = all(identification, 'resourceConstraints/*')
  const texts = constraints.flatMap((node) => [
    ...all(node, 'otherConstraints'),
    ...all(node, 'useLimitation'),
    ...all(node, 'reference/CI_Citation/title'),
  ])
  const licences = listsOf(classKeys.Distribution.keys.get('license')?.rows ?? [], vocabularies)
  const license = texts.flatMap((node) => {
    const iri = licenceOf(node, (text) => {
      const code = findCode(text, licences)
      return code && 'iri' in code ? code.iri : undefined
    })
    return iri === undefined ? [] : [iriValue('license', iri, node.at)]
  })
  const access = texts.flatMap((node) => {
    const code = accessOf(node)
    return code === undefined ? [] : [iriValue('accessRights', ACCESS_RIGHT + code, node.at)]
  })
  const legislation = texts.filter((node) => anchorOf(node) === HVD_REGULATION)
  return {
    accessRights: access.slice(0, 1),
    license: license.slice(0, 1),
    legislation: legislation
      .slice(0, 1)
      .map((node) => iriValue('applicableLegislation', HVD_REGULATION, node.at)),
  }
}

/** PUBLIC, RESTRICTED or NON_PUBLIC by the lists of INSPIRE and of the national profile; undefined when none is meant. */
function accessOf(node: XmlNode): string | undefined {
  const href = anchorOf(node) ?? ''
  const [, inspire] = /\/LimitationsOnPublicAccess\/(\w+)/i.exec(href) ?? []
  if (inspire !== undefined) return inspire.toLowerCase() === 'nolimitations' ? 'PUBLIC' : 'NON_PUBLIC'
  const [, national] = /atkomstrestriktioner[^#]*#(.+)$/i.exec(href) ?? []
  if (national !== undefined) {
    if (/^ingaTillampligaVillkor$/i.test(national)) return 'PUBLIC'
    return /^(AnnanBegransning|villkorOkanda)$/i.test(national) ? 'RESTRICTED' : 'NON_PUBLIC'
  }
  const text = plainText(node) ?? ''
  const isFree =
    /^(inga begränsningar|inga restriktioner|no limitations?( on public access| to public access)?)\b/i
  return isFree.test(text) ? 'PUBLIC' : undefined
}

/** A licence by its address, its code in the national list, or its name. */
function licenceOf(node: XmlNode, byName: (text: string) => string | undefined): string | undefined {
  const href = anchorOf(node)
  const [, code] = /anvandningsrestriktioner[^#]*#(.+)$/i.exec(href ?? '') ?? []
  if (code !== undefined) return licenceCodes[code]
  if (href !== undefined && /creativecommons\.org\/(licenses|publicdomain)\//i.test(href))
    return canonicalLicence(href) ?? href
  if (
    href !== undefined &&
    /licen[sc]e|licens|villkor/i.test(href) &&
    !/metadata-codelist|codelist\//.test(href)
  )
    return href
  const text = href === undefined ? plainText(node) : undefined
  if (text === undefined || text.length > 120) return undefined
  const [address] = /https?:\/\/creativecommons\.org\/\S+/.exec(text) ?? []
  return address === undefined ? byName(text) : (canonicalLicence(address) ?? address)
}
