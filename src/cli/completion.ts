// `grunddata completion`: a script for the shell, generated from the tree of commands.
import type { Command } from 'commander'
import { GrunddataError } from '../errors.ts'
import type { Call } from './call.ts'
import { bash } from './completion-bash.ts'
import { fish } from './completion-fish.ts'
import type { CompletedCommand } from './completion-model.ts'
import { zsh } from './completion-zsh.ts'

const shells = { bash, zsh, fish } as const satisfies Record<
  string,
  (commands: readonly CompletedCommand[]) => string
>

/** Prints the script; throws USAGE for another shell. */
export async function run({ args: [shell], root, terminal }: Call): Promise<number> {
  const write = Object.entries(shells).find(([name]) => name === shell)?.[1]
  if (!write) {
    const list = Object.keys(shells).join(', ')
    throw new GrunddataError(
      'USAGE',
      { sv: `Skalet ”${shell}” stöds inte.`, en: `The shell “${shell}” is not supported.` },
      { hint: { sv: `Välj bland ${list}.`, en: `Choose among ${list}.` } },
    )
  }
  terminal.write(write(root.commands.map(completed)))
  return 0
}

function completed(command: Command): CompletedCommand {
  const choices = command.registeredArguments[0]?.argChoices ?? []
  return {
    name: command.name(),
    description: command.summary(),
    options: command.options.map((option) => ({
      long: option.long ?? '',
      ...(option.short && { short: option.short }),
      description: option.description,
      takesValue: option.required,
      choices: option.argChoices ?? [],
    })),
    choices,
    takesFiles: ['validate', 'convert'].includes(command.name()),
  }
}
