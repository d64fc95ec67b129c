declare module 'subset-font' {
  /** The font with the glyphs of the text's characters only. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'truetype' | 'woff' | 'woff2'; noLayoutClosure?: boolean },
  ): Promise<Uint8Array>
}
