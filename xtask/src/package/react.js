// Wrappers for React 18 and before, which know neither properties nor events of custom elements.
import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import './sell-elements.js';

// An element looks at its properties at the end of the task that puts it into the page: they are set
// before. A server has no layout, and lays nothing out.
const useBeforeTaskEnds = globalThis.document ? useLayoutEffect : useEffect;

// What is false is absent; all else is text, on a server too, so that what it sends is complete.
const attributesOf = (given, attributes) =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [attribute, given[name] === false ? undefined : given[name]]));

const wrapped = (tag, attributes, properties, events) => {
  const own = ['className', ...Object.keys(attributes), ...properties, ...Object.values(events)];
  const Wrapped = forwardRef((given, ref) => {
    const element = useRef(null);
    const handlers = useRef(given);
    const set = useRef({});
    useImperativeHandle(ref, () => element.current, []);
    useBeforeTaskEnds(() => {
      handlers.current = given;
      for (const name of properties) {
        if (set.current[name] === given[name]) continue;
        set.current[name] = element.current[name] = given[name];
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
    const others = Object.fromEntries(Object.entries(given).filter(([name]) => !own.includes(name)));
    return createElement(tag, { ...others, ...attributesOf(given, attributes), class: given.className, ref: element });
  });
  Wrapped.displayName = tag;
  return Wrapped;
};
