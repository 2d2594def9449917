// The question of a search as it stands in an address, and addresses of questions that differ from it in one thing.
import { facets, type Question, type Sorting, sortings } from '../search/index.ts'
import type { Visit } from '../visit.ts'

const MAX_VALUES = 50
const MAX_PAGE = 1000

/** Parameters that are not known, or make no sense, are as if they were not there. */
export function readQuestion({ query, lang }: Pick<Visit, 'query' | 'lang'>): Question {
  const wish = query.get('s')
  const page = Number(query.get('p') ?? '1')
  const chosen = new Map<string, readonly string[]>()
  for (const { id } of facets) {
    const values = query.getAll(id).filter((value) => value !== '')
    if (values.length > 0) chosen.set(id, values.slice(0, MAX_VALUES))
  }
  return {
    text: (query.get('q') ?? '').slice(0, 200),
    chosen,
    sorting: sortings.includes(wish as Sorting) ? (wish as Sorting) : 'relevance',
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
    withMembers: query.get('members') === 'yes',
    lang,
  }
}

/** The parameters of a question, in a fixed order. */
export function questionParameters({ text, chosen, sorting, page, withMembers }: Question): URLSearchParams {
  const parameters = new URLSearchParams()
  if (text.trim() !== '') parameters.set('q', text)
  for (const { id } of facets) for (const value of chosen.get(id) ?? []) parameters.append(id, value)
  if (withMembers) parameters.set('members', 'yes')
  if (sorting !== 'relevance') parameters.set('s', sorting)
  if (page > 1) parameters.set('p', String(page))
  return parameters
}

/** The question with a value chosen in a facet, or not chosen when it was; from the first page. */
export function toggled(question: Question, facet: string, value: string): Question {
  const before = question.chosen.get(facet) ?? []
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value]
  const chosen = new Map(question.chosen)
  if (after.length > 0) chosen.set(facet, after)
  else chosen.delete(facet)
  return { ...question, chosen, page: 1 }
}
