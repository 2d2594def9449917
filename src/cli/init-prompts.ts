// The questions of `grunddata init` on a terminal. Hides the library of prompts, which is loaded for this alone.
import type { Readable, Writable } from 'node:stream'
import * as clack from '@clack/prompts'
import type { StartAnswers, Workflow } from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
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

/** Where to ask; tests pass streams of their own. */
export interface Asking {
  readonly lang: Lang
  readonly input?: Readable
  readonly output?: Writable
}

export interface Prompts {
  readonly begin: () => void
  readonly end: () => void
  /** The address to look for a catalogue at; undefined for none. */
  readonly address: () => Promise<string | undefined>
  /** One of these labels by its index; undefined for none of them. */
  readonly offer: (labels: readonly string[]) => Promise<number | undefined>
  /** Asks for what the answers lack. */
  readonly answers: (known: StartAnswers) => Promise<StartAnswers>
  readonly workflows: (proposal: readonly Workflow[]) => Promise<readonly Workflow[]>
}

export function openPrompts(asking: Asking): Prompts {
  const words = promptWords[asking.lang]
  const streams = {
    ...(asking.input && { input: asking.input }),
    ...(asking.output && { output: asking.output }),
  }
  const text = async (
    message: string,
    { check, placeholder, initial, isNeeded = false }: TextQuestion = {},
  ): Promise<string | undefined> => {
    const answer = await clack.text({
      message,
      ...(placeholder !== undefined && { placeholder }),
      ...(initial !== undefined && { initialValue: initial }),
      validate: (value) => {
        if (!value?.trim()) return isNeeded ? words.needed : undefined
        return check?.(value.trim())?.[asking.lang]
      },
      ...streams,
    })
    return goOn(answer).trim() || undefined
  }
  const select = async (message: string, options: readonly Choice[], initial?: string) =>
    goOn(
      await clack.select({
        message,
        options: options.map((each) => ({ ...each })),
        ...(initial !== undefined && { initialValue: initial }),
        ...streams,
      }),
    )
  return {
    begin: () => clack.intro(words.intro, streams),
    end: () => clack.outro(words.outro, streams),
    address: () => text(words.address, { check: checkAddress, placeholder: words.addressExample }),
    offer: async (labels) => {
      const options = labels.map((label, index) => ({ value: String(index), label }))
      const answer = await select(words.offer, [...options, { value: '', label: words.noOffer }])
      return answer === '' ? undefined : Number(answer)
    },
    answers: (known) => askAnswers(known, { text, select, lang: asking.lang }),
    workflows: async (proposal) => {
      const options = [
        { value: 'github', label: 'GitHub' },
        { value: 'gitlab', label: 'GitLab' },
        { value: 'none', label: words.noWorkflow },
      ]
      const answer = await select(words.workflow, options, proposal[0])
      return answer === 'none' ? [] : [answer as Workflow]
    },
  }
}

interface TextQuestion {
  readonly check?: Check
  readonly placeholder?: string
  readonly initial?: string
  readonly isNeeded?: boolean
}

interface Choice {
  readonly value: string
  readonly label: string
}

interface Questions {
  readonly lang: Lang
  readonly text: (message: string, question?: TextQuestion) => Promise<string | undefined>
  readonly select: (message: string, options: readonly Choice[], initial?: string) => Promise<string>
}

async function askAnswers(known: StartAnswers, { lang, text, select }: Questions): Promise<StartAnswers> {
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

/** An answer, or the end when somebody pressed Ctrl+C. */
function goOn(answer: string | symbol): string {
  if (typeof answer === 'string') return answer
  throw new GrunddataError('ABORTED', {
    sv: 'Avbrutet; inget är skrivet.',
    en: 'Aborted; nothing is written.',
  })
}
