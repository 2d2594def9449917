// A document: bytes with a name, before anybody judged them.

/** UTF-8 bytes (decoded from whatever charset they came in, without a byte order mark) and where they came from. */
export interface Document {
  /** What the document is called in findings: path as the user wrote it, URL, or `-`. */
  readonly name: string
  /** The absolute URL it was got from, when it has one; relative IRIs resolve against it. */
  readonly url?: string
  /** Media type as stated by the server, without parameters. */
  readonly mediaType?: string
  readonly bytes: Uint8Array
  readonly retrieved?: Date
  readonly etag?: string
}
