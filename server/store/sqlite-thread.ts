/**
 * The thread that holds the connection, so that a disk that hangs or a file that is locked holds up nobody's answer.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { openConnection, type Place, type Query, type Rows } from './sqlite-connection.ts'

export interface Order {
  id: number
  /** Nothing is a request to close. */
  queries?: Query[]
}

/** `failure` is the driver's word for it, which names nothing of what was written. */
export type Reply = { id: number; rows: Rows[] } | { id: number; failure: string }

const connection = openConnection(workerData as Place)

parentPort?.on('message', ({ id, queries }: Order) => {
  parentPort?.postMessage(replyTo(id, queries))
  if (!queries) parentPort?.close()
})

function replyTo(id: number, queries: Query[] | undefined): Reply {
  try {
    if (queries) return { id, rows: connection.run(queries) }
    connection.close()
    return { id, rows: [] }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}
