// The completion script for fish.
import type { CompletedCommand, CompletedOption } from './completion-model.ts'

/** One `complete` line per command and option. */
export function fish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c grunddata -n __fish_use_subcommand -f -a ${command.name} -d ${quote(command.description)}`,
    ...command.options.map((option) => optionLine(command, option)),
    ...(command.takesFiles ? [] : [`${only(command)} -f -a ${quote(command.choices.join(' '))}`]),
  ])
  return `# grunddata: grunddata completion fish | source\n${lines.join('\n')}\n`
}

function only(command: CompletedCommand): string {
  return `complete -c grunddata -n '__fish_seen_subcommand_from ${command.name}'`
}

function optionLine(command: CompletedCommand, option: CompletedOption): string {
  const parts = [only(command), `-l ${option.long.slice(2)}`]
  if (option.short) parts.push(`-s ${option.short.slice(1)}`)
  if (option.takesValue)
    parts.push(option.choices.length > 0 ? `-x -a ${quote(option.choices.join(' '))}` : '-r')
  return `${parts.join(' ')} -d ${quote(option.description)}`
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
