import { parseArgs } from 'node:util'
import { startGoogleApis } from './server.ts'

// Starts the emulator alone and prints its address: `node main.ts [--port N]`.
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const { url } = await startGoogleApis({ port: Number(values.port) })
console.log(url)
