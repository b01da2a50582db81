import { Item, type Material } from '@jiaohao/core/items/item.ts'

type Brought = Pick<Material, 'text'> & Partial<Material>

const original = (text: string, more: Partial<Material> = {}): Brought => ({ text, ...more })
const copy = (text: string, copies = 1): Brought => ({ text, form: 'copy', copies })
const both = (text: string, more: Partial<Material> = {}): Brought => ({ text, form: 'both', ...more })
const ifAny = (text: string, note: string): Brought => ({ text, mandatory: false, note })

const id = original('居民身份证', { note: '在有效期内' })
const agent = ifAny('授权委托书及代办人身份证', '由他人代办时')

interface Department {
  serviceId: string
  department: string
  basis: string
  result: string
  reviewBy: string
}

interface Short {
  name: string
  nameEn: string
  days: number
  materials: Brought[]
  steps?: string[]
  basis?: string
  result?: string
  fee?: string
  popular?: boolean
}

const atOnce = ['窗口提交材料', '当场审核', '当场领取结果']
const later = ['窗口提交材料', '受理并出具受理单', '审核', '凭受理单领取结果']

const itemsOf = (from: Department, shorts: Short[]): Item[] =>
  shorts.map(({ days, steps, basis = from.basis, result = from.result, fee = '不收费', ...rest }) =>
    Item.parse({
      ...rest,
      serviceId: from.serviceId,
      department: from.department,
      kind: days === 0 ? 'instant' : 'promised',
      steps: steps ?? (days === 0 ? atOnce : later),
      basis: [basis],
      promised: { days },
      result,
      fee,
      fromDay: '2026-01-01',
      reviewBy: from.reviewBy,
    }),
  )

