/**
 * The mean wait of M/M/c in units of the mean service time, by Erlang's second formula (A. K. Erlang 1917;
 * L. Kleinrock, Queueing Systems I, 1975, § 3.5): C(c, a) ÷ (c · (1 − ρ)), with a = c · ρ offered.
 */
export function erlangWait(counters: number, load: number): number {
  return erlangC(counters, load) / (counters * (1 - load))
}

/** The share of arrivals that must wait; from Erlang B by its recursion, which never overflows. */
export function erlangC(counters: number, load: number): number {
  const offered = counters * load
  let blocked = 1
  for (let n = 1; n <= counters; n++) blocked = (offered * blocked) / (n + offered * blocked)
  return blocked / (1 - load * (1 - blocked))
}
