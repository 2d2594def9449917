// Feeds of changes in the form of DCAT-AP Feeds (LDES).
export {
  createFeed,
  type Feed,
  type FeedArtifact,
  type FeedForm,
  type FeedSite,
  feedForms,
  feedPage,
} from './feed.ts'
export type { FeedChange, FeedEntry, FeedHistory } from './history.ts'
