import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, connect as dial, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { MayCall } from '@jiaohao/core/contract/route.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { Command, clockOnly } from '@jiaohao/core/queue/command.ts'
import { Policy } from '@jiaohao/core/queue/hall.ts'
import { reasons } from '@jiaohao/core/queue/refused.ts'
import { roles } from '@jiaohao/core/queue/who.ts'
import { consoleStations } from '@jiaohao/core/text/en/console-stations.ts'
import { refusals as en } from '@jiaohao/core/text/en/refusals.ts'
import { refusals as zh } from '@jiaohao/core/text/zh-CN/refusals.ts'
import { formulasOf } from '@jiaohao/server/reports/formulas.ts'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { cardItem } from '../hall/items.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'

/** What the documents promise is run, followed and counted here, so that it stays true. */
const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const documents = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]

interface Fence {
  language: string
  /** What follows the language: `run`, and a word for the test. */
  mark: string
  text: string
}

function fencesOf(file: string): Fence[] {
  const found = read(file).matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm)
  return [...found].map(([, language = '', mark = '', text = '']) => ({ language, mark, text }))
}

const toClose: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function openHall(): Promise<TestHall> {
  const hall = await openTestHall()
  toClose.push(hall.close)
  return hall
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'jiaohao-docs-'))
  toClose.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** One bash, as somebody who pastes one example after the other has; answers with what each printed. */
function openBash(cwd: string, env: Record<string, string>) {
  const bash = spawn('bash', ['--norc'], { cwd, env: { PATH: process.env.PATH ?? '', ...env } })
  toClose.push(() => bash.kill())
  let said = ''
  let heard = () => {}
  for (const stream of [bash.stdout, bash.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      heard()
    })
  }
  let count = 0
  return (text: string): Promise<string> => {
    const end = `-- end of ${++count} --`
    said = ''
    bash.stdin.write(`{ ${text}\n} 2>&1\nprintf '\\n%s\\n' '${end}'\n`)
    return new Promise((done) => {
      heard = () => {
        if (said.includes(end)) done(said.slice(0, said.indexOf(end)).trim())
      }
      heard()
    })
  }
}

const exact = new Set(['refused', 'number', 'is', 'zh-CN'])

/** Every field the document shows is there, of the kind shown; words a program acts on are the very same. */
function expectShown(shown: unknown, real: unknown, path: string): void {
  if (Array.isArray(shown)) {
    expect(Array.isArray(real), path).toBe(true)
    for (const [i, each] of shown.entries()) expectShown(each, (real as unknown[])[i], `${path}.${i}`)
  } else if (shown !== null && typeof shown === 'object') {
    expect(real, path).toBeTypeOf('object')
    for (const [key, value] of Object.entries(shown)) {
      const field = (real as Record<string, unknown>)[key]
      if (exact.has(key) && value !== '…') expect(field, `${path}.${key}`).toBe(value)
      else expectShown(value, field, `${path}.${key}`)
    }
  } else if (shown === null) {
    expect(real, path).toBeNull()
  } else {
    expect(real, path).toBeTypeOf(typeof shown)
  }
}

