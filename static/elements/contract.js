// Generated from contract.json by `cargo xtask contract`. Do not edit.
export const version = '0.1.0';
export const statuses = ["booting","signed-out","signing-in","active","expiring","expired","rejected","failed"];
export const events = {
  "sell-before-sign-in": { cancelable: true },
  "sell-signed-in": { cancelable: false },
  "sell-signed-out": { cancelable: false },
  "sell-status": { cancelable: false },
  "sell-expiring": { cancelable: false },
  "sell-inspected": { cancelable: false },
  "sell-call": { cancelable: false },
  "sell-error": { cancelable: false },
};
export const elements = {
  "sell-sign-in": { attributes: [
    { name: "client-id", property: "clientId", type: "string" },
    { name: "redirect-uri", property: "redirectUri", type: "string" },
    { name: "scope", property: "scope", type: "string" },
    { name: "auth-base", property: "authBase", type: "string", default: "https://api.getbase.com" },
    { name: "api-base", property: "apiBase", type: "string", default: "https://api.getbase.com" },
    { name: "mode", property: "mode", type: "choice", default: "redirect", values: ["redirect","popup"] },
    { name: "storage", property: "storage", type: "choice", default: "tab", values: ["tab","memory"] },
    { name: "expose-token", property: "exposeToken", type: "boolean" },
    { name: "variant", property: "variant", type: "choice", default: "button", values: ["button","badge","card"] },
    { name: "size", property: "size", type: "choice", default: "medium", values: ["small","medium","large"] },
    { name: "label", property: "label", type: "string" },
    { name: "disabled", property: "disabled", type: "boolean" },
    { name: "session", property: "session", type: "string", default: "default" },
    { name: "theme", property: "theme", type: "choice", default: "auto", values: ["auto","light","dark"] },
    { name: "lang", property: "lang", type: "string", native: true },
    { name: "heading-level", property: "headingLevel", type: "number", default: 2, min: 1, max: 6 },
    { name: "warn-before", property: "warnBefore", type: "number", default: 300, min: 0, max: 86400 },
  ] },
  "sell-token": { attributes: [
    { name: "source", property: "source", type: "choice", default: "both", values: ["both","session","paste"] },
    { name: "no-revoke", property: "noRevoke", type: "boolean" },
    { name: "no-reveal", property: "noReveal", type: "boolean" },
    { name: "session", property: "session", type: "string", default: "default" },
    { name: "theme", property: "theme", type: "choice", default: "auto", values: ["auto","light","dark"] },
    { name: "lang", property: "lang", type: "string", native: true },
    { name: "heading-level", property: "headingLevel", type: "number", default: 2, min: 1, max: 6 },
    { name: "warn-before", property: "warnBefore", type: "number", default: 300, min: 0, max: 86400 },
  ] },
  "sell-scopes": { attributes: [
    { name: "no-write", property: "noWrite", type: "boolean" },
    { name: "session", property: "session", type: "string", default: "default" },
    { name: "theme", property: "theme", type: "choice", default: "auto", values: ["auto","light","dark"] },
    { name: "lang", property: "lang", type: "string", native: true },
    { name: "heading-level", property: "headingLevel", type: "number", default: 2, min: 1, max: 6 },
    { name: "warn-before", property: "warnBefore", type: "number", default: 300, min: 0, max: 86400 },
  ] },
};
