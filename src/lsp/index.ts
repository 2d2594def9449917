// The language server for editors.
export type { ServerOptions } from './server.ts'
export { serve } from './server.ts'