describe('docs/integrate.md', () => {
  test('every example does what the page says, pasted one after the other', async () => {
    const hall = await openHall()
    const { staff, stations, applySetUp } = hall.hub.parts
    const account = {
      login: 'li',
      name: '李敏',
      no: '001',
      post: '',
      roles: ['clerk' as const, 'supervisor' as const],
      active: true,
      mayChoose: true,
    }
    const id = staff.add(account)
    if (typeof id !== 'string') throw new Error(id.refused)
    await staff.setPassword(String(staff.passwordLink(id)), 'Jiaohao-2026')
    applySetUp()
    const paste = openBash(folder(), { HUB: hall.url, LOGIN: 'li', PASSWORD: 'Jiaohao-2026' })

    const acts: Record<string, () => void | Promise<void>> = {
      '': () => {},
      publish: () => {
        const { catalogue, applySetUp } = hall.hub.parts
        const draft = catalogue.add(cardItem, 'staff:li')
        if (!('id' in draft)) throw new Error('the item was not added')
        catalogue.publish(draft.id, draft.revision, 'staff:li')
        applySetUp()
      },
      confirm: () => {
        const asked = stations.pairings().at(-1)
        const kind = asked?.kind as StationKind
        const counterIds = kind === 'evaluator' ? ['c1'] : []
        stations.confirm(
          asked?.code ?? '',
          StationSetUp.parse({ name: kind, kind, counterIds, may: ['take', 'call', 'read'] }),
        )
      },
      serve: async () => {
        const { client: clerk } = await hall.staff('wang', 'clerk')
        await clerk.send({ command: 'openCounter', counterId: 'c1' })
        const { client: kiosk } = await hall.station({ kind: 'kiosk' })
        const social = { serviceId: 'social', paper: false, language: 'zh-CN' as const }
        await kiosk.send({ command: 'takeTicket', ...social })
        await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })
        await clerk.send({ command: 'start', counterId: 'c1' })
        await clerk.send({ command: 'finish', counterId: 'c1', wrapUp: false })
      },
    }

    const fences = fencesOf('docs/integrate.md')
    for (const [i, { language, mark, text }] of fences.entries()) {
      if (language !== 'sh' || !mark.startsWith('run')) continue
      await acts[mark.slice('run'.length).trim()]?.()
      const said = await paste(text)
      const next = fences[i + 1]
      if (next?.language === 'json') {
        const last = said.split('\n').at(-1) ?? ''
        expect(() => JSON.parse(last), `${text}\nanswered ${said}`).not.toThrow()
        expectShown(JSON.parse(next.text), JSON.parse(last), text)
      } else {
        expect(said, text).not.toMatch(/refused|error|not found/i)
      }
    }
  })

  test('every command has an example, every route and every refusal is named, and nothing that is not there', () => {
    const page = read('docs/integrate.md')
    const examples = fencesOf('docs/integrate.md').filter(({ language }) => language === 'sh')
    const shown = examples.flatMap(({ text }) =>
      [...text.matchAll(/"command":"(\w+)"/g)].map(([, name]) => name),
    )
    const commands = Command.options
      .map((each) => each.shape.command.value)
      .filter((name) => !clockOnly.has(name))
    expect(new Set(shown)).toEqual(new Set(commands))

    const named = [...page.matchAll(/^\| `((?:GET|POST|PUT|DELETE) \/\S+)` \| ([^|]*) \|/gm)]
    const mayCall = ({ may }: { may: MayCall }) =>
      typeof may === 'string' ? may : may.length === roles.length ? 'staff' : [...may].sort().join(', ')
    expect(
      named.map(([, route, who = '']) => `${route}: ${who.split(', ').sort().join(', ')}`).sort(),
    ).toEqual(
      Object.values(routes)
        .map((route) => `${route.method} ${route.path}: ${mayCall(route)}`)
        .sort(),
    )

    const table = page.slice(page.indexOf('All reasons:'), page.indexOf('## Limits'))
    const told = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = '']) => [
      ...cell.matchAll(/`(\w+)`/g),
    ])
    expect(told.map(([, reason]) => reason).sort()).toEqual([...reasons].sort())
  })

  test('OpenAPI 3.1 lists the same routes', async () => {
    const hall = await openHall()
    const { openapi, paths } = (await (await fetch(`${hall.url}/api/openapi.json`)).json()) as {
      openapi: string
      paths: Record<string, object>
    }
    expect(openapi).toMatch(/^3\.1\./)
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(listed.sort()).toEqual(
      Object.values(routes)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    )
  })

  test('the third-party display shows a call made while its cable was out, once and in order', async () => {
    const hall = await openHall()
    const { client: clerk } = await hall.staff('li', 'clerk')
    const { client: kiosk } = await hall.station({ kind: 'kiosk' })
    const { key, id: displayId } = await hall.station({ kind: 'display' })
    const cable = await openCable(Number(new URL(hall.url).port))

    const here = folder()
    const program = fencesOf('docs/integrate.md').find(({ mark }) => mark === 'run display.mjs')
    writeFileSync(join(here, 'display.mjs'), program?.text ?? '')
    symlinkSync(join(root, 'test/node_modules'), join(here, 'node_modules'))
    const child = spawn(process.execPath, ['display.mjs'], { cwd: here, env: { HUB: cable.url, KEY: key } })
    toClose.push(() => child.kill())
    const lines: string[] = []
    let heard = () => {}
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        lines.push(line)
        heard()
      })
    }
    const shows = (line: string) =>
      new Promise<void>((done) => {
        heard = () => lines.includes(line) && done()
        heard()
      })

    const takesAndIsCalled = async () => {
      const social = { serviceId: 'social', paper: false, language: 'zh-CN' as const }
      await kiosk.send({ command: 'takeTicket', ...social })
      await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })
    }
    await clerk.send({ command: 'openCounter', counterId: 'c1' })
    await takesAndIsCalled()
    await shows('A001 → 1')
    cable.unplug()
    await takesAndIsCalled()
    await clerk.send({ command: 'recall', counterId: 'c1' })
    await cable.plug()
    await shows('A002 → 1 again')
    await takesAndIsCalled()
    await shows('A003 → 1')
    expect(lines).toEqual(['A001 → 1', 'A002 → 1', 'A002 → 1 again', 'A003 → 1'])

    const shownBy = () => hall.hub.parts.loop.state().calls.map((call) => call.shownBy)
    await expect.poll(shownBy, { timeout: 15_000 }).toEqual(Array(4).fill([displayId]))
  })
})

