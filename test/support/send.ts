// Sends requests as they are: what projections reach a server on this machine by.
import type { Send } from '../../src/publish/index.ts'

export const plainSend: Send = async (address, { method, headers, body }) => {
  const answer = await fetch(address, {
    method,
    ...(headers && { headers }),
    ...(body !== undefined && { body: body as string }),
  })
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: new Uint8Array(await answer.arrayBuffer()),
  }
}
