/** A rulebook folder is imported through its rulebook.yaml; the build hands it over checked and complete. */
declare module '*/rulebook.yaml' {
  const rulebook: import('./src/rulebook/model').ReadableRulebook;
  export default rulebook;
}
