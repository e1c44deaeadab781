/**
 * The policy library as an MCP client sees it: the tools looped over, the resources, the prompts.
 */
import type { Library } from '../../corpus/library.ts'
import { tools } from '../../tools/index.ts'
import { INSTRUCTIONS, policyPrompts } from './prompts.ts'
import { policyResources, policyTemplates } from './resources.ts'
import { type Surface, surfaceTool } from './surface.ts'

/** Nothing that we do not do: lists never change while we run, and we send no log messages. */
const CAPABILITIES = { tools: {}, resources: {}, prompts: {}, completions: {} }

export interface Identity {
  version: string
  websiteUrl?: string
}

/** All that is registered; `onCall` hears of each call of a tool and how it ended. */
export function policySurface(
  library: Library,
  { version, websiteUrl }: Identity,
  onCall: (tool: string, outcome: string) => void = () => {},
): Surface {
  return {
    info: {
      name: 'policy-chat',
      title: '政策助手 Policy assistant',
      version,
      ...(websiteUrl ? { websiteUrl } : {}),
    },
    capabilities: CAPABILITIES,
    instructions: `${INSTRUCTIONS.zh}\n${INSTRUCTIONS.en}`,
    tools: tools.map((tool) => surfaceTool(tool, library, onCall)),
    resources: policyResources(library),
    templates: policyTemplates(library),
    prompts: policyPrompts(library),
  }
}
