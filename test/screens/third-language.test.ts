import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, openBrowser } from './chromium.ts'
import { servePages } from './served-pages.ts'

const root = resolve(import.meta.dirname, '../..')
const copy = mkdtempSync(join(tmpdir(), 'jiaohao-language-'))
const texts = join(copy, 'shared/core/text')

/** Esperanto in everything but most of its words, so that what it lacks to be a language is nothing this project asks. */
const esperanto = `
import { en } from './en.ts'
import type { LanguageFile } from './language-file.ts'

const marked = <T>(text: T): T =>
  (typeof text === 'string'
    ? \`\${text} (eo)\`
    : Object.fromEntries(Object.entries(text as object).map(([key, each]) => [key, marked(each)]))) as T

export const eo = {
  ...en,
  id: 'eo',
  name: 'Esperanto',
  citizen: marked(en.citizen),
  staff: async () => marked(await en.staff()),
  paper: { ...en.paper, slip: { ...en.paper.slip, ahead: 'Antaŭ vi', people: (count) => \`\${count} homoj\` } },
  speech: {
    ...en.speech,
    read: { call: 'Numero {number}, al giĉeto {counter}', withService: 'Numero {number}, al giĉeto {counter}' },
    written: { call: 'Numero {number} al {counter}', withService: 'Numero {number} al {counter}' },
    digits: () => 'nul unu du tri kvar kvin ses sep ok naŭ'.split(' '),
    cardinal: (value) => [value === 12 ? 'dek du' : 'tri'],
    espeak: 'eo',
  },
} as const satisfies LanguageFile
`

/** Whatever a hub, a kiosk or a voice would make of it. */
const probe = `
import { engineInput } from '@jiaohao/drivers/voice/espeak.ts'
import { Command } from '@jiaohao/core/queue/command.ts'
import { announcement } from '@jiaohao/core/text/announcement.ts'
import { languages } from '@jiaohao/core/text/language.ts'
import { slip } from '@jiaohao/core/text/slip.ts'
import { staffWords } from '@jiaohao/server/reports/words.ts'

const facts = {
  hallName: 'Hall', number: 'A012', serviceName: 'Service', items: [], ahead: 4, waitMinutes: null, where: '', bring: [],
  url: null, issuedAtMs: 0, timeZone: 'Asia/Shanghai', appointment: null, reprint: false,
}
const call = { number: 'A012', counter: '12' }
console.log(JSON.stringify({
  languages,
  slip: slip(facts, 'eo'),
  written: announcement(call, 'eo'),
  voice: engineInput({ call, language: 'eo', one: '一' }),
  report: staffWords.eo.reportFile.title,
  taken: Command.safeParse({ command: 'takeTicket', serviceId: 's', paper: true, language: 'eo' }).success,
}))
`

const build = `
import { build } from 'vite'
import config from './vite.config.ts'

const page = (name) => new URL('./test/screens/gallery/' + name + '.html', import.meta.url).pathname
await build({
  ...config,
  configFile: false,
  logLevel: 'warn',
  build: { ...config.build, minify: false, rolldownOptions: { input: [page('kiosk'), page('console')] } },
})
`

beforeAll(() => {
  const wanted = (from: string) => !/\/(dist|\.git|node_modules\/\.\w[^/]*)$/.test(from)
  const parts = ['shared', 'drivers', 'kiosk', 'window-terminal', 'hall-display', 'server', 'test']
  const files = ['package.json', 'vite.config.ts', 'tsconfig.json', 'tsconfig.screen.json']
  for (const each of [...parts, ...files]) {
    cpSync(join(root, each), join(copy, each), { recursive: true, verbatimSymlinks: true, filter: wanted })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(texts, 'eo.ts'), esperanto)
  const list = readFileSync(join(texts, 'language.ts'), 'utf8')
  const named = list
    .replace('const list = [zhCN, en]', 'const list = [zhCN, en, eo]')
    .replace("import { en } from './en.ts'", "import { en } from './en.ts'\nimport { eo } from './eo.ts'")
  expect(named).not.toBe(list)
  writeFileSync(join(texts, 'language.ts'), named)
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const typeErrors = (project: string) =>
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], {
    cwd: copy,
    encoding: 'utf8',
  }).stdout

test('one file named in the one list is a language of slip, call, voice, reports and commands, and every type holds', {
  timeout: 120_000,
}, () => {
  writeFileSync(join(copy, 'test/probe.ts'), probe)
  const told = JSON.parse(run('test/probe.ts'))
  expect(told.languages).toEqual(['zh-CN', 'en', 'eo'])
  expect(told.slip).toContainEqual({ block: 'pair', left: 'Antaŭ vi', right: '4 homoj' })
  expect(told.written).toBe('Numero A012 al 12')
  expect(told.voice).toEqual({ voice: 'eo', text: 'Numero eigh nul unu du, al giĉeto dek du' })
  expect(told.report).toBe('Queue report (eo)')
  expect(told.taken).toBe(true)
  for (const project of ['shared/core', 'tsconfig.screen.json']) expect(typeErrors(project)).toBe('')
})

test.skipIf(!chromiumPath())(
  'the kiosk and the console offer it and speak it',
  { timeout: 180_000 },
  async () => {
    writeFileSync(join(copy, 'build.mjs'), build)
    run('build.mjs')
    const pages = await servePages(join(copy, 'dist/screens'))
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
      await page.goto(`${pages.url}/test/screens/gallery/kiosk.html`)
      await page.getByRole('button', { name: 'Esperanto' }).click()
      await page.getByText('(eo)').first().waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('eo')
      expect(await page.getByRole('button', { name: '中文' }).count()).toBe(1)
      expect(await page.getByRole('button', { name: 'English' }).count()).toBe(1)

      await page.goto(`${pages.url}/test/screens/gallery/console.html`)
      await page.getByText('Esperanto').click()
      await page.getByText('(eo)').first().waitFor()
    } finally {
      await browser.close()
      await pages.close()
    }
  },
)
