/**
 * What an MCP client is offered, as data, and the answers to its requests; knows no transport and no SDK.
 */
import { z } from 'zod'
import type { Library } from '../../corpus/library.ts'
import { MAX_NAME, MAX_QUERY, runTool, type Tool, ToolError, type ToolSetting } from '../../tools/tool.ts'

type Json = Record<string, unknown>

/** Tools, resources, resource templates and prompts, in the order in which they are listed. */
export interface Surface {
  info: { name: string; title: string; version: string; websiteUrl?: string }
  instructions: string
  /** As `initialize` declares them. */
  capabilities: Json
  tools: SurfaceTool[]
  resources: { list(): Resource[]; read(uri: string, setting: ToolSetting): Content | undefined }
  templates: Template[]
  prompts: Prompt[]
}

/** A tool as it is listed, and its run; what it throws is a fault, a mistake of the caller comes back as `isError`. */
export interface SurfaceTool {
  listing: { name: string; inputSchema: Json } & Json
  call(input: unknown, setting: ToolSetting): Json
}

export interface Resource {
  uri: string
  name: string
  title: string
  description: string
  mimeType: string
  annotations?: Json
}

/** The text of a resource. */
export interface Content {
  mimeType: string
  text?: string
  /** Base64, in place of text. */
  blob?: string
}

export interface Template {
  listing: { uriTemplate: string; name: string; title: string; description: string; mimeType: string }
  /** Its variables, each with what completes it. */
  complete: Map<string, Complete>
}

/** The values that begin, contain or are called what was typed; `chosen` are the other variables so far. */
export type Complete = (typed: string, chosen: Record<string, string>) => string[]

export interface Prompt {
  name: string
  title: string
  description: string
  arguments: { name: string; description: string; required: boolean; complete?: Complete }[]
  messages(given: Record<string, string>): { role: 'user' | 'assistant'; content: Json }[]
}

/** A JSON-RPC error; codes are those of JSON-RPC 2.0 and of MCP 2025-11-25. */
export class RpcError extends Error {
  readonly code: number
  readonly data?: Json

  constructor(code: number, message: string, data?: Json) {
    super(message)
    this.code = code
    if (data) this.data = data
  }
}

export const METHOD_NOT_FOUND = -32601
export const INVALID_PARAMS = -32602
export const RESOURCE_NOT_FOUND = -32002
export const INTERNAL_ERROR = -32603

const MAX_SHOWN = 60

/** Of a completion, as MCP has it. */
const MAX_COMPLETIONS = 100

/** A request's parameters in, its result out. */
export type Handler = (params: unknown, setting: ToolSetting) => Json

/** What a tool takes is for the tool to say. */
const CallParams = z.looseObject({ name: z.string(), arguments: z.unknown().optional() })
const Given = z.record(z.string(), z.string().max(MAX_QUERY))
const ReadParams = z.looseObject({ uri: z.string().max(MAX_QUERY) })
const PromptParams = z.looseObject({ name: z.string(), arguments: Given.optional() })
const CompleteParams = z.looseObject({
  ref: z.looseObject({ type: z.string(), uri: z.string().optional(), name: z.string().optional() }),
  argument: z.looseObject({ name: z.string(), value: z.string().max(MAX_NAME) }),
  context: z.looseObject({ arguments: Given.optional() }).optional(),
})

