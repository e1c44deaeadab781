/**
 * What the reading pane and the views of the register say, in the three languages.
 */
import type { Comparator, Lang, Role } from '../../../../corpus/types.ts'

export interface ReadingStrings {
  loading: string
  failed: string
  /** Before a word and what it heads. */
  colon: string
  comma: string
  pane: string
  empty: string
  emptyHint: string
  close: string
  fullPage: string
  text: string
  path: string
  register: string
  responsible: string
  noAgency: string
  noLead: string
  note: string
  /** Where a note stands. */
  noteFrom: string
  targets: string
  targetCount(count: number): string
  agencyCount(count: number): string
  /** After some of the agencies: how many more there are, and how many in all. */
  andMore(more: number, all: number): string
  columns: { indicator: string; value: string; deadline: string; scope: string; clause: string }
  bounds: Record<Comparator, string>
  within(year: string): string
  endOf(year: string): string
  undated: string
  filter: string
  filterHint: { outline: string; targets: string; agencies: string }
  clear: string
  nothingFound: string
  outline: { heading: string; empty: string; found(shown: number, all: number): string }
  targetTable: {
    heading: string
    empty: string
    agency: string
    allAgencies: string
    found(shown: number, all: number): string
    export: string
    exported(count: number): string
    label: string
    sortBy: string
  }
  csv: {
    document: string
    label: string
    title: string
    indicator: string
    indicatorEnglish: string
    comparator: string
    value: string
    valueMax: string
    unit: string
    scope: string
    deadline: string
    agencies: string
    quote: string
    url: string
  }
  agencies: {
    heading: string
    empty: string
    box: string
    agency: string
    total: string
    found(shown: number, all: number): string
    tasks(count: number): string
    keys: string
    legend: string
    pointHint: string
  }
  /** One sign, as small as a cell of the matrix. */
  roleSigns: Record<Role, string>
}

