// How errors are told: one sentence and the next step, in the chosen language; a bug with an apology.
import { type ErrorCode, errorCodes, GrunddataError, isGrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'
import type { Terminal } from './terminal.ts'

interface CommanderError extends Error {
  readonly code: string
  readonly exitCode: number
}

/** Tells what went wrong on standard error and gives the exit code. */
export function tellFailure(error: unknown, terminal: Terminal): number {
  if (isCommanderError(error)) {
    return error.exitCode === 0 ? 0 : tellFailure(fromCommander(error), terminal)
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
  switch (error.code) {
    case 'commander.unknownOption':
      return usage({ sv: `Flaggan ${first} finns inte.`, en: `There is no option ${first}.` }, guess(error))
    case 'commander.unknownCommand':
      return usage(
        { sv: `Kommandot ${first} finns inte.`, en: `There is no command ${first}.` },
        guess(error),
      )
    case 'commander.invalidArgument':
      return usage(
        { sv: `”${first}” går inte att välja.`, en: `“${first}” cannot be chosen.` },
        allowed(error),
      )
    case 'commander.missingArgument':
      return usage({ sv: `Ange <${first}>.`, en: `Give <${first}>.` }, example)
    case 'commander.optionMissingArgument':
      return usage({ sv: `Ange ett värde för ${first}.`, en: `Give a value for ${first}.` }, seeHelp)
    case 'commander.excessArguments':
      return usage({ sv: 'Ange färre argument.', en: 'Give fewer arguments.' }, seeHelp)
    case 'commander.help':
      return usage({ sv: 'Ange ett kommando.', en: 'Give a command.' }, seeHelp)
    default:
      return usage({ sv: `Fel användning: ${first} ${second}`.trim(), en: error.message }, seeHelp)
  }
}

function usage(text: Text, hint: Text): GrunddataError {
  return new GrunddataError('USAGE', text, { hint })
}

function guess(error: CommanderError): Text {
  const near = /Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1]
  return near ? { sv: `Menade du ${near}?`, en: `Did you mean ${near}?` } : seeHelp
}

function allowed(error: CommanderError): Text {
  const list = /choices are (.+?)\.?$/.exec(error.message)?.[1]
  return list ? { sv: `Välj bland ${list}.`, en: `Choose among ${list}.` } : seeHelp
}

const seeHelp = { sv: 'Se grunddata --help.', en: 'See grunddata --help.' }
const example = {
  sv: 'Till exempel: grunddata validate katalog.ttl',
  en: 'For example: grunddata validate katalog.ttl',
}