/** What answers each method; built once for a surface. Throws an RpcError for a mistake of the caller. */
export function handlersOf(surface: Surface): Record<string, Handler> {
  const toolList = surface.tools.map(({ listing }) => listing)
  const toolsByName = new Map(surface.tools.map((tool) => [tool.listing.name, tool]))
  const templateList = surface.templates.map(({ listing }) => listing)
  const promptList = surface.prompts.map(({ messages: _messages, arguments: taken, ...prompt }) => ({
    ...prompt,
    arguments: taken.map(({ complete: _complete, ...argument }) => argument),
  }))
  return {
    'tools/list': () => ({ tools: toolList }),
    'tools/call': (params, setting) => {
      const { name, arguments: input } = read(CallParams, params)
      const tool = toolsByName.get(name)
      if (!tool)
        throw new RpcError(INVALID_PARAMS, `There is no tool ${shown(name)}. tools/list names them all.`)
      return tool.call(input, setting)
    },
    'resources/list': () => ({ resources: surface.resources.list() }),
    'resources/templates/list': () => ({ resourceTemplates: templateList }),
    'resources/read': (params, setting) => {
      const { uri } = read(ReadParams, params)
      const content = surface.resources.read(uri, setting)
      if (!content)
        throw new RpcError(RESOURCE_NOT_FOUND, 'There is no such resource. policy://index lists them.', {
          uri,
        })
      return { contents: [{ uri, ...content }] }
    },
    'prompts/list': () => ({ prompts: promptList }),
    'prompts/get': (params) => getPrompt(surface.prompts, read(PromptParams, params)),
    'completion/complete': (params) => complete(surface, read(CompleteParams, params)),
  }
}

/** A tool of the house as an MCP client sees it: the result as data, and the same JSON as its one text. */
export function surfaceTool(
  tool: Tool,
  library: Library,
  onCall: (tool: string, outcome: string) => void,
): SurfaceTool {
  return {
    listing: {
      name: tool.name,
      title: tool.title,
      description: tool.description,
      inputSchema: jsonSchema(tool.input, 'input'),
      outputSchema: jsonSchema(tool.output, 'output'),
      annotations: { title: tool.title, ...READ_ONLY },
    },
    call(input, setting) {
      try {
        const result = runTool(tool, input, library, setting)
        onCall(tool.name, 'ok')
        return { content: [{ type: 'text', text: JSON.stringify(result) }], structuredContent: result }
      } catch (error) {
        if (!(error instanceof ToolError)) throw error
        onCall(tool.name, error.code)
        return { content: [{ type: 'text', text: error.message }], isError: true }
      }
    },
  }
}

const READ_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
}

/** Without what says nothing: the dialect, which plain schemas do not need, and the bounds of any safe integer. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json & { type: 'object' } {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: made }) => {
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum
    },
  })
  return json as Json & { type: 'object' }
}

function getPrompt(prompts: Prompt[], { name, arguments: given = {} }: z.infer<typeof PromptParams>): Json {
  const prompt = prompts.find((entry) => entry.name === name)
  if (!prompt)
    throw new RpcError(INVALID_PARAMS, `There is no prompt ${shown(name)}. prompts/list names them all.`)
  const missing = prompt.arguments.filter(({ name: wanted, required }) => required && !given[wanted]?.trim())
  if (missing.length > 0)
    throw new RpcError(INVALID_PARAMS, `Give ${missing.map((argument) => argument.name).join(' and ')}.`)
  return { description: prompt.description, messages: prompt.messages(given) }
}

function complete(
  { templates, prompts }: Surface,
  { ref, argument, context }: z.infer<typeof CompleteParams>,
): Json {
  const template = templates.find(({ listing }) => listing.uriTemplate === ref.uri)
  const prompt = prompts.find(({ name }) => name === ref.name)
  if (ref.type === 'ref/resource' ? !template : !prompt)
    throw new RpcError(INVALID_PARAMS, 'There is no such prompt or resource template.')
  const completes =
    ref.type === 'ref/resource'
      ? template?.complete.get(argument.name)
      : prompt?.arguments.find(({ name }) => name === argument.name)?.complete
  const all = completes?.(argument.value, context?.arguments ?? {}) ?? []
  const values = all.slice(0, MAX_COMPLETIONS)
  return { completion: { values, total: all.length, hasMore: all.length > values.length } }
}

function read<T extends z.ZodType>(schema: T, params: unknown): z.infer<T> {
  const parsed = schema.safeParse(params ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => path.join('.') || 'params')
  throw new RpcError(INVALID_PARAMS, `Wrong or missing: ${[...new Set(fields)].join(', ')}.`)
}

/** What of a caller's own words goes back into an error. */
function shown(name: string): string {
  return name.slice(0, MAX_SHOWN).toWellFormed()
}
