// Saving a report as a file.

/**
 * Has the browser save a report.
 *
 * @param {Report} report holds no token: the session wrote it
 */
export const saveReport = (report) => {
  const text = JSON.stringify(report, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "sell-report.json";
  link.click();
  // The browser has taken its copy when the click is through.
  setTimeout(() => URL.revokeObjectURL(address), 0);
};
