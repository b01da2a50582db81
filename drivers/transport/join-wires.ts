import type { Wire } from './wire.ts'

/** A serial server in a line: what comes out of one wire goes into the other, and both end together. */
export function joinWires(one: Wire, other: Wire): void {
  pass(one, other)
  pass(other, one)
}

function pass(from: Wire, to: Wire) {
  from.onBytes((bytes) => void to.send(bytes).catch(() => to.drop()))
  void from.closed.then(() => to.drop())
}
