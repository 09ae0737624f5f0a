import type { ButtonHTMLAttributes, ReactNode } from 'react';

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors duration-150 disabled:opacity-55 whitespace-nowrap';
const KINDS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-edge bg-surface text-ink hover:bg-sunken',
  ghost: 'text-ink-2 hover:bg-sunken hover:text-ink',
} as const;
const SIZES = { small: 'h-8 px-2.5 text-xs', medium: 'h-9 px-3.5 text-sm', large: 'h-11 px-5 text-sm' } as const;

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: keyof typeof KINDS;
  readonly size?: keyof typeof SIZES;
}

/** A button with words on it. */
export function Button({ kind = 'plain', size = 'medium', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`${BASE} ${KINDS[kind]} ${SIZES[size]} ${className}`} {...rest} />;
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly children: ReactNode;
}

/** A square button with an icon; the label is its name and its tooltip. */
export function IconButton({ label, className = '', type = 'button', children, ...rest }: IconButtonProps) {
  return (
    <button
      type={type} aria-label={label} title={label}
      className={`inline-flex size-9 items-center justify-center rounded-lg text-ink-2 transition-colors duration-150 hover:bg-sunken hover:text-ink disabled:opacity-50 ${className}`}
      {...rest}
    >
      {children}
    </button>
  );
}
