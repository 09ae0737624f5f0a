'use client';

import { useId, type ReactNode } from 'react';

/** What the control of a field must be given. */
interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly children: (props: ControlProps) => ReactNode;
}

/** A labelled control with its hint or its error. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-ink-2">{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': note === undefined ? undefined : noteId })}
      {note === undefined ? null : <p id={noteId} className={`mt-1 text-xs ${error === undefined ? 'text-ink-3' : 'text-alarm'}`} {...(error === undefined ? {} : { role: 'alert' })}>{note}</p>}
    </div>
  );
}
