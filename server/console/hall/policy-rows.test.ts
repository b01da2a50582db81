import { Policy } from '@jiaohao/core/queue/hall.ts'
import { expect, test } from 'vitest'
import { ownRows, policyGroups } from './policy-rows.ts'

test('every rule of the hall has its row on the page, once', () => {
  const rows = [...Object.values(policyGroups).flat(), ...ownRows]
  expect(rows.toSorted()).toEqual(Object.keys(Policy.shape).toSorted())
})
