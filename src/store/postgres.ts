// PostgreSQL as the same store, for several machines.

import { GrunddataError } from '../errors.ts'
import type { Engine } from './engine.ts'

export function openPostgres(_url: string): Engine {
  throw new GrunddataError('STORE_UNREACHABLE', {
    sv: 'PostgreSQL stöds inte än.',
    en: 'PostgreSQL is not supported yet.',
  })
}
