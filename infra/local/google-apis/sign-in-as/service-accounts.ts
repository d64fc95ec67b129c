import { createSign, createVerify, generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto'

/** The scopes that each service account may use as any user of the domain, as an administrator of Workspace has allowed. */
export type Delegations = Readonly<Record<string, readonly string[]>>

/** Service accounts and the keys with which IAM signs for them; a key is made when it is first needed. */
export class ServiceAccounts {
  readonly #delegations: Delegations
  readonly #keys = new Map<string, KeyPairKeyObjectResult>()

  constructor(delegations: Delegations) {
    this.#delegations = delegations
  }

  has(email: string): boolean {
    return email in this.#delegations
  }

  /** Whether the account may use all of the scopes as somebody else. */
  mayDelegate(email: string, scopes: readonly string[]): boolean {
    return scopes.every((scope) => this.#delegations[email]?.includes(scope))
  }

  /** The text signed by RS256, as a compact JWT. */
  sign(email: string, payload: string): string {
    const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'emulated', typ: 'JWT' })).toString('base64url')
    const signed = `${head}.${Buffer.from(payload).toString('base64url')}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.#keyOf(email).privateKey, 'base64url')}`
  }

  verify(email: string, jwt: string): boolean {
    const [head = '', payload = '', signature = ''] = jwt.split('.')
    return createVerify('RSA-SHA256').update(`${head}.${payload}`).verify(this.#keyOf(email).publicKey, signature, 'base64url')
  }

  #keyOf(email: string): KeyPairKeyObjectResult {
    const key = this.#keys.get(email) ?? generateKeyPairSync('rsa', { modulusLength: 2048 })
    this.#keys.set(email, key)
    return key
  }
}
