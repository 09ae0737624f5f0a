'use client';

import { LogIn, Moon, Sun } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import type { Role } from '@/lib/domain/role';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { BrandMark } from './shell/brand-mark';

/** An account anyone may use, in demonstration mode. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

interface SignInFormProps {
  readonly demoAccounts: readonly DemoAccount[];
  readonly onSignIn: (email: string, password: string) => Promise<'ok' | 'wrong' | 'unreachable'>;
}

/** E-mail and password; demonstration accounts fill themselves in. */
export function SignInForm({ demoAccounts, onSignIn }: SignInFormProps) {
  const { messages, language, theme, toggleLanguage, toggleTheme } = usePreferences();
  const { signIn } = messages;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const id = useId();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (email.trim() === '' || password === '') {
      setFailure(signIn.missing);
      return;
    }
    setPending(true);
    setFailure(null);
    const outcome = await onSignIn(email.trim(), password);
    if (outcome === 'ok') return;
    setFailure(signIn[outcome]);
    setPending(false);
  };

  return (
    <main className="flex min-h-dvh bg-surface">
      <BorderArt />
      <div className="flex flex-1 flex-col px-6 py-5">
        <div className="flex items-center gap-1">
          <BrandMark size={36} />
          <p className="mr-auto ml-2 text-lg font-semibold">{messages.app.name}</p>
          <Button kind="ghost" size="small" onClick={toggleLanguage} data-testid="language-switch">{language === 'vi' ? 'English' : 'Tiếng Việt'}</Button>
          <IconButton label={messages.app.themeSwitch} className="size-8" onClick={toggleTheme} data-testid="theme-switch">{theme === 'light' ? <Moon size={16} aria-hidden /> : <Sun size={16} aria-hidden />}</IconButton>
        </div>
        <div className="m-auto w-full max-w-[420px] py-4">
          <h1 className="text-xl font-semibold">{signIn.title}</h1>
          <p className="mt-1 text-sm text-ink-2">{signIn.lead}</p>
          <form onSubmit={(event) => void submit(event)} noValidate className="mt-5 space-y-3.5" data-testid="sign-in-form">
            <label htmlFor={`${id}-email`} className="block text-xs font-medium text-ink-2">{signIn.email}
              <input id={`${id}-email`} name="email" type="email" autoComplete="username" className="control mt-1 h-10" value={email} onChange={(event) => setEmail(event.target.value)} data-testid="email" />
            </label>
            <label htmlFor={`${id}-password`} className="block text-xs font-medium text-ink-2">{signIn.password}
              <input id={`${id}-password`} name="password" type="password" autoComplete="current-password" className="control mt-1 h-10" value={password} onChange={(event) => setPassword(event.target.value)} data-testid="password" />
            </label>
            {failure === null ? null : <p role="alert" className="rounded-lg bg-alarm-soft px-3 py-2 text-sm text-alarm" data-testid="sign-in-failure">{failure}</p>}
            <Button kind="primary" size="large" type="submit" className="w-full" disabled={pending} data-testid="sign-in-submit"><LogIn size={16} aria-hidden /> {pending ? signIn.pending : signIn.submit}</Button>
          </form>
          {demoAccounts.length === 0 ? null : (
            <section className="mt-6 border-t border-line pt-4" aria-label={signIn.demoTitle}>
              <h2 className="text-sm font-semibold">{signIn.demoTitle}</h2>
              <p className="text-xs text-ink-2">{signIn.demoHint}</p>
              <ul className="mt-3 grid gap-2 sm:grid-cols-2" data-testid="demo-accounts">
                {demoAccounts.map((account) => (
                  <li key={account.email}>
                    <button type="button" aria-pressed={email === account.email} data-email={account.email} onClick={() => { setEmail(account.email); setPassword(account.password); setFailure(null); }}
                      className="h-full w-full rounded-lg border border-line bg-raised px-2.5 py-2 text-left hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-soft">
                      <span className="text-sm font-medium sm:block">{messages.role[account.role]}</span>
                      <span className="text-xs break-all text-ink-2 max-sm:float-right max-sm:pt-0.5 sm:block">{account.email}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p className="mt-4 text-xs text-ink-3">{signIn.referenceNote}</p>
        </div>
      </div>
    </main>
  );
}

/** Fields and the borders between them, with what gathers there; decoration only. */
function BorderArt() {
  const { messages } = usePreferences();
  const borders = 'M-20 250C120 210 190 300 300 260S470 150 560 190 660 260 740 210M300 260C290 380 350 460 330 560S270 720 300 860M560 190C540 90 590 20 570 -20M330 560C440 540 540 600 740 570';
  const dots: readonly (readonly [number, number])[] = [[296, 268], [312, 250], [326, 276], [288, 292], [560, 182], [546, 200], [336, 552], [318, 566], [346, 574], [452, 170], [300, 700], [610, 216], [190, 262], [420, 545]];
  return (
    <div aria-hidden className="hidden w-[46%] flex-col border-r border-line bg-sunken lg:flex">
      <div className="relative flex-1"><svg viewBox="0 0 720 840" preserveAspectRatio="xMidYMid slice" className="absolute inset-0 size-full">
        <path d={borders} fill="none" stroke="var(--accent)" strokeOpacity={0.14} strokeWidth={64} strokeLinecap="round" />
        <path d={borders} fill="none" stroke="var(--accent)" strokeWidth={2.5} />
        {dots.map(([x, y]) => <circle key={`${x}/${y}`} cx={x} cy={y} r={6} fill="var(--accent)" stroke="var(--sunken)" strokeWidth={2.5} />)}
      </svg></div>
      <p className="border-t border-line bg-surface px-10 py-7 text-lg font-medium text-balance">{messages.app.tagline}</p>
    </div>
  );
}
