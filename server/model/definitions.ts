/**
 * The tools as a model is told of them: those that MCP shows, their schemas derived from the same zod.
 */
import { z } from 'zod'
import type { Tool } from '../../tools/tool.ts'
import type { ToolDefinition } from './completion.ts'

type Json = Record<string, unknown>

/** Each tool as a function of a chat completion. */
export function definitionsOf(tools: Tool[]): ToolDefinition[] {
  return tools.map(({ name, description, input }) => {
    const { $schema: _dialect, ...parameters } = z.toJSONSchema(input, { io: 'input' }) as Json
    return { name, description, parameters, strictParameters: strict(parameters) as Json }
  })
}

/** What strict schemas may say (OpenAI, structured outputs): the rest is checked when the tool runs. */
const KEPT = new Set([
  'type',
  'description',
  'enum',
  'const',
  'items',
  'properties',
  'anyOf',
  'additionalProperties',
])

/** A strict schema requires every property: one that may be left out may be null. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict)
  if (typeof schema !== 'object' || schema === null) return schema
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => KEPT.has(key)))
  if ('anyOf' in kept) kept.anyOf = strict(kept.anyOf)
  if ('items' in kept) kept.items = strict(kept.items)
  if (typeof kept.properties !== 'object' || kept.properties === null) return kept
  const required = new Set('required' in schema && Array.isArray(schema.required) ? schema.required : [])
  const properties = Object.entries(kept.properties).map(([name, property]) => [
    name,
    required.has(name) ? strict(property) : orNull(strict(property)),
  ])
  return {
    ...kept,
    properties: Object.fromEntries(properties),
    required: properties.map(([name]) => name),
    additionalProperties: false,
  }
}

function orNull(schema: unknown): unknown {
  const { type, enum: values, ...rest } = schema as Json
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  return { ...rest, type: [type, 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}

/** A model's arguments as the tool takes them: the nulls of a strict schema left out. Throws a SyntaxError. */
export function argumentsOf(written: string): unknown {
  const parsed: unknown = JSON.parse(written.trim() === '' ? '{}' : written)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return parsed
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== null))
}
