// `grunddata serve`: the portal on a port, until it is stopped.
import { GrunddataError } from '../errors.ts'
import { type Io, quietIo } from '../io.ts'
import { createPortal, type OpenedSite, type SiteOptions, serveHttp } from '../portal/index.ts'
import type { Call } from './call.ts'
import { fileContent, storeContent } from './serve-content.ts'
import { isStoreAddress } from './store-address.ts'

/** Runs until SIGINT or SIGTERM. Exit code 3 when no source could be read. */
export async function run(call: Call): Promise<number> {
  const { args, values, terminal } = call
  const { lang } = terminal
  const port = values.count('port') ?? 8080
  const hostname = values.one('host') ?? '127.0.0.1'
  const options = siteOptions(call, port)
  const [first] = args
  const isNamed = args.length === 1 && isStoreAddress(first)
  const content =
    isNamed || (args.length === 1 && first === 'store')
      ? await storeContent(call, options, isNamed ? first : (values.one('store') ?? 'grunddata.sqlite'))
      : fileContent(call, options)
  let site = await content.open()
  tellFailures(site, call)
  const portal = createPortal(() => site)
  const served = await listen(portal, { port, hostname, trustsProxy: values.has('trustProxy') })
  const stop = await content.watch(reload)
  terminal.tell(
    `${counts(site, lang)}\n${{ sv: 'Portalen är öppen', en: 'The portal is open' }[lang]}: ${served.address}\n`,
  )
  await stopped()
  await stop()
  await served.close()
  await site.close()
  await content.close()
  return 0

  /** What cannot be read again leaves what was shown. */
  async function reload(): Promise<void> {
    const next = await content.open()
    if (next.holdings.sources.length === 0 || next.holdings.revision === site.holdings.revision)
      return next.close()
    const before = site
    site = next
    terminal.tell(`${counts(site, lang)}\n`)
    await before.close()
  }
}

function tellFailures({ holdings: { failures } }: OpenedSite, { terminal }: Call): void {
  for (const { name, error } of failures) terminal.tell(`grunddata: ${name}: ${error.text[terminal.lang]}\n`)
}

function siteOptions({ values, terminal }: Call, port: number): SiteOptions {
  const title = values.one('portalTitle')
  const contact = values.one('contact')
  const audit = values.one('audit')
  const sparqlEndpoint = values.one('sparqlServer')
  const sessionSecret = terminal.env.GRUNDDATA_SESSION_SECRET
  const oidc = oidcOf(terminal.env)
  const io: Io = {
    ...quietIo(),
    fetch: globalThis.fetch,
    log: (level, message) => terminal.tell(`${level}: ${message}\n`),
  }
  return {
    base: publicUrl(values.one('publicUrl') ?? `http://localhost:${port}/`),
    ...(title !== undefined && { title: { sv: title, en: title } }),
    ...(contact !== undefined && { contact }),
    ...(sparqlEndpoint !== undefined && { sparqlEndpoint: publicUrl(sparqlEndpoint) }),
    allowPrivate: values.list('allowFetch'),
    access: {
      tokenFile: values.one('tokens') ?? '.grunddata/tokens.json',
      ...(audit !== undefined && { auditFile: audit }),
      ...(sessionSecret && { sessionSecret }),
      ...(oidc && { oidc }),
    },
    io,
  }
}

/** From the environment: the client secret must not stand in a command that everybody on the machine can see. */
function oidcOf(env: NodeJS.ProcessEnv): NonNullable<SiteOptions['access']>['oidc'] | undefined {
  const {
    GRUNDDATA_OIDC_ISSUER: issuer,
    GRUNDDATA_OIDC_CLIENT: clientId,
    GRUNDDATA_OIDC_SECRET: clientSecret,
  } = env
  if (!issuer || !clientId) return undefined
  const roles = { upload: ['upload'], approve: ['approve'], harvest: ['harvest'] } as const
  const claim = env.GRUNDDATA_OIDC_CLAIM
  return { issuer, clientId, roles, ...(clientSecret && { clientSecret }), ...(claim && { claim }) }
}

function publicUrl(written: string): string {
  const isRight = URL.canParse(written) && /^https?:$/.test(new URL(written).protocol)
  if (isRight) return written
  throw new GrunddataError('USAGE', {
    sv: `${written} är ingen webbadress (http eller https).`,
    en: `${written} is no web address (http or https).`,
  })
}

async function listen(portal: ReturnType<typeof createPortal>, options: Parameters<typeof serveHttp>[1]) {
  try {
    return await serveHttp(portal, options)
  } catch (cause) {
    const { port, hostname } = options
    throw new GrunddataError(
      'USAGE',
      { sv: `Det går inte att lyssna på ${hostname}:${port}.`, en: `Cannot listen on ${hostname}:${port}.` },
      { cause, hint: { sv: 'Välj en annan port med --port.', en: 'Choose another port with --port.' } },
    )
  }
}

function counts({ holdings: { entities, sources } }: OpenedSite, lang: 'sv' | 'en'): string {
  const datasets = entities.ofKind('dataset').length
  return lang === 'sv'
    ? `${datasets} datamängder ur ${sources.length} ${sources.length === 1 ? 'källa' : 'källor'}.`
    : `${datasets} datasets from ${sources.length} ${sources.length === 1 ? 'source' : 'sources'}.`
}

/** Resolves when somebody asks the program to stop. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
