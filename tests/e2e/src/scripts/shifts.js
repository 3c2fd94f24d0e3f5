// How far what a page shows has moved without a press, as the browser scores it.
window.journeyShifts = 0;
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) window.journeyShifts += value;
}).observe({ type: 'layout-shift', buffered: true });
