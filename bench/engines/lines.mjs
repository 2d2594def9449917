// Validation results as lines that every engine can write alike: focus, path, value, component, severity.
import { writeFileSync } from 'node:fs'

const SH = 'http://www.w3.org/ns/shacl#'

/** One line; blank nodes have no names that two engines share. */
export function line({ focus, path = '', value, component, severity }) {
  const cells = [name(focus), path, name(value), component.replace(SH, ''), severity.replace(SH, '')]
  return cells.join('\t').replaceAll('\n', '\\n')
}

function name(term) {
  if (!term) return ''
  return term.termType === 'BlankNode' ? '_:' : term.value
}

/** Writes sorted lines, which is what two engines are compared by; `-` writes nothing. */
export function writeLines(file, lines) {
  lines.sort()
  if (file !== '-') writeFileSync(file, lines.length > 0 ? `${lines.join('\n')}\n` : '')
}

/** Prints what an engine measured, with the peak memory of its process. */
export function tell(measured) {
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ ...measured, peak }))
}
