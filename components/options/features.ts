/** The overlay's features that can be switched off, in the order in which a person meets them. A test holds this list to lib/features. */
export const switchableFeatures = ['show-licence', 'mark-licence', 'usage-panel', 'required-facts', 'not-understood', 'report'] as const;
