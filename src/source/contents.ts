// What is kept of a source's things already, for a reader that would otherwise remember the same statements once more.

/** A thing of the source as it is kept. */
export interface KeptContent {
  readonly iri: string
  /** Canonical N-Quads of `entityText`. */
  readonly nquads: string
  /** Of `nquads`. */
  readonly hash: string
}

export interface Contents {
  /** The present version of each thing of the source, those that are gone or held too. */
  readonly all: () => AsyncIterable<KeptContent>
  /** An earlier version, by the beginning of its hash; undefined when it is not kept any more. */
  readonly version: (iri: string, hash: string) => Promise<string | undefined>
}
