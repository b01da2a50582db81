import { Item } from '@jiaohao/core/items/item.ts'

/** 社保卡申领 of the small hall: everything an item needs to be published. */
export const cardItem: Item = Item.parse({
  name: '社保卡申领',
  nameEn: 'Apply for a social security card',
  department: '人社局',
  serviceId: 'social',
  kind: 'promised',
  steps: ['提交申请', '审核', '领卡'],
  materials: [
    { text: '居民身份证', note: '在有效期内' },
    { text: '近期免冠照片', form: 'original', copies: 2, mandatory: false },
  ],
  basis: ['《中华人民共和国社会保险法》'],
  promised: { days: 5 },
  result: '社会保障卡',
  fee: '不收费',
  popular: true,
  fromDay: '2020-01-01',
  reviewBy: '2099-12-31',
})

/** 临时身份证明 of the other service: done at once, with a list of its own. */
export const idItem: Item = Item.parse({
  ...cardItem,
  name: '临时身份证明',
  nameEn: '',
  department: '公安局',
  serviceId: 'household',
  kind: 'instant',
  materials: [{ text: '户口簿', form: 'both' }],
  promised: { days: 0 },
  result: '临时身份证明',
  popular: false,
})
