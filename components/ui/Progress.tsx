import { useId } from 'preact/hooks';

/** How far a long step is. @param value null while the end is not known */
export function Progress({ label, value, maximum = 1 }: { label: string; value: number | null; maximum?: number }) {
  const id = useId();
  return (
    <div class="pa-progress">
      <label for={id}>{label}</label>
      <progress id={id} max={maximum} {...(value === null ? {} : { value })} />
    </div>
  );
}
