// The questions of `grunddata init` on a terminal. Hides the library of prompts, which is loaded for this alone.
import type { Readable, Writable } from 'node:stream'
import * as clack from '@clack/prompts'
import type { StartAnswers, Workflow } from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
import type { Lang } from '../finding.ts'
import { checkAddress } from './init-answers.ts'
import { askAnswers, type Choice, type TextQuestion } from './init-questions.ts'
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

/** An answer, or the end when somebody pressed Ctrl+C. */
function goOn(answer: string | symbol): string {
  if (typeof answer === 'string') return answer
  throw new GrunddataError('ABORTED', {
    sv: 'Avbrutet; inget är skrivet.',
    en: 'Aborted; nothing is written.',
  })
}
