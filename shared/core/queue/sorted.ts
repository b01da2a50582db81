/**
 * A persistent sorted map: every change gives a new map and shares the rest, so a state can be kept, compared
 * and thrown away for nothing, and call-next costs the same with 10 or 10,000 waiting.
 * Weight-balanced tree after S. Adams, "Functional Pearls: Efficient sets – a balancing act" (1993), with the
 * parameters (3, 2) shown correct by Hirai and Yamamoto (2011). All operations are O(log n).
 */
export interface Sorted<Key, Value> {
  readonly compare: (a: Key, b: Key) => number
  readonly root: Tree<Key, Value>
}

type Tree<Key, Value> = Branch<Key, Value> | null

interface Branch<Key, Value> {
  readonly key: Key
  readonly value: Value
  readonly size: number
  readonly left: Tree<Key, Value>
  readonly right: Tree<Key, Value>
}

const HEAVIER = 3
const SINGLE = 2

export const sorted = <K, V>(compare: (a: K, b: K) => number): Sorted<K, V> => ({ compare, root: null })

export const sizeOf = <K, V>(map: Sorted<K, V>): number => size(map.root)

export function get<K, V>(map: Sorted<K, V>, key: K): V | undefined {
  let tree = map.root
  while (tree) {
    const side = map.compare(key, tree.key)
    if (side === 0) return tree.value
    tree = side < 0 ? tree.left : tree.right
  }
  return undefined
}

export const put = <K, V>(map: Sorted<K, V>, key: K, value: V): Sorted<K, V> => ({
  compare: map.compare,
  root: insert(map.root, key, value, map.compare),
})

export const remove = <K, V>(map: Sorted<K, V>, key: K): Sorted<K, V> => ({
  compare: map.compare,
  root: without(map.root, key, map.compare),
})

/** The entry at this position, counted from 0, or undefined past the end. */
export function at<K, V>(map: Sorted<K, V>, position: number): readonly [K, V] | undefined {
  let tree = map.root
  let left = position
  while (tree) {
    const before = size(tree.left)
    if (left === before) return [tree.key, tree.value]
    if (left < before) tree = tree.left
    else {
      left -= before + 1
      tree = tree.right
    }
  }
  return undefined
}

/** How many keys come before this one. */
export function rank<K, V>(map: Sorted<K, V>, key: K): number {
  let tree = map.root
  let before = 0
  while (tree) {
    if (map.compare(key, tree.key) <= 0) tree = tree.left
    else {
      before += size(tree.left) + 1
      tree = tree.right
    }
  }
  return before
}

/** Values in key order, at most `limit` of them. */
export function values<K, V>(map: Sorted<K, V>, limit = Number.POSITIVE_INFINITY): V[] {
  const found: V[] = []
  const walk = (tree: Tree<K, V>): void => {
    if (!tree || found.length >= limit) return
    walk(tree.left)
    if (found.length < limit) found.push(tree.value)
    walk(tree.right)
  }
  walk(map.root)
  return found
}

function size<K, V>(tree: Tree<K, V>): number {
  return tree ? tree.size : 0
}

function branch<K, V>(left: Tree<K, V>, key: K, value: V, right: Tree<K, V>): Branch<K, V> {
  return { key, value, left, right, size: size(left) + size(right) + 1 }
}

function insert<K, V>(tree: Tree<K, V>, key: K, value: V, compare: (a: K, b: K) => number): Branch<K, V> {
  if (!tree) return branch(null, key, value, null)
  const side = compare(key, tree.key)
  if (side === 0) return branch(tree.left, key, value, tree.right)
  return side < 0
    ? balanced(insert(tree.left, key, value, compare), tree.key, tree.value, tree.right)
    : balanced(tree.left, tree.key, tree.value, insert(tree.right, key, value, compare))
}

function without<K, V>(tree: Tree<K, V>, key: K, compare: (a: K, b: K) => number): Tree<K, V> {
  if (!tree) return null
  const side = compare(key, tree.key)
  if (side < 0) return balanced(without(tree.left, key, compare), tree.key, tree.value, tree.right)
  if (side > 0) return balanced(tree.left, tree.key, tree.value, without(tree.right, key, compare))
  if (!tree.left) return tree.right
  if (!tree.right) return tree.left
  const next = first(tree.right)
  return balanced(tree.left, next.key, next.value, without(tree.right, next.key, compare))
}

function first<K, V>(tree: Branch<K, V>): Branch<K, V> {
  let here = tree
  while (here.left) here = here.left
  return here
}

function balanced<K, V>(left: Tree<K, V>, key: K, value: V, right: Tree<K, V>): Branch<K, V> {
  const l = size(left)
  const r = size(right)
  if (l + r < 2) return branch(left, key, value, right)
  if (right && r > HEAVIER * l) {
    const inner = right.left
    if (inner && size(inner) >= SINGLE * size(right.right)) {
      return branch(
        branch(left, key, value, inner.left),
        inner.key,
        inner.value,
        branch(inner.right, right.key, right.value, right.right),
      )
    }
    return branch(branch(left, key, value, inner), right.key, right.value, right.right)
  }
  if (left && l > HEAVIER * r) {
    const inner = left.right
    if (inner && size(inner) >= SINGLE * size(left.left)) {
      return branch(
        branch(left.left, left.key, left.value, inner.left),
        inner.key,
        inner.value,
        branch(inner.right, key, value, right),
      )
    }
    return branch(left.left, left.key, left.value, branch(inner, key, value, right))
  }
  return branch(left, key, value, right)
}
