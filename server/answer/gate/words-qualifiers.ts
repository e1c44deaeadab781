/**
 * The words that qualify persons who are counted. Data; all folded.
 */
/** Persons, in both languages. */
export const PERSONS =
  /老人|老年人|患者|儿童|家庭|居民|人员|对象|\b(?:people|persons?|residents?|seniors?|elderly|patients?|children|households?|families|elders?)\b/

/** A quality of persons, and how a statement may say it. */
export const QUALIFIERS: { zh: RegExp; en: RegExp; example: string }[] = [
  {
    zh: /困难|贫困|特困|低保|低收入|没钱|穷/,
    en: /\b(?:difficult\w*|poor\w*|poverty|low-income|hardship|needy|in need|financial\w*|disadvantaged|destitute|impoverished|struggling|less well-off)\b/,
    example: '贫困白内障患者',
  },
  {
    zh: /失能|失智|不能自理|残疾/,
    en: /\b(?:disab\w*|incapacit\w*|dependent|dementia|impair\w*|care needs|self-care|cognitive\w*|lost (?:the )?abilit\w*|loss of (?:function|abilit)\w*|functional\w*)\b/,
    example: '中度、重度失能社会老人',
  },
  {
    zh: /独居|空巢|一个人住|一人住/,
    en: /\b(?:alone|solitary|by themselves|single-person|on their own|lone)\b/,
    example: '经济困难独居老人',
  },
]
