/**
 * Where a sign-in leads back to: a path of ours and nothing else, however the address is written.
 */

/** Longer ones would not fit into the headers on the way through the identity provider. */
const MAX_PATH = 2000

/** Never a way out, and never back into the sign-in. */
const HOME = '/'
const SIGN_IN = /^\/sign-(?:in|out)(?:\/|$)/

/** The path that was asked for, in one spelling; the home page for whatever is no path of ours. */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > MAX_PATH || !isPath(wanted)) return HOME
  const url = URL.parse(wanted, 'http://own.invalid')
  if (url?.origin !== 'http://own.invalid') return HOME
  if (!isPath(url.pathname) || !isPath(decoded(url.pathname)) || SIGN_IN.test(url.pathname)) return HOME
  return url.pathname + url.search + url.hash
}

/** The sign-in page that leads back to this address. */
export function signInPath(address: string): string {
  const { pathname, search } = new URL(address)
  const whole = pathname + search
  return `/sign-in?${new URLSearchParams({ return: whole.length > MAX_PATH ? pathname : whole })}`
}

/** Browsers read a second slash or a backslash as the begin of a host, and drop control characters before they look. */
function isPath(text: string): boolean {
  return /^\/(?![/\\])/.test(text) && !/[\\\p{Cc}\s]/u.test(text)
}

/** What a proxy that decodes would make of it; the empty string where it cannot be decoded. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return ''
  }
}
