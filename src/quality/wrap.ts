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

/** A name in at most `room` columns, its end left out and marked where it is longer; never fewer than 8 columns. */
export function cut(name: string, room: number): string {
  const letters = [...name.replace(/\s+/g, ' ')]
  const most = Math.max(8, room)
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
