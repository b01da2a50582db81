import type { SameTexts } from '../language.ts'
import type { signIn as zh } from '../zh-CN/sign-in.ts'

export const signIn: SameTexts<typeof zh> = {
  product: 'Jiaohao',
  login: 'Account',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  capsLock: 'Caps Lock is on',
  signIn: {
    title: 'Staff sign-in',
    button: 'Sign in',
    underWay: 'Signing in…',
    wrong: 'Wrong account or password',
    locked: 'Five wrong tries: the account is locked for 10 minutes. Try later or ask an administrator',
    fill: 'Enter account and password',
  },
  ended: {
    signedOut: 'Your session has ended, please sign in again',
    protocol: 'The system was updated: press F5 to reload, then sign in',
  },
  setPassword: {
    title: 'Set a password',
    about: 'This link works once and is spent when the password is set.',
    fresh: 'New password',
    again: 'New password again',
    button: 'Set password',
    done: 'Password set, please sign in',
    refused: 'This password cannot be used: none of your last 5 passwords, please',
  },
  first: {
    title: 'Create the first administrator',
    about: 'This hall has no accounts yet. Create the first administrator account.',
    name: 'Name',
    button: 'Create and sign in',
  },
  gone: 'This link is no longer valid; ask an administrator for a new one',
  rule: {
    title: 'A password needs',
    length: 'at least 8 characters',
    classes: '3 of: capital letters, small letters, digits, symbols',
    met: 'met',
    open: 'not yet met',
    weak: 'The password does not meet the rule',
    differs: 'The two passwords differ',
  },
  wrongLogin: 'An account is 2–32 of a–z, 0–9, . _ -',
  wrongName: 'A name of 1–30 characters, please',
  connecting: 'Connecting to the server, please wait…',
  unreachable: 'The server cannot be reached; check the network and try again',
}
