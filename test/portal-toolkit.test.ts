// The toolkit works in a thread of its own: others are answered meanwhile, and what runs away is ended.
import { expect, it } from 'vitest'
import { BASE, dataset, PREFIXES, portalOf, type TestPortal } from './support/portal.ts'

const post = (p: TestPortal, text: string) => {
  const body = new FormData()
  body.append('task', 'validate')
  body.append('text', text)
  return p.portal(new Request(`${BASE}toolkit`, { method: 'POST', body }))
}
const large = PREFIXES + Array.from({ length: 10_000 }, (_, i) => dataset(String(i), `Data ${i}`)).join('')

it('/health answers many times while a costly task is at work', async () => {
  const p = await portalOf(PREFIXES + dataset('a', 'A'), { access: { limits: { read: 1_000_000 } } })
  let isDone = false
  const work = post(p, large).finally(() => {
    isDone = true
  })
  let answered = 0
  while (!isDone) {
    expect((await p.get('/health')).status).toBe(200)
    await new Promise(setImmediate)
    if (!isDone) answered++
  }
  expect((await work).status).toBe(200)
  expect(answered).toBeGreaterThan(100)
  await p.close()
})

it('a task that takes too long is ended, and the next one is done', async () => {
  const p = await portalOf(PREFIXES + dataset('a', 'A'), { toolkit: { timeoutMs: 1 } })
  const response = await post(p, large)
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('Arbetet stoppades')
  await p.close()
  const next = await portalOf(PREFIXES + dataset('a', 'A'))
  for (const text of [PREFIXES + dataset('b', 'B'), '<a'])
    expect(await (await post(next, text)).text()).toContain('class="finding')
  await next.close()
})
