/**
 * Reads statements out of a model's text as it comes: JSON, or lines that end with the marks of their evidence.
 */
import { z } from 'zod'

/** A statement as the model wrote it, with the ids of what it rests on. */
export const Written = z.object({
  text: z.string(),
  evidence: z.array(z.union([z.string(), z.number()]).transform(String)),
})
export type Written = z.infer<typeof Written>

/** The schema that a structured answer follows. */
export const ANSWER_SCHEMA = {
  name: 'statements',
  schema: {
    type: 'object',
    properties: {
      statements: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            text: { type: 'string' },
            evidence: { type: 'array', items: { type: 'string' } },
          },
          required: ['text', 'evidence'],
          additionalProperties: false,
        },
      },
    },
    required: ['statements'],
    additionalProperties: false,
  },
}

export interface Reader {
  /** The statements that are complete with this piece of text. */
  push(piece: string): Written[]
  /** What is complete because the text ended well. */
  end(): Written[]
}

const THOUGHT = /^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/
const THINKING = /^\s*<think/
const FENCE = /^\s*```(?:json)?\s*\n?/
/** Enough of the text to tell its form. */
const SHORTEST_START = 8

/** A reader of one completion; the text itself shows which form it has. */
export function openReader(): Reader {
  let start = ''
  let form: Reader | undefined
  const begin = (ended: boolean): Written[] => {
    const rest = start.replace(/^\uFEFF/, '').replace(THOUGHT, '')
    if (!ended && (THINKING.test(rest) || rest.trim().length < SHORTEST_START)) return []
    const text = rest.replace(FENCE, '')
    form = /^\s*[{[]\s*(?:["{\]}]|$)/.test(text) ? openJson() : openLines()
    return form.push(text)
  }
  return {
    push(piece) {
      if (form) return form.push(piece)
      start += piece
      return begin(false)
    },
    end() {
      const statements = form ? [] : begin(true)
      return [...statements, ...(form?.end() ?? [])]
    },
  }
}

/** Each object that closes is a statement; the outermost, which holds them, is none. */
function openJson(): Reader {
  let open: string | undefined
  let quoted = false
  let escaped = false
  return {
    push(piece) {
      const statements: Written[] = []
      for (const char of piece) {
        if (open !== undefined) open += char
        if (escaped) escaped = false
        else if (quoted) {
          if (char === '\\') escaped = true
          else if (char === '"') quoted = false
        } else if (char === '"') quoted = true
        else if (char === '{') open = char
        else if (char === '}') {
          const statement = open === undefined ? undefined : statementOf(open)
          if (statement) statements.push(statement)
          open = undefined
        }
      }
      return statements
    },
    end: () => [],
  }
}

function openLines(): Reader {
  let rest = ''
  return {
    push(piece) {
      const lines = (piece.includes('\n') ? rest + piece : piece).split('\n')
      if (lines.length === 1) {
        rest += piece
        return []
      }
      rest = lines.pop() ?? ''
      return lines.flatMap(lineOf)
    },
    end: () => lineOf(rest),
  }
}

/** What is longer than any statement is not read further: it will not be shown. */
const LONGEST = 2_000

function statementOf(json: string): Written | undefined {
  if (json.length > LONGEST) return { text: json.slice(0, LONGEST), evidence: [] }
  try {
    const parsed = Written.safeParse(JSON.parse(json))
    if (!parsed.success) return undefined
    const { text, evidence } = parsed.data
    return {
      text: plainText(text.replace(MARK, '')),
      evidence: [...new Set([...evidence.map(bare), ...idsIn(text)])],
    }
  } catch {
    return undefined
  }
}

/** `…[1]。`, `…【2】`, `…[1, 3]`, `…[city-2022-plan#2.5.23]`. */
const MARK =
  / ?[[【]((?:[\w.-]+#[\w.-]+|\d{1,2}(?:\.\d{1,3})*)(?:\s*[,，、]\s*(?:[\w.-]+#[\w.-]+|\d{1,2}(?:\.\d{1,3})*))*)[\]】]/g

function lineOf(line: string): Written[] {
  const said = line.slice(0, LONGEST).replace(/\s+/g, ' ').trim()
  if (said === '' || said.startsWith('```')) return []
  if (line.length > LONGEST) return [{ text: said, evidence: [] }]
  return [{ text: plainText(said.replace(MARK, '')), evidence: [...new Set(idsIn(said))] }]
}

function idsIn(text: string): string[] {
  return [...text.matchAll(MARK)].flatMap(([, ids = '']) => ids.split(/[,，、]/)).map(bare)
}

/** `[1]` is 1. */
function bare(id: string): string {
  return id.replace(/[[\]【】\s]/g, '')
}

/** Without the signs of lists and emphasis: an answer is plain text. */
function plainText(text: string): string {
  return text
    .replace(/^\s*(?:[-*•]\s+|#{1,6}\s+|\d{1,2}[.)、]\s+(?!\d))/, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
