// What `grunddata init` knows from its flags: each answer checked, with the next step in the error.
import type { StartAnswers, Workflow } from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
import type { Lang, Text } from '../finding.ts'
import { portalOrganisations } from '../framework/index.ts'
import {
  isOrganisationNumber,
  loadVocabularies,
  organisationDigits,
  searchVocabularies,
} from '../profile/index.ts'
import type { Values } from './values.ts'

/** Why an answer will not do; undefined when it will. The prompts ask by the same rules. */
export type Check = (answer: string) => Text | undefined

export const checkNumber: Check = (answer) => {
  const digits = organisationDigits(answer)
  return digits !== undefined && isOrganisationNumber(digits)
    ? undefined
    : {
        sv: 'Ett organisationsnummer har tio siffror med rätt kontrollsiffra, till exempel 202100-6883.',
        en: 'An organisation number has ten digits with the right check digit, for example 202100-6883.',
      }
}

export const checkEmail: Check = (answer) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer)
    ? undefined
    : { sv: 'Skriv en e-postadress: namn@exempel.se.', en: 'Write an email address: name@example.se.' }

export const checkAddress: Check = (answer) =>
  URL.canParse(answer) && /^https?:\/\/[^/\s]+/.test(answer)
    ? undefined
    : {
        sv: 'Skriv en webbadress som börjar med https://.',
        en: 'Write a web address that begins with https://.',
      }

/** The types of organisation by name, as the portal has them. */
export function organisationTypes(lang: Lang): readonly { readonly iri: string; readonly label: string }[] {
  const list = typeList()
  return [...(list?.concepts.values() ?? [])].map(({ iri, label }) => ({ iri, label: label[lang] }))
}

function typeList() {
  return [...loadVocabularies().values()].find(({ name }) => name === 'adms-publishertype')
}

/** The label of the type that a word means. */
export function typeOfWord(word: string, lang: Lang): string | undefined {
  const list = typeList()
  if (!list) return undefined
  const [hit] = searchVocabularies(word, { limit: 1, vocabularies: new Map([[list.iri, list]]) })
  return hit && hit.score >= SAME ? hit.concept.label[lang] : undefined
}

const SAME = 0.949

/** The type that the first digits of a number tell of: state 202100, municipality 212000, region 232100. */
export function typeOfNumber(number: string, lang: Lang): string | undefined {
  const digits = organisationDigits(number)
  const local = { '202': 'NationalAuthority', '212': 'LocalAuthority', '232': 'RegionalAuthority' } as const
  const name = local[digits?.slice(0, 3) as keyof typeof local]
  return name && organisationTypes(lang).find(({ iri }) => iri.endsWith(`/${name}`))?.label
}

/** The answers that flags give; throws USAGE for one that will not do. */
export function answersOf(values: Values, lang: Lang): StartAnswers {
  const organisation = values.one('organisation')
  const known = organisation === undefined ? undefined : knownOrganisation(organisation)
  const number = checked(values.one('organisationNumber'), '--number', checkNumber) ?? known?.number
  const email = checked(values.one('email'), '--email', checkEmail)
  const address = checked(values.one('dataAddress'), '--data', checkAddress)
  const base = checked(values.one('base'), '--base', checkAddress)
  const title = values.one('datasetTitle')
  const type = wantedType(values.one('organisationType'), lang) ?? (number && typeOfNumber(number, lang))
  return {
    lang,
    ...(base !== undefined && { base: withSlash(base) }),
    ...(organisation !== undefined && { organisation }),
    ...(number !== undefined && { number }),
    ...(type !== undefined && { type }),
    ...given('title', values.one('catalogTitle')),
    ...given('description', values.one('catalogDescription')),
    ...given('contact', values.one('contact')),
    ...(email !== undefined && { email }),
    ...((title !== undefined || address !== undefined) && {
      dataset: { title: title ?? '', ...(address !== undefined && { address }) },
    }),
  }
}

function given<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>)
}

/** An organisation whose number is known by its name. */
export function knownOrganisation(name: string) {
  const plain = name.trim().toLowerCase()
  return portalOrganisations().find(({ names }) => names.some((each) => each.toLowerCase() === plain))
}

/** Addresses are made by putting more after the base. */
export function withSlash(base: string): string {
  return /[/#]$/.test(base) ? base : `${base}/`
}

function wantedType(word: string | undefined, lang: Lang): string | undefined {
  if (word === undefined) return undefined
  const label = typeOfWord(word, lang)
  if (label !== undefined) return label
  const list = (wish: Lang) =>
    organisationTypes(wish)
      .map((type) => type.label)
      .join(', ')
  throw new GrunddataError(
    'USAGE',
    { sv: `--type kan inte vara ”${word}”.`, en: `--type cannot be “${word}”.` },
    { hint: { sv: `Välj bland ${list('sv')}.`, en: `Choose among ${list('en')}.` } },
  )
}

function checked(value: string | undefined, flag: string, check: Check): string | undefined {
  const fault = value === undefined ? undefined : check(value)
  if (!fault) return value
  throw new GrunddataError(
    'USAGE',
    { sv: `${flag} kan inte vara ”${value}”.`, en: `${flag} cannot be “${value}”.` },
    { hint: fault },
  )
}

/** The workflows to write: those asked for, else the one that the folder's repository points to. */
export function workflowsOf(values: Values, repository: string): readonly Workflow[] {
  const wish = values.list('ci')
  if (wish.length > 0) return wish.filter((each): each is Workflow => each === 'github' || each === 'gitlab')
  return /gitlab/i.test(repository) ? ['gitlab'] : ['github']
}
