import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const google = fileURLToPath(new URL('../../../infra/google', import.meta.url))
const DIGEST = `sha256:${'ab'.repeat(32)}`
const REGISTRY = 'asia-southeast1-docker.pkg.dev/pingyin-plan/tallysheet/functions'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallysheet-scripts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Answers like the real commands where the scripts ask something, and writes down every call. */
const STAND_IN = `#!/usr/bin/env bash
name=$(basename "$0")
printf '%s %s\\n' "$name" "$*" >> "$CALLS"
[ "$name" = terraform ] && [ "$GOOGLE_OAUTH_ACCESS_TOKEN" != token-of-gcloud ] && exit 4
case "$name $*" in
  *"$FAILING"*) [ -n "$FAILING" ] && exit 3 ;;
esac
case "$name $*" in
  "git rev-parse"*) echo abc1234 ;;
  "gcloud auth print-access-token") echo token-of-gcloud ;;
  "gcloud secrets versions describe"*) echo "$SECRET_STATE" ;;
  "gcloud artifacts docker images describe"*) echo ${DIGEST} ;;
  "terraform output -raw image") echo ${REGISTRY}@sha256:old ;;
esac
`

interface Run {
  code: number | null
  stderr: string
  calls: string[]
}

/** Runs a script on a copy of the folder, with stand-ins for gcloud, terraform and git. */
function run(script: string, args: string[], { failing = '', secret = 'ENABLED', settings = '', input = '' } = {}): Run {
  const copy = mkdtempSync(join(folder, 'run-'))
  cpSync(google, copy, { recursive: true })
  const example = readFileSync(join(google, 'terraform.tfvars.example'), 'utf8')
  writeFileSync(join(copy, 'terraform.tfvars'), `${example}\n${settings}\n`)
  const bin = mkdtempSync(join(folder, 'bin-'))
  for (const name of ['gcloud', 'terraform', 'git']) {
    writeFileSync(join(bin, name), STAND_IN)
    chmodSync(join(bin, name), 0o755)
  }
  const calls = join(bin, 'calls')
  writeFileSync(calls, '')
  const environment = { PATH: `${bin}:${process.env.PATH}`, CALLS: calls, FAILING: failing, SECRET_STATE: secret }
  const { status, stderr } = spawnSync('bash', [join(copy, script), ...args], { env: environment, input, encoding: 'utf8' })
  return { code: status, stderr, calls: readFileSync(calls, 'utf8').trim().split('\n') }
}

const positions = (calls: string[], parts: string[]): number[] =>
  parts.map((part) => calls.findIndex((call) => call.includes(part)))

test.each(['deploy.sh', 'remove.sh'])('%s is sound to bash and stops at the first failure', (script) => {
  expect(spawnSync('bash', ['-n', join(google, script)]).status).toBe(0)
  expect(readFileSync(join(google, script), 'utf8')).toMatch(/^set -euo pipefail$/m)
})

test('a deployment builds the image after its registry and gives the services its digest', () => {
  const { code, stderr, calls } = run('deploy.sh', [])
  expect([code, stderr]).toEqual([0, ''])
  const order = positions(calls, [
    'terraform init',
    '-target=google_artifact_registry',
    'secrets versions describe 1',
    'builds submit',
    'images describe',
    `terraform apply -input=false -var=image=${REGISTRY}@${DIGEST}`,
  ])
  expect(order.includes(-1)).toBe(false)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(calls.at(-1)).not.toContain('-auto-approve')
})

test('a plan changes nothing', () => {
  const { code, calls } = run('deploy.sh', ['--plan'])
  expect(code).toBe(0)
  expect(calls.at(-1)).toBe(`terraform plan -input=false -var=image=${REGISTRY}@sha256:old`)
  expect(calls.filter((call) => /apply|create|update|enable|submit|destroy/.test(call))).toEqual([])
})

test('without the password nothing is built, and the command that adds it is told', () => {
  const { code, stderr, calls } = run('deploy.sh', [], { secret: '', settings: 'smtp_password_version = "2"' })
  expect(code).toBe(1)
  expect(calls.at(-1)).toContain('secrets versions describe 2')
  expect(stderr).toContain('gcloud secrets versions add smtp-password --project=pingyin-plan --data-file=-')
})

test('by Gmail no password is asked for', () => {
  const { code, calls } = run('deploy.sh', [], { secret: '', settings: 'gmail = true' })
  expect(code).toBe(0)
  expect(calls.filter((call) => call.includes('secrets'))).toEqual([])
})

test.each(['projects describe', 'auth print-access-token', 'terraform init', '-target=', 'builds submit', 'images describe'])(
  'where “%s” fails nothing follows',
  (failing) => {
    const { code, calls } = run('deploy.sh', [], { failing })
    expect(code).not.toBe(0)
    expect(calls.at(-1)).toContain(failing)
  },
)

test('changed settings are deployed with the image that runs', () => {
  const { code, calls } = run('deploy.sh', ['--settings'])
  expect(code).toBe(0)
  expect(calls.filter((call) => call.includes('builds submit'))).toEqual([])
  expect(calls.at(-1)).toBe(`terraform apply -input=false -var=image=${REGISTRY}@sha256:old`)
  expect(run('deploy.sh', ['--settings'], { failing: 'terraform output' }).code).toBe(1)
})

test('an earlier image is deployed without building', () => {
  const { code, calls } = run('deploy.sh', ['--image', `${REGISTRY}@${DIGEST}`])
  expect(code).toBe(0)
  expect(calls.filter((call) => call.includes('builds submit'))).toEqual([])
  expect(calls.at(-1)).toBe(`terraform apply -input=false -var=image=${REGISTRY}@${DIGEST}`)
})

test('a wrong argument is wrong usage', () => {
  const { code, calls } = run('deploy.sh', ['--now'])
  expect([code, calls]).toEqual([2, ['']])
})

test('a removal asks for the name of the project, and switches protection off first', () => {
  const refused = run('remove.sh', [], { input: 'yes\n' })
  expect(refused.code).toBe(1)
  expect(refused.calls.filter((call) => /apply|destroy/.test(call))).toEqual([])
  const { code, calls } = run('remove.sh', [], { input: 'pingyin-plan\n' })
  expect(code).toBe(0)
  const changing = calls.filter((call) => /^terraform (apply|destroy)/.test(call))
  expect(changing.map((call) => call.replace(/ -.*/, ''))).toEqual(['terraform apply', 'terraform destroy'])
  expect(changing.every((call) => call.includes('-var=deletion_protection=false'))).toBe(true)
})
