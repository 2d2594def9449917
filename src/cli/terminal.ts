// Where the program speaks: language, colour and width, from flags, environment and streams.
import type { Lang } from '../finding.ts'

/** What every command knows about its surroundings. */
export interface Terminal {
  readonly lang: Lang
  /** Colour on standard output. */
  readonly color: boolean
  /** Columns of standard output; 80 when it is not a terminal. */
  readonly width: number
  readonly env: NodeJS.ProcessEnv
  readonly verbose: boolean
  readonly write: (text: string) => void
  /** Writes to standard error. */
  readonly tell: (text: string) => void
}

/** The terminal of this process. Flags are looked up before they are parsed: help and errors need them too. */
export function openTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  return {
    lang: chooseLang(argv, env),
    color: chooseColor(argv, env, process.stdout.isTTY === true),
    width: process.stdout.columns || Number(env.COLUMNS) || 80,
    env,
    verbose: argv.includes('--verbose') || Boolean(env.DEBUG),
    write: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
  }
}

/** --lang, then GRUNDDATA_LANG, then the locale: Swedish for sv*, else English. */
export function chooseLang(argv: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const flag = argv.findLast((arg, i) => arg.startsWith('--lang=') || argv[i - 1] === '--lang')
  const wish = flag?.replace('--lang=', '') || env.GRUNDDATA_LANG
  const locale = wish || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^sv/i.test(locale) ? 'sv' : 'en'
}

/** --color and --no-color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function chooseColor(argv: readonly string[], env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const flag = argv.findLast((arg) => arg === '--color' || arg === '--no-color')
  if (flag) return flag === '--color'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}
