// Colours by meaning; without colour every function gives its text back.
import pc from 'picocolors'
import type { Severity } from '../finding.ts'

/** How the text reporters colour things. */
export interface Paint {
  readonly severity: Readonly<Record<Severity, (text: string) => string>>
  readonly title: (text: string) => string
  readonly quiet: (text: string) => string
  readonly good: (text: string) => string
}

/** The colours, or none. */
export function paint(color: boolean): Paint {
  const c = pc.createColors(color)
  return {
    severity: { error: (s) => c.bold(c.red(s)), warning: c.yellow, info: c.cyan },
    title: (s) => c.bold(c.underline(s)),
    quiet: c.dim,
    good: c.green,
  }
}
