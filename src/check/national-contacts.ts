// Contacts that look like one person: typed as such, or with an address of the form firstname.lastname.
import type { Problem } from '../finding.ts'
import { FOCUS } from '../framework/index.ts'
import { text } from '../rdf/index.ts'
import { DCAT, VCARD } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, isA, values } from './walk.ts'

const CONTACT = `${DCAT}contactPoint`
const PERSON_LIKE = /^(?:mailto:)?([\p{L}-]{2,})\.([\p{L}-]{2,})(?:\.[\p{L}-]+)?\d?@/iu
/** Words of functions: an address with one of them is not that of a person. */
const FUNCTION =
  /^(?:api|arkiv|avdelning|bygg|data\w*|datas?et|desk|dcat|digital\w*|e-?tjanst\w*|enhet|forvaltning|fraga|fragor|geo\w*|gis|grunddata|help|hjalp|info|information|it|karta|kontakt|contact|kund\w*|kundtjanst|mail|metadata|myndighet|open\w*|opp(?:na|en)\w*|personuppgifter|portal|post|redaktion|register|registrator|sakerhet|service|statistik|support|team|teknik|tjanst\w*|utveckling|webb?\w*)$/i

const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')

/** Whether an e-mail address has the form of a person's. */
export function looksPersonal(address: string): boolean {
  const match = PERSON_LIKE.exec(address)
  return match !== null && ![match[1], match[2]].some((word) => FUNCTION.test(folded(word)))
}

/** Rule national-contact-personal. */
export const nationalContacts: Check = (graph) => {
  const problems: Problem[] = []
  for (const focus of instances(graph, `${FOCUS}NationalResource`))
    for (const value of values(graph, focus, CONTACT)) {
      const emails = [...values(graph, value, `${VCARD}hasEmail`)]
      const isPersonal =
        isA(graph, value, `${VCARD}Individual`) || emails.some((email) => looksPersonal(text(graph, email)))
      if (isPersonal) problems.push({ rule: 'national-contact-personal', focus, path: CONTACT, value })
    }
  return problems
}
