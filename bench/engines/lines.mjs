// Validation results as lines that every engine can write alike: focus, path, value, component, severity.
// The order of the lines does not matter: who compares sorts.
import { writeFileSync } from 'node:fs'

const SH = 'http://www.w3.org/ns/shacl#'
const locals = new Map()

/** One line; blank nodes have no names that two engines share. `focus` and `value` are RDF/JS terms. */
export function line({ focus, path = '', value, component, severity }) {
  return textLine({ focus: nameOf(focus), path, value: nameOf(value), component, severity })
}

/** {@link line} of texts. */
export function textLine({ focus, path = '', value, component, severity }) {
  const text = `${focus}\t${path}\t${value}\t${local(component)}\t${local(severity)}`
  return text.includes('\n') ? text.replaceAll('\n', '\\n') : text
}

function local(iri) {
  let name = locals.get(iri)
  if (name === undefined) locals.set(iri, (name = iri.replace(SH, '')))
  return name
}

function nameOf(term) {
  if (!term) return ''
  return term.termType === 'BlankNode' ? '_:' : term.value
}

/** Writes the lines; `-` writes nothing. */
export function writeLines(file, lines) {
  if (file !== '-') writeFileSync(file, lines.length > 0 ? `${lines.join('\n')}\n` : '')
}

/** Prints what an engine measured, with the peak memory of its process. */
export function tell(measured) {
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ ...measured, peak }))
}
