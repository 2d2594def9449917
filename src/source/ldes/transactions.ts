// Members that belong together are handed out together or not at all: they wait until one says that their transaction
// is finished. What still waits when a reading ends is remembered, since its pages may never be asked for again.
import { type FeedEvent, iriOf, type Member } from './event.ts'
import { type FeedFault, type FeedNote, faultOf, noteOf } from './faults.ts'
import { compareNatural, compareSequences, compareTimes } from './order.ts'

/** A member of a transaction, waiting; plain data. */
export interface HeldMember {
  readonly transaction: string
  readonly member: string
  /** Address of the page it stood on. */
  readonly page: string
  /** When it was added to the stream, and its place among those of the same time. */
  readonly added?: string
  readonly number?: string
  /** It says that the transaction is finished. */
  readonly isFinal?: true
  /** Absent when it says nothing else, or cannot be understood. */
  readonly event?: FeedEvent
  /** It cannot be understood; then nothing of the transaction may be applied. */
  readonly isBroken?: true
}

/** The member as one that waits: an entry for each of its transactions, none when it has none. */
export function heldOf(member: Member, page: string): readonly HeldMember[] {
  const { added, number, isFinal, transactions } = member
  return transactions.map((transaction) => ({
    transaction,
    member: iriOf(member),
    page,
    ...(added !== undefined && { added }),
    ...(number !== undefined && { number }),
    ...(isFinal && { isFinal }),
    ...('event' in member && { event: member.event }),
    ...('fault' in member && { isBroken: true as const }),
  }))
}

export interface Settled {
  /** Of finished transactions, each together. */
  readonly events: readonly FeedEvent[]
  /** Of finished transactions that may not be applied: one for each event that is left out for another's sake. */
  readonly faults: readonly FeedFault[]
  /** One for each transaction that goes on. */
  readonly notes: readonly FeedNote[]
  /** Their members. */
  readonly held: readonly HeldMember[]
}

/**
 * Divides members into those of finished transactions and those that go on waiting. A name that is used again after
 * its transaction was finished begins a new one.
 */
export function settleTransactions(all: readonly HeldMember[]): Settled {
  const open = new Map<string, HeldMember[]>()
  const events: FeedEvent[] = []
  const faults: FeedFault[] = []
  for (const item of [...all].sort(compareHeld)) {
    const { transaction } = item
    const members = open.get(transaction) ?? []
    members.push(item)
    open.set(transaction, members)
    if (!item.isFinal) continue
    open.delete(transaction)
    const whole = members.flatMap(({ event }) => event ?? [])
    if (members.some(({ isBroken }) => isBroken))
      for (const { member, page } of whole)
        faults.push(faultOf('transaction-broken', { member, page, value: transaction }))
    else events.push(...whole)
  }
  const held = [...open.values()].flat()
  const notes = [...open].map(([value, members]) => {
    const { member, page } = members[members.length - 1]
    return noteOf('transaction-open', { member, page, value })
  })
  return { events, faults, notes, held }
}

/**
 * The order of the stream, in which whoever finishes comes last among equals. A member without a time is taken for an
 * early one, since it cannot be told whether it belongs after the end.
 */
function compareHeld(a: HeldMember, b: HeldMember): number {
  const rank = ({ added, isFinal }: HeldMember) => (added !== undefined ? 1 : isFinal ? 2 : 0)
  return (
    rank(a) - rank(b) ||
    compareTimes(timeOf(a), timeOf(b)) ||
    compareSequences(a.number ?? '', b.number ?? '') ||
    Number(a.isFinal ?? false) - Number(b.isFinal ?? false) ||
    compareNatural(a.member, b.member)
  )
}

function timeOf({ added }: HeldMember): { readonly published?: string } {
  return added === undefined ? {} : { published: added }
}
