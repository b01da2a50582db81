const reasons = [
  ['otherProtocol', /^bytes came, none of this protocol/],
  ['noAnswer', /^no answer to the heartbeat|did not say hello/],
  ['noPort', /ENOENT|No such file|the port is gone/],
  ['notAllowed', /EACCES|EPERM|Permission denied/],
  ['notADevice', /is not a character device|Inappropriate ioctl|ENOTTY/],
  ['inUse', /EBUSY|cannot lock port|Resource (temporarily unavailable|busy)/i],
  ['nobodyListens', /ECONNREFUSED/],
  ['unknownName', /ENOTFOUND|EAI_AGAIN/],
  ['noWay', /EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EHOSTDOWN|no connection in time|takes nothing any more/],
  ['hungUp', /ECONNRESET|EPIPE|closed by the device|the port closed|EIO|ENODEV|ENXIO/],
  ['stalled', /^a write stalled/],
] as const
export type Reason = (typeof reasons)[number][0]

/** What a driver or the system gave as the reason, by a name that has words in every language; undefined for others. */
export const reasonOf = (detail: string): Reason | undefined =>
  reasons.find(([, pattern]) => pattern.test(detail))?.[0]
