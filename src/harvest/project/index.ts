// Copies of what the store shows, kept up to date by its history.
export {
  type GraphStoreMake,
  type GraphStoreProjectionOptions,
  graphStoreMakes,
  graphStoreProjection,
} from './graph-store.ts'
export { type OpenSearchOptions, openSearchMapping, openSearchProjection } from './opensearch.ts'
export { compareProjection, type Projected, project } from './project.ts'
export type { Divergence, Projection } from './types.ts'
