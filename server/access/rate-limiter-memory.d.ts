/** The one limiter that we need, without the package's other stores, some of which load modules that Workers lack. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  export { RateLimiterMemory as default } from 'rate-limiter-flexible'
}
