/**
 * The kind of mail addresses: of any script, as they are spelled out, hidden from machines, or slip.
 *
 * Every run has an end, so that a long text is read in a time that grows no faster than it.
 */

/** The part before the sign; a run of Chinese is cut where the sentence leads to it. */
const MAILBOX =
  '(?:"[^"\\n]{1,30}"|[\\w\\p{Script=Latin}.+-]{1,64}(?![\\w.+])(?:(?: (?:dot|underscore|dash) |下划线|点|杠)[\\w+-]{1,64}){0,3}|(?:(?![邮箱是为到给发我的件])\\p{Script=Han}){1,4})'
const AT = '(?:@|艾特|圈ai?|小老鼠|[([{<（【]\\s?(?:at|@|艾特)\\s?[)\\]}>）】])'
/** … or what may be a number or a list elsewhere, before an end that is known. */
const AT_PERHAPS = `(?:${AT}|#|[([{<（【]\\s?a\\s?[)\\]}>）】])`
const HOST = '(?:[\\w-]{1,64}|[\\p{L}\\d-]{1,12})'
const DOT = '(?:\\.|。|点|[([]\\s?(?:dot|\\.)\\s?[)\\]])'
/** … or what a slip or a scan leaves of it, before an end that is known. */
const DOT_PERHAPS = `(?:\\s?${DOT}\\s?|\\s?[,，、;；]\\s?|\\s)`
const ENDS = '(?:com|cn|net|org|edu|gov)(?![\\w-])'
const HAN_ENDS = '(?:中国|公司|网络|网址|中文网|在线|商城|政务|公益|集团|香港|台湾)'
const PROVIDERS = '(?:163|126|139|189|qq|sina|sohu|yeah|gmail|foxmail|outlook|hotmail|aliyun)'

/** What follows the box. */
const REST = [
  `\\s?${AT}\\s?${HOST}(?:\\s?${DOT}\\s?(?:[a-z][\\w-]+|${HAN_ENDS}))+`,
  `\\s?${AT_PERHAPS}\\s?${HOST}(?:${DOT_PERHAPS}${ENDS})+`,
  `\\s?${AT}\\s?${PROVIDERS}(?:com|cn|net)?(?![\\w.-])`,
  `[ -]at[ -][a-z\\d]{1,64}(?:[ -]dot[ -][a-z]{1,64})+`,
]
/** `look at example.com` tells of a page: a digit or a stroke tells the name of a box. */
const BOX_WITH_DIGITS = `(?=[a-z.+-]{0,64}[\\d_])[\\w.+-]{1,64} at [\\w-]{1,64}(?:\\.${ENDS})+`

/** A mail address, in Simplified plain text. */
export const MAIL_ADDRESS = new RegExp(`${MAILBOX}(?:${REST.join('|')})|${BOX_WITH_DIGITS}`, 'giu')
