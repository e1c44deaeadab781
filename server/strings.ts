/**
 * Every sentence that an answer says, per language. Code passes reasons and facts, never sentences.
 */
import type { Comparator, Lang, NoticeCode } from '../corpus/types.ts'

const OPEN = '「'
const CLOSE = '」'

/** The sentences of one language. Chinese names stay as the documents write them. */
export interface Strings {
  aiLabel: string
  /** Joins names in a sentence. */
  join(names: string[]): string
  /** 第8項… writes / states. */
  states(label: string, title: string, text: string): string
  original(quote: string): string
  value(value: string, label: string, text: string): string
  /** An agency whose name other places have too. */
  ofPlace(place: string, agency: string): string
  shared(agencies: string, count: number): string
  sole(agency: string): string
  lead(leads: string, others: string): string
  leadOnly(leads: string): string
  /** The lead asked for, where another role was asked. */
  participants(others: string, leads: string): string
  noParticipants(leads: string): string
  note(note: string): string
  noAgency(label: string): string
  notAlone(agencies: string, count: number): string
  leadIs(claimed: string, leads: string): string
  leadConfirmed(agency: string): string
  noLead(agencies: string): string
  notInvolved(claimed: string, agencies: string): string
  takesPart(agency: string, label: string): string
  confirmed(text: string, label: string): string
  corrected(text: string, label: string): string
  /** Opens a sentence that confirms or denies. */
  verdict: { right: string; wrong: string }
  tasks(agency: string, count: number, items: string): string
  tasksLed(agency: string, count: number, items: string): string
  ledNone(agency: string): string
  taskItem(label: string, title: string, role: string): string
  roles: Record<'lead' | 'participant' | 'sole' | 'shared', string>
  agencyUnknown(said: string): string
  clause(label: string, title: string): string
  clauseAgencies(agencies: string): string
  clauseUnknown(said: string): string
  list(count: number, items: string): string
  common(labels: string, agencies: string): string
  commonNone(labels: string): string
  notStated: Record<NotStated, string>
  nearest(label: string, text: string): string
  /** Which year the document speaks of; a statement of its own year follows. */
  otherYear(year: string): string
  achieved(text: string, label: string): string
  condition(label: string, text: string): string
  outOfScope(title: string): string
  otherPlace(place: string): string
  declined: string
  clarifyClause(said: string): string
  clarifyTopic: string
  document: Record<
    | 'title'
    | 'issuer'
    | 'date'
    | 'addressees'
    | 'public'
    | 'noPublic'
    | 'number'
    | 'noNumber'
    | 'validity'
    | 'noValidity',
    (value: string) => string
  >
  /** From where to where the document numbers its tasks. */
  extent(first: string, last: string): string
  notices: Record<NoticeCode, (detail: string) => string>
  suggestions: {
    tasks(agency: string): string
    agency(label: string): string
    content(label: string): string
    targets(label: string): string
    examples: string[]
  }
  comparator: Record<Comparator, (value: string, max: string) => string>
}

export type NotStated =
  | 'phone'
  | 'address'
  | 'procedure'
  | 'money'
  | 'person'
  | 'days'
  | 'age'
  | 'area'
  | 'length'
  | 'share'
  | 'time'
  | 'number'
  | 'fact'
  | 'names'
  | 'eligibility'
  | 'achieved'

