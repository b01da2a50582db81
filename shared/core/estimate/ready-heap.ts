export type ReadyHeap = ReturnType<typeof openReadyHeap>

/** Who is ready first: a binary heap over two arrays, emptied rather than made anew. */
export function openReadyHeap(most: number) {
  const atMs = new Float64Array(most)
  const who = new Int32Array(most)
  let size = 0

  function swap(a: number, b: number): void {
    const [time, one] = [atMs[a] as number, who[a] as number]
    atMs[a] = atMs[b] as number
    who[a] = who[b] as number
    atMs[b] = time
    who[b] = one
  }

  return {
    clear: () => {
      size = 0
    },
    /** When the first is ready; infinite when nobody will be. */
    firstMs: () => (size > 0 ? (atMs[0] as number) : Number.POSITIVE_INFINITY),
    put: (counter: number, ms: number) => {
      let i = size++
      atMs[i] = ms
      who[i] = counter
      while (i > 0) {
        const above = (i - 1) >> 1
        if ((atMs[above] as number) <= (atMs[i] as number)) break
        swap(i, above)
        i = above
      }
    },
    take: (): number => {
      const first = who[0] as number
      size -= 1
      atMs[0] = atMs[size] as number
      who[0] = who[size] as number
      let i = 0
      for (;;) {
        const left = 2 * i + 1
        if (left >= size) break
        const right = left + 1
        const sooner = right < size && (atMs[right] as number) < (atMs[left] as number) ? right : left
        if ((atMs[i] as number) <= (atMs[sooner] as number)) break
        swap(i, sooner)
        i = sooner
      }
      return first
    },
  }
}
