// SHA256SUMS: a line for each file, so that whoever has a copy can tell that it is whole (`sha256sum -c SHA256SUMS`).
import { type Artifact, fileNameOf, sha256Of } from './artifact.ts'

/** The artifacts as they are, and at the end the file of their sums, sorted by name. */
export async function* withChecksums(
  artifacts: Iterable<Artifact> | AsyncIterable<Artifact>,
): AsyncGenerator<Artifact> {
  const lines: string[] = []
  for await (const artifact of artifacts) {
    lines.push(`${sha256Of(artifact.body)}  ${fileNameOf(artifact.path)}\n`)
    yield artifact
  }
  const name = (line: string) => line.slice(66)
  lines.sort((a, b) => (name(a) < name(b) ? -1 : 1))
  yield { path: 'SHA256SUMS', mediaType: 'text/plain', body: lines.join('') }
}
