/**
 * The assistant as a model that asks a model in turn.
 */
import { expect, it } from 'vitest'
import { connect } from './completions-client.ts'
import { appWith } from './model-parts.ts'
import { says } from './stand-in/honest.ts'
import { openStandIn } from './stand-in/stand-in.ts'

it('counts the tokens of the model that it asks in turn', async () => {
  const standIn = await openStandIn({
    script: says([{ text: '农村公厕要新建、改造59座。', evidence: ['1'] }]),
  })
  const withModel = await connect(appWith(standIn))
  const stream = await withModel.client.chat.completions.create({
    model: 'policy-assistant',
    messages: [{ role: 'user', content: '城市公厕建多少座' }],
    stream: true,
    stream_options: { include_usage: true },
  })
  let text = ''
  let total = 0
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? ''
    total = chunk.usage?.total_tokens ?? total
  }
  expect(text).toContain('\n农村公厕要新建、改造59座。[2]')
  expect(total).toBeGreaterThan(100)
  withModel.close()
  await standIn.close()
})
