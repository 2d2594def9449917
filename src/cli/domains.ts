// `grunddata domains`: the domains of national basic data, or everything known of one of them.
import { GrunddataError } from '../errors.ts'
import { type Domain, domains, frameworkLists, resourceTurtle, subjectIri } from '../framework/index.ts'
import { foldText, searchVocabularies } from '../profile/index.ts'
import type { Call } from './call.ts'
import { domainsText, domainText } from './domains-text.ts'
import { deliver, paperOf, readModelSettings } from './model-settings.ts'

/** Throws USAGE for a domain that is not there. */
export async function run(call: Call): Promise<number> {
  const { namespace, subjectPrefix } = await readModelSettings(call)
  const [wish] = call.args
  const chosen = wish === undefined ? domains : [findDomain(wish)]
  const subject = (domain: Domain) => subjectIri(domain, subjectPrefix)
  const described = chosen.map((domain) => ({ ...domain, subject: subject(domain) }))
  const format = call.values.one('modelFormat')
  const paper = paperOf(call)
  if (format === 'turtle') await deliver(resourceTurtle(chosen.map(({ iri }) => iri)), call, namespace)
  else if (format === 'json')
    await deliver(
      `${JSON.stringify(wish === undefined ? { version: '1.0', domains: described } : described[0], null, 2)}\n`,
      call,
      namespace,
    )
  else
    await deliver(
      wish === undefined ? domainsText(described, paper) : domainText(described[0], paper),
      call,
      namespace,
    )
  return 0
}

/** By id, address or name in either language, a part of one of them, or nearly so; what fits several fits none. */
export function findDomain(wish: string): Domain {
  const typed = foldText(wish.replace(/^.*[/#]/, ''))
  const keys = ({ id, label, aliases = [] }: Domain) =>
    [id, label.sv, label.en, ...aliases].map((key) => foldText(key))
  const exact = domains.find((domain) => keys(domain).includes(typed))
  if (exact) return exact
  const near = domains.filter((domain) => keys(domain).some((key) => key.includes(typed)))
  if (near.length === 1 && typed !== '') return near[0]
  const [best, second] = searchVocabularies(wish, { vocabularies: domainList() })
  const found = domains.find(({ iri }) => iri === best?.concept.iri)
  if (found && near.length === 0 && best.score > (second?.score ?? 0)) return found
  const list = domains.map(({ id }) => id).join(', ')
  throw new GrunddataError(
    'USAGE',
    { sv: `Det finns ingen domän som heter ”${wish}”.`, en: `There is no domain called “${wish}”.` },
    { hint: { sv: `Välj bland ${list}.`, en: `Choose among ${list}.` } },
  )
}

function domainList() {
  return new Map([...frameworkLists()].filter(([, { name }]) => name === 'domain'))
}
