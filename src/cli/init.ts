// `grunddata init`: the files that a catalogue begins with, made of flags, of answers on the terminal, and of what is
// on the web already. Nothing is written before everything is known, and nothing is written over.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type StartAnswers,
  type StartFile,
  startCatalog,
  startFiles,
  type Workflow,
} from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
import type { Discovery, Offer } from '../source/index.ts'
import type { Call } from './call.ts'
import { answersOf, checkAddress, workflowsOf } from './init-answers.ts'
import { catalogOfOffer, findOffers, offerLabel, tellAttempts } from './init-offers.ts'
import type { Prompts } from './init-prompts.ts'
import { tellResult } from './init-result.ts'
import { resultWords } from './init-result-words.ts'
import { writeWhole } from './outputs.ts'

/** Asks when there is a terminal to ask at, unless --yes. */
export async function run(call: Call): Promise<number> {
  const { terminal, values } = call
  const isAsking = process.stdin.isTTY === true && process.stdout.isTTY === true && !values.has('yes')
  const prompts = isAsking
    ? (await import('./init-prompts.ts')).openPrompts({ lang: terminal.lang })
    : undefined
  return start(call, prompts)
}

/** The whole of it, with prompts or without. */
export async function start(call: Call, prompts: Prompts | undefined): Promise<number> {
  const { args, terminal, values } = call
  const { lang } = terminal
  const folder = args[0] ?? '.'
  const isForced = values.has('overwrite')
  assertFree(folder, ['catalog.yaml', 'grunddata.config.yaml'], isForced)
  const flags = { ...answersOf(values, lang), today: new Date().toISOString().slice(0, 10) }
  prompts?.begin()
  const address = values.one('initFrom') ?? (await prompts?.address())
  const discovery = address === undefined ? undefined : await look(address, call)
  const offer = discovery && (await choose(discovery, prompts, call))
  const isWhole = offer !== undefined && offer.catalogs > 0
  const known: StartAnswers = offer ? { ...flags, hasDatasets: offer.datasets > 0 } : flags
  const withOrigin = withBase(known, address)
  const answers = prompts && !isWhole ? await prompts.answers(withOrigin) : withOrigin
  const proposal = workflowsOf(values, repositoryOf(folder))
  const workflows: readonly Workflow[] =
    prompts && !values.isGiven('ci') ? await prompts.workflows(proposal) : proposal
  prompts?.end()
  const own = startCatalog(answers)
  const catalog = offer ? await catalogOfOffer(offer, { own, isWhole, lang }) : own
  const files = startFiles(catalog, { lang, workflows, version: call.root.version() ?? '' })
  assertFree(
    folder,
    files.map(({ path }) => path),
    isForced,
  )
  await writeAll(folder, files)
  await tellResult(folder, files, terminal)
  return 0
}

/** Addresses begin with the site that was looked at, when nothing else is said. */
function withBase(answers: StartAnswers, address: string | undefined): StartAnswers {
  if (answers.base !== undefined || address === undefined) return answers
  return { ...answers, base: `${new URL(address).origin}/` }
}

async function look(address: string, { terminal, values }: Call): Promise<Discovery> {
  const fault = checkAddress(address)
  if (fault)
    throw new GrunddataError(
      'USAGE',
      { sv: `--from kan inte vara ”${address}”.`, en: `--from cannot be “${address}”.` },
      { hint: fault },
    )
  terminal.tell(`${resultWords[terminal.lang].looking(address)}\n`)
  const discovery = await findOffers(address, values.list('allowPrivate'))
  if (discovery.offers.length === 0) tellAttempts(address, discovery, terminal)
  return discovery
}

async function choose(
  { offers }: Discovery,
  prompts: Prompts | undefined,
  { terminal }: Call,
): Promise<Offer | undefined> {
  if (offers.length === 0) return undefined
  const { lang } = terminal
  const labels = offers.map((offer) => offerLabel(offer, lang))
  if (prompts) {
    const index = await prompts.offer(labels)
    return index === undefined ? undefined : offers[index]
  }
  const words = resultWords[lang]
  terminal.tell(`${words.taken(labels[0])}\n`)
  if (labels.length > 1)
    terminal.tell(
      `${words.others}\n${labels
        .slice(1)
        .map((each) => `  ${each}\n`)
        .join('')}`,
    )
  return offers[0]
}

function assertFree(folder: string, paths: readonly string[], isForced: boolean): void {
  const [taken] = isForced ? [] : paths.filter((path) => existsSync(join(folder, path)))
  if (taken === undefined) return
  throw new GrunddataError(
    'USAGE',
    {
      sv: `${join(folder, taken)} finns redan, och inget är skrivet.`,
      en: `${join(folder, taken)} is there already, and nothing is written.`,
    },
    {
      hint: {
        sv: 'Välj en annan mapp, eller skriv över med --force. Ett annat arbetsflöde väljs med --ci.',
        en: 'Choose another folder, or write over it with --force. Another workflow is chosen with --ci.',
      },
    },
  )
}

/** Where the folder's repository lives: the addresses of its remotes. */
function repositoryOf(folder: string): string {
  try {
    return readFileSync(join(folder, '.git', 'config'), 'utf8')
  } catch {
    return ''
  }
}

async function writeAll(folder: string, files: readonly StartFile[]): Promise<void> {
  for (const { path, text } of files) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true }).catch((cause: unknown) => {
      throw new GrunddataError(
        'OUTPUT_FAILED',
        {
          sv: `Mappen ${dirname(file)} gick inte att skapa.`,
          en: `The folder ${dirname(file)} could not be created.`,
        },
        { cause },
      )
    })
    await writeWhole(file, text)
  }
}
