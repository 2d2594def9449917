// The portal: Request → Response. What it shows is read once; who may write is decided in ./access.
export { makeToken, readTokens, type Scope, scopes, type TokenRecord, writeTokens } from './access/index.ts'
export { type Holdings, holdingsOf, loadHoldings } from './data/holdings.ts'
export type { Change, Desk, Done, History, Run, SourceStatus, Tombstone } from './history.ts'
export { openStoreSite, type StoreSiteOptions } from './kept/index.ts'
export { type OpenedSite, openSite, type SiteOptions, siteOf } from './open.ts'
export { type Asking, createPortal, type Portal } from './portal.ts'
export { type Served, serveHttp } from './serve.ts'
export type { Site } from './site.ts'
