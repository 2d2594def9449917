#!/usr/bin/env node
// Starts the command line program; everything it does is in src/cli. CommonJS, because node starts it sooner.
require('node:module').enableCompileCache?.()

require('../dist/program/grunddata.cjs')
  .main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code
  })
