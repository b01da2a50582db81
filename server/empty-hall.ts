import { HallSetUp } from '@jiaohao/core/contract/routes.ts'

/** What a real hall begins with: a name, one zone, and the policy's defaults. */
export const emptyHall: HallSetUp = HallSetUp.parse({
  name: '政务服务大厅',
  nameEn: 'Public Service Hall',
  zones: [{ id: 'main', name: '一楼大厅' }],
  services: [],
  counters: [],
  policy: {
    sessions: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
    priorityClasses: [
      { id: 'soldier', name: '军人', nameEn: 'Soldiers and veterans' },
      { id: 'elderly', name: '老年人', nameEn: 'Elderly people' },
      { id: 'disabled', name: '残疾人', nameEn: 'Disabled people' },
      { id: 'pregnant', name: '孕妇', nameEn: 'Pregnant women' },
      { id: 'firefighter', name: '消防救援人员', nameEn: 'Firefighters' },
    ],
  },
})
