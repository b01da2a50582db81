import { HallSetUp } from '@jiaohao/core/contract/routes.ts'

const service = (
  id: string,
  prefix: string,
  name: string,
  nameEn: string,
  department: string,
  bring: string[],
) => ({
  id,
  prefix,
  name,
  nameEn,
  department,
  bring,
  zoneId: 'east' as string,
})

/** Bookable at any hour, as the hall is open all day. */
const slots = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', everyMinutes: 30, capacity: 3 }]

/** 示例大厅: six services, eight counters, two zones; open all day, so that it can be tried at any hour. */
export const demoHall: HallSetUp = HallSetUp.parse({
  name: '示例大厅',
  nameEn: 'Sample Hall',
  notice: '请留意屏幕与广播，过号请到咨询台。大厅服务时间 8:30–12:00，13:30–17:30。',
  zones: [
    { id: 'east', name: '东区' },
    { id: 'west', name: '西区' },
  ],
  services: [
    { ...service('social', 'A', '社会保险', 'Social insurance', '人社局', ['身份证', '社会保障卡']), slots },
    service('medical', 'B', '医疗保障', 'Medical insurance', '医保局', ['身份证', '医保电子凭证']),
    service('company', 'C', '企业开办', 'Starting a company', '市场监管局', [
      '法定代表人身份证',
      '住所使用证明',
      '公司章程',
    ]),
    {
      ...service('household', 'D', '户籍办理', 'Household register', '公安局', ['户口簿', '身份证']),
      zoneId: 'west',
    },
    {
      ...service('realEstate', 'E', '不动产登记', 'Real estate', '自然资源局', [
        '不动产权证书',
        '身份证',
        '购房合同',
      ]),
      zoneId: 'west',
      slots,
    },
    { ...service('general', 'F', '综合咨询', 'Advice', '政务服务中心', []), zoneId: 'west' },
  ],
  counters: [
    { id: 'c1', no: '1', zoneId: 'east', serviceIds: ['social'] },
    { id: 'c2', no: '2', zoneId: 'east', serviceIds: ['social', 'medical'] },
    { id: 'c3', no: '3', zoneId: 'east', serviceIds: ['medical'] },
    { id: 'c4', no: '4', zoneId: 'east', serviceIds: ['company'] },
    { id: 'c5', no: '5', zoneId: 'west', serviceIds: ['household'] },
    { id: 'c6', no: '6', zoneId: 'west', serviceIds: ['household', 'general'] },
    { id: 'c7', no: '7', zoneId: 'west', serviceIds: ['realEstate'] },
    { id: 'c8', no: '8', zoneId: 'west', serviceIds: ['general', 'realEstate'] },
  ],
  policy: {
    rateableContactSeconds: 0,
    assumedWalkSeconds: 0,
    missSpacingSeconds: 5,
    appointmentDaysAhead: 7,
    appointmentCutOffMinutes: 0,
    priorityClasses: [
      { id: 'soldier', name: '军人', nameEn: 'Soldiers and veterans' },
      { id: 'elderly', name: '老年人', nameEn: 'Elderly people' },
      { id: 'disabled', name: '残疾人', nameEn: 'Disabled people' },
      { id: 'pregnant', name: '孕妇', nameEn: 'Pregnant women' },
      { id: 'firefighter', name: '消防救援人员', nameEn: 'Firefighters' },
    ],
  },
})

/** Who sits at which counter in the demonstration. */
export const demoClerks = [
  { counterId: 'c1', login: 'li', name: '李敏', no: '001', post: '社保综合岗' },
  { counterId: 'c2', login: 'wang', name: '王建国', no: '002', post: '社保医保岗' },
  { counterId: 'c3', login: 'zhang', name: '张丽', no: '003', post: '医保岗' },
  { counterId: 'c4', login: 'chen', name: '陈晨', no: '004', post: '企业开办岗' },
  { counterId: 'c5', login: 'zhao', name: '赵强', no: '005', post: '户籍岗' },
  { counterId: 'c6', login: 'liu', name: '刘芳', no: '006', post: '户籍咨询岗' },
  { counterId: 'c7', login: 'yang', name: '杨帆', no: '007', post: '不动产岗' },
  { counterId: 'c8', login: 'huang', name: '黄蕾', no: '008', post: '综合岗' },
] as const
