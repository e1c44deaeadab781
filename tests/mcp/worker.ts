/**
 * The app as a Worker, for the test that runs the MCP door in workerd.
 */
import { assemble } from '../../server/assemble.ts'
import { readConfig } from '../../server/config.ts'

export default assemble(readConfig({ HOST: '0.0.0.0', LOG_LEVEL: 'silent' }), new Map())