const HANS: Strings = {
  aiLabel: '本回答由系统自动生成，请以文件原文为准。',
  join: (names) => names.join('、'),
  states: (label, _title, text) => `${inDocument(label)}写明：${text}`,
  original: (quote) => `原文：${OPEN}${quote}${CLOSE}`,
  value: (value, label, text) => `${value}。${inDocument(label)}写明：${text}`,
  ofPlace: (place, agency) => `${place}的${agency}`,
  shared: (agencies) => `由${agencies}按职责分工共同负责；文件没有指定牵头单位。`,
  sole: (agency) => `由${agency}负责。`,
  lead: (leads, others) => `由${leads}牵头，${others}参与配合。`,
  leadOnly: (leads) => `由${leads}牵头。`,
  participants: (others, leads) => `配合单位是${others}；牵头单位是${leads}。`,
  noParticipants: (leads) => `文件没有写明配合单位；牵头单位是${leads}。`,
  note: (note) => `文件另注明：${OPEN}${note}${CLOSE}。`,
  noAgency: (label) => `${inDocument(label)}没有写明由哪个部门负责。`,
  notAlone: (agencies) => `不是只有一家：由${agencies}按职责分工共同负责；文件没有指定牵头单位。`,
  leadIs: (claimed, leads) => `牵头单位不是${claimed}，文件写明由${leads}牵头。`,
  leadConfirmed: (agency) => `是的，文件写明由${agency}牵头。`,
  noLead: (agencies) => `文件没有指定牵头单位：由${agencies}按职责分工共同负责。`,
  notInvolved: (claimed, agencies) => `不包括${claimed}。文件写明的责任单位是${agencies}。`,
  takesPart: (agency, label) => `是的，${agency}是文件${label}的责任单位之一。`,
  confirmed: (text, label) => `对，${inDocument(label)}写明：${text}`,
  corrected: (text, label) => `不对，${inDocument(label)}写明：${text}`,
  verdict: { right: '对，', wrong: '不对，' },
  tasks: (agency, count, items) => `${agency}共涉及${count}项任务：${items}。`,
  tasksLed: (agency, count, items) => `${agency}共牵头${count}项任务：${items}。`,
  ledNone: (agency) => `文件没有写明由${agency}牵头的任务。`,
  taskItem: (label, title, role) => `${label}${OPEN}${title}${CLOSE}${role ? `（${role}）` : ''}`,
  roles: { lead: '牵头', participant: '配合', sole: '负责', shared: '按职责分工' },
  agencyUnknown: () => '文件的责任单位里没有这个部门。',
  clause: (label, title) => `${label}的标题是${OPEN}${title}${CLOSE}。`,
  clauseAgencies: (agencies) => `责任单位：${agencies}。`,
  clauseUnknown: () => '文件没有这个编号的条款。',
  list: (count, items) => `相关任务共${count}项：${items}。`,
  common: (labels, agencies) => `有。${labels}共同的责任单位是${agencies}。`,
  commonNone: (labels) => `没有。${labels}没有共同的责任单位。`,
  notStated: {
    phone: '文件没有写明联系电话。',
    address: '文件没有写明具体地点。',
    procedure: '文件没有写明申请办理的方式。',
    money: '文件没有写明金额。',
    person: '文件没有写明负责人姓名。',
    days: '文件没有写明天数或时长。',
    age: '文件没有写明年龄要求。',
    area: '文件没有写明面积。',
    length: '文件没有写明长度。',
    share: '文件没有写明这个比例。',
    time: '文件没有写明时间。',
    number: '文件没有写明具体数字。',
    fact: '文件没有写明这一点。',
    names: '文件没有写明具体是哪些。',
    eligibility: '文件没有写明个人是否符合条件，需由经办部门认定。',
    achieved: '文件只写明目标，没有写明实际完成情况。',
  },
  nearest: (label, text) => `最相近的是${label}：${OPEN}${text}${CLOSE}`,
  otherYear: (year) => `文件针对的是${year}年，没有写明其他年份。${year}年：`,
  achieved: (text, label) => `${inDocument(label)}提出的目标是：${text}`,
  condition: (label, text) => `${inDocument(label)}写明的条件是：${OPEN}${text}${CLOSE}`,
  outOfScope: () => '所收录的文件没有涉及这个问题。',
  otherPlace: () => '所收录的文件不涉及这个地方。',
  declined: '我只回答所收录政策文件的问题，您可以问任务由谁负责、目标是多少或某一项的内容。',
  clarifyClause: () => '这个编号对应多个条款，请问您指的是哪一个？',
  clarifyTopic: '请问您想了解文件中的哪一项内容？',
  document: {
    title: (value) => `文件全称是${OPEN}${value}${CLOSE}。`,
    issuer: (value) => `文件由${value}印发。`,
    date: (value) => `文件于${value}印发。`,
    addressees: (value) => `文件主送：${OPEN}${value}${CLOSE}`,
    public: (value) => `文件公开发布：原文注明${OPEN}${value}${CLOSE}。`,
    noPublic: () => '文件没有写明是否公开。',
    number: (value) => `文号是${value}。`,
    noNumber: () => '文件没有写明文号。',
    validity: (value) => `文件写明：${OPEN}${value}${CLOSE}`,
    noValidity: () => '文件没有写明有效期。',
  },
  extent: (first, last) => `文件的任务从${first}编到${last}。`,
  notices: {
    shared_responsibility: () => '责任单位按职责分工负责，文件没有指定牵头单位，也不能凭排列先后认定。',
    premise_corrected: () => '提问中的说法与文件不符，已按文件更正。',
    period_ended: (deadline) => `目标期限（${deadline}）已过：文件只写明目标，没有写明是否完成。`,
    year_mismatch: (year) => `文件针对的是${year}年，其他年份文件没有规定。`,
    pii_redacted: () => '提问中的证件号、电话等个人信息已隐去。',
    degraded: (detail) =>
      detail === PARTIAL
        ? '模型的回答没有完成，以上内容均已与文件核对。'
        : '模型的回答不可用，此处为直接依据文件的回答。',
  },
  suggestions: {
    tasks: (agency) => `${agency}负责哪些任务？`,
    agency: (label) => `${label}由哪些部门负责？`,
    content: (label) => `${label}说了什么？`,
    targets: (label) => `${label}有哪些目标数字？`,
    examples: ['谁负责消防安全？', '城市公厕今年建多少座？', '市教育局负责哪些任务？'],
  },
  comparator: zhComparators({
    gte: '不少于',
    lte: '不超过',
    gt: '超过',
    lt: '低于',
    approx: '左右',
    full: '全覆盖',
  }),
}

