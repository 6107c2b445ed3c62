declare module 'nspell' {
  export interface Speller {
    correct(word: string): boolean;
    add(word: string): Speller;
  }
  function nspell(dictionary: { readonly aff: Uint8Array; readonly dic: Uint8Array }): Speller;

  // biome-ignore lint/style/noDefaultExport: so the library does, which brings no types of its own.
  export { nspell as default };
}
