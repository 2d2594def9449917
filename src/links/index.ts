// Links: whether the addresses in a catalogue lead anywhere, and whether what is there is what was promised.
export { fileCache, type LinkCache, memoryCache, noCache } from './cache.ts'
export type { CheckLinksOptions, LinkChecker } from './check.ts'
export { checkLinks, createLinkChecker } from './check.ts'
export { addressesInTurn, collectLinks, linkProperties, linksTo } from './collect.ts'
export { judge } from './judge.ts'
export { probe } from './probe.ts'
export type { Link, LinkOutcome, LinkRemark, LinkResult } from './types.ts'
