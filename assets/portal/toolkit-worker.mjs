// The toolkit's work in a thread of its own: it may be ended in the middle of a task without harm to the rest.
// Run from the sources (`.ts`, in tests of the project) the types are taken away first.
import { register } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

if (workerData.run.endsWith('.ts')) register(workerData.loader)
const { runTask } = await import(workerData.run)
const { quietIo } = await import(workerData.io)

parentPort.on('message', async ({ id, assignment, now }) => {
  try {
    const outcome = await runTask(assignment, { ...quietIo(), now: () => new Date(now) })
    parentPort.postMessage({ id, outcome })
  } catch (error) {
    const { code, text, hint, message } = error
    parentPort.postMessage({ id, fault: text ? { code, text, hint } : { message: String(message) } })
  }
})

parentPort.postMessage({ isReady: true })
