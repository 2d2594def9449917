// The tag every piece of HTML goes through: values are escaped, pieces made by the tag are not escaped twice.

/** Text that is already HTML. */
export interface Html {
  readonly html: string
}

type Value = Html | readonly Html[] | string | number

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** HTML with escaped values. Attribute values must stand in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.reduce((out, part, i) => out + toHtml(values[i - 1]) + part) }
}

function toHtml(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('')
}

function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[&<>"']/g, (c) => entities[c])
}

/** Nothing. */
export const empty: Html = { html: '' }

/** A link when the address is safe to follow (http, https, or a relative file), else the text alone. */
export function link(address: string | undefined, text: Html): Html {
  const href = address === undefined ? undefined : safeAddress(address)
  return href === undefined ? text : html`<a href="${href}">${text}</a>`
}

function safeAddress(address: string): string | undefined {
  if (/^(https?|file):\/\//i.test(address)) return address
  if (address === '' || address.startsWith('stdin')) return undefined
  return /^[^/]*:/.test(address) ? `./${address}` : address
}
