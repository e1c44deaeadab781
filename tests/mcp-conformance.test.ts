/**
 * The official conformance suite and the official inspector against the MCP door, over real HTTP.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import type { Door } from '../server/app.ts'
import { mountMcp } from '../server/http/mcp.ts'
import { openMetrics } from '../server/http/metrics.ts'
import { policySurface } from '../server/mcp/policy-surface.ts'
import { testApp, testParts } from './fake-answer.ts'
import { ROOT, runProgram } from './mcp/clients.ts'
import { withFixtures } from './mcp/conformance-surface.ts'
import { serving } from './serving-app.ts'

const CONFORMANCE = '@modelcontextprotocol/conformance/dist/index.js'
const INSPECTOR = '@modelcontextprotocol/inspector/clients/launcher/build/index.js'
const FEWEST_WITH_FIXTURES = 22

describe('the conformance suite', () => {
  it('fails nothing but what is on the list', async () => {
    const { status, out } = await serving(testApp().fetch, (address) =>
      runProgram(CONFORMANCE, [
        'server',
        '--url',
        `${address}/mcp`,
        '--expected-failures',
        `${ROOT}tests/mcp/expected-failures.yml`,
      ]),
    )
    expect(out).toMatch(/✓ server-initialize/)
    expect({ status, unexpected: /unexpected[^\n]*/i.exec(out)?.[0] }).toMatchObject({ status: 0 })
  })

  it(`passes at least ${FEWEST_WITH_FIXTURES} scenarios with its own tools beside ours`, async () => {
    const parts = testParts()
    const app = new OpenAPIHono<Door>()
    const metrics = openMetrics()
    mountMcp(app, parts, metrics, withFixtures(policySurface(parts.library, { version: '0.0.0-test' })))
    const { out } = await serving(app.fetch, (address) =>
      runProgram(CONFORMANCE, ['server', '--url', `${address}/mcp`]),
    )
    const passed = out.match(/^✓ .*$/gm) ?? []
    expect(passed.length, out.slice(out.indexOf('SUMMARY'))).toBeGreaterThanOrEqual(FEWEST_WITH_FIXTURES)
  })
})

describe('the inspector', () => {
  const inspect = (...args: string[]) =>
    serving(testApp().fetch, (address) =>
      runProgram(INSPECTOR, ['--cli', `${address}/mcp`, '--transport', 'http', ...args, '--format', 'json']),
    )

  it('lists the tools', async () => {
    const { status, out } = await inspect('--method', 'tools/list')
    expect(status, out).toBe(0)
    expect(out).toContain('lookup_agency')
  })

  it('calls one', async () => {
    const { status, out } = await inspect(
      '--method',
      'tools/call',
      '--tool-name',
      'lookup_agency',
      '--tool-args-json',
      '{"topic":"消防"}',
    )
    expect(status, out).toBe(0)
    expect(out).toContain('市應急局')
  })
})
