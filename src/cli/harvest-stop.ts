// Interrupting a long job politely.
import type { Lang } from '../finding.ts'

interface Stop {
  readonly signal: AbortController['signal']
  readonly forget: () => void
}

/** The first interruption lets what has begun end; the second ends the program. */
export function stopOnSignal(tell: (text: string) => void, lang: Lang): Stop {
  const controller = new AbortController()
  const words = {
    sv: '\nAvbryter: det som har påbörjats lämnas som det var. Avbryt en gång till för att sluta genast.\n',
    en: '\nStopping: what has begun is left as it was. Interrupt once more to end at once.\n',
  }
  const stop = () => {
    if (controller.signal.aborted) process.exit(130)
    tell(words[lang])
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return {
    signal: controller.signal,
    forget: () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}
