'use client';

import { Crosshair, Search, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatPosition } from '@/lib/format/format-number';
import { parseCoordinates } from '@/lib/view/parse-coordinates';
import { usePreferences } from '@/components/ui/preferences';
import { rankOptions, type AreaOption } from './area-options';

interface AreaSearchProps {
  readonly options: readonly AreaOption[];
  readonly selected: AreaOption | null;
  readonly onSelect: (option: AreaOption | null) => void;
  readonly onGoTo: (position: readonly [number, number]) => void;
}

const MAX_SHOWN = 60;

/** Finds a ward, cluster or focus area by name, with or without marks, and a place by its coordinates. `/` jumps here. */
export function AreaSearch({ options, selected, onSelect, onGoTo }: AreaSearchProps) {
  const { messages, language } = usePreferences();
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const inputRef = useRef<HTMLInputElement>(null);
  const listId = useId();
  const open = query !== null;
  const shown = useMemo(() => (open ? rankOptions(options, query).slice(0, MAX_SHOWN) : []), [open, options, query]);
  const position = useMemo(() => (open ? parseCoordinates(query) : null), [open, query]);

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  const choose = (option: AreaOption | null): void => {
    setQuery(null);
    onSelect(option);
  };
  const goTo = (place: readonly [number, number]): void => {
    setQuery(null);
    onGoTo(place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setQuery('');
      setActive((current) => Math.max(0, Math.min(shown.length - 1, current + (event.key === 'ArrowDown' ? 1 : -1))));
    }
    const option = shown[active];
    if (event.key === 'Enter' && position !== null) goTo(position);
    else if (event.key === 'Enter' && open && option !== undefined) choose(option);
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setQuery(null);
    }
  };

  return (
    <div className="relative" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setQuery(null); }}>
      <Search size={16} aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 text-ink-3" />
      <input
        ref={inputRef} role="combobox" aria-label={messages.filters.area} aria-expanded={open} aria-controls={listId} aria-autocomplete="list"
        aria-activedescendant={open && (shown.length > 0 || position !== null) ? `${listId}-${active}` : undefined} autoComplete="off" data-testid="area-search"
        className="control pr-8 pl-8 placeholder:text-ink-3" placeholder={messages.filters.areaPlaceholder} value={query ?? selected?.label ?? ''}
        onFocus={(event) => { event.target.select(); setQuery(''); setActive(0); }}
        onChange={(event) => { setQuery(event.target.value); setActive(0); }} onKeyDown={onKeyDown}
      />
      {selected === null ? null : (
        <button type="button" aria-label={messages.filters.areaClear} className="absolute top-1.5 right-1.5 rounded p-1 text-ink-2 hover:bg-sunken" onClick={() => choose(null)}>
          <X size={14} aria-hidden />
        </button>
      )}
      <ul
        id={listId} role="listbox" aria-label={messages.filters.area} hidden={!open} tabIndex={-1}
        className="float-card scroll-quiet absolute inset-x-0 top-10 z-30 max-h-80 overflow-y-auto p-1"
      >
        {position === null ? null : (
          <li id={`${listId}-0`} role="option" aria-selected tabIndex={-1} data-testid="go-to-option" className="flex items-center gap-2 rounded-md bg-accent-soft px-2 py-1.5 text-sm"
            onMouseDown={(event) => event.preventDefault()} onClick={() => { goTo(position); inputRef.current?.blur(); }}>
            <Crosshair size={14} aria-hidden className="shrink-0 text-accent" />
            <span>{messages.map.goTo}</span><span className="tabular ml-auto text-xs text-ink-2">{formatPosition(position, language)}</span>
          </li>
        )}
        {shown.length === 0 && position === null ? <li className="px-2 py-3 text-xs text-ink-2">{messages.filters.areaNone}</li> : null}
        {shown.map((option, index) => (
          <li
            key={`${option.kind}/${option.value}`} id={`${listId}-${index}`} role="option" aria-selected={index === active} tabIndex={-1}
            className={`rounded-md px-2 py-1.5 aria-selected:bg-accent-soft ${option.kind === 'focus' ? '' : 'flex items-baseline gap-2'}`}
            onMouseEnter={() => setActive(index)} onMouseDown={(event) => event.preventDefault()} onClick={() => { choose(option); inputRef.current?.blur(); }}
          >
            <span className="text-sm">{option.label}</span>
            <span className={`text-xs ${index === active ? 'text-ink-2' : 'text-ink-3'} ${option.kind === 'focus' ? 'block' : 'ml-auto text-right'} ${option.kind === 'cluster' ? 'whitespace-nowrap' : ''}`}>{option.kind === 'cluster' ? messages.filters.clusters : option.hint}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
