declare module 'nspell' {
  export interface Speller {
    correct(word: string): boolean;
    add(word: string): Speller;
  }
  function nspell(dictionary: { readonly aff: Uint8Array; readonly dic: Uint8Array }): Speller;

  export { nspell as default };
}
