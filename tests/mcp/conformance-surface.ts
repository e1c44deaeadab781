/**
 * What the official conformance suite expects of a server made for it: tools, resources and prompts with its
 * names, offered beside the product's own on the same wiring. For tests only.
 */
import type { Content, Prompt, Surface, SurfaceTool } from '../../server/mcp/surface.ts'

/** One red pixel, and a WAV file without sound. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='
const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA='

const IMAGE = { type: 'image', data: PNG, mimeType: 'image/png' }

/** `surface` with the suite's fixtures. */
export function withFixtures(surface: Surface): Surface {
  return {
    ...surface,
    capabilities: { ...surface.capabilities, logging: {} },
    tools: [...surface.tools, ...TOOLS],
    resources: {
      list: () => [
        ...surface.resources.list(),
        {
          uri: 'test://static-text',
          name: 'static-text',
          title: 'Text',
          description: 'A text',
          mimeType: 'text/plain',
        },
        {
          uri: 'test://static-binary',
          name: 'static-binary',
          title: 'Picture',
          description: 'A picture',
          mimeType: 'image/png',
        },
      ],
      read: (uri, setting) => readFixture(uri) ?? surface.resources.read(uri, setting),
    },
    templates: [
      ...surface.templates,
      {
        listing: {
          uriTemplate: 'test://template/{id}/data',
          name: 'data',
          title: 'Data',
          description: 'Data of an id',
          mimeType: 'application/json',
        },
        complete: new Map(),
      },
    ],
    prompts: [...surface.prompts, ...PROMPTS],
  }
}

const TOOLS: SurfaceTool[] = [
  tool('test_simple_text', { type: 'text', text: 'This is a simple text response for testing.' }),
  tool('test_image_content', IMAGE),
  tool('test_audio_content', { type: 'audio', data: WAV, mimeType: 'audio/wav' }),
  tool('test_embedded_resource', embedded('test://embedded-resource')),
  tool(
    'test_multiple_content_types',
    { type: 'text', text: 'Multiple content types test:' },
    IMAGE,
    embedded('test://mixed-content-resource'),
  ),
  {
    listing: listing('test_error_handling'),
    call: () => ({ content: [{ type: 'text', text: 'This tool always fails.' }], isError: true }),
  },
]

const PROMPTS: Prompt[] = [
  prompt('test_simple_prompt', [], () => [text('This is a simple prompt for testing.')]),
  prompt('test_prompt_with_arguments', ['arg1', 'arg2'], ({ arg1, arg2 }) => [
    text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`),
  ]),
  prompt('test_prompt_with_embedded_resource', ['resourceUri'], ({ resourceUri = '' }) => [
    embedded(resourceUri),
    text('Please process the embedded resource above.'),
  ]),
  prompt('test_prompt_with_image', [], () => [IMAGE, text('Please analyze the image above.')]),
]

function readFixture(uri: string): Content | undefined {
  if (uri === 'test://static-text') return { mimeType: 'text/plain', text: 'This is a static text resource.' }
  if (uri === 'test://static-binary') return { mimeType: 'image/png', blob: PNG }
  const [, id] = /^test:\/\/template\/([^/]+)\/data$/.exec(uri) ?? []
  return id === undefined
    ? undefined
    : {
        mimeType: 'application/json',
        text: JSON.stringify({ id, templateTest: true, data: `Data for ${id}` }),
      }
}

function tool(name: string, ...content: object[]): SurfaceTool {
  return { listing: listing(name), call: () => ({ content }) }
}

function listing(name: string): SurfaceTool['listing'] {
  return { name, description: name, inputSchema: { type: 'object' } }
}

function prompt(
  name: string,
  taken: string[],
  contents: (given: Record<string, string>) => object[],
): Prompt {
  return {
    name,
    title: name,
    description: name,
    arguments: taken.map((argument) => ({ name: argument, description: argument, required: true })),
    messages: (given) => contents(given).map((content) => ({ role: 'user', content: { ...content } })),
  }
}

function text(words: string) {
  return { type: 'text', text: words }
}

function embedded(uri: string) {
  return { type: 'resource', resource: { uri, mimeType: 'text/plain', text: 'A resource for testing.' } }
}
