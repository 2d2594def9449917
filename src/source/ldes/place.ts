// Where a member stands in its stream: when it was added, and which transactions it is part of. That may be another
// order than the one of the versions of its object.
import { type Graph, text } from '../../rdf/index.ts'
import type { FeedContext } from './context.ts'
import { readInstant } from './instant.ts'
import { follow } from './path.ts'
import { AS } from './vocabulary.ts'

export interface MemberPlace {
  /** When it was added to the stream, as written; absent when it does not say, or not in a way that can be read. */
  readonly added?: string
  /** Its place among those that were added at the same time. */
  readonly number?: string
  /** Names of its transactions: none, or one; several are a fault. */
  readonly transactions: readonly string[]
  /** It says that its transaction is finished. */
  readonly isFinal?: true
}

/** Reads the place of a member, a term id of the page's default graph. */
export function placeOf(control: Graph, member: number, context: FeedContext): MemberPlace {
  const { timestampPath = `${AS}published`, sequencePath, transaction } = context
  const [time] = follow(control, member, timestampPath)
  const added = time === undefined ? undefined : text(control, time)
  const [number] = sequencePath === undefined ? [] : follow(control, member, sequencePath)
  const end = transaction?.finalized
  const transactions =
    transaction && end ? follow(control, member, transaction.path).map((name) => text(control, name)) : []
  const isFinal =
    end !== undefined &&
    transactions.length > 0 &&
    follow(control, member, end.path).some((value) => end.values.includes(text(control, value)))
  return {
    ...(added !== undefined && readInstant(added) && { added }),
    ...(number !== undefined && { number: text(control, number) }),
    transactions,
    ...(isFinal && { isFinal }),
  }
}
