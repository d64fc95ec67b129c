/** Seconds from now until the promise is settled. */
export async function secondsUntil(promise: Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await promise
  return (performance.now() - startedAt) / 1_000
}
