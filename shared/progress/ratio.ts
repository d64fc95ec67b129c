/** `part / base`; null when either is unknown or the base is not positive (measures.md, first section). */
export const ratio = (part: number | null, base: number | null): number | null =>
  part === null || base === null || !(base > 0) ? null : part / base

/** Does the quotient reach the bound? Allows a relative 1e-9, the error of a division (measures.md, first section). */
export const reaches = (quotient: number, bound: number): boolean => quotient >= bound - Math.abs(bound) * 1e-9
