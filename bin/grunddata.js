#!/usr/bin/env node
// Starts the command line program; everything it does is in src/cli. CommonJS, because node starts it sooner.
const { join } = require('node:path')
const { loadProgram } = require('./program.js')

loadProgram(join(__dirname, '../dist/program'))
  .main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code
  })
