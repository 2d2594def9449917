// One run of a command as a whole process: wall and processor time, peak memory, time to the first output, what it printed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

const TIME = '/usr/bin/time'

/** Whether the system can tell the peak memory of any process; engines on node tell their own. */
export const knowsMemory = existsSync(TIME)

/**
 * Runs a command. Resolves to `{ wall, cpu, peak, first, told }` (seconds, MiB; `told` is the JSON of the last line it printed)
 * or to `{ failed: reason }`; a run that exceeds `timeout` seconds is ended with everything it started.
 */
export function measure(command, { timeout, scratch }) {
  const file = `${scratch}/time-${process.pid}.txt`
  const [program, ...args] = knowsMemory ? [TIME, '-f', '%U %S %M', '-o', file, ...command] : command
  return new Promise((resolve) => {
    const start = performance.now()
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const seen = { first: undefined, tail: '', errors: '', late: false }
    const timer = setTimeout(() => {
      seen.late = true
      process.kill(-child.pid, 'SIGKILL')
    }, timeout * 1000)
    child.stdout.on('data', (piece) => {
      seen.first ??= (performance.now() - start) / 1000
      seen.tail = (seen.tail + piece.toString('latin1')).slice(-2000)
    })
    child.stderr.on('data', (piece) => {
      seen.errors = (seen.errors + piece).slice(-2000)
    })
    child.on('error', (error) => resolve({ failed: error.message }))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const wall = (performance.now() - start) / 1000
      resolve(outcome({ code, signal, wall, file, timeout, ...seen }))
    })
  })
}

function outcome({ code, signal, wall, file, timeout, first, tail, errors, late }) {
  if (late) return { failed: `took more than ${timeout} s` }
  if (signal || code > 1) return { failed: `ended with ${signal ?? code}: ${lastLine(errors)}` }
  const told = tellings(tail)
  if (code === 1 && !told && errors) return { failed: lastLine(errors) }
  return { wall, ...usage(file, told), first, told }
}

function usage(file, told) {
  if (!existsSync(file)) return { peak: told?.peak }
  const [user, system, peak] = readFileSync(file, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
  rmSync(file)
  return { cpu: user + system, peak: Math.round(peak / 1024) }
}

function tellings(tail) {
  const last = tail.trimEnd().split('\n').at(-1) ?? ''
  try {
    return last.startsWith('{') ? JSON.parse(last) : undefined
  } catch {
    return undefined
  }
}

/** The line of an outcry that says what it is about. */
function lastLine(text) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^(at |Node\.js|SLF4J)/.test(line))
  return lines.findLast((line) => /Error|Exception/.test(line)) ?? lines.at(-1) ?? 'no word of why'
}

/** The middle one, or the mean of the two in the middle; undefined of nothing. */
export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  if (sorted.length === 0) return undefined
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}
