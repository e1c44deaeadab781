/**
 * Whom the identity provider of the tests knows, and by what it knows us.
 */
export const CLIENT_ID = 'policy-chat'
export const CLIENT_SECRET = 'a secret of client and provider'.replaceAll(' ', '-')

export const PEOPLE: Record<string, Record<string, unknown>> = {
  wang: { name: '王老师', roles: ['policy-chat:viewer'] },
  li: { name: '李编辑', roles: ['Viewer', 'EDITOR', 'other:admin'] },
  zhao: { name: 'Zhao\u0000\u202e Admin\n', roles: 'admin' },
  stranger: { name: '没有角色', department: 'admin' },
}
