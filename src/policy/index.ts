// What an organisation has decided about findings: configuration, waivers, baselines, silencing comments.
export { applyPolicy, expiredWaivers, type Suppressed } from './apply.ts'
export {
  type Baseline,
  fingerprint,
  newFindings,
  parseBaseline,
  pruneBaseline,
  toBaseline,
  writeBaseline,
} from './baseline.ts'
export { type Silenced, silencedLines } from './comments.ts'
export { parsePolicy } from './config.ts'
export { emptyPolicy, type Policy, type Waiver } from './types.ts'
