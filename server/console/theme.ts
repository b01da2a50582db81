import type { ThemeConfig } from 'antd'

/** Civic calm in antd's words; red only for what is wrong or dangerous, the warm colour stays with calls. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4a8f',
    colorInfo: '#0b4a8f',
    colorLink: '#0b4a8f',
    colorSuccess: '#1a7f4b',
    colorWarning: '#8a5a00',
    colorError: '#b42318',
    colorText: '#14202e',
    colorTextSecondary: '#4d5b6b',
    colorTextTertiary: '#4d5b6b',
    colorTextDescription: '#4d5b6b',
    colorTextPlaceholder: '#5f6b7a',
    colorBgLayout: '#f3f5f8',
    colorBorder: '#bcc5d0',
    colorBorderSecondary: '#d5dbe3',
    borderRadius: 8,
    fontSize: 15,
    fontFamily: '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", sans-serif',
    controlHeight: 36,
  },
  components: {
    Layout: { siderBg: '#083766', headerBg: '#ffffff', headerHeight: 60, headerPadding: '0 28px' },
    Menu: {
      darkItemBg: '#083766',
      darkItemColor: '#dbe7f5',
      darkItemHoverBg: '#0b4a8f',
      darkItemSelectedBg: '#ffffff',
      darkItemSelectedColor: '#083766',
      itemHeight: 46,
      itemBorderRadius: 10,
    },
    Table: {
      headerBg: '#f3f5f8',
      headerColor: '#4d5b6b',
      cellPaddingBlockSM: 7,
      headerSplitColor: 'transparent',
    },
    Form: { itemMarginBottom: 20 },
    Tabs: { titleFontSize: 16 },
  },
}
