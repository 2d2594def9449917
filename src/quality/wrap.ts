// Sentences in lines of a terminal's width.

/**
 * The words in lines of at most `width` columns, the first after `indent` spaces and the rest after `hanging`
 * (default: the same); a word longer than a line keeps its own.
 */
export function wrapped(sentence: string, width: number, indent: number, hanging = indent): string[] {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  for (const word of sentence.split(' ')) {
    if (line.trim() !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = ' '.repeat(hanging)
    }
    line += line.trim() === '' ? word : ` ${word}`
  }
  return [...lines, line]
}
