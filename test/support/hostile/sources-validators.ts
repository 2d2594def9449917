// Sources whose ETag and Last-Modified lie: each is read twice.
import type { SourceAnswer, SourceBehaviour } from './source-words.ts'
import { turtle } from './source-words.ts'

/** `body` of the n-th question, with its headers; 304 when `says304` holds. */
const versions =
  (
    body: (seen: number) => string,
    headers: (seen: number) => Record<string, string>,
    says304: (wanted: boolean) => boolean = () => false,
  ): SourceAnswer =>
  (request, response, { seen }) => {
    const isAsked = Boolean(request.headers['if-none-match'] ?? request.headers['if-modified-since'])
    if (says304(isAsked)) response.writeHead(304, headers(seen)).end()
    else response.writeHead(200, { 'content-type': 'text/turtle', ...headers(seen) }).end(body(seen))
  }

const growing = (seen: number) => turtle(1, seen)
const same = () => turtle(1, 2)

export const validatorSources: Readonly<Record<string, SourceBehaviour>> = {
  'etag-good': {
    does: 'says rightly that nothing has changed',
    isReadTwice: true,
    answer: versions(
      same,
      () => ({ etag: '"1"' }),
      (isAsked) => isAsked,
    ),
    expect: { datasets: 0, isComplete: true, isUnchanged: true },
  },
  'etag-still': {
    does: 'keeps its ETag though the body changes, and gives the body',
    isReadTwice: true,
    answer: versions(growing, () => ({ etag: '"1"' })),
    expect: { datasets: 2, isComplete: true, isUnchanged: false, notes: ['source-validator-stuck'] },
  },
  'etag-frozen': {
    does: 'says for ever that nothing has changed, and is asked in full when a week has gone',
    isReadTwice: true,
    isOld: true,
    answer: versions(
      growing,
      () => ({ etag: '"1"' }),
      (isAsked) => isAsked,
    ),
    expect: { datasets: 2, isComplete: true, isUnchanged: false, notes: ['source-validator-stuck'] },
  },
  'etag-restless': {
    does: 'changes its ETag though the body does not change',
    isReadTwice: true,
    answer: versions(same, (seen) => ({ etag: `"${seen}"` })),
    expect: { datasets: 2, isComplete: true, isUnchanged: true },
  },
  'modified-still': {
    does: 'keeps its Last-Modified though the body changes',
    isReadTwice: true,
    answer: versions(growing, () => ({ 'last-modified': 'Mon, 02 Nov 2026 03:00:00 GMT' })),
    expect: { datasets: 2, isComplete: true, isUnchanged: false, notes: ['source-validator-stuck'] },
  },
  'login-validated': {
    does: 'shows a page to log in that says it has not changed',
    isReadTwice: true,
    answer: versions(
      () => '<!doctype html><title>Logga in</title>',
      () => ({ etag: '"1"' }),
      (isAsked) => isAsked,
    ),
    expect: { datasets: 0, isComplete: false, isUnchanged: false, failures: ['content'] },
  },
  'cut-validated': {
    does: 'ends in the middle and says rightly that nothing has changed',
    isReadTwice: true,
    answer: versions(
      () => turtle(1, 3).slice(0, -20),
      () => ({ etag: '"1"' }),
      (isAsked) => isAsked,
    ),
    expect: { datasets: 0, isComplete: false, isUnchanged: true, failures: [] },
  },
  'unmodified-always': {
    does: 'answers 304 to everybody',
    answer: versions(
      same,
      () => ({}),
      () => true,
    ),
    expect: { datasets: 0, isComplete: false, failures: ['protocol'] },
  },
}
