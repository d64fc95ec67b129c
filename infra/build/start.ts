/**
 * What an image starts: the function that FUNCTION_TARGET names, with V8's code for it as its rehearsal left it (write-code-cache.ts).
 * Node's own compile cache keeps what was compiled while a file was loaded; this one also what a first call runs, which makes a start a
 * fifth shorter. Code for another source, Node or flags is refused by V8, said in the log, and compiled anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

const file = join(import.meta.dirname, process.env.FUNCTION_TARGET!, 'index.cjs')
const cache = join(dirname(file), 'code.cache')
const isRehearsal = process.argv.includes('--write-code')
const isCached = !isRehearsal && existsSync(cache)

/** As Node wraps a CommonJS module. */
const before = '(function (exports, require, module, __filename, __dirname) {'
const script = new Script(`${before}${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
  columnOffset: -before.length,
  ...(isCached ? { cachedData: readFileSync(cache) } : {}),
})
if (script.cachedDataRejected) console.log('{"severity":"NOTICE","message":"code cache refused"}')
const started = { exports: {} }
script.runInThisContext()(started.exports, createRequire(file), started, file, dirname(file))
if (isRehearsal) process.on('exit', () => writeFileSync(cache, script.createCachedData()))
