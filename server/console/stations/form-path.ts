import type { Device, StationSetUp } from '@jiaohao/core/contract/station.ts'

/** What the form holds: fields its kind does not show are absent. */
export type Given = Partial<Omit<StationSetUp, 'devices'>> & { devices?: Device[] }

/** A schema's path as the form names its fields. */
export const fieldName = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((part) => (typeof part === 'number' ? part : String(part)))

/** `setUp.devices.0.address`, as the hub writes it → devices, 0, address. */
export const formPath = (path: string): (string | number)[] =>
  path
    .replace(/^setUp\./, '')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
