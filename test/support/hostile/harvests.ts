// What a source can do between two harvests, and what must come of the second: the last good copy stays intact.
import { give, type SourceAnswer, turtle } from './source-words.ts'
import { sourceBehaviours } from './sources.ts'

/** Datasets of the first harvest. */
export const FIRST = 40

export interface HarvestBehaviour {
  readonly does: string
  /** What the source answers the second time. */
  readonly second: SourceAnswer
  readonly expect: {
    readonly state: 'applied' | 'unchanged' | 'held' | 'failed'
    /** Of the first datasets, those that are served afterwards as they were; default all. */
    readonly kept?: number
    /** Datasets served afterwards that were not there before. */
    readonly added?: number
    /** Why the run waits for a person. */
    readonly brake?: readonly string[]
  }
}

const renamed = turtle(1, FIRST).replaceAll(/example\.se\/(\d+)/g, 'example.se/ny/$1')

const changes: Readonly<Record<string, HarvestBehaviour>> = {
  'as-before': { does: 'is as it was', second: give(turtle(1, FIRST)), expect: { state: 'unchanged' } },
  'half-gone': {
    does: 'has lost half of its datasets',
    second: give(turtle(1, FIRST / 2)),
    expect: { state: 'held', brake: ['datasets', 'many'] },
  },
  'all-gone': {
    does: 'has lost all of its datasets',
    second: give(turtle(1, 0)),
    expect: { state: 'held', brake: ['everything', 'many'] },
  },
  'few-gone': {
    does: 'has lost three datasets: they wait for their grace to end',
    second: give(turtle(1, FIRST - 3)),
    expect: { state: 'applied' },
  },
  'all-renamed': {
    does: 'has given every dataset another IRI',
    second: give(renamed),
    expect: { state: 'held' },
  },
  'some-new': {
    does: 'has two more datasets',
    second: give(turtle(1, FIRST + 2)),
    expect: { state: 'applied', added: 2 },
  },
  'catalog-turns-agent': {
    does: 'has made its catalogue its own publisher',
    second: give(
      turtle(
        1,
        FIRST,
        '<https://data.example.se/> a <http://xmlns.com/foaf/0.1/Agent> ; dct:publisher <https://data.example.se/> .\n',
      ),
    ),
    expect: { state: 'applied' },
  },
  'server-error': {
    does: 'answers 503',
    second: (_, response) => void response.writeHead(503).end(),
    expect: { state: 'failed' },
  },
  'address-gone': {
    does: 'answers 410',
    second: (_, response) => void response.writeHead(410).end(),
    expect: { state: 'failed' },
  },
  'hangs-up': {
    does: 'hangs up in the middle of the text',
    second: (_, response) =>
      void response
        .writeHead(200, { 'content-length': '90000' })
        .write(turtle(1, 5), () => response.destroy()),
    expect: { state: 'failed' },
  },
}

/** Whatever a hostile source does the second time, the first copy stays: those that are read as one document or in pages. */
export const turnedHostile = Object.entries(sourceBehaviours).filter(
  ([, { reader = 'rdf', isReadTwice, robots }]) =>
    ['rdf', 'hydra', 'subcatalogs'].includes(reader) && !isReadTwice && !robots,
)

export const harvestBehaviours = changes
