/** Placeholder: the model comes with its branch. */
export interface Settings {
  readonly organisation: { readonly name: string }
  readonly colours: { readonly heading: string; readonly accent: string }
}
