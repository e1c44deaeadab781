/**
 * The words that tell whose a number is: what a telephone, card, document or account is called before it is given.
 *
 * In Simplified characters: the readings of `plain-digits.ts` are.
 */

/** A pattern of any of these, set apart by blanks; the Latin ones only as whole words (`id` is not in `paid`). */
function anyOf(chinese: string, latin: string): string {
  return `(?:${chinese.replaceAll(' ', '|')}|(?<![a-z])(?:${latin.replaceAll(' ', '|')})(?![a-z]))`
}

export const PHONE_WORDS = anyOf(
  '电\\s?话 电联 座机 固话 手机 手提 宅电 主叫 被叫 传真 来电 来显 回电 回拨 号码 [的个老新旧我家]号 联系方式 联系人\\S{0,4} 联络人\\S{0,4} 分机 小灵通 大哥大 留电 电(?=[：:]) [☎☏📞📱📲]',
  'call(?:\\sback)? call(?:er|ing)\\sfrom phone telephone mobile cell(?:phone)? landline tel\\.? ph\\.? hp fax whatsapp dial reach ring contact t(?=[:：]) number(?=\\s?[:：]) (?:my|his|her|our|your|home|contact|office|work|house|daytime)\\s(?:[a-z]{2,9}\\s)?(?:number|no\\.?|num)',
)

/** What is told of a telephone before its number; but of calls and users there are counts. */
export const TOLD = '(?:(?![量数额率达计共户费总第年])\\p{Script=Han}){1,6}'

/** What one does with a telephone; with money too, so a unit after the number says which. */
export const CALLING_WORDS = anyOf('致电 拨 打 回复? 覆 联系 联络 揾 找 通知 留', 'text')

/** Where a telephone stands. */
export const PLACE_WORDS = anyOf('单位 办公室 大队部? 村委会? 居委会 社区 物业 家', 'office home work')

const SURNAMES =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋于杜叶程魏苏吕丁卢姚沈钟姜崔谭陆汪范廖贾夏韦邹熊孟秦邱侯江尹薛闫雷陶贺顾毛郝龚邵钱严武戴莫汤]'
/** What is said after a number to be called. */
export const CALL_ME = `(?:(?:打电话)?[再来请就可以能]{0,2}(?:打给|打|找|揾|覆|联系|联络|呼|回复?|call|叫)[到返番]?(?:我|me|${SURNAMES}\\p{Script=Han})|[请再]?回[电拨]|[能可以]{0,2}打[得不]通|[没无]人接|停机|空号|关机|(?:please )?call|is (?:my|his|her|our) (?:[a-z]{2,9} )?(?:phone|number|mobile|landline)|打?这个(?:号码?|电话)|是\\p{Script=Han}{0,5}(?:电话|号码?|手机|座机))`

export const CARD_WORDS = anyOf(
  '卡号 银行卡 储蓄卡 信用卡 借记卡 [工农建中交招邮]\\S{0,3}行卡? 账[号户] 帐[号户] 存折',
  'card account acct',
)

export const DOCUMENT_WORDS = anyOf(
  '身[份分]?证 证件 户口本 社保卡? 医保卡? 社会保障 居住证 居留证 残疾人?证 军官证 士兵证 警官证 驾驶?[证照] 驾照 结婚证 出生证 学籍 病历 通行证 台胞证 回乡证 护照 签证',
  'passport permit identity id licen[cs]e ssn social\\ssecurity',
)

export const ACCOUNT_WORDS = anyOf(
  '微信 微讯 薇信 威信 v信 加v 扣扣 抖音 快手 微博 支付宝 邮箱',
  'wechat weixin vx wx qq alipay telegram line',
)

const TITLES =
  '女士|先生|小姐|太太|老师|主任|阿姨|婆婆|公公|小弟|小妹|师傅|大爷|大妈|大伯|奶奶|爷爷|经理|同志|医生|书记|队长|姐|哥|叔|婶|总|工|生'

/** What may stand between the word and the number, one of it. */
export const LEADS_TO =
  `号码 号 账户 帐户 尾号 邮箱 是 系 为 就 我的? 他的? 她的? 你们? 本人 小[弟妹] [我他她](?:[爸妈哥姐弟妹叔婶舅姨]{1,2}|儿子|女儿|爱人|老伴|老公|老婆) 家里? 屋企 办公室? 单位 请 可以? 打 拨打? 联系 联络 回 在 留 至 到 记一?下 如下 变?更?改?成 这个 哦 啊 呢 嘅 [畀俾给] [：:,，;；=#>→（(【\\["“「'*/、-] [（(【\\[][^\\d()（）【】]{1,8}[)）】\\]] [\\u4e00-\\u9fff]{1,3}(?:${TITLES})的? [是系为][^\\d，。；,;]{1,6}的 ${SURNAMES}[\\u4e00-\\u9fff]{1,2} (?:my|his|her|our|mrs?\\.?|ms|miss)\\s[a-z]{2,9}(?:'s)? \\s number no\\.? card id is was me us at on to or it's my home the call here 's`.replaceAll(
    ' ',
    '|',
  )
