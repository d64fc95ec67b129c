/** Do both name one mailbox? Providers that tell cases apart are not met in practice. */
export const sameAddress = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
