// A thread that validates the documents it is sent, one at a time, and sends back what the main thread prints.
import { parentPort, workerData } from 'node:worker_threads'
import type { Report } from '../finding.ts'
import type { RawDocument } from '../source/index.ts'
import { type ValidateOptions, validateDocument } from '../validate.ts'

/** What options a thread can be given: those that are data. */
export type ThreadOptions = Pick<ValidateOptions, 'profile' | 'syntax' | 'policy' | 'baseline'>

export interface Done {
  readonly report: Report
  /** The lines that findings stand on, and their neighbours: file, line, text. */
  readonly lines: readonly (readonly [string, number, string])[]
}

// The next waits until this one is done: documents of some syntaxes take turns with others, and answers go by order.
let last = Promise.resolve()
parentPort?.on('message', (document: RawDocument) => {
  last = last.then(async () => parentPort?.postMessage(await done(document)))
})

async function done(document: RawDocument): Promise<Done> {
  const { reports, lineOf } = await validateDocument(document, workerData as ThreadOptions)
  const [report] = reports
  // Each line once: a document may be one line, as long as it is and with all of its findings.
  const lines = new Map<string, readonly [string, number, string]>()
  for (const { location } of report.findings)
    for (let line = location.line - 1; line <= location.line + 1; line++) {
      const key = `${location.file}\n${line}`
      const text = lines.has(key) ? undefined : lineOf(location.file, line)
      if (text !== undefined) lines.set(key, [location.file, line, text])
    }
  return { report, lines: [...lines.values()] }
}
