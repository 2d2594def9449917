// Columns of numbers lie outside the heap, where garbage may pile up before the engine looks: between two windows it is
// asked to. Without that the memory held depends on how busy the machine is.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collectGarbage: (() => void) | undefined

/** Gives back the memory of what nobody holds any more. */
export function collect(): void {
  if (!collectGarbage) {
    setFlagsFromString('--expose-gc')
    collectGarbage = runInNewContext('gc') as () => void
  }
  collectGarbage()
}
