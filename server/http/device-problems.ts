import { stepsTwice } from '@jiaohao/core/contract/day-steps.ts'
import { sharedPortOf, wrongInAddress } from '@jiaohao/core/contract/device-address.ts'
import { wrongInSpeaker } from '@jiaohao/core/contract/speaker.ts'
import { type Device, portsTwice, type StationSetUp } from '@jiaohao/core/contract/station.ts'

interface Problem {
  path: string
  problem: string
}
interface Places {
  counters: readonly { id: string }[]
  zones: readonly { id: string }[]
}

/** What is wrong with a station's devices before they are saved, each at its field. */
export function deviceProblems(
  { devices }: StationSetUp,
  places: Places,
  others: readonly Pick<StationSetUp, 'devices'>[],
): Problem[] {
  const taken = new Set(others.flatMap((other) => other.devices.map(({ address }) => sharedPortOf(address))))
  const atDevice = (i: number) => (problem: Problem) => ({ ...problem, path: `devices.${i}.${problem.path}` })
  return [
    ...portsTwice(devices).map((i) => ({ path: `devices.${i}.address`, problem: 'portTwice' })),
    ...devices.flatMap((device, i) =>
      [
        ...(devices.findIndex(({ id }) => id === device.id) === i
          ? []
          : [{ path: 'id', problem: 'repeated' }]),
        ...addressProblems(device.address, taken),
        ...ownProblems(device, places),
      ].map(atDevice(i)),
    ),
  ]
}

function addressProblems(address: string, taken: ReadonlySet<string | undefined>): Problem[] {
  const wrong = wrongInAddress(address)
  if (wrong) return [{ path: 'address', problem: wrong }]
  const port = sharedPortOf(address)
  return port !== undefined && taken.has(port) ? [{ path: 'address', problem: 'portOfOther' }] : []
}

/** What only a device of its kind can have wrong. */
function ownProblems(device: Device, { counters, zones }: Places): Problem[] {
  const counter = (path: string, counterId: string) =>
    counters.some(({ id }) => id === counterId) ? [] : [{ path, problem: 'unknown' }]
  switch (device.kind) {
    case 'led':
      return [
        ...counter('counterId', device.counterId),
        ...stepsTwice(device.brightness).map((at) => ({
          path: `brightness.${at}.from`,
          problem: 'repeated',
        })),
      ]
    case 'keypads':
      return device.counters.flatMap(({ address, counterId }, j) => [
        ...counter(`counters.${j}.counterId`, counterId),
        ...(device.counters.findIndex((other) => other.address === address) === j
          ? []
          : [{ path: `counters.${j}.address`, problem: 'repeated' }]),
      ])
    case 'speaker':
      return [
        ...(device.zoneId === '' || zones.some(({ id }) => id === device.zoneId)
          ? []
          : [{ path: 'zoneId', problem: 'unknown' }]),
        ...wrongInSpeaker(device),
      ]
    default:
      return []
  }
}
