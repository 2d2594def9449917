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

parentPort?.on('message', async (document: RawDocument) => {
  const { reports, lineOf } = await validateDocument(document, workerData as ThreadOptions)
  const [report] = reports
  const lines: (readonly [string, number, string])[] = []
  for (const { location } of report.findings)
    for (let line = location.line - 1; line <= location.line + 1; line++) {
      const text = lineOf(location.file, line)
      if (text !== undefined) lines.push([location.file, line, text])
    }
  parentPort?.postMessage({ report, lines } satisfies Done)
})
