// The one thing that an action of `grunddata ldes` is about.
import { GrunddataError } from '../errors.ts'

/** The one argument of an action. Throws USAGE. */
export function onlyArgument(args: readonly string[], what: { sv: string; en: string }): string {
  if (args.length === 1) return args[0]
  throw new GrunddataError(
    'USAGE',
    { sv: `Ange ${what.sv}.`, en: `Give ${what.en}.` },
    { hint: { sv: 'Exempel: grunddata ldes --help', en: 'For examples: grunddata ldes --help' } },
  )
}
