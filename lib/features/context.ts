/** What a feature is given; see feature.ts. */
export interface OverlayContext {
  document: Document;
}
