// How errors are told: one sentence and the next step, in the chosen language; a bug with an apology.
import { type ErrorCode, errorCodes, GrunddataError, isGrunddataError } from '../errors.ts'
import type { Terminal } from './terminal.ts'

interface CommanderError extends Error {
  readonly code: string
  readonly exitCode: number
}

/** Tells what went wrong on standard error and gives the exit code. */
export function tellFailure(error: unknown, terminal: Terminal): number {
  if (isCommanderError(error)) {
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 2
    return tellFailure(fromCommander(error), terminal)
  }
  if (!isGrunddataError(error)) return tellBug(error, terminal)
  const { lang } = terminal
  const hint = error.hint ? `  ${error.hint[lang]}\n` : ''
  terminal.tell(`grunddata: ${error.text[lang]}\n${hint}`)
  if (terminal.verbose && error.stack) terminal.tell(`${error.stack}\n`)
  return errorCodes[error.code as ErrorCode]?.exit ?? 70
}

function tellBug(error: unknown, { lang, verbose, tell }: Terminal): number {
  const what = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error)
  const words = {
    sv: `grunddata: Förlåt, här gjorde programmet fel, inte du (${what}).\n  Kör igen med --verbose och skicka det som visas till projektets ärendelista.\n`,
    en: `grunddata: Sorry, the program made a mistake here, not you (${what}).\n  Run again with --verbose and send what it shows to the project's issue list.\n`,
  }
  tell(words[lang])
  if (verbose && error instanceof Error) tell(`${error.stack}\n`)
  return 70
}

/** Known by its codes, so that this file does not load commander for library errors. */
function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}

/** Commander's English sentence as one of ours; the names in it stand between quotes. */
function fromCommander(error: CommanderError): GrunddataError {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1])
  const guess = /Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1]
  const seeHelp = { sv: 'Se grunddata --help.', en: 'See grunddata --help.' }
  const hint = guess ? { sv: `Menade du ${guess}?`, en: `Did you mean ${guess}?` } : seeHelp
  switch (error.code) {
    case 'commander.unknownOption':
      return new GrunddataError(
        'USAGE',
        { sv: `Flaggan ${first} finns inte.`, en: `There is no option ${first}.` },
        { hint },
      )
    case 'commander.unknownCommand':
      return new GrunddataError(
        'USAGE',
        { sv: `Kommandot ${first} finns inte.`, en: `There is no command ${first}.` },
        { hint },
      )
    case 'commander.missingArgument':
      return new GrunddataError(
        'USAGE',
        { sv: `Ange <${first}>.`, en: `Give <${first}>.` },
        { hint: example },
      )
    case 'commander.optionMissingArgument':
      return new GrunddataError(
        'USAGE',
        { sv: `Ange ett värde för ${first}.`, en: `Give a value for ${first}.` },
        { hint: seeHelp },
      )
    case 'commander.excessArguments':
      return new GrunddataError(
        'USAGE',
        { sv: 'För många argument.', en: 'Too many arguments.' },
        { hint: seeHelp },
      )
    default:
      return new GrunddataError(
        'USAGE',
        { sv: `Fel användning: ${first} ${second}`.trim(), en: error.message },
        { hint },
      )
  }
}

const example = {
  sv: 'Till exempel: grunddata validate katalog.ttl',
  en: 'For example: grunddata validate katalog.ttl',
}
