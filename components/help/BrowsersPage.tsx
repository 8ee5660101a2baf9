import { oldestBrowsers } from '../../lib/help/browsers.ts';
import { titleProps } from '../page/use-hash.ts';
import { useHelp } from './context.ts';

const names = { chrome: 'Google Chrome', edge: 'Microsoft Edge', firefox: 'Mozilla Firefox' } as const;

/** The table of S3-35, from the same figures as the manifest. */
export function BrowsersPage() {
  const { t } = useHelp();
  return (
    <>
      <header class="pa-section-head"><h1 {...titleProps}>{t('browsers')}</h1></header>
      <table class="pa-help-table">
        <thead><tr><th scope="col">{t('browser')}</th><th scope="col">{t('oldest')}</th></tr></thead>
        <tbody>
          {(Object.keys(names) as (keyof typeof names)[]).map((browser) => (
            <tr key={browser}>
              <th scope="row">{names[browser]}</th>
              <td>{t('newer', { version: oldestBrowsers[browser] })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('browserNote')}</p>
    </>
  );
}
