// XML of feeds and sitemaps, by way of a tag that escapes its values.

/** Text that is already XML. */
export interface Xml {
  readonly xml: string
}

type Value = Xml | readonly Xml[] | string | number

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML with escaped values; attribute values must stand in double quotes. What XML cannot hold becomes U+FFFD. */
export function xml(parts: TemplateStringsArray, ...values: readonly Value[]): Xml {
  return { xml: parts.reduce((out, part, i) => out + toXml(values[i - 1]) + part) }
}

function toXml(value: Value): string {
  if (typeof value === 'object') return 'xml' in value ? value.xml : value.map((piece) => piece.xml).join('')
  return String(value)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (c) => entities[c])
}

/** Nothing. */
export const noXml: Xml = { xml: '' }