/** A network cable between a program and the hub, that can be pulled out. */
async function openCable(hubPort: number) {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = dial(hubPort, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => sockets.delete(one))
    }
  })
  const listen = (port: number) => new Promise<void>((up) => server.listen(port, '127.0.0.1', up))
  await listen(0)
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  const unplug = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  toClose.push(unplug)
  return { url: `http://127.0.0.1:${port}`, unplug, plug: () => listen(port) }
}

describe('docs/install.md', () => {
  test.each(['docs/install.md', 'docs/zh-CN/install.md'])(
    '%s: the backup taken while the hub runs holds the day',
    async (file) => {
      const hall = await openHall()
      const { client: kiosk } = await hall.station({ kind: 'kiosk' })
      const taken = await kiosk.send({
        command: 'takeTicket',
        serviceId: 'social',
        paper: false,
        language: 'zh-CN',
      })
      const backups = folder()
      const fence = fencesOf(file).find(({ mark }) => mark === 'run backup')
      execFileSync('bash', ['-c', fence?.text ?? ''], {
        cwd: root,
        env: { PATH: process.env.PATH ?? '', DATA: hall.dataDir, BACKUPS: backups },
      })
      const [copy = ''] = readdirSync(backups)
      const restored = folder()
      writeFileSync(join(restored, 'jiaohao.db'), readFileSync(join(backups, copy)))
      const again = await openTestHall({ dataDir: restored })
      toClose.push(again.close)
      expect(taken).toMatchObject({ done: { number: 'A001' } })
      expect(again.hub.parts.loop.state()).toEqual(hall.hub.parts.loop.state())
    },
  )
})

