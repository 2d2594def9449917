// The body of a request, never larger than allowed, and the fields of a form in it.
import { GrunddataError } from '../../errors.ts'

/** The whole body. Throws SOURCE_TOO_LARGE as soon as it is known to be larger than allowed. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    size += next.value.length
    if (size > maxBytes) {
      await reader?.cancel()
      throw tooLarge(maxBytes)
    }
    pieces.push(next.value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The fields of a form, and the files sent with it. Names are data: they are kept in maps, not in objects. */
export interface Form {
  readonly text: (name: string) => string
  readonly files: (name: string) => readonly Upload[]
}

/** A form as browsers send it. Throws USAGE for a body that is none. */
export async function readForm(request: Request, maxBytes: number): Promise<Form> {
  const body = await readBody(request, maxBytes)
  const type = request.headers.get('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw noForm()
  const data = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw noForm()
  })
  const files = new Map<string, Upload[]>()
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string' || value.size === 0) continue
    const list = files.get(name) ?? []
    list.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
    files.set(name, list)
  }
  return {
    text: (name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    },
    files: (name) => files.get(name) ?? [],
  }
}

function tooLarge(maxBytes: number): GrunddataError {
  const size =
    maxBytes >= 1_000_000 ? `${Math.round(maxBytes / 1_000_000)} MB` : `${Math.round(maxBytes / 1000)} kB`
  return new GrunddataError('SOURCE_TOO_LARGE', {
    sv: `Det som skickades är större än ${size}.`,
    en: `What was sent is larger than ${size}.`,
  })
}

function noForm(): GrunddataError {
  return new GrunddataError('USAGE', {
    sv: 'Det som skickades är inget formulär.',
    en: 'What was sent is no form.',
  })
}
