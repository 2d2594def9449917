#!/usr/bin/env node
// Starts the command line program; everything it does is in src/cli.
import { main } from '../dist/cli/index.js'

process.exitCode = await main(process.argv.slice(2))
