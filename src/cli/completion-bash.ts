// The completion script for bash (3.2 and later).
import type { CompletedCommand } from './completion-model.ts'

/** A function that bash calls with the words of the line. */
export function bash(commands: readonly CompletedCommand[]): string {
  const names = commands.map((command) => command.name).join(' ')
  return `# grunddata: source <(grunddata completion bash)
_grunddata() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} --help --version" -- "$word"))
    return
  fi
  case "$command" in
${commands.map(commandCase).join('')}  esac
}
complete -o filenames -F _grunddata grunddata
`
}

function commandCase(command: CompletedCommand): string {
  const values = command.options
    .filter((option) => option.choices.length > 0)
    .map(
      ({ long, short, choices }) =>
        `        ${[long, short].filter(Boolean).join('|')}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;\n`,
    )
  const flags = command.options.map((option) => option.long).join(' ')
  const rest = command.takesFiles
    ? 'COMPREPLY=($(compgen -f -- "$word"))'
    : `COMPREPLY=($(compgen -W "${command.choices.join(' ')}" -- "$word"))`
  return `    ${command.name})
      case "$before" in
${values.join('')}        *) ;;
      esac
      case "$word" in
        -*) COMPREPLY=($(compgen -W "${flags} --help" -- "$word")) ;;
        *) ${rest} ;;
      esac ;;
`
}
