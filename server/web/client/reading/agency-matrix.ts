/**
 * Agencies against the clauses that name them: rows, columns, and the headings that columns stand under. Pure.
 */
import type { Responsibility, Role } from '../../../../corpus/types.ts'
import type { ClauseView } from '../answer/api.ts'

export interface AgencyRow {
  agency: string
  /** By clauseId. */
  roles: Record<string, Role>
  total: number
}

export interface AgencyMatrix {
  /** Those with most tasks first. */
  rows: AgencyRow[]
  columns: ClauseView[]
  /** Columns side by side that share a heading; none where they stand under no other clause. */
  groups: { heading?: ClauseView; columns: ClauseView[] }[]
}

export function matrixOf(clauses: ClauseView[]): AgencyMatrix {
  const columns = clauses.filter(({ responsibilities }) => responsibilities.length > 0)
  const groups: AgencyMatrix['groups'] = []
  for (const column of columns) {
    const heading = headingOver(column, clauses)
    const last = groups[groups.length - 1]
    if (last && last.heading === heading) last.columns.push(column)
    else groups.push({ heading, columns: [column] })
  }
  return { rows: rowsOf(columns.flatMap(({ responsibilities }) => responsibilities)), columns, groups }
}

/** As short as a column: the number of a task, for others the whole label. */
export function shortLabel({
  kind,
  clauseId,
  label,
}: Pick<ClauseView, 'kind' | 'clauseId' | 'label'>): string {
  if (kind !== 'item' && kind !== 'article') return label
  return clauseId.slice(clauseId.lastIndexOf('.') + 1)
}

function headingOver({ path }: ClauseView, clauses: ClauseView[]): ClauseView | undefined {
  const above = path.slice(0, -1)
  if (above.length === 0) return undefined
  return clauses.find(
    (clause) =>
      clause.path.length === above.length && above.every((title, depth) => title === clause.path[depth]),
  )
}

function rowsOf(entries: Responsibility[]): AgencyRow[] {
  const rows: AgencyRow[] = []
  for (const { agency, clauseId, role } of entries) {
    let row = rows.find((other) => other.agency === agency)
    if (!row) {
      row = { agency, roles: {}, total: 0 }
      rows.push(row)
    }
    if (row.roles[clauseId] === undefined) row.total += 1
    row.roles[clauseId] = row.roles[clauseId] ?? role
  }
  return rows.sort((a, b) => b.total - a.total)
}
