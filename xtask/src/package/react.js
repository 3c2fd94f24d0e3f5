// Wrappers for React 18 and before, which know neither properties nor events of custom elements.
import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import './sell-elements.js';

// An element looks at its properties at the end of the task that puts it into the page: they are set
// before. A server has no layout, and draws no element.
const useBeforeTaskEnds = globalThis.document ? useLayoutEffect : useEffect;

const wrapped = (tag, properties, events) => {
  const Wrapped = forwardRef((given, ref) => {
    const element = useRef(null);
    const handlers = useRef(given);
    useImperativeHandle(ref, () => element.current);
    useBeforeTaskEnds(() => {
      handlers.current = given;
      for (const name of properties) {
        if (given[name] !== undefined && element.current[name] !== given[name]) element.current[name] = given[name];
      }
    });
    useBeforeTaskEnds(() => {
      const heard = (event) => handlers.current[events[event.type]]?.(event);
      const target = element.current;
      for (const name of Object.keys(events)) target.addEventListener(name, heard);
      return () => {
        for (const name of Object.keys(events)) target.removeEventListener(name, heard);
      };
    }, []);
    const others = Object.entries(given).filter(
      ([name]) => !properties.includes(name) && !Object.values(events).includes(name) && name !== 'className',
    );
    return createElement(tag, { ...Object.fromEntries(others), class: given.className, ref: element });
  });
  Wrapped.displayName = tag;
  return Wrapped;
};

