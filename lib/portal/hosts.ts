/** Where the built-in portal lives. Data shared by the manifest and the content script. */
export const portalHosts = {
  matches: ['https://*.irisreservation.ca/*'],
  /** The public wiki shares the domain and is no portal. */
  exclude: ['https://wiki.irisreservation.ca/*'],
};
