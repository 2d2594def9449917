// The order in which `grunddata init` asks, and what it proposes: each answer may tell of the next.
import type { StartAnswers } from '../author/index.ts'
import type { Lang } from '../finding.ts'
import {
  type Check,
  checkAddress,
  checkEmail,
  checkNumber,
  knownOrganisation,
  organisationTypes,
  typeOfNumber,
  withSlash,
} from './init-answers.ts'
import { promptWords } from './init-words.ts'

export interface TextQuestion {
  readonly check?: Check
  readonly placeholder?: string
  readonly initial?: string
  readonly isNeeded?: boolean
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Ways to ask. */
export interface Questions {
  readonly lang: Lang
  readonly text: (message: string, question?: TextQuestion) => Promise<string | undefined>
  readonly select: (message: string, options: readonly Choice[], initial?: string) => Promise<string>
}

/** Asks for what the answers lack, with proposals where one can be made. */
export async function askAnswers(
  known: StartAnswers,
  { lang, text, select }: Questions,
): Promise<StartAnswers> {
  const words = promptWords[lang]
  const organisation = known.organisation ?? (await text(words.organisation, { isNeeded: true }))
  const found = organisation === undefined ? undefined : knownOrganisation(organisation)
  const initial = found?.number
  const number =
    known.number ??
    (await text(words.number, { check: checkNumber, ...(initial !== undefined && { initial }) }))
  const types = organisationTypes(lang).map(({ label }) => ({ value: label, label }))
  const guess = number === undefined ? undefined : typeOfNumber(number, lang)
  const type = known.type ?? (await select(words.type, types, guess))
  const email = known.email ?? (await text(words.email, { check: checkEmail, isNeeded: true }))
  const contact = known.contact ?? (await text(words.contact, organisation ? { initial: organisation } : {}))
  const proposal = known.base ?? (email && `https://data.${email.replace(/^.*@/, '')}/`)
  const base = await text(words.base, {
    check: checkAddress,
    isNeeded: true,
    ...(proposal !== undefined && { initial: proposal }),
  })
  const dataset = known.dataset ?? (known.hasDatasets ? undefined : await askDataset(text, lang))
  return {
    ...known,
    ...(organisation !== undefined && { organisation }),
    ...(number !== undefined && { number }),
    type,
    ...(email !== undefined && { email }),
    ...(contact !== undefined && { contact }),
    ...(base !== undefined && { base: withSlash(base) }),
    ...(dataset && { dataset }),
  }
}

async function askDataset(text: Questions['text'], lang: Lang): Promise<StartAnswers['dataset']> {
  const words = promptWords[lang]
  const title = await text(words.dataset)
  if (title === undefined) return undefined
  const description = await text(words.datasetDescription)
  const address = await text(words.datasetAddress, { check: checkAddress })
  return {
    title,
    ...(description !== undefined && { description }),
    ...(address !== undefined && { address }),
  }
}
