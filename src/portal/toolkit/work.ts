// The toolkit's tasks in a worker thread, so that the portal answers others meanwhile; one that runs away is ended.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { GrunddataError } from '../../errors.ts'
import { packageFolder } from '../../profile/index.ts'
import type { Assignment, Outcome } from './run.ts'

export interface ToolkitOptions {
  /** Milliseconds that one task may take; default 20 000. */
  readonly timeoutMs?: number
  /** Tasks waiting at a time; default 8. */
  readonly maxWaiting?: number
}

export interface Toolkit {
  /** Throws as `runTask`, and ABORTED for what takes too long, or when too many wait. */
  readonly run: (assignment: Assignment, now: Date) => Promise<Outcome>
  readonly close: () => Promise<void>
}

interface Reply {
  readonly id: number
  readonly outcome?: Outcome
  readonly fault?: Partial<Pick<GrunddataError, 'code' | 'text' | 'hint'>> & { readonly message?: string }
}

const MAX_MEMORY_MB = 1500

/** Its thread is started by the first task, kept for the next, and started again after one that ran away. */
export function createToolkit({ timeoutMs = 20_000, maxWaiting = 8 }: ToolkitOptions = {}): Toolkit {
  let worker: Worker | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let id = 0

  async function ask(assignment: Assignment, now: Date): Promise<Outcome> {
    const current = (worker ??= await start())
    const own = ++id
    const reply = await new Promise<Reply>((resolve, reject) => {
      const forget = () => {
        clearTimeout(timer)
        for (const event of ['message', 'error', 'exit']) current.removeAllListeners(event)
      }
      const end = (error: unknown) => {
        forget()
        worker = undefined
        current.on('error', () => {})
        void current.terminate()
        reject(error)
      }
      const timer = setTimeout(() => end(stopped()), timeoutMs)
      current.on('message', (message: Reply) => {
        if (message.id !== own) return
        forget()
        resolve(message)
      })
      // Out of memory is told so too.
      current.on('error', (cause) => end(stopped(cause)))
      current.on('exit', () => end(stopped()))
      current.postMessage({ id: own, assignment, now: now.getTime() })
    })
    if (reply.outcome) return reply.outcome
    const { code, text, hint, message } = reply.fault ?? {}
    if (code && text) throw new GrunddataError(code, text, hint && { hint })
    throw new Error(message)
  }

  return {
    run: async (assignment, now) => {
      if (waiting >= maxWaiting) throw stopped()
      waiting++
      const turn = queue.then(() => ask(assignment, now))
      queue = turn.catch(() => {})
      return turn.finally(() => {
        waiting--
      })
    },
    close: async () => {
      await worker?.terminate()
    },
  }
}

async function start(): Promise<Worker> {
  const { Worker } = await import('node:worker_threads')
  const root = packageFolder()
  const isSource = import.meta.url.endsWith('.ts')
  const [folder, end] = isSource ? ['src', 'ts'] : ['dist', 'js']
  const of = (...path: readonly string[]) => pathToFileURL(join(root, ...path)).href
  const worker = new Worker(join(root, 'assets', 'portal', 'toolkit-worker.mjs'), {
    workerData: {
      run: of(folder, 'portal', 'toolkit', `run.${end}`),
      io: of(folder, `io.${end}`),
      loader: of('scripts', 'source-loader.mjs'),
    },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  })
  worker.unref()
  // The time of a task begins when the thread has loaded what it works with.
  await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  for (const event of ['message', 'error']) worker.removeAllListeners(event)
  return worker
}

function stopped(cause?: unknown): GrunddataError {
  return new GrunddataError(
    'ABORTED',
    {
      sv: 'Arbetet stoppades: det tog för mycket tid eller minne.',
      en: 'The work was stopped: it took too much time or memory.',
    },
    {
      hint: {
        sv: 'Pröva en mindre katalog, eller kör grunddata på din egen dator.',
        en: 'Try a smaller catalogue, or run grunddata on your own computer.',
      },
      ...(cause !== undefined && { cause }),
    },
  )
}
