/** Milliseconds of computing that a step takes on its own thread: whatever else the machine does meanwhile doesn't count. */
export function cpuMillisecondsOf(step: () => void): number {
  const before = process.threadCpuUsage()
  step()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
