// `grunddata token`: makes, lists and revokes the tokens of the portal.
import { GrunddataError } from '../errors.ts'
import { makeToken, readTokens, type Scope, writeTokens } from '../portal/index.ts'
import type { Call } from './call.ts'

/** Throws USAGE for an action that is not there, or a token that is not. */
export async function run(call: Call): Promise<number> {
  const [action, ...rest] = call.args
  const actions = { create, list, revoke } as const
  if (!Object.hasOwn(actions, action))
    throw new GrunddataError('USAGE', {
      sv: 'Ange create, list eller revoke.',
      en: 'Give create, list or revoke.',
    })
  await actions[action as keyof typeof actions](call, rest)
  return 0
}

function fileOf({ values }: Call): string {
  return values.one('tokens') ?? '.grunddata/tokens.json'
}

async function create(call: Call): Promise<void> {
  const { values, terminal } = call
  const scopes = values.list('tokenScope') as readonly Scope[]
  if (scopes.length === 0)
    throw new GrunddataError('USAGE', {
      sv: 'Säg vad nyckeln får användas till med --scope: upload, approve eller harvest.',
      en: 'Say what the token may be used for with --scope: upload, approve or harvest.',
    })
  const name = values.one('tokenName') ?? scopes.join('-')
  const days = Math.max(1, values.count('tokenDays') ?? 90)
  const file = fileOf(call)
  const { text, record } = makeToken({ name, scopes, days }, new Date())
  await writeTokens(file, [...(await readTokens(file)), record])
  terminal.write(`${text}\n`)
  terminal.tell(
    terminal.lang === 'sv'
      ? `Nyckeln ${record.id} (${name}) gäller till ${record.expires.slice(0, 10)}. Spara den nu: den visas inte igen.\n`
      : `The token ${record.id} (${name}) is valid until ${record.expires.slice(0, 10)}. Keep it now: it is not shown again.\n`,
  )
}

async function list(call: Call): Promise<void> {
  const { terminal } = call
  const tokens = await readTokens(fileOf(call))
  const today = new Date().toISOString()
  const old = { sv: 'för gammal', en: 'expired' }[terminal.lang]
  for (const { id, name, scopes, expires } of tokens)
    terminal.write(
      `${id}  ${expires.slice(0, 10)}  ${scopes.join(',')}  ${name}${expires < today ? `  (${old})` : ''}\n`,
    )
  if (tokens.length === 0)
    terminal.tell({ sv: 'Det finns inga nycklar.\n', en: 'There are no tokens.\n' }[terminal.lang])
}

async function revoke(call: Call, [wish]: readonly string[]): Promise<void> {
  const { terminal } = call
  const file = fileOf(call)
  const tokens = await readTokens(file)
  const found = tokens.find(({ id }) => id === wish || wish?.startsWith(`gd_${id}_`))
  if (!found)
    throw new GrunddataError('USAGE', {
      sv: 'Ange en nyckel som finns; se dem med grunddata token list.',
      en: 'Give a token that is there; see them with grunddata token list.',
    })
  await writeTokens(
    file,
    tokens.filter((token) => token !== found),
  )
  terminal.tell({ sv: `${found.id} är indragen.\n`, en: `${found.id} is revoked.\n` }[terminal.lang])
}
