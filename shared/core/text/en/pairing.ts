import type { SameTexts } from '../language.ts'
import type { pairing as zh } from '../zh-CN/pairing.ts'

export const pairing: SameTexts<typeof zh> = {
  title: 'This screen is not paired yet',
  lead: 'Please ask the administrator to confirm this code in the console',
  code: 'Pairing code',
  steps: {
    open: 'Sign in to the console on an office computer',
    find: 'Open “System → Stations” and find this code',
    confirm: 'Give it a name and a place and press “Confirm”; this screen then starts by itself',
  },
  kinds: {
    kiosk: 'Kiosk',
    window: 'Window station',
    evaluator: 'Evaluator',
    display: 'Display',
    program: 'Program',
  },
  waiting: 'Waiting for the administrator; please leave this page open',
  asking: 'Asking for a code…',
  paired: 'Paired, starting…',
  away: 'The hall system cannot be reached; trying again by itself. Please check cable and power.',
  refused: 'No code yet: {{reason}}. Trying again by itself.',
  otherVersion: {
    title: 'The system has been updated',
    lead: 'This page will open again by itself, please wait',
  },
}
