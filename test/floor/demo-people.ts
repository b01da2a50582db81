import type { Hub } from '@jiaohao/server/hub.ts'
import { type Client, connect } from '../hall/client.ts'

/** The demonstration's own staff: nobody has a password, sessions are opened by the floor alone. */
export interface DemoPeople {
  /** A fresh session cookie's value for this login. */
  enter(login: string): string | undefined
}

export interface DemoClerk {
  counterId: string
  login: string
  name: string
  no: string
  post: string
}

const overseer = { login: 'demo', name: '演示管理员', no: '000', post: '大厅管理岗' }

export function openDemoPeople({ parts }: Hub, clerks: readonly DemoClerk[]): DemoPeople {
  const { staff, sessions } = parts
  const known = new Map(staff.list().map(({ login, id }) => [login, id]))
  const ensure = (
    who: { login: string; name: string; no: string; post: string },
    roles: Parameters<typeof staff.add>[0]['roles'],
  ) => {
    if (known.has(who.login)) return
    const id = staff.add({ ...who, roles, active: true, mayChoose: true })
    if (typeof id === 'string') known.set(who.login, id)
  }
  ensure(overseer, ['supervisor', 'administrator', 'auditor'])
  for (const { login, name, no, post } of clerks) ensure({ login, name, no, post }, ['clerk'])
  parts.applySetUp()
  return {
    enter: (login) => {
      const id = known.get(login)
      return id === undefined ? undefined : sessions.open(id)
    },
  }
}

/** A clerk's page: signs in again when the session has ended for want of a hand on it. */
export type Desk = Pick<Client, 'send' | 'close'>

/** Each clerk opens their counter, over a socket of their own, as their page would. */
export async function sitDown(
  hub: Hub,
  people: DemoPeople,
  clerks: readonly DemoClerk[],
): Promise<Map<string, Desk>> {
  const desks = new Map<string, Desk>()
  for (const { counterId, login } of clerks) {
    const desk = await deskOf(() => connect(hub.url, { cookie: `jiaohao_session=${people.enter(login)}` }))
    await desk.send({ command: 'openCounter', counterId })
    desks.set(counterId, desk)
  }
  return desks
}

async function deskOf(signIn: () => Promise<Client>): Promise<Desk> {
  let page = await signIn()
  return {
    send: async (command) => {
      const answer = page.socket.connected ? await page.send(command) : { refused: 'notAllowed' as const }
      if (!('refused' in answer) || answer.refused !== 'notAllowed') return answer
      page.close()
      page = await signIn()
      return page.send(command)
    },
    close: () => page.close(),
  }
}
