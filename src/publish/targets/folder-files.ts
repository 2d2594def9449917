// Copying a file where the file system has no hard links.
import { copyFile as copy, stat, utimes } from 'node:fs/promises'

/** A copy with the date of the original. */
export async function copyFile(from: string, to: string): Promise<void> {
  await copy(from, to)
  const { atime, mtime } = await stat(from)
  await utimes(to, atime, mtime)
}
