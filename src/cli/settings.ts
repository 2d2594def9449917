// The files that steer a validation: the configuration and the baseline.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import { type Baseline, type Policy, parseBaseline, parsePolicy } from '../policy/index.ts'
import type { Call } from './call.ts'

export interface Settings {
  readonly policy?: Policy
  readonly baseline?: Baseline
  /** Set when this run is to make or prune the baseline file. */
  readonly baselineToWrite?: string
}

const CONFIG_FILES = ['grunddata.config.yaml', 'grunddata.config.yml', 'grunddata.config.json']

/** Reads the configuration and the baseline; throws CONFIG_INVALID or USAGE. */
export async function readSettings({ values }: Call): Promise<Settings> {
  const configFile = values.one('config') ?? CONFIG_FILES.find((file) => existsSync(file))
  const policy = configFile === undefined ? undefined : parsePolicy(await readSetting(configFile), configFile)
  const baselineFile = values.one('baseline')
  if (values.has('pruneBaseline') && baselineFile === undefined)
    throw new GrunddataError('USAGE', {
      sv: 'Ange vilken baslinje som ska rensas med --baseline <fil>.',
      en: 'Say which baseline to prune with --baseline <file>.',
    })
  const known =
    baselineFile !== undefined && existsSync(baselineFile)
      ? parseBaseline(await readSetting(baselineFile), baselineFile)
      : undefined
  return {
    ...(policy && { policy }),
    ...(known && { baseline: known }),
    ...(baselineFile !== undefined &&
      (!known || values.has('pruneBaseline')) && { baselineToWrite: baselineFile }),
  }
}

async function readSetting(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const text = { sv: `Filen ${file} gick inte att läsa.`, en: `The file ${file} could not be read.` }
    throw new GrunddataError('CONFIG_INVALID', text, { cause })
  }
}
