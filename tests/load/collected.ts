/**
 * Loaded into a product that is measured: says on demand what its memory holds once the garbage is gone.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// V8 collects late where memory is plenty, so that the size of a process says little of what it holds.
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

process.on('message', () => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.(heapUsed + external)
})
process.channel?.unref()