const HANT: Strings = {
  aiLabel: '本回答由系統自動生成，請以文件原文為準。',
  join: (names) => names.join('、'),
  states: (label, _title, text) => `${inDocument(label)}寫明：${text}`,
  original: (quote) => `原文：${OPEN}${quote}${CLOSE}`,
  value: (value, label, text) => `${value}。${inDocument(label)}寫明：${text}`,
  ofPlace: (place, agency) => `${place}的${agency}`,
  shared: (agencies) => `由${agencies}按職責分工共同負責；文件沒有指定牽頭單位。`,
  sole: (agency) => `由${agency}負責。`,
  lead: (leads, others) => `由${leads}牽頭，${others}參與配合。`,
  leadOnly: (leads) => `由${leads}牽頭。`,
  participants: (others, leads) => `配合單位是${others}；牽頭單位是${leads}。`,
  noParticipants: (leads) => `文件沒有寫明配合單位；牽頭單位是${leads}。`,
  note: (note) => `文件另註明：${OPEN}${note}${CLOSE}。`,
  noAgency: (label) => `${inDocument(label)}沒有寫明由哪個部門負責。`,
  notAlone: (agencies) => `不是只有一家：由${agencies}按職責分工共同負責；文件沒有指定牽頭單位。`,
  leadIs: (claimed, leads) => `牽頭單位不是${claimed}，文件寫明由${leads}牽頭。`,
  leadConfirmed: (agency) => `是的，文件寫明由${agency}牽頭。`,
  noLead: (agencies) => `文件沒有指定牽頭單位：由${agencies}按職責分工共同負責。`,
  notInvolved: (claimed, agencies) => `不包括${claimed}。文件寫明的責任單位是${agencies}。`,
  takesPart: (agency, label) => `是的，${agency}是文件${label}的責任單位之一。`,
  confirmed: (text, label) => `對，${inDocument(label)}寫明：${text}`,
  corrected: (text, label) => `不對，${inDocument(label)}寫明：${text}`,
  verdict: { right: '對，', wrong: '不對，' },
  tasks: (agency, count, items) => `${agency}共涉及${count}項任務：${items}。`,
  tasksLed: (agency, count, items) => `${agency}共牽頭${count}項任務：${items}。`,
  ledNone: (agency) => `文件沒有寫明由${agency}牽頭的任務。`,
  taskItem: (label, title, role) => `${label}${OPEN}${title}${CLOSE}${role ? `（${role}）` : ''}`,
  roles: { lead: '牽頭', participant: '配合', sole: '負責', shared: '按職責分工' },
  agencyUnknown: () => '文件的責任單位裡沒有這個部門。',
  clause: (label, title) => `${label}的標題是${OPEN}${title}${CLOSE}。`,
  clauseAgencies: (agencies) => `責任單位：${agencies}。`,
  clauseUnknown: () => '文件沒有這個編號的條款。',
  list: (count, items) => `相關任務共${count}項：${items}。`,
  common: (labels, agencies) => `有。${labels}共同的責任單位是${agencies}。`,
  commonNone: (labels) => `沒有。${labels}沒有共同的責任單位。`,
  notStated: {
    phone: '文件沒有寫明聯絡電話。',
    address: '文件沒有寫明具體地點。',
    procedure: '文件沒有寫明申請辦理的方式。',
    money: '文件沒有寫明金額。',
    person: '文件沒有寫明負責人姓名。',
    days: '文件沒有寫明天數或時長。',
    age: '文件沒有寫明年齡要求。',
    area: '文件沒有寫明面積。',
    length: '文件沒有寫明長度。',
    share: '文件沒有寫明這個比例。',
    time: '文件沒有寫明時間。',
    number: '文件沒有寫明具體數字。',
    fact: '文件沒有寫明這一點。',
    names: '文件沒有寫明具體是哪些。',
    eligibility: '文件沒有寫明個人是否符合條件，需由經辦部門認定。',
    achieved: '文件只寫明目標，沒有寫明實際完成情況。',
  },
  nearest: (label, text) => `最相近的是${label}：${OPEN}${text}${CLOSE}`,
  otherYear: (year) => `文件針對的是${year}年，沒有寫明其他年份。${year}年：`,
  achieved: (text, label) => `${inDocument(label)}提出的目標是：${text}`,
  condition: (label, text) => `${inDocument(label)}寫明的條件是：${OPEN}${text}${CLOSE}`,
  outOfScope: () => '所收錄的文件沒有涉及這個問題。',
  otherPlace: () => '所收錄的文件不涉及這個地方。',
  declined: '我只回答所收錄政策文件的問題，您可以問任務由誰負責、目標是多少或某一項的內容。',
  clarifyClause: () => '這個編號對應多個條款，請問您指的是哪一個？',
  clarifyTopic: '請問您想了解文件中的哪一項內容？',
  document: {
    title: (value) => `文件全稱是${OPEN}${value}${CLOSE}。`,
    issuer: (value) => `文件由${value}印發。`,
    date: (value) => `文件於${value}印發。`,
    addressees: (value) => `文件主送：${OPEN}${value}${CLOSE}`,
    public: (value) => `文件公開發布：原文註明${OPEN}${value}${CLOSE}。`,
    noPublic: () => '文件沒有寫明是否公開。',
    number: (value) => `文號是${value}。`,
    noNumber: () => '文件沒有寫明文號。',
    validity: (value) => `文件寫明：${OPEN}${value}${CLOSE}`,
    noValidity: () => '文件沒有寫明有效期。',
  },
  extent: (first, last) => `文件的任務從${first}編到${last}。`,
  notices: {
    shared_responsibility: () => '責任單位按職責分工負責，文件沒有指定牽頭單位，也不能憑排列先後認定。',
    premise_corrected: () => '提問中的說法與文件不符，已按文件更正。',
    period_ended: (deadline) => `目標期限（${deadline}）已過：文件只寫明目標，沒有寫明是否完成。`,
    year_mismatch: (year) => `文件針對的是${year}年，其他年份文件沒有規定。`,
    pii_redacted: () => '提問中的證件號、電話等個人資料已隱去。',
    degraded: (detail) =>
      detail === PARTIAL
        ? '模型的回答沒有完成，以上內容均已與文件核對。'
        : '模型的回答不可用，此處為直接依據文件的回答。',
  },
  suggestions: {
    tasks: (agency) => `${agency}負責哪些任務？`,
    agency: (label) => `${label}由哪些部門負責？`,
    content: (label) => `${label}說了什麼？`,
    targets: (label) => `${label}有哪些目標數字？`,
    examples: ['誰負責消防安全？', '城市公廁今年建多少座？', '市教育局負責哪些任務？'],
  },
  comparator: zhComparators({
    gte: '不少於',
    lte: '不超過',
    gt: '超過',
    lt: '低於',
    approx: '左右',
    full: '全覆蓋',
  }),
}

