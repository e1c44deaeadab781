/** Style sheets as Vite gives them to scripts. */
declare module '*.css?inline' {
  const text: string
  export default text
}
declare module '*.css'
