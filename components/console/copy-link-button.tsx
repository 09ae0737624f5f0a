'use client';

import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

const SHOWN_MS = 2000;

/** Copies the address of what is on the screen. */
export function CopyLinkButton() {
  const { messages } = usePreferences();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(window.location.href).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <Button size="small" onClick={() => void copy()} data-testid="copy-link">
      {copied ? <Check size={14} aria-hidden /> : <Link2 size={14} aria-hidden />}
      <span aria-live="polite">{copied ? messages.app.copied : messages.app.copyLink}</span>
    </Button>
  );
}
