import { Icon, type IconName } from '../ui/Icon.tsx';

/** An empty list says that it is empty, and what will fill it. */
export function Empty({ icon, title, more }: { icon: IconName; title: string; more: string }) {
  return (
    <div class="pa-popup-empty">
      <Icon name={icon} />
      <p>
        <strong>{title}</strong>
      </p>
      <p class="pa-soft">{more}</p>
    </div>
  );
}