export const READING_STRINGS: Record<Lang, ReadingStrings> = {
  'zh-Hans': {
    loading: '正在打开…',
    failed: '没能取得内容。请检查网络后重试。',
    colon: '：',
    comma: '、',
    pane: '原文',
    empty: '这里显示原文',
    emptyHint: '回答引用的条文会在这里打开，引文标出，责任单位和指标列在上方。',
    close: '关闭原文',
    fullPage: '在新页面打开全文',
    text: '文件全文',
    path: '所在位置',
    register: '本条登记',
    responsible: '责任单位',
    noAgency: '本条没有写明责任单位。',
    noLead: '多个单位共同负责，文件没有指定牵头单位。',
    note: '附注',
    noteFrom: '见',
    targets: '指标',
    targetCount: (count) => `${count} 项指标`,
    agencyCount: (count) => `${count} 个责任单位`,
    andMore: (_more, all) => `等 ${all} 个单位`,
    columns: { indicator: '指标', value: '数值', deadline: '期限', scope: '范围', clause: '条文' },
    bounds: {
      eq: '',
      gte: '不低于',
      lte: '不超过',
      gt: '超过',
      lt: '低于',
      range: '',
      approx: '约',
      full: '全覆盖',
    },
    within: (year) => `${year}年内`,
    endOf: (year) => `${year}年底`,
    undated: '没有写明期限',
    filter: '筛选',
    filterHint: { outline: '标题、条号或责任单位', targets: '指标、范围或条文', agencies: '单位名称' },
    clear: '清除筛选',
    nothingFound: '没有符合的内容。',
    outline: {
      heading: '目录',
      empty: '这份文件没有条文。',
      found: (shown, all) => (shown === all ? `共 ${all} 条` : `${shown} 条，共 ${all} 条`),
    },
    targetTable: {
      heading: '指标',
      empty: '这份文件没有读出数字指标。',
      agency: '责任单位',
      allAgencies: '全部单位',
      found: (shown, all) => (shown === all ? `共 ${all} 项` : `${shown} 项，共 ${all} 项`),
      export: '导出 CSV',
      exported: (count) => `已导出 ${count} 项。`,
      label: '本表由系统自动从原文读出，请以文件原文为准。',
      sortBy: '排序',
    },
    csv: {
      document: '文件',
      label: '条号',
      title: '条文',
      indicator: '指标',
      indicatorEnglish: '指标（英文）',
      comparator: '比较',
      value: '数值',
      valueMax: '数值上限',
      unit: '单位',
      scope: '范围',
      deadline: '期限',
      agencies: '责任单位',
      quote: '原文',
      url: '网址',
    },
    agencies: {
      heading: '责任单位',
      empty: '这份文件没有写明责任单位。',
      box: '责任单位与任务对照表，可以滚动',
      agency: '单位',
      total: '任务数',
      found: (shown, all) => (shown === all ? `共 ${all} 个单位` : `${shown} 个单位，共 ${all} 个`),
      tasks: (count) => `${count} 项任务`,
      keys: '用方向键在有责任的格子之间移动，按回车打开条文。',
      legend: '图例',
      pointHint: '指向格子，这里显示单位和任务。',
    },
    roleSigns: { lead: '牵', participant: '配', sole: '负', shared: '分' },
  },
  'zh-Hant': {
    loading: '正在打開…',
    failed: '沒能取得內容。請檢查網路後重試。',
    colon: '：',
    comma: '、',
    pane: '原文',
    empty: '這裡顯示原文',
    emptyHint: '回答引用的條文會在這裡打開，引文標出，責任單位和指標列在上方。',
    close: '關閉原文',
    fullPage: '在新頁面打開全文',
    text: '文件全文',
    path: '所在位置',
    register: '本條登記',
    responsible: '責任單位',
    noAgency: '本條沒有寫明責任單位。',
    noLead: '多個單位共同負責，文件沒有指定牽頭單位。',
    note: '附註',
    noteFrom: '見',
    targets: '指標',
    targetCount: (count) => `${count} 項指標`,
    agencyCount: (count) => `${count} 個責任單位`,
    andMore: (_more, all) => `等 ${all} 個單位`,
    columns: { indicator: '指標', value: '數值', deadline: '期限', scope: '範圍', clause: '條文' },
    bounds: {
      eq: '',
      gte: '不低於',
      lte: '不超過',
      gt: '超過',
      lt: '低於',
      range: '',
      approx: '約',
      full: '全覆蓋',
    },
    within: (year) => `${year}年內`,
    endOf: (year) => `${year}年底`,
    undated: '沒有寫明期限',
    filter: '篩選',
    filterHint: { outline: '標題、條號或責任單位', targets: '指標、範圍或條文', agencies: '單位名稱' },
    clear: '清除篩選',
    nothingFound: '沒有符合的內容。',
    outline: {
      heading: '目錄',
      empty: '這份文件沒有條文。',
      found: (shown, all) => (shown === all ? `共 ${all} 條` : `${shown} 條，共 ${all} 條`),
    },
    targetTable: {
      heading: '指標',
      empty: '這份文件沒有讀出數字指標。',
      agency: '責任單位',
      allAgencies: '全部單位',
      found: (shown, all) => (shown === all ? `共 ${all} 項` : `${shown} 項，共 ${all} 項`),
      export: '匯出 CSV',
      exported: (count) => `已匯出 ${count} 項。`,
      label: '本表由系統自動從原文讀出，請以文件原文為準。',
      sortBy: '排序',
    },
    csv: {
      document: '文件',
      label: '條號',
      title: '條文',
      indicator: '指標',
      indicatorEnglish: '指標（英文）',
      comparator: '比較',
      value: '數值',
      valueMax: '數值上限',
      unit: '單位',
      scope: '範圍',
      deadline: '期限',
      agencies: '責任單位',
      quote: '原文',
      url: '網址',
    },
    agencies: {
      heading: '責任單位',
      empty: '這份文件沒有寫明責任單位。',
      box: '責任單位與任務對照表，可以捲動',
      agency: '單位',
      total: '任務數',
      found: (shown, all) => (shown === all ? `共 ${all} 個單位` : `${shown} 個單位，共 ${all} 個`),
      tasks: (count) => `${count} 項任務`,
      keys: '用方向鍵在有責任的格子之間移動，按 Enter 打開條文。',
      legend: '圖例',
      pointHint: '指向格子，這裡顯示單位和任務。',
    },
    roleSigns: { lead: '牽', participant: '配', sole: '負', shared: '分' },
  },
  en: {
    loading: 'Opening…',
    failed: 'Could not be fetched. Check the network and try again.',
    colon: ': ',
    comma: ', ',
    pane: 'Original text',
    empty: 'The original text appears here',
    emptyHint:
      'The clause that an answer cites opens here with the quote marked, and above it who is responsible and its targets.',
    close: 'Close the text',
    fullPage: 'Open the whole page',
    text: 'Text of the document',
    path: 'Where you are',
    register: 'Register of this clause',
    responsible: 'Responsible',
    noAgency: 'This clause names no responsible agency.',
    noLead: 'Several agencies share this; the document names no lead.',
    note: 'Note',
    noteFrom: 'see',
    targets: 'Targets',
    targetCount: (count) => (count === 1 ? '1 target' : `${count} targets`),
    agencyCount: (count) => (count === 1 ? '1 agency' : `${count} agencies`),
    andMore: (more) => `and ${more} more`,
    columns: {
      indicator: 'Indicator',
      value: 'Value',
      deadline: 'Deadline',
      scope: 'Scope',
      clause: 'Clause',
    },
    bounds: {
      eq: '',
      gte: 'at least',
      lte: 'no more than',
      gt: 'more than',
      lt: 'less than',
      range: '',
      approx: 'about',
      full: 'full coverage',
    },
    within: (year) => `in ${year}`,
    endOf: (year) => `end of ${year}`,
    undated: 'No deadline stated',
    filter: 'Filter',
    filterHint: {
      outline: 'Title, number or agency',
      targets: 'Indicator or clause',
      agencies: 'Name of agency',
    },
    clear: 'Clear the filter',
    nothingFound: 'Nothing matches.',
    outline: {
      heading: 'Outline',
      empty: 'This document has no clauses.',
      found: (shown, all) => (shown === all ? `${all} clauses` : `${shown} of ${all} clauses`),
    },
    targetTable: {
      heading: 'Targets',
      empty: 'No numeric targets were read out of this document.',
      agency: 'Responsible agency',
      allAgencies: 'All agencies',
      found: (shown, all) => (shown === all ? `${all} targets` : `${shown} of ${all} targets`),
      export: 'Export CSV',
      exported: (count) => (count === 1 ? '1 target exported.' : `${count} targets exported.`),
      label:
        'This table was read out of the text automatically; the original text of the document is authoritative.',
      sortBy: 'Sort by',
    },
    csv: {
      document: 'Document',
      label: 'Number',
      title: 'Clause',
      indicator: 'Indicator',
      indicatorEnglish: 'Indicator (English)',
      comparator: 'Comparison',
      value: 'Value',
      valueMax: 'Upper value',
      unit: 'Unit',
      scope: 'Scope',
      deadline: 'Deadline',
      agencies: 'Responsible agencies',
      quote: 'Quote',
      url: 'URL',
    },
    agencies: {
      heading: 'Agencies',
      empty: 'This document names no responsible agencies.',
      box: 'Matrix of agencies and tasks, scrollable',
      agency: 'Agency',
      total: 'Tasks',
      found: (shown, all) => (shown === all ? `${all} agencies` : `${shown} of ${all} agencies`),
      tasks: (count) => (count === 1 ? '1 task' : `${count} tasks`),
      keys: 'Arrow keys move between filled cells, Enter opens the clause.',
      legend: 'Legend',
      pointHint: 'Point at a cell to see its agency and task here.',
    },
    roleSigns: { lead: 'L', participant: '+', sole: 'R', shared: 'S' },
  },
}
