// The toolkit's addresses, and those where an API is tried: everything where a visitor makes the portal work.
import { errorCodes, isGrunddataError } from '../../errors.ts'
import { type Form, readForm } from '../http/body.ts'
import { toolkitPage } from '../pages/toolkit.ts'
import { tryApiPage } from '../pages/try-api.ts'
import type { Site } from '../site.ts'
import { assignmentOf, type Filled, MAX_INPUT_BYTES, readFilled } from '../toolkit/input.ts'
import { noClient } from '../tryit/answer.ts'
import { type ApiReader, createApiReader } from '../tryit/fetch-api.ts'
import { questionUrl } from '../tryit/openapi.ts'
import { missing } from './entities.ts'
import { type App, type Call, sendPage, visitOf } from './incoming.ts'
import { told } from './problems.ts'

export function addToolkitRoutes(app: App): void {
  app.get('/toolkit', async (call) => {
    const get = (name: string) => call.env.query.get(name) ?? ''
    const isAsked = get('t') !== '' || get('url') !== ''
    const filled = isAsked
      ? attempt(() => readFilled(get))
      : readFilled((name) => (name === 'task' ? get(name) : ''))
    return toolkitAnswer(call, { filled, isAsked })
  })
  app.post('/toolkit', async (call) => {
    let form: Form
    try {
      form = await readForm(call.req.raw, MAX_INPUT_BYTES)
    } catch (error) {
      return toolkitAnswer(call, { filled: { failure: error }, isAsked: true })
    }
    return toolkitAnswer(call, { filled: attempt(() => readFilled(form.text)), form, isAsked: true })
  })
  app.get('/dataservice/:id{[^/]+_[a-z0-9]+}/try', tryAnswer)
}

type Attempt = Filled | { readonly failure: unknown }

function attempt(make: () => Filled): Attempt {
  try {
    return make()
  } catch (failure) {
    return { failure }
  }
}

interface Asked {
  readonly filled: Attempt
  readonly form?: Form
  readonly isAsked: boolean
}

async function toolkitAnswer(call: Call, { filled, form, isAsked }: Asked): Promise<Response> {
  const { site, visitor, lang } = call.env
  const visit = visitOf(call)
  const blank = 'failure' in filled ? readFilled(() => '') : filled
  const show = (error: unknown) => {
    if (!isGrunddataError(error)) throw error
    const { text, hint, code } = error
    const problem = {
      message: text[lang],
      status: errorCodes[code].http,
      ...(hint && code !== 'SOURCE_REFUSED' && { hint: hint[lang] }),
    }
    return sendPage(call, visit, toolkitPage(visit, { filled: blank, problem }))
  }
  if ('failure' in filled) return show(filled.failure)
  if (!isAsked) return sendPage(call, visit, toolkitPage(visit, { filled }))
  const wait = await site.access.limiter.take(filled.urls.length > 0 ? 'fetch' : 'tool', visitor)
  if (wait !== undefined) return tooMany(call, wait)
  try {
    const assignment = await assignmentOf(filled, form, site.client)
    const outcome = await site.toolkit.run(assignment, site.io.now())
    return sendPage(call, visit, toolkitPage(visit, { filled, outcome }))
  } catch (error) {
    return show(error)
  }
}

export function tooMany(call: Call, seconds: number): Response {
  call.env.site.metrics.add('grunddata_refused_total', { reason: 'limit' })
  return told(
    call,
    {
      status: 429,
      code: 'TOO_MANY',
      detail: {
        sv: `Det blev för många frågor. Vänta ${seconds} sekunder.`,
        en: `There were too many requests. Wait ${seconds} seconds.`,
      },
    },
    { 'Retry-After': String(seconds) },
  )
}

const readers = new WeakMap<Site, ApiReader>()

async function tryAnswer(call: Call): Promise<Response> {
  const { site, query, visitor, lang } = call.env
  const entity = site.holdings.entities.byId.get(call.req.param('id') ?? '')
  const address = entity && site.holdings.reading.iris(entity.term, 'dcat:endpointDescription')[0]
  if (entity?.kind !== 'service' || address === undefined) return missing(call)
  if (!site.client) throw noClient()
  const wait = await site.access.limiter.take('fetch', visitor)
  if (wait !== undefined) return tooMany(call, wait)
  const reader = readers.get(site) ?? createApiReader(site.client, site.io.now)
  readers.set(site, reader)
  const visit = visitOf(call)
  const wish = query.get('operation') ?? undefined
  const page = (state: Omit<Parameters<typeof tryApiPage>[2], 'address'>) =>
    sendPage(call, visit, tryApiPage(visit, entity, { address, ...state }))
  let api: Awaited<ReturnType<ApiReader['describe']>>
  try {
    api = await reader.describe(address)
  } catch (error) {
    if (!isGrunddataError(error)) throw error
    return page({ problem: error.text[lang] })
  }
  const operation = api.operations.find(({ id, method }) => id === wish && method === 'get')
  if (!operation) return page({ api })
  const url = questionUrl(api.servers[0] ?? '', operation, (name) => query.get(name) ?? '')
  const asked = { api, operation: operation.id }
  if (url === undefined)
    return page({
      ...asked,
      problem: visit.say('Fyll i det som måste fyllas i.', 'Fill in what is required.'),
    })
  try {
    return page({ ...asked, tried: await reader.ask(url) })
  } catch (error) {
    if (!isGrunddataError(error)) throw error
    return page({ ...asked, problem: error.text[lang] })
  }
}
