// The completion script for zsh.
import type { CompletedCommand, CompletedOption } from './completion-model.ts'

/** A function for zsh's completion system, with descriptions. */
export function zsh(commands: readonly CompletedCommand[]): string {
  const names = commands.map((command) => `    ${quote(`${command.name}:${command.description}`)}`).join('\n')
  return `#compdef grunddata
# grunddata: source <(grunddata completion zsh)
_grunddata() {
  local -a commands
  commands=(
${names}
  )
  if (( CURRENT == 2 )); then
    _describe 'grunddata' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('')}  esac
}
compdef _grunddata grunddata
`
}

function commandCase(command: CompletedCommand): string {
  const options = command.options.map((option) => `      ${quote(optionSpec(option))}`)
  const rest = command.takesFiles ? '*:file:_files' : `1: :(${command.choices.join(' ')})`
  return `    ${command.name}) _arguments \\\n${[...options, `      ${quote(rest)}`].join(' \\\n')} ;;\n`
}

function optionSpec({ long, description, takesValue, choices }: CompletedOption): string {
  const text = description.replace(/[[\]:]/g, ' ')
  const values = choices.length > 0 ? `(${choices.join(' ')})` : '_files'
  return `*${long}[${text}]${takesValue ? `: :${values}` : ''}`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
