import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundle } from '../../../infra/build/bundle.ts'
import { ENTRIES } from '../../../infra/build/entries.ts'
import { parseConfig } from '../../../shared/config.ts'
import { startFunction } from '../../support/function-process.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const terraform = readdirSync(join(root, 'infra/google'))
  .filter((name) => name.endsWith('.tf'))
  .map((name) => read(`infra/google/${name}`))
  .join('\n')
const dockerfile = read('infra/google/image/Dockerfile')

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort()

/** The functions that Terraform makes services of. */
const services = namesIn(/functions\s*=\s*toset\(\[(.*?)\]\)/s.exec(terraform)![1]!, /"([\w-]+)"/g)

/** For emulated APIs alone. */
const EMULATED = ['TALLYSHEET_GOOGLE_URL', 'TALLYSHEET_KEYS_URL', 'TALLYSHEET_TODAY']

test('Terraform sets every variable that the configuration reads, and no other', () => {
  const known = namesIn(read('shared/config.ts'), /^ {2}((?:TALLYSHEET|GOOGLE)_\w+):/gm)
  const set = namesIn(terraform, /\b(TALLYSHEET_\w+|GOOGLE_CLOUD_PROJECT)\b/g)
  expect(known.length).toBeGreaterThan(10)
  expect(set).toEqual(known.filter((name) => !EMULATED.includes(name)))
})

test('what the example of settings leads to is a usable configuration', () => {
  const example = read('infra/google/terraform.tfvars.example')
  const setting = (name: string): string => new RegExp(`^${name}\\s*=\\s*(.*)$`, 'm').exec(example)![1]!.replace(/[[\]"]/g, '')
  const config = parseConfig(
    {
      GOOGLE_CLOUD_PROJECT: setting('project'),
      TALLYSHEET_FRONT: 'cloud-run',
      TALLYSHEET_LANGUAGE: setting('language'),
      TALLYSHEET_SPREADSHEET_ID: setting('spreadsheet_id'),
      TALLYSHEET_SCHEDULER: `tallysheet-scheduler@${setting('project')}.iam.gserviceaccount.com`,
      TALLYSHEET_STAFF: setting('staff'),
      TALLYSHEET_ADMINISTRATORS: setting('administrators'),
      TALLYSHEET_AUDIENCE: 'https://send-digest-123456789012.asia-southeast1.run.app,123456789012-abc.apps.googleusercontent.com',
      TALLYSHEET_BUCKET: `${setting('project')}-tallysheet-outbox`,
      TALLYSHEET_MAIL_FROM: setting('mail_from'),
      TALLYSHEET_SMTP_URL: setting('smtp_url'),
      TALLYSHEET_SMTP_PASSWORD: 'x',
    },
    ['TALLYSHEET_SPREADSHEET_ID', 'TALLYSHEET_AUDIENCE', 'TALLYSHEET_BUCKET'],
  )
  expect(config.callers.staff).toEqual(['wang@example.org', 'li@example.org'])
})

test('every function that is built is a service, and the image holds each with V8’s code for it', () => {
  const built = Object.keys(ENTRIES).flatMap((path) => /^([\w-]+)\/index$/.exec(path)?.[1] ?? [])
  expect(services).toEqual(['recalculate', 'send-digest', 'send-reminders'])
  expect(built).toEqual(services)
  const [, arguments_ = ''] = /^RUN \["\/nodejs\/bin\/node", "\/app\/rehearsal\/write-code-cache\.cjs", (.*)\]$/m.exec(
    dockerfile,
  )!
  expect(namesIn(arguments_, /"([\w-]+)"/g)).toEqual(services)
  expect(namesIn(dockerfile, /^COPY --from=rehearsed \/app\/([\w-]+) \/app\/\1$/gm)).toEqual(services)
})

test('the image starts the function that its environment names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallysheet-image-'))
  const { start, 'recalculate/index': recalculate } = ENTRIES
  await bundle(root, { start: start!, 'recalculate/index': recalculate! }, folder)
  const running = await startFunction(join(folder, 'start.cjs'), {
    FUNCTION_TARGET: 'recalculate',
    TALLYSHEET_GOOGLE_URL: 'http://127.0.0.1:1',
    TALLYSHEET_SPREADSHEET_ID: 'none',
  })
  expect((await fetch(running.url)).status).toBe(200)
  await running.stop()
  rmSync(folder, { recursive: true })
})

test('V8’s code is written by the Node and the flags that read it', () => {
  const stages = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\w+))?$/gm)].map(([, from, name]) => [name, from])
  expect(stages.slice(1)).toEqual([
    ['base', expect.stringMatching(/^gcr\.io\/distroless\/nodejs24/)],
    ['rehearsed', 'base'],
    [undefined, 'base'],
  ])
  expect(dockerfile.match(/^ENV/gm)).toHaveLength(1)
  // The heap's size depends on the service's memory, so the service sets it; V8 keeps its cache by a tag, which must not change with that.
  const flagsOf = (text: string): string[] => /NODE_OPTIONS\s*=\s*"?((?:--[\w-]+=[^\s"]+ ?)+)/.exec(text)![1]!.trim().split(' ')
  const ofService = flagsOf(terraform.replace(/\$\{floor\(var\.memory_mib \* [\d.]+\)\}/, '288'))
  expect(ofService).toEqual([...flagsOf(dockerfile), '--max-old-space-size=288'])
  const tag = (flags: string[]): string =>
    execFileSync(process.execPath, [...flags, '-p', 'v8.cachedDataVersionTag()'], { encoding: 'utf8' })
  expect(tag(ofService)).toBe(tag(flagsOf(dockerfile)))
})

test('each line of the log that an alert waits for is written somewhere', () => {
  const waited = namesIn(terraform, /jsonPayload\.message=\\"([\w ]+)\\"/g).concat(/waits\s*=\s*"(.+)"/.exec(terraform)![1]!)
  const code = execFileSync('grep', ['-rhoE', String.raw`log\.(info|error)\('[^']+'`, 'shared/jobs'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(waited.length).toBe(3)
  for (const message of waited) expect(code).toContain(`('${message}'`)
})

test('no key of an account, no secret’s value, nothing that is open to everybody', () => {
  expect(terraform).not.toMatch(
    /service_account_key|secret_manager_secret_version|allUsers|allAuthenticatedUsers|invoker_iam_disabled/,
  )
  // What an operator's own machine adds is ignored by git.
  for (const ignored of ['.terraform/', '*.tfstate*', 'terraform.tfvars'])
    expect(read('.gitignore').split('\n')).toContain(ignored)
  const files = readdirSync(join(root, 'infra/google'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$|Dockerfile$/.test(name) && !/^\.terraform|^terraform\.tfvars$/.test(name))
    .map((name) => `infra/google/${name}`)
  expect(files).toContain('infra/google/image/Dockerfile')
  expect(files.filter((name) => /\.(json|pem|p12|key)$|tfstate/.test(name))).toEqual([])
  for (const name of files)
    expect(read(name)).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|GOOGLE_APPLICATION_CREDENTIALS|"private_key"/)
})
