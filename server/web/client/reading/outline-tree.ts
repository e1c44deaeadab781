/**
 * The clauses of a document as a tree, and what of it a filter leaves. Pure.
 */
import type { ClauseView } from '../answer/api.ts'

export interface OutlineNode {
  clause: ClauseView
  children: OutlineNode[]
}

/** Clauses under the nearest one before them that stands higher. */
export function treeOf(clauses: ClauseView[]): OutlineNode[] {
  const top: OutlineNode[] = []
  const above: OutlineNode[] = []
  for (const clause of clauses) {
    const node = { clause, children: [] }
    while (above.length > 0 && depthOf(above[above.length - 1]) >= clause.path.length) above.pop()
    const parent = above[above.length - 1]
    if (parent) parent.children.push(node)
    else top.push(node)
    above.push(node)
  }
  return top
}

/** What fits, with all that stands under it and the headings above it. */
export function prune(nodes: OutlineNode[], fits: (clause: ClauseView) => boolean): OutlineNode[] {
  return nodes.flatMap((node) => {
    if (fits(node.clause)) return [node]
    const children = prune(node.children, fits)
    return children.length > 0 ? [{ ...node, children }] : []
  })
}

/** How many clauses have nothing under them. */
export function countLeaves(nodes: OutlineNode[]): number {
  return nodes.reduce((sum, { children }) => sum + (children.length > 0 ? countLeaves(children) : 1), 0)
}

function depthOf(node: OutlineNode | undefined): number {
  return node?.clause.path.length ?? 0
}
