// Where documents come from: the only module that imports undici.
export { read } from './read.ts'
export type { RawDocument, ReadFailure, ReadLimits, ReadOptions, ReadResult } from './types.ts'
