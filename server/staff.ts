import { randomUUID } from 'node:crypto'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { Staff } from '@jiaohao/core/contract/routes.ts'
import type { Clerk } from '@jiaohao/core/queue/hall.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import { roles as allRoles, type Role } from '@jiaohao/core/queue/who.ts'
import { hashPassword, isPassword, isStrong } from './auth/password.ts'
import { freshSecret, hashOf } from './auth/secret.ts'
import type { Db } from './journal/database.ts'

export type StaffSetUp = Omit<Staff, 'id' | 'lockedUntilMs' | 'signedInAtMs'>

interface Row {
  id: string
  login: string
  name: string
  no: string
  post: string
  roles: string
  active: number
  may_choose: number
  password: string | null
  past_passwords: string
  failures: number
  locked_until_ms: number | null
  signed_in_at_ms: number | null
}

const failuresAllowed = 5
const lockMs = 10 * 60_000
const linkMs = 24 * 3_600_000
const rememberedPasswords = 5

/** Accounts of the people who work here. */
export function openStaff(db: Db, clock: Clock) {
  const select = `select staff.*, (select max(seen_at_ms) from session where staff_id = staff.id) as signed_in_at_ms from staff`
  const byId = db.prepare<[string], Row>(`${select} where id = ?`)
  const byLogin = db.prepare<[string], Row>(`${select} where login = ?`)
  const everyone = db.prepare<[], Row>(`${select} order by login`)
  const insert = db.prepare(
    `insert into staff (id, login, name, no, post, roles, active, may_choose, password, past_passwords, failures)
     values (?, ?, ?, ?, ?, ?, ?, ?, null, '[]', 0)`,
  )
  const update = db.prepare(
    'update staff set login = ?, name = ?, no = ?, post = ?, roles = ?, active = ?, may_choose = ? where id = ?',
  )
  const insertLink = db.prepare(
    'insert into one_time (hash, purpose, staff_id, until_ms) values (?, ?, ?, ?)',
  )
  const useLink = db.prepare<[string, string, number], { staff_id: string | null }>(
    'delete from one_time where hash = ? and purpose = ? and until_ms > ? returning staff_id',
  )
  const peekLink = db.prepare<[string, string, number], { staff_id: string | null }>(
    'select staff_id from one_time where hash = ? and purpose = ? and until_ms > ?',
  )

  function link(purpose: 'first' | 'password', staffId: string | null): string {
    const token = freshSecret()
    insertLink.run(hashOf(token), purpose, staffId, clock.now() + linkMs)
    return token
  }

  async function savePassword(row: Row, password: string): Promise<'saved' | Refused> {
    if (!isStrong(password)) return refused('invalid')
    const past = JSON.parse(row.past_passwords) as string[]
    for (const each of past) if (await isPassword(password, each)) return refused('invalid')
    const fresh = await hashPassword(password)
    db.prepare(
      'update staff set password = ?, past_passwords = ?, failures = 0, locked_until_ms = null where id = ?',
    ).run(fresh, JSON.stringify([fresh, ...past].slice(0, rememberedPasswords)), row.id)
    return 'saved'
  }

  function add(setUp: StaffSetUp): string | Refused {
    if (byLogin.get(setUp.login)) return refused('stale')
    const id = randomUUID()
    insert.run(id, ...columnsOf(setUp))
    return id
  }

  return {
    list: (): Staff[] => everyone.all().map(staffOf),
    find: (id: string): Staff | undefined => {
      const row = byId.get(id)
      return row && staffOf(row)
    },
    /** The clerks as the hall's rules and screens know them. */
    cards: (): Clerk[] =>
      everyone
        .all()
        .filter((row) => row.active === 1)
        .map(({ id, name, no, post, may_choose }) => ({ id, name, no, post, mayChoose: may_choose === 1 })),
    add,
    change: (id: string, setUp: StaffSetUp): 'changed' | Refused => {
      const other = byLogin.get(setUp.login)
      if (!byId.get(id)) return refused('unknownClerk')
      if (other && other.id !== id) return refused('stale')
      update.run(...columnsOf(setUp), id)
      return 'changed'
    },
    /** A link that sets a password once, within a day. */
    passwordLink: (id: string): string | Refused =>
      byId.get(id) ? link('password', id) : refused('unknownClerk'),
    /** The link of the very first start; none once anybody exists. */
    firstLink: (): string | null => {
      if (everyone.all().length > 0) return null
      db.prepare(`delete from one_time where purpose = 'first'`).run()
      return link('first', null)
    },
    claimFirst: async (
      token: string,
      login: string,
      name: string,
      password: string,
    ): Promise<string | Refused> => {
      if (everyone.all().length > 0 || !peekLink.get(hashOf(token), 'first', clock.now()))
        return refused('notAllowed')
      if (!isStrong(password)) return refused('invalid')
      if (!useLink.get(hashOf(token), 'first', clock.now())) return refused('notAllowed')
      const id = add({ login, name, no: '', post: '', roles: [...allRoles], active: true, mayChoose: true })
      const row = typeof id === 'string' ? byId.get(id) : undefined
      if (typeof id !== 'string' || !row) return refused('stale')
      await savePassword(row, password)
      return id
    },
    setPassword: async (token: string, password: string): Promise<string | Refused> => {
      const found = peekLink.get(hashOf(token), 'password', clock.now())
      const row = found?.staff_id ? byId.get(found.staff_id) : undefined
      if (!row) return refused('notAllowed')
      const saved = await savePassword(row, password)
      if (saved !== 'saved') return saved
      useLink.get(hashOf(token), 'password', clock.now())
      return row.id
    },
    changePassword: async (id: string, old: string, fresh: string): Promise<'saved' | Refused> => {
      const row = byId.get(id)
      if (!row?.password || !(await isPassword(old, row.password))) return refused('notAllowed')
      return savePassword(row, fresh)
    },
    /** Five failures lock the account for ten minutes; a locked or unknown login takes as long as a wrong password. */
    signIn: async (login: string, password: string): Promise<Staff | Refused> => {
      const row = byLogin.get(login)
      const right = await isPassword(password, row?.password ?? nobody)
      if (!row || row.active === 0 || row.password === null) return refused('notAllowed')
      if (row.locked_until_ms !== null && row.locked_until_ms > clock.now()) return refused('tooMuch')
      if (right) {
        db.prepare('update staff set failures = 0, locked_until_ms = null where id = ?').run(row.id)
        return staffOf(row)
      }
      const failures = row.failures + 1
      const locked = failures >= failuresAllowed
      db.prepare('update staff set failures = ?, locked_until_ms = ? where id = ?').run(
        locked ? 0 : failures,
        locked ? clock.now() + lockMs : null,
        row.id,
      )
      return refused(locked ? 'tooMuch' : 'notAllowed')
    },
  }
}

export type StaffAccounts = ReturnType<typeof openStaff>

const nobody = `${Buffer.alloc(16).toString('base64url')}.${Buffer.alloc(32).toString('base64url')}`

function columnsOf({ login, name, no, post, roles, active, mayChoose }: StaffSetUp) {
  return [login, name, no, post, JSON.stringify(roles), active ? 1 : 0, mayChoose ? 1 : 0] as const
}

function staffOf(row: Row): Staff {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    no: row.no,
    post: row.post,
    roles: JSON.parse(row.roles) as Role[],
    active: row.active === 1,
    mayChoose: row.may_choose === 1,
    lockedUntilMs: row.locked_until_ms,
    signedInAtMs: row.signed_in_at_ms,
  }
}
