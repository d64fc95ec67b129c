import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

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
  *"$FAILING"*) [ -n "$FAILING" ] && { printf '%s' "$SAYING" >&2; exit 3; } ;;
esac
case "$name $*" in
  "git rev-parse"*) echo abc1234 ;;
  "gcloud auth print-access-token") echo token-of-gcloud ;;
  "gcloud storage buckets describe"*) echo pingyin-plan-tallysheet-state ;;
  "gcloud secrets versions describe"*) echo "$SECRET_STATE" ;;
  "gcloud artifacts docker images describe"*) echo ${DIGEST} ;;
  "terraform output -json") printf '%s\\n' "$OUTPUTS" ;;
esac
`

/** As the real one prints them: sorted, indented by two. */
const OUTPUTS = JSON.stringify(
  {
    image: { sensitive: false, type: 'string', value: `${REGISTRY}@sha256:old` },
    share: { sensitive: false, type: 'string', value: 'Share it.' },
    urls: { sensitive: false, type: ['object', { image: 'string' }], value: { image: 'https://not-this-one' } },
  },
  null,
  2,
)

/** What gcloud 528 says, read from it with an endpoint of our own that answers so. */
const GCLOUD = {
  noBucket: 'ERROR: (gcloud.storage.buckets.describe) gs://pingyin-plan-tallysheet-state not found: 404.\n',
  noVersion:
    'ERROR: (gcloud.secrets.versions.describe) NOT_FOUND: Secret Version [projects/1/secrets/smtp-password/versions/1] not found.\n',
  refusedBucket:
    'ERROR: (gcloud.storage.buckets.describe) [op@example.org] does not have permission to access b instance [pingyin-plan-tallysheet-state] (or it may not exist): op@example.org does not have storage.buckets.get access to the Google Cloud Storage bucket.\n',
  refusedVersion:
    "ERROR: (gcloud.secrets.versions.describe) PERMISSION_DENIED: Permission 'secretmanager.versions.get' denied for resource 'projects/1/secrets/smtp-password/versions/1' (or it may not exist).\n",
  noNetwork:
    "ERROR: gcloud crashed (ConnectionError): HTTPSConnectionPool(host='storage.googleapis.com', port=443): Max retries exceeded\n",
  signedOut:
    'ERROR: (gcloud.storage.buckets.describe) There was a problem refreshing your current auth tokens: Reauthentication failed.\n',
}

/** What Terraform says where it can't read its state, and what it answers where the state has no outputs. */
const TERRAFORM = {
  unreadable:
    'Error: Failed to get existing workspaces: querying Cloud Storage failed: googleapi: Error 403: Insufficient Permission\n',
  nothing: '{}',
}

interface Run {
  code: number | null
  stderr: string
  calls: string[]
}

/** Runs a script on a copy of the folder, with stand-ins for gcloud, terraform and git. */
function run(
  script: string,
  args: string[],
  { failing = '', saying = '', secret = 'ENABLED', outputs = OUTPUTS, settings = '', input = '' } = {},
): Run {
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
  const environment = {
    PATH: `${bin}:${process.env.PATH}`,
    CALLS: calls,
    FAILING: failing,
    SAYING: saying,
    SECRET_STATE: secret,
    OUTPUTS: outputs,
  }
  const { status, stderr } = spawnSync('bash', [join(copy, script), ...args], { env: environment, input, encoding: 'utf8' })
  return { code: status, stderr, calls: readFileSync(calls, 'utf8').trim().split('\n') }
}

const positions = (calls: string[], parts: string[]): number[] =>
  parts.map((part) => calls.findIndex((call) => call.includes(part)))

const changing = ({ calls }: Run): string[] => calls.filter((call) => /apply|create|update|submit|destroy/.test(call))

test.each(['deploy.sh', 'remove.sh'])('%s is sound to bash and stops at the first failure', (script) => {
  for (const file of [script, 'state.sh']) expect(spawnSync('bash', ['-n', join(google, file)]).status).toBe(0)
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

test('without a password that can be used nothing is built, and the command that adds it is told', () => {
  const { code, stderr, calls } = run('deploy.sh', [], { secret: 'DISABLED', settings: 'smtp_password_version = "2"' })
  expect(code).toBe(1)
  expect(calls.at(-1)).toContain('secrets versions describe 2')
  expect(stderr).toContain('it is DISABLED')
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
  const removed = run('remove.sh', [], { input: 'pingyin-plan\n' })
  expect(removed.code).toBe(0)
  expect(changing(removed).map((call) => call.replace(/ -.*/, ''))).toEqual(['terraform apply', 'terraform destroy'])
  for (const call of changing(removed)) expect(call).toContain(`-var=image=${REGISTRY}@sha256:old -var=deletion_protection=false`)
})

describe('what isn’t there yet', () => {
  test('the first time, the bucket for the state is made', () => {
    const { code, stderr, calls } = run('deploy.sh', [], { failing: 'buckets describe', saying: GCLOUD.noBucket })
    expect([code, stderr]).toEqual([0, ''])
    const order = positions(calls, ['buckets describe', 'buckets create gs://pingyin-plan-tallysheet-state', 'terraform init'])
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(-1)
  })

  test('later, it is left as it is', () => {
    expect(run('deploy.sh', []).calls.filter((call) => call.includes('buckets create'))).toEqual([])
  })

  test('the password’s version: nothing is built, and the command that adds it is told', () => {
    const { code, stderr, calls } = run('deploy.sh', [], { failing: 'versions describe', saying: GCLOUD.noVersion })
    expect([code, calls.at(-1)]).toEqual([1, expect.stringContaining('secrets versions describe 1')])
    expect(stderr).toMatch(/^deploy: it is not there\. Add one/)
  })

  test.each([
    ['deploy.sh', ['--plan'], 'nothing is deployed yet'],
    ['deploy.sh', ['--settings'], 'nothing is deployed yet'],
    ['remove.sh', [], 'nothing that deploy.sh made is known here'],
  ])('without a bucket, %s %j says so and changes nothing', (script, args, words) => {
    const ended = run(script, args, { failing: 'buckets describe', saying: GCLOUD.noBucket })
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain(words)
    expect(changing(ended)).toEqual([])
    expect(ended.calls.filter((call) => call.startsWith('terraform'))).toEqual([])
  })

  test.each([
    ['deploy.sh', ['--plan'], 'nothing is deployed yet'],
    ['deploy.sh', ['--settings'], 'nothing is deployed yet'],
    ['remove.sh', [], 'nothing was deployed to its end'],
  ])('with a state that knows of no image, %s %j says so', (script, args, words) => {
    const ended = run(script, args, { outputs: TERRAFORM.nothing, input: 'pingyin-plan\n' })
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain(words)
    expect(ended.calls.at(-1)).toBe('terraform output -json')
  })
})

describe('what can’t be seen is not taken for what isn’t there: the tool’s own words, and nothing changes', () => {
  const stopped = (script: string, args: string[], failing: string, saying: string) => {
    const ended = run(script, args, { failing, saying, input: 'pingyin-plan\n' })
    expect(ended.code).not.toBe(0)
    expect(ended.stderr).toBe(saying)
    return ended
  }

  describe.each([
    ['deploy.sh', []],
    ['deploy.sh', ['--plan']],
    ['deploy.sh', ['--settings']],
    ['remove.sh', []],
  ])('%s %j', (script, args) => {
    test.each(['refusedBucket', 'noNetwork', 'signedOut'] as const)('the bucket of the state: %s', (why) => {
      const ended = stopped(script, args, 'buckets describe', GCLOUD[why])
      expect(ended.calls.at(-1)).toContain('buckets describe')
      expect(changing(ended)).toEqual([])
    })

    test('the bucket’s content', () => {
      const ended = stopped(script, args, 'terraform init', TERRAFORM.unreadable)
      expect(ended.calls.at(-1)).toContain('terraform init')
    })
  })

  test.each([
    ['deploy.sh', ['--plan']],
    ['deploy.sh', ['--settings']],
    ['remove.sh', []],
  ])('%s %j: the state', (script, args) => {
    const ended = stopped(script, args, 'terraform output', TERRAFORM.unreadable)
    expect(ended.calls.at(-1)).toBe('terraform output -json')
  })

  test.each(['refusedVersion', 'noNetwork'] as const)('the password’s version: %s', (why) => {
    const ended = stopped('deploy.sh', [], 'versions describe', GCLOUD[why])
    expect(ended.calls.at(-1)).toContain('secrets versions describe 1')
  })

  test.each(['deploy.sh', 'remove.sh'])('%s: a sign-in that ends keeps Terraform from being asked without one', (script) => {
    const ended = stopped(script, [], 'auth print-access-token', GCLOUD.signedOut)
    expect(ended.calls.filter((call) => call.startsWith('terraform'))).toEqual([])
  })
})
