/** The oldest browsers that Passerelle is built and tested for; the manifest and the help's table say the same. */
export const oldestBrowsers = { chrome: '123', edge: '123', firefox: '142.0' } as const;
