// What changes something: fetching a source, letting a held harvest through, taking in a catalogue.
// Each needs a token or a session with the scope for it, is limited, and is noted in the audit log.
import { isOwnForm, type Scope } from '../access/index.ts'
import type { Desk, Done } from '../history.ts'
import { readBody, readForm } from '../http/body.ts'
import { redirect } from '../http/respond.ts'
import { refused } from './forged.ts'
import { type App, type Call, visitOf } from './incoming.ts'
import { told } from './problems.ts'
import { API, json } from './rest.ts'
import { tooMany } from './toolkit.ts'

const MAX_UPLOAD_BYTES = 50_000_000
const MAX_FORM = 10_000

export function addWriteRoutes(app: App): void {
  app.post(`${API}/sources/:id/harvest`, (call) => act(call, 'harvest', (desk, id) => desk.harvest(id)))
  app.post(`${API}/sources/:id/approve`, (call) => act(call, 'approve', (desk, id) => desk.approve(id)))
  app.put(`${API}/sources/:id/catalogue`, (call) =>
    act(call, 'upload', async (desk, id) =>
      desk.upload(id, await readBody(call.req.raw, MAX_UPLOAD_BYTES), call.req.header('content-type')),
    ),
  )
}

async function act(
  call: Call,
  scope: Scope,
  perform: (desk: Desk, id: string) => Promise<Done>,
): Promise<Response> {
  const { site, identity, visitor, lang } = call.env
  const { access, desk } = site
  const wait = await access.limiter.take('write', visitor)
  if (wait !== undefined) return tooMany(call, wait)
  const id = call.req.param('id') ?? ''
  const note = (outcome: 'done' | 'refused' | 'failed') =>
    access.audit({ who: identity?.name ?? '-', what: scope, about: id, outcome, visitor })
  if (!identity) {
    await note('refused')
    return told(
      call,
      {
        status: 401,
        code: 'UNAUTHORIZED',
        detail: { sv: 'Logga in eller skicka en nyckel.', en: 'Sign in or send a token.' },
      },
      { 'WWW-Authenticate': 'Bearer' },
    )
  }
  if (!identity.scopes.includes(scope)) {
    await note('refused')
    return told(call, {
      status: 403,
      code: 'FORBIDDEN',
      detail: {
        sv: `Nyckeln får inte användas till det (${scope}).`,
        en: `The token may not be used for that (${scope}).`,
      },
    })
  }
  const isForm = /form/.test(call.req.header('content-type') ?? '')
  if (identity.by === 'session') {
    const given = isForm
      ? (await readForm(call.req.raw, MAX_FORM)).text('csrf')
      : call.req.header('x-csrf-token')
    if (!isOwnForm(identity, given, call.req.raw)) {
      await note('refused')
      return refused(call)
    }
  }
  if (!desk)
    return told(call, {
      status: 409,
      code: 'NO_STORE',
      detail: {
        sv: 'Portalen visar filer: det finns inget att ändra. Starta den med en databas.',
        en: 'The portal shows files: there is nothing to change. Start it with a store.',
      },
    })
  try {
    const { isDone, message } = await perform(desk, id)
    await note(isDone ? 'done' : 'failed')
    if (isForm && isDone) return redirect(visitOf(call).to(`/harvest/${id}`), 303)
    if (isDone) return json(call, { outcome: 'done', message: message[lang] })
    return told(call, { status: 404, code: 'SOURCE_NOT_FOUND', detail: message })
  } catch (error) {
    await note('failed')
    throw error
  }
}
