// Preloaded into a measured process: counts the distinct files that it opens through fs, which is how modules are read; files that Node
// itself opens underneath (package.json, a start itself reads) don't pass here. Prints {"files","rssMiB"} on SIGUSR2.
const fs = require('node:fs')

const opened = new Set()
for (const name of ['openSync', 'readFileSync', 'open', 'readFile', 'createReadStream']) {
  const original = fs[name]
  fs[name] = (path, ...rest) => {
    if (typeof path !== 'number') opened.add(String(path))
    return original.call(fs, path, ...rest)
  }
}
process.on('SIGUSR2', () => {
  process.stderr.write(`${JSON.stringify({ files: opened.size, rssMiB: process.memoryUsage.rss() / 2 ** 20 })}\n`)
})