const EN: Strings = {
  aiLabel: 'This answer was generated automatically; the original text of the document is authoritative.',
  join: (names) =>
    names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? ''),
  states: (label, title, text) => `${label}${title ? ` (${title})` : ''} states: ${text}`,
  original: (quote) => `Original text: ${OPEN}${quote}${CLOSE}`,
  value: (value, label, text) => `${value}. ${label} states: ${text}`,
  ofPlace: (place, agency) => `${agency} of ${place}`,
  shared: (agencies) =>
    `Responsibility is shared by ${agencies}, each within its own duties; the document names no lead agency.`,
  sole: (agency) => `${agency} is responsible.`,
  lead: (leads, others) => `${leads} leads, with the participation of ${others}.`,
  leadOnly: (leads) => `${leads} leads.`,
  participants: (others, leads) => `The participating agencies are ${others}; the lead is ${leads}.`,
  noParticipants: (leads) => `The document names no participating agency; the lead is ${leads}.`,
  note: (note) => `The document adds the remark ${OPEN}${note}${CLOSE}.`,
  noAgency: (label) => `${label} does not say which agency is responsible.`,
  notAlone: (agencies) =>
    `No, not one agency alone: responsibility is shared by ${agencies}; the document names no lead agency.`,
  leadIs: (claimed, leads) => `The lead is not ${claimed}; the document says that ${leads} leads.`,
  leadConfirmed: (agency) => `Yes, the document says that ${agency} leads.`,
  noLead: (agencies) => `The document names no lead agency: responsibility is shared by ${agencies}.`,
  notInvolved: (claimed, agencies) =>
    `${claimed} is not among them. The responsible agencies named are ${agencies}.`,
  takesPart: (agency, label) => `Yes, ${agency} is one of the agencies responsible for ${label}.`,
  confirmed: (text, label) => `Yes. ${label} states: ${text}`,
  corrected: (text, label) => `No. ${label} states: ${text}`,
  verdict: { right: 'Yes. ', wrong: 'No. ' },
  tasks: (agency, count, items) =>
    `${agency} takes part in ${count} ${count === 1 ? 'task' : 'tasks'}: ${items}.`,
  tasksLed: (agency, count, items) => `${agency} leads ${count} ${count === 1 ? 'task' : 'tasks'}: ${items}.`,
  ledNone: (agency) => `The document names no task that ${agency} leads.`,
  taskItem: (label, title, role) => `${label} ${title}${role ? ` (${role})` : ''}`,
  roles: { lead: 'lead', participant: 'participant', sole: 'responsible', shared: 'shared' },
  agencyUnknown: () => 'The document does not name this body among its responsible agencies.',
  clause: (label, title) => `${label} is entitled ${title}.`,
  clauseAgencies: (agencies) => `Responsible: ${agencies}.`,
  clauseUnknown: () => 'The document has no clause with this number.',
  list: (count, items) => `${count} ${count === 1 ? 'task concerns' : 'tasks concern'} this: ${items}.`,
  common: (labels, agencies) => `Yes. ${labels} have in common: ${agencies}.`,
  commonNone: (labels) => `No. ${labels} have no responsible agency in common.`,
  notStated: {
    phone: 'The document does not state a telephone number.',
    address: 'The document does not state the location.',
    procedure: 'The document does not state how to apply.',
    money: 'The document does not state an amount of money.',
    person: "The document does not state the person's name.",
    days: 'The document does not state the number of days or the length of time.',
    age: 'The document does not state an age requirement.',
    area: 'The document does not state the area.',
    length: 'The document does not state the length.',
    share: 'The document does not state this percentage.',
    time: 'The document does not state the time.',
    number: 'The document does not state this figure.',
    fact: 'The document does not state this.',
    names: 'The document does not name them.',
    eligibility:
      'The document does not decide whether a given person qualifies; that is for the office in charge.',
    achieved: 'The document states only the goal, not what was achieved.',
  },
  nearest: (label, text) => `The nearest passage is ${label}: ${OPEN}${text}${CLOSE}`,
  otherYear: (year) => `The document speaks of ${year} and sets nothing for other years. For ${year}: `,
  achieved: (text, label) => `The goal in ${label}: ${text}`,
  condition: (label, text) => `The condition stated in ${label}: ${OPEN}${text}${CLOSE}`,
  outOfScope: () => 'The documents held here do not cover this.',
  otherPlace: () => 'The documents held here do not cover that place.',
  declined:
    'I answer only questions on the policy documents held here: who is responsible for a task, what a target is, or what a clause says.',
  clarifyClause: () => 'This number fits several clauses: which one do you mean?',
  clarifyTopic: 'Which part of the document would you like to know about?',
  document: {
    title: (value) => `The full title is ${OPEN}${value}${CLOSE}.`,
    issuer: (value) => `The document was issued by ${value}.`,
    date: (value) => `The document was issued on ${value}.`,
    addressees: (value) => `The document is addressed to: ${OPEN}${value}${CLOSE}`,
    public: (value) => `The document is public; it carries the remark ${OPEN}${value}${CLOSE}.`,
    noPublic: () => 'The document does not say whether it is public.',
    number: (value) => `The document number is ${value}.`,
    noNumber: () => 'The document does not state a document number.',
    validity: (value) => `The document states: ${OPEN}${value}${CLOSE}`,
    noValidity: () => 'The document does not state a period of validity.',
  },
  extent: (first, last) => `The document numbers its tasks from ${first} to ${last}.`,
  notices: {
    shared_responsibility: () =>
      'The agencies share responsibility, each within its duties; the document names no lead, and none follows from the order of the names.',
    premise_corrected: () =>
      'The question asserts something that the document contradicts; corrected from the document.',
    period_ended: (deadline) =>
      `The date of this target (${deadline}) has passed: the document states the goal, not whether it was met.`,
    year_mismatch: (year) => `The document speaks of ${year}; it sets nothing for other years.`,
    pii_redacted: () => 'Personal numbers in the question were removed.',
    degraded: (detail) =>
      detail === PARTIAL
        ? "The model's answer was cut short; all that is shown was checked against the document."
        : "The model's answer could not be used; this one is taken directly from the document.",
  },
  suggestions: {
    tasks: (agency) => `Which tasks does ${agency} have?`,
    agency: (label) => `Who is responsible for ${label}?`,
    content: (label) => `What does ${label} say?`,
    targets: (label) => `What are the targets of ${label}?`,
    examples: [
      'Who is responsible for fire safety?',
      'How many public toilets will be built?',
      'Which tasks does the Education Bureau have?',
    ],
  },
  comparator: {
    eq: (value) => value,
    gte: (value) => `${value} or more`,
    lte: (value) => `at most ${value}`,
    gt: (value) => `more than ${value}`,
    lt: (value) => `less than ${value}`,
    range: (value, max) => `${value} to ${max}`,
    approx: (value) => `about ${value}`,
    full: () => 'full coverage',
  },
}

/** The detail of `degraded` where a model's answer broke off. */
export const PARTIAL = 'partial'

/** The sentences of `lang`. */
export function stringsOf(lang: Lang): Strings {
  return STRINGS[lang]
}

const STRINGS: Record<Lang, Strings> = { 'zh-Hans': HANS, 'zh-Hant': HANT, en: EN }

/** `文件第8项`; the head is 文件抬头 already. */
function inDocument(label: string): string {
  return label.startsWith('文件') ? label : `文件${label}`
}

function zhComparators(
  words: Record<'gte' | 'lte' | 'gt' | 'lt' | 'approx' | 'full', string>,
): Strings['comparator'] {
  return {
    eq: (value) => value,
    gte: (value) => words.gte + value,
    lte: (value) => words.lte + value,
    gt: (value) => words.gt + value,
    lt: (value) => words.lt + value,
    range: (value, max) => `${value}-${max}`,
    approx: (value) => value + words.approx,
    full: () => words.full,
  }
}
