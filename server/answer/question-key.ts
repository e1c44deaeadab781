/**
 * The key of a question: what asks the same in another script, width or punctuation, or with more courtesy, has the same.
 *
 * Law: a word, a figure or a name that differs makes the key differ. Pure.
 */
import { normalForm, withoutMarks } from '../../corpus/normal-form.ts'
import { fold } from '../../corpus/script.ts'
import { clean } from './clean.ts'

/** The key of `question`; empty where it asks nothing. */
export function questionKey(question: string): string {
  return withoutCourtesy(wordsOf(fold(clean(question).topic)))
}

/** The folded text without marks; spaces only between words of letters. */
function wordsOf(folded: string): string {
  return folded
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[\p{P}\p{So}](?=\p{L})/gu, '$& ')
    .replace(/\p{So}/gu, ' ')
    .split(/\s+/)
    .map((word) => (MARK.test(word) ? withoutMarks(normalForm(word)).text : word))
    .filter((word) => word !== '')
    .join(' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
}

/** What may be a mark, or another sign for one. */
const MARK = /[\p{P}\p{S}]/u

/** Takes away what is said for courtesy before and after the question, as long as something is left. */
function withoutCourtesy(words: string): string {
  for (const { pattern } of COURTESIES) {
    const rest = words.replace(pattern, '$<asked>').trim()
    if (rest !== words && rest !== '') return withoutCourtesy(rest)
  }
  return words
}

/** Folded, without marks. What the question itself is stands in `asked`. */
const COURTESIES: { pattern: RegExp; example: string }[] = [
  {
    pattern:
      /^(?:各位|尊敬的)?(?:老师|同志|领导|客服|亲)?(?:[您你]们?好|哈喽|哈罗|嗨|喂|早上好|上午好|中午好|下午好|晚上好)(?:老师|同志|领导|客服)?(?<asked>.+)$/u,
    example: '您好城市公厕建多少座',
  },
  {
    pattern:
      /^(?:再?请问一?下?|请教一?下?|麻烦(?:[您你]|一下|问一?下|[您你]?(?=帮))|劳驾|打扰(?:一下|了)|不好意思|冒昧)(?:[您你](?!们))?(?<asked>.+)$/u,
    example: '麻烦问一下城市公厕建多少座',
  },
  {
    pattern:
      /^(?:就是)?(?:我|咱|本人)?(?:就|只|还)?是?(?:想要?|要|来)(?:[跟向]?[您你])?(?:请?问|咨询|请教|打听|了解|知道)(?:一?下|问)?(?<asked>.+)$/u,
    example: '我想咨询一下城市公厕建多少座',
  },
  {
    pattern:
      /^(?:我|再)?(?:问|咨询|打听|了解|查)(?:一下|下(?!岗|乡|水|级|属|一|个|面|调)|问)(?:[您你](?!们))?(?<asked>.+)$/u,
    example: '问一下城市公厕建多少座',
  },
  {
    pattern:
      /^(?:请|麻烦)?[您你]?(?:能不能|可不可以|能否|可否|能|可以)(?:请?[您你])?(?:(?:帮我|帮忙|给我)(?:查一?下|查查|看一?下|看看)|(?:帮我|帮忙|给我)?(?:告诉我?|告知我?|说说|说一下|讲讲|讲一下))(?:一下)?(?<asked>.+?)吗?$/u,
    example: '能告诉我城市公厕建多少座吗',
  },
  {
    pattern:
      /^(?:请[您你]?|麻烦[您你]?)?(?:帮我|帮忙|给我)(?:查一?下|查查|看一?下|看看|问一?下|问问|说说|讲讲)(?<asked>.+)$/u,
    example: '请帮我查一下城市公厕建多少座',
  },
  { pattern: /^(?:请[您你]?)?告(?:诉我|知我)(?:一下)?(?<asked>.+)$/u, example: '请告诉我城市公厕建多少座' },
  {
    pattern: /^请[您你]?(?<asked>(?:列|说明|介绍|解释|核实|确认|查|比较|给出|提供|讲|说|写|看).+)$/u,
    example: '请列出市教育局的任务',
  },
  {
    pattern:
      /^(?<asked>.+?)(?:(?:非常|十分|万分|太)?(?:谢谢|感谢|多谢)(?:[您你]们?|大家|了|啦|啊)*|(?:麻烦|拜托|辛苦)(?:[您你]们?了?|了))$/u,
    example: '城市公厕建多少座谢谢',
  },
  { pattern: /^(?<asked>.+?)[呢啊呀哦喔哈啦]+$/u, example: '城市公厕建多少座呢' },
  {
    pattern: /^(?:hi|hello|hey|excuse me|good (?:morning|afternoon|evening))(?: there)? (?<asked>.+)$/,
    example: 'hello how many public toilets will be built',
  },
  {
    pattern:
      /^(?:please |kindly )?(?:(?:can|could|would|will) you (?:please |kindly )?)?(?:tell me|let me know) (?<asked>.+)$/,
    example: 'could you tell me how many public toilets will be built',
  },
  {
    pattern:
      /^(?:(?:may|can|could) i (?:please )?|i (?:d like|would like|want|wish|need) to )(?:ask|know) (?<asked>.+)$/,
    example: 'i would like to know how many public toilets will be built',
  },
  { pattern: /^(?:please|kindly) (?<asked>.+)$/, example: 'please list the tasks of the education bureau' },
  {
    pattern:
      /^(?<asked>.+) (?:please|pls|thx|(?:many )?thanks|thank you)(?: (?:very|so) much| a lot| in advance)?$/,
    example: 'how many public toilets will be built please',
  },
]
