// E-mail addresses and telephone numbers as links.
import { type Fixer, faultyValue, iriTerm, safe, suggested } from './term.ts'

const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;/]+\.[^\s@<>"(),:;./]{2,}$/u

/** `info@example.se` as text or as a bare IRI → `<mailto:info@example.se>`. */
export const mailto: Fixer = (context) => {
  const value = faultyValue(context)
  if (!value) return undefined
  const address = value.text.trim().replace(/^(mailto:\s*(\/\/)?\s*)+/i, '')
  if (!EMAIL.test(address)) return fromWebAddress(address)
  if (value.kind === 'iri' && value.text === `mailto:${address}`) return undefined
  return safe(iriTerm(`mailto:${address}`), describeMail)
}

/** `https://example.se/info@example.se`: a bare address that was read as relative to the catalogue's own. */
function fromWebAddress(written: string) {
  const last = /^https?:\/\/.*?([^/\s]+@[^/\s]+)$/i.exec(written)?.[1].replace(/^mailto:/i, '')
  return last && EMAIL.test(last) ? suggested(iriTerm(`mailto:${last}`), describeMail) : undefined
}

const describeMail = {
  sv: 'Skriv e-postadressen som en länk som börjar med mailto:.',
  en: 'Write the e-mail address as a link that begins with mailto:.',
}

/** `+46 8 123 45 67` → `<tel:+4681234567>`; a number without country code is suggested as Swedish. */
export const tel: Fixer = (context) => {
  const value = faultyValue(context)
  if (!value) return undefined
  const digits = value.text
    .trim()
    .replace(/^(tel:\s*)+/i, '')
    .replace(/%20/g, ' ')
    .replace(/\(0\)/g, '')
    .replace(/[\s\u00a0()./–-]/g, '')
  if (/^\+\d{6,15}$/.test(digits)) return link(value.text, digits, true)
  if (/^00[1-9]\d{5,14}$/.test(digits)) return link(value.text, `+${digits.slice(2)}`, true)
  if (/^0[1-9]\d{4,11}$/.test(digits)) return link(value.text, `+46${digits.slice(1)}`, false)
  return undefined
}

function link(written: string, number: string, certain: boolean) {
  const iri = `tel:${number}`
  if (written === iri) return undefined
  return (certain ? safe : suggested)(iriTerm(iri), {
    sv: 'Skriv telefonnumret som en länk som börjar med tel: och landskoden.',
    en: 'Write the telephone number as a link that begins with tel: and the country code.',
  })
}