/** What people come for in the sample hall. Names and laws are real; what a place asks for in detail differs. */
export const demoItems: readonly Item[] = [
  ...itemsOf(
    {
      serviceId: 'social',
      department: '人社局',
      basis: '《中华人民共和国社会保险法》',
      result: '办理结果通知',
      reviewBy: '2027-06-30',
    },
    [
      {
        name: '社会保障卡申领',
        nameEn: 'Apply for a social security card',
        days: 5,
        materials: [id, original('近期一寸白底免冠照片', { copies: 1 }), agent],
        result: '社会保障卡',
        popular: true,
      },
      {
        name: '社会保障卡补领换领',
        nameEn: 'Replace a social security card',
        days: 0,
        materials: [id, ifAny('原社会保障卡', '换领时交回'), agent],
        result: '社会保障卡',
        fee: '补领 20 元/张，首次申领不收费',
        popular: true,
      },
      {
        name: '灵活就业人员参保登记',
        nameEn: 'Register for insurance as a flexible worker',
        days: 0,
        materials: [id, original('户口簿', { note: '非本地户籍人员带居住证' })],
        popular: true,
      },
      {
        name: '城乡居民基本养老保险参保登记',
        nameEn: 'Join the residents’ pension scheme',
        days: 0,
        materials: [id, original('户口簿'), original('银行卡')],
      },
      {
        name: '企业职工基本养老保险关系转移接续',
        nameEn: 'Transfer a pension record',
        days: 15,
        materials: [id, original('基本养老保险关系转移接续申请表')],
        basis: '《城镇企业职工基本养老保险关系转移接续暂行办法》',
      },
      {
        name: '失业保险金申领',
        nameEn: 'Claim unemployment benefit',
        days: 10,
        materials: [id, original('社会保障卡')],
        basis: '《失业保险条例》',
        popular: true,
      },
      {
        name: '社会保险参保证明打印',
        nameEn: 'Print proof of insurance',
        days: 0,
        materials: [id],
        result: '社会保险参保证明',
      },
      {
        name: '领取养老金人员待遇资格认证',
        nameEn: 'Yearly check of a pensioner',
        days: 0,
        materials: [original('居民身份证或社会保障卡')],
      },
    ],
  ),
  ...itemsOf(
    {
      serviceId: 'medical',
      department: '医保局',
      basis: '《中华人民共和国社会保险法》',
      result: '办理结果通知',
      reviewBy: '2027-06-30',
    },
    [
      {
        name: '城乡居民基本医疗保险参保登记',
        nameEn: 'Join the residents’ medical insurance',
        days: 0,
        materials: [id, original('户口簿')],
        popular: true,
      },
      {
        name: '异地就医备案',
        nameEn: 'Register treatment in another place',
        days: 0,
        materials: [original('医保电子凭证或社会保障卡'), ifAny('居住证明', '异地长期居住人员')],
        popular: true,
      },
      {
        name: '医疗费用手工报销',
        nameEn: 'Claim medical costs by hand',
        days: 30,
        materials: [
          id,
          original('医疗费用票据'),
          original('费用明细清单'),
          original('出院记录', { note: '住院费用' }),
          copy('银行卡'),
        ],
        popular: true,
      },
      {
        name: '生育津贴申领',
        nameEn: 'Claim maternity allowance',
        days: 10,
        materials: [id, both('出生医学证明'), original('出院记录')],
        basis: '《女职工劳动保护特别规定》',
      },
      {
        name: '基本医疗保险关系转移接续',
        nameEn: 'Transfer a medical insurance record',
        days: 15,
        materials: [id],
        basis: '《基本医疗保险关系转移接续暂行办法》',
      },
      {
        name: '门诊慢特病待遇认定',
        nameEn: 'Recognise a chronic illness',
        days: 20,
        materials: [id, original('病历资料', { note: '二级以上医院' }), original('诊断证明')],
      },
      {
        name: '医保个人账户信息查询',
        nameEn: 'Look up my medical account',
        days: 0,
        materials: [original('医保电子凭证或居民身份证')],
        result: '个人账户明细',
      },
    ],
  ),
  ...itemsOf(
    {
      serviceId: 'company',
      department: '市场监管局',
      basis: '《中华人民共和国市场主体登记管理条例》',
      result: '营业执照',
      reviewBy: '2027-03-31',
    },
    [
      {
        name: '有限责任公司设立登记',
        nameEn: 'Register a limited company',
        days: 1,
        materials: [
          original('公司登记（备案）申请书'),
          original('公司章程', { note: '全体股东签署' }),
          copy('股东身份证'),
          original('法定代表人身份证'),
          original('住所使用证明'),
        ],
        popular: true,
      },
      {
        name: '个体工商户设立登记',
        nameEn: 'Register a sole trader',
        days: 0,
        materials: [id, original('经营场所使用证明'), original('登记申请书')],
        popular: true,
      },
      {
        name: '营业执照补发换发',
        nameEn: 'Replace a business licence',
        days: 0,
        materials: [original('补领换领申请书'), ifAny('原营业执照', '换发时交回')],
      },
      {
        name: '公司变更登记',
        nameEn: 'Change a company’s registration',
        days: 1,
        materials: [
          original('公司登记（备案）申请书'),
          original('变更决议'),
          both('营业执照', { note: '正副本' }),
        ],
      },
      {
        name: '企业简易注销登记',
        nameEn: 'Close a company the short way',
        days: 1,
        materials: [original('全体投资人承诺书'), original('营业执照', { note: '正副本' })],
        result: '登记通知书',
      },
      {
        name: '食品经营许可申请',
        nameEn: 'Apply for a food licence',
        days: 10,
        materials: [
          original('食品经营许可申请书'),
          copy('营业执照'),
          original('经营场所平面图'),
          original('食品安全管理制度'),
        ],
        basis: '《中华人民共和国食品安全法》',
        result: '食品经营许可证',
      },
      {
        name: '名称自主申报',
        nameEn: 'Declare a company name',
        days: 0,
        materials: [id],
        basis: '《企业名称登记管理规定》',
        result: '名称保留告知书',
      },
    ],
  ),
  ...itemsOf(
    {
      serviceId: 'household',
      department: '公安局',
      basis: '《中华人民共和国户口登记条例》',
      result: '户口簿',
      reviewBy: '2027-09-30',
    },
    [
      {
        name: '居民身份证换领',
        nameEn: 'Renew an identity card',
        days: 20,
        materials: [original('原居民身份证', { note: '领取新证时交回' }), ifAny('户口簿', '身份证遗失时')],
        basis: '《中华人民共和国居民身份证法》',
        result: '居民身份证',
        fee: '换领 20 元/证',
        popular: true,
      },
      {
        name: '居民身份证遗失补领',
        nameEn: 'Replace a lost identity card',
        days: 20,
        materials: [original('户口簿或其他有照片的证件')],
        basis: '《中华人民共和国居民身份证法》',
        result: '居民身份证',
        fee: '补领 40 元/证',
        popular: true,
      },
      {
        name: '临时居民身份证申领',
        nameEn: 'Temporary identity card',
        days: 3,
        materials: [original('户口簿')],
        basis: '《中华人民共和国居民身份证法》',
        result: '临时居民身份证',
        fee: '10 元/证',
      },
      {
        name: '出生登记',
        nameEn: 'Register a birth',
        days: 0,
        materials: [
          original('出生医学证明'),
          original('父母居民身份证'),
          original('父母户口簿'),
          original('结婚证'),
        ],
        popular: true,
      },
      {
        name: '夫妻投靠落户',
        nameEn: 'Join a spouse’s household',
        days: 20,
        materials: [id, original('双方户口簿'), both('结婚证'), original('落户申请')],
      },
      {
        name: '户口簿换领补领',
        nameEn: 'Replace a household register',
        days: 0,
        materials: [original('户主居民身份证'), ifAny('原户口簿', '换领时交回')],
      },
      {
        name: '居住证申领',
        nameEn: 'Apply for a residence permit',
        days: 15,
        materials: [id, original('近期一寸白底免冠照片'), original('居住地住址证明')],
        basis: '《居住证暂行条例》',
        result: '居住证',
      },
      {
        name: '户籍证明开具',
        nameEn: 'Certificate of registration',
        days: 0,
        materials: [id, original('户口簿')],
        result: '户籍证明',
      },
    ],
  ),
  ...itemsOf(
    {
      serviceId: 'realEstate',
      department: '自然资源局',
      basis: '《不动产登记暂行条例》',
      result: '不动产权证书',
      reviewBy: '2026-12-31',
    },
    [
      {
        name: '二手房转移登记',
        nameEn: 'Transfer a second-hand home',
        days: 3,
        materials: [
          original('双方居民身份证'),
          original('不动产权证书'),
          original('房屋买卖合同'),
          original('完税证明'),
          original('登记申请书'),
        ],
        fee: '住宅 80 元/件',
        popular: true,
      },
      {
        name: '新建商品房首次转移登记',
        nameEn: 'Register a new home',
        days: 3,
        materials: [id, original('商品房买卖合同'), original('购房发票'), original('契税完税证明')],
        fee: '住宅 80 元/件',
      },
      {
        name: '不动产抵押登记',
        nameEn: 'Register a mortgage',
        days: 2,
        materials: [id, original('不动产权证书'), original('主债权合同'), original('抵押合同')],
        result: '不动产登记证明',
        fee: '住宅 80 元/件',
      },
      {
        name: '不动产抵押注销登记',
        nameEn: 'Release a mortgage',
        days: 0,
        materials: [id, original('不动产登记证明'), original('抵押权消灭材料')],
        result: '注销登记',
      },
      {
        name: '不动产权证书遗失补证',
        nameEn: 'Replace a lost title',
        days: 10,
        materials: [id, original('遗失声明', { note: '在登记机构网站刊登 15 个工作日' })],
        fee: '工本费 10 元/证',
      },
      {
        name: '不动产登记资料查询',
        nameEn: 'Look up the register',
        days: 0,
        materials: [id],
        result: '不动产登记查询结果',
        popular: true,
      },
    ],
  ),
  ...itemsOf(
    {
      serviceId: 'general',
      department: '政务服务中心',
      basis: '《国务院关于在线政务服务的若干规定》',
      result: '当场答复',
      reviewBy: '2027-12-31',
    },
    [
      {
        name: '政策与办事咨询',
        nameEn: 'Advice',
        days: 0,
        materials: [original('与所问事情有关的材料', { mandatory: false })],
        steps: ['取号', '窗口答复'],
      },
      {
        name: '电子证照打印',
        nameEn: 'Print electronic certificates',
        days: 0,
        materials: [id],
        result: '电子证照纸质件',
      },
      {
        name: '帮办代办申请',
        nameEn: 'Ask for assistance',
        days: 0,
        materials: [id, agent],
        steps: ['说明要办的事', '安排帮办人员', '陪同或代为办理'],
      },
      {
        name: '意见建议受理',
        nameEn: 'Suggestions and complaints',
        days: 5,
        materials: [original('书面意见', { mandatory: false })],
        basis: '《信访工作条例》',
        result: '书面或电话答复',
      },
    ],
  ),
]
