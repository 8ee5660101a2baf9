import { render } from 'preact';
import { LivePopup } from '../../components/popup/LivePopup.tsx';
import { startLive } from '../../lib/state/live.ts';

const root = document.getElementById('app');
if (root !== null) {
  const live = await startLive(() => Date.now());
  render(<LivePopup live={live} place="panel" hash={location.hash} />, root);
}
