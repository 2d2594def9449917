// Loaded before the program (--require): ends the process, as a failure of the machine does, right before its n-th
// change of the file system; without a number it counts them and tells how many there were when it ends.
const fs = require('node:fs/promises')
const { syncBuiltinESMExports } = require('node:module')

const killAt = Number(process.env.KILL_AT)
let changes = 0
for (const name of ['mkdir', 'writeFile', 'link', 'symlink', 'rename', 'rm', 'copyFile']) {
  const own = fs[name]
  fs[name] = (...args) => {
    if (++changes === killAt) process.kill(process.pid, 'SIGKILL')
    return own(...args)
  }
}
syncBuiltinESMExports()
if (!killAt) process.on('exit', () => process.stderr.write(`changes: ${changes}\n`))
