/** The arrows of the house: which room may know which. Checked by `npm run lint`. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(lib|components|companion|entrypoints|tests)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-tests-in-production', severity: 'error', from: { pathNot: '^(tests/|[^/]+$)' }, to: { path: '^tests/' } },
    { name: 'nobody-imports-entrypoints', severity: 'error', from: { pathNot: '^(entrypoints|tests)/' }, to: { path: '^entrypoints/' } },
    only('contract-knows-nothing', '^lib/contract/', '^lib/contract/'),
    only('i18n-knows-how-numbers-are-written', '^lib/i18n/', '^lib/(i18n/|domain/(locale|number-text)\\.ts$)'),
    only('domain-is-pure', '^lib/domain/', '^lib/(domain|contract)/'),
    only('services-are-data', '^lib/services/', '^lib/(services|domain|contract)/'),
    only('reports-are-pure', '^lib/report/', '^lib/(report|services|domain|contract|i18n)/'),
    only('portal-knows-no-features', '^lib/portal/', '^lib/(portal|services|domain|contract)/'),
    only('help-is-data', '^lib/help/', '^lib/(help|services|domain|contract)/'),
    only('detector', '^lib/detector/', '^lib/(detector|portal|domain|contract|messages)'),
    only('calibration-reads-portals', '^lib/calibration/', '^lib/(calibration|portal|state|services|domain|contract|i18n|messages|errors)'),
    {
      name: 'calibration-writes-nothing',
      comment: 'The assistant shows and reads: nothing of it may press or write on a portal.',
      severity: 'error',
      from: { path: '^lib/calibration/' },
      to: { path: '^lib/portal/(write|filter|filter-steps|guard|place)\\.ts$' },
    },
    only('policy', '^lib/policy/', '^lib/(policy|state/settings|services|domain|contract|i18n)'),
    only('state', '^lib/state/', '^lib/(state|policy|portal|services|domain|contract|i18n|messages)'),
    only('features', '^lib/features/', '^(lib/(features|portal|state|services|domain|contract|i18n|messages|errors)|components/)'),
    only('background', '^lib/background/', '^lib/(background|calibration|portal|state|services|domain|contract|i18n|messages|errors)'),
    only('components-know-no-portal', '^components/', '^(components/|lib/(policy|calibration|state|report|help|services|domain|contract|i18n|messages|errors))'),
    only('companion-shares-only-pure-rooms', '^companion/', '^(companion/|lib/(contract|domain|services|report|i18n)/)'),
    only('extension-knows-no-companion', '^(entrypoints|components|lib)/', '^(entrypoints|components|lib)/'),
    {
      name: 'only-wiring-touches-the-browser',
      comment: 'Domain, services, contract, portal and components stay free of browser.*',
      severity: 'error',
      from: { path: '^(lib/(domain|services|contract|portal|report|i18n)|components|companion)/' },
      to: { path: 'wxt/browser|node_modules/wxt/' },
    },
    {
      name: 'domain-uses-no-node',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.output|\\.wxt|out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
