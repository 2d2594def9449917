// A local file's bytes within a limit, or why there are none.
import { readFile, stat } from 'node:fs/promises'
import type { Refusal } from './http/exchange.ts'

export async function readLocal(
  path: string,
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly failure: Refusal }> {
  try {
    const { size } = await stat(path)
    if (size > maxBytes)
      return {
        failure: {
          kind: 'too-large',
          text: {
            sv: `${path} är större än ${maxBytes} byte.`,
            en: `${path} is larger than ${maxBytes} bytes.`,
          },
        },
      }
    return { bytes: await readFile(path) }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return {
      failure: {
        kind: 'address',
        text: { sv: `${path} går inte att läsa: ${reason}.`, en: `${path} cannot be read: ${reason}.` },
        hint: {
          sv: 'Kontrollera att filen finns och att du får läsa den.',
          en: 'Check that the file exists and that you may read it.',
        },
        cause,
      },
    }
  }
}
