// Compiles src/ to dist/ and leaves a snapshot of every profile there. Run by `npm run build` and, through `prepare`, by `npm ci`.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
rmSync(`${root}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' })

const { writeSnapshots } = await import('../dist/profile/index.js')
writeSnapshots()
