// The line of the page's markup that a setting which will not do stands in.

/** What each attribute could be. */
const EXAMPLES = {
  "client-id": () => "CLIENT_ID",
  scope: () => "read profile",
  "redirect-uri": () => location.origin + "/callback.html",
  "auth-base": () => "https://api.getbase.com",
  "api-base": () => "https://api.getbase.com",
};

/**
 * The line to change, with the attribute that is wrong as it could be.
 *
 * @param {SellError} error
 * @returns {string | undefined} nothing where no attribute is wrong
 */
export const lineToChange = ({ kind, code }) => {
  const example = kind === "config_missing" && EXAMPLES[code];
  return example ? "<sell-sign-in " + code + '="' + example() + '" …>' : undefined;
};