describe('all documents', () => {
  test.each(documents)('%s: every relative link leads somewhere, also its heading', (file) => {
    const prose = read(file).replace(/^```[\s\S]*?^```$/gm, '')
    for (const [, link = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(link)) continue
      const [path = '', heading] = link.split('#')
      const target = path === '' ? file : relative(root, resolve(root, dirname(file), path))
      expect(existsSync(join(root, target)), `${file}: ${link}`).toBe(true)
      if (heading) expect(anchorsOf(target), `${file}: ${link}`).toContain(decodeURIComponent(heading))
    }
  })

  test.each(documents)('%s: every npm command exists, with every option it is shown with', (file) => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
    for (const [, run, name = '', options = ''] of read(file).matchAll(
      /npm (run )?([a-z:-]+)((?: -- )[^\n`|]*)?/g,
    )) {
      if (!run && name !== 'start' && name !== 'test') continue
      expect(Object.keys(scripts), `${file}: npm ${run ?? ''}${name}`).toContain(name)
      const known = optionsOf(scripts[name] ?? '')
      for (const [option = ''] of options.matchAll(/--[a-z]+/g))
        expect(known, `${file}: ${name} ${option}`).toContain(option)
    }
  })

  test.each(['docs/operate.md', 'docs/zh-CN/operate.md'])(
    '%s: every rule of the hall, its default and its limits',
    (file) => {
      const rows = [...read(file).matchAll(/^\| `(\w+)` \|.*\| ([^|]*) \| ([^|]*) \|$/gm)]
      const told = rows.map(([, name, usual = '', limits = '']) => [name, usual.trim(), limits.trim()])
      const { properties = {} } = z.toJSONSchema(Policy, { io: 'input' })
      const usual = Policy.parse({})
      const real = Object.entries(properties).map(([name, each]) => {
        const value = usual[name as keyof Policy]
        const {
          type,
          minimum,
          maximum,
          maxItems,
          enum: choices,
        } = each as {
          type?: string
          enum?: string[]
          minimum?: number
          maximum?: number
          maxItems?: number
        }
        const limits = type === 'boolean' ? 'true, false' : (choices?.join(', ') ?? `${minimum}–${maximum}`)
        return [name, Array.isArray(value) ? '–' : `${value}`, maxItems ? `≤ ${maxItems}` : limits]
      })
      expect(told.sort()).toEqual(real.sort())
    },
  )

  test.each(documents)('%s: every rule it names exists', (file) => {
    for (const [, name = ''] of read(file).matchAll(/`(\w+(?:Seconds|Minutes|Days)|most[A-Z]\w+)`/g)) {
      expect(Object.keys(Policy.shape), `${file}: ${name}`).toContain(name)
    }
  })

  test('the formulas are those the report prints', () => {
    for (const formula of [...formulasOf('formulas'), ...formulasOf('estimateFormulas')]) {
      expect(read('docs/operate.md'), formula.figure).toContain(`- ${formula.en}\n`)
      expect(read('docs/zh-CN/operate.md'), formula.figure).toContain(`- ${formula['zh-CN']}\n`)
    }
  })

  test('docs/devices.md marks just those states for which the console has no words', () => {
    const rows = read('docs/devices.md').matchAll(/^\| ((?:`\w+`(?: \*)? ?)+)\|/gm)
    const cells = [...rows].map(([, cell = '']) => cell).filter((cell) => !cell.includes(':'))
    const marks = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`( \*)?/g)])
    expect(marks.length).toBeGreaterThan(15)
    for (const [, state = '', star] of marks) {
      expect(state in consoleStations.deviceStates, state).toBe(star === undefined)
    }
  })

  test('every refusal has words in both languages', () => {
    for (const reason of reasons) {
      expect(zh[reason], reason).toMatch(/\p{Script=Han}/u)
      expect(en[reason], reason).toMatch(/[a-z]{3}/)
    }
  })
})

/** The options a script's program knows, from its source: every `name: { type: …` of its parseArgs. */
function optionsOf(script: string): string[] {
  const main = script.split(' ').at(-1) ?? ''
  if (!existsSync(join(root, main))) return []
  const source = read(main).includes('runStation') ? read('shared/station/run-station.ts') : read(main)
  return [
    ...source.matchAll(/^\s*(?:options: \{ )?(\w+): \{ type: '(?:string|boolean)'|, (\w+): \{ type: '/gm),
  ].map(([, first, second]) => `--${first ?? second}`)
}

/** The headings of a page as GitHub makes them addresses, and the addresses it sets itself. */
function anchorsOf(file: string): string[] {
  const page = read(file)
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
  return [...headings, ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)]
}
