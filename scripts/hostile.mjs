// Starts the server that does everything wrong and prints what it has: npm run hostile [-- port] [--json].
import { bundle } from '../test/support/hostile/bundle.mjs'

await import((await bundle('test/support/hostile/main.ts', 'hostile')).href)
