import { HallSetUp } from '@jiaohao/core/contract/routes.ts'

/** Two services, three counters, open all day, no waiting for rules of patience: what most stories need. */
export const smallHall: HallSetUp = HallSetUp.parse({
  name: '示例大厅',
  nameEn: 'Sample Hall',
  zones: [{ id: 'main', name: '一楼大厅' }],
  services: [
    {
      id: 'social',
      name: '社会保险',
      nameEn: 'Social insurance',
      prefix: 'A',
      zoneId: 'main',
      bring: ['身份证'],
      slots: [
        { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', everyMinutes: 1_440, capacity: 100 },
      ],
    },
    { id: 'household', name: '户籍办理', nameEn: 'Household', prefix: 'B', zoneId: 'main' },
  ],
  counters: [
    { id: 'c1', no: '1', zoneId: 'main', serviceIds: ['social'] },
    { id: 'c2', no: '2', zoneId: 'main', serviceIds: ['social', 'household'] },
    { id: 'c3', no: '3', zoneId: 'main', serviceIds: ['household'] },
  ],
  policy: {
    missSpacingSeconds: 0,
    rateableContactSeconds: 0,
    appointmentDaysAhead: 1,
    appointmentCutOffMinutes: 0,
    priorityClasses: [{ id: 'elderly', name: '老年人', nameEn: 'Elderly people' }],
  },
})
