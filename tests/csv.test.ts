import { expect, it } from 'vitest'
import { writeCsv } from '../server/web/client/reading/csv.ts'

/** The one line of a file without its byte order mark. */
function line(...cells: Parameters<typeof writeCsv>[0][number]): string {
  return writeCsv([cells]).slice(1, -2)
}

it('begins with a byte order mark and ends each line as RFC 4180 does', () => {
  expect(
    writeCsv([
      ['指標', '數值'],
      ['公廁', 79],
    ]),
  ).toBe('\ufeff指標,數值\r\n公廁,79\r\n')
})

it('puts what divides cells into quotes', () => {
  expect(line('新建、改造', 'a,b', 'a;b', '說"好"', 'a\nb', 'a\tb')).toBe(
    '新建、改造,"a,b","a;b","說""好""","a\nb","a\tb"',
  )
})

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '  =1',
  '"=1',
  ' “-1',
  '\t1',
  '\r1',
  '\n=1',
])('lets %j be no formula', (text) => {
  expect(line(text).replace(/^"/, '').startsWith("'")).toBe(true)
})

it.each(['2022-12-31', '7.5%', '各縣(市、區)', 'a=b', '——立足基本'])('leaves %j as it is', (text) => {
  expect(line(text)).toBe(text)
})

it('leaves numbers numbers, also those below zero, and what is missing empty', () => {
  expect(line(-5, 7.5, undefined, Number.NaN, 140)).toBe('-5,7.5,,,140')
})
