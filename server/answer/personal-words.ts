/**
 * The words that tell whose a number is: what a telephone, card, document or account is called before it is given.
 */

/** A pattern of any of these, set apart by blanks; the Latin ones only as whole words (`id` is not in `paid`). */
function anyOf(chinese: string, latin: string): string {
  return `(?:${chinese.replaceAll(' ', '|')}|(?<![a-z])(?:${latin.replaceAll(' ', '|')})(?![a-z]))`
}

export const PHONE_WORDS = anyOf(
  '电\\s?话 電\\s?話 座机 座機 固话 固話 手机 手機 传真 傳真 来电 來電 回电 回電 回拨 回撥 致电 號碼 号码 联系方式 聯絡方式 联系人\\S{0,4} 分机 小灵通',
  'call(?:\\sback)? phone telephone mobile cell tel\\.? fax whatsapp dial reach ring',
)

export const CARD_WORDS = anyOf(
  '卡号 卡號 银行卡 銀行卡 储蓄卡 信用卡 借记卡 [工农建中交招邮]\\S{0,3}行卡? [账帐賬帳][号號户戶] 存折',
  'card account acct',
)

export const DOCUMENT_WORDS = anyOf(
  '身份证 身份證 身[分份]証 证件 證件 户口本 社保卡? 医保卡? 社会保障 居住证 居住證 居留证 残疾人?证 军官证 士兵证 警官证 驾驶?[证照] 驾照 结婚证 出生证 学籍 病历 通行证 通行證 台胞证 回乡证 回鄉證 护照 護照 签证',
  'passport permit identity id licen[cs]e ssn social\\ssecurity',
)

export const ACCOUNT_WORDS = anyOf(
  '微信 微訊 薇信 威信 v信 加v 扣扣 抖音 快手 微博 支付宝 支付寶',
  'wechat weixin vx wx qq alipay telegram line',
)

/** What may stand between the word and the number, one of it. */
export const LEADS_TO =
  "号码 號碼 号 號 账户 帐户 尾号 是 为 為 就 我的? 他的? 她的? 你们? 本人 家里? 办公室? 单位 请 可以? 打 拨打? 撥打? 联系 聯絡 联络 回 在 留 至 到 记一?下 如下 变?更?改?成 这个 哦 啊 呢 [：:,，;；=#>→（(【\\[\"“「'*、-] \\s number no\\.? card id is was me us at on to or it's my home the call".replaceAll(
    ' ',
    '|',
  )
